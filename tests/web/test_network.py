"""The addresses offered to phones are those a phone may reach, the likeliest first."""

from __future__ import annotations

import ipaddress

from backrub.web.network import own_addresses, ranked


def test_home_networks_come_first_and_loopback_never() -> None:
    """A phone is likeliest on a home network, and never on this machine itself."""
    given = ["8.8.8.8", "169.254.3.4", "127.0.0.1", "10.1.1.1", "0.0.0.0", "192.168.1.3", "172.16.4.4", "10.1.1.1"]
    assert ("192.168.1.3", "10.1.1.1", "172.16.4.4", "8.8.8.8", "169.254.3.4") == ranked(given)


def test_this_machines_addresses_are_ipv4_and_not_loopback() -> None:
    """Whatever network this machine is on, what is found can be put into an address a phone opens."""
    assert all(not ipaddress.IPv4Address(one).is_loopback for one in own_addresses())
