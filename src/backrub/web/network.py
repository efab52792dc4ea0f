"""The addresses by which other devices on the same network reach this machine; finding them sends nothing."""

from __future__ import annotations

import ipaddress
import socket
import struct
from collections.abc import Iterable
from contextlib import suppress

try:
    import fcntl
except ImportError:  # not on Windows, which knows its addresses by its name
    fcntl = None  # type: ignore[assignment]

__all__ = ["own_addresses", "ranked"]

SIOCGIFADDR = 0x8915
"""Linux's question for the IPv4 address of an interface."""

NAME_BYTES = 15
HOME = tuple(ipaddress.ip_network(net) for net in ("192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12"))
"""Home networks, the likeliest first."""

INWARD = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "lxc", "podman", "cni")
"""Interfaces that lead to no other device."""


def own_addresses() -> tuple[str, ...]:
    """Give this machine's IPv4 addresses on its networks, the likeliest for a phone first."""
    return ranked([*_of_interfaces(), *_of_name()])


def ranked(addresses: Iterable[str]) -> tuple[str, ...]:
    """Give each address once, home networks first; loopback and what nobody reaches are left out."""
    known = {one: ipaddress.IPv4Address(one) for one in addresses}
    reachable = [one for one, address in known.items() if not (address.is_loopback or address.is_unspecified)]
    return tuple(sorted(reachable, key=lambda one: _rank(known[one])))


def _rank(address: ipaddress.IPv4Address) -> int:
    if address.is_link_local:
        return len(HOME) + 1
    return next((place for place, network in enumerate(HOME) if address in network), len(HOME))


def _of_interfaces() -> list[str]:
    if fcntl is None:
        return []
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, name in socket.if_nameindex():
            if name.startswith(INWARD):
                continue
            with suppress(OSError):  # an interface without an address, or a system that answers otherwise
                request = struct.pack("256s", name.encode()[:NAME_BYTES])
                found.append(socket.inet_ntoa(fcntl.ioctl(asking.fileno(), SIOCGIFADDR, request)[20:24]))
    return found


def _of_name() -> list[str]:
    with suppress(OSError):
        return list(socket.gethostbyname_ex(socket.gethostname())[2])
    return []
