"""Writes down every address a server under test connects to or looks up; Python loads it before anything else."""

from __future__ import annotations

import os
import sys

EVENTS = {"socket.connect", "socket.sendto", "socket.getaddrinfo"}


def _note(event: str, args: tuple[object, ...]) -> None:
    if event not in EVENTS:
        return
    address = args[0] if event == "socket.getaddrinfo" else args[-1]
    host = address[0] if isinstance(address, tuple) else address
    with open(os.environ["BACKRUB_WATCHED"], "a", encoding="utf-8") as log:  # noqa: PTH123 - pathlib is not loaded yet
        log.write(f"{event} {host!s}\n")


if "BACKRUB_WATCHED" in os.environ:
    sys.addaudithook(_note)
