"""The lock covers what is asked for, pins it with hashes, and names no place to fetch it from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
PIN = re.compile(r"^([a-z0-9][a-z0-9-]*)==(\S+)( ; [^\\]+?)? \\$")
FOREIGN = re.compile(r"https?:|file:|--(?!hash=sha256:)|@ |(^|\s)/|\.\./", re.MULTILINE)


def pins(name: str) -> dict[str, set[str]]:
    """Read a lock: each `name==version ; marker` with its hashes."""
    found: dict[str, set[str]] = {}
    key = ""
    for line in (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if match := PIN.match(line):
            key = match[0].removesuffix(" \\")
            found[key] = set()
        elif "--hash=" in line:
            found[key].add(line.strip().removesuffix(" \\"))
    return found


def asked(name: str) -> set[str]:
    """List the libraries a `.in` file asks for, named as the index does."""
    lines = (REQUIREMENTS / f"{name}.in").read_text(encoding="utf-8").splitlines()
    words = [line.split("#")[0].strip() for line in lines]
    names = [re.split(r"[\[<>=!~; ]", word)[0] for word in words if word and not word.startswith("-")]
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


def unmarked(name: str) -> dict[str, set[str]]:
    """Read a lock without saying for which Pythons each pin is meant."""
    return {pin.partition(" ;")[0]: hashes for pin, hashes in pins(name).items()}


@pytest.mark.parametrize("name", ["run", "lsp", "postgres", "dev"])
def test_what_is_asked_for_is_pinned(name: str) -> None:
    """Whoever adds a library and forgets tools/lock is told."""
    assert set() == asked(name) - {pin.split("==")[0] for pin in pins(name)}


@pytest.mark.parametrize("name", ["run", "lsp", "postgres", "dev"])
def test_every_pin_has_hashes(name: str) -> None:
    """Nothing is installed that was not seen when the lock was made."""
    assert [] == [pin for pin, hashes in pins(name).items() if not hashes]


def test_the_checks_use_what_runs() -> None:
    """The development lock holds the others whole, the same versions with the same hashes."""
    assert pins("run").items() <= pins("dev").items()
    assert pins("lsp").items() <= pins("dev").items()
    assert unmarked("postgres").items() <= unmarked("dev").items()


@pytest.mark.parametrize("name", ["run", "lsp", "postgres", "dev"])
def test_no_place_is_named(name: str) -> None:
    """A lock names libraries, not where one machine got them."""
    assert FOREIGN.search((REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8")) is None
