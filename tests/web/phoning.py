"""Other devices of a session, as tests let them join: a network of one machine, and the way from code to socket."""

from __future__ import annotations

from typing import Any

import httpx

from backrub.adapters.clock import SystemClock
from backrub.adapters.ids import RandomIds
from backrub.adapters.memory_store import MemoryStore
from backrub.app.ports import Ports
from backrub.web.application import make_app
from backrub.web.doors import Lan
from tests import patient
from tests.fakes.speech import FakeSpeech

__all__ = ["PHONES", "coach", "enter", "front", "join", "open_door", "pass_of"]

PHONES = "127.0.0.2"
"""Where second listeners are in tests: this machine, but not the address of the first."""


def coach(rate: float = 1.0, addresses: tuple[str, ...] = (PHONES,)) -> object:
    """Give a coach that phones reach at some addresses."""
    ports = Ports(MemoryStore(), SystemClock(rate), RandomIds(), FakeSpeech())
    return make_app(ports, lan=Lan(PHONES, lambda: addresses))


def pass_of(opened: dict[str, str]) -> dict[str, str]:
    """Give the header that proves the giver."""
    return {"authorization": f"Bearer {opened['token']}"}


def open_door(at: str, opened: dict[str, str], role: str | None = "receiver", **more: object) -> dict[str, Any]:
    """Ask for a code, as the giver's page does."""
    path = f"{at}/api/sessions/{opened['session']}/door"
    answer = patient.post(path, json={"role": role} | more, headers=pass_of(opened))
    assert 201 == answer.status_code, answer.text
    door: dict[str, Any] = answer.json()
    return door


def front(door: dict[str, Any]) -> str:
    """Give the address of a door without the last slash."""
    return str(door["addresses"][0]).rstrip("/")


def enter(door: dict[str, Any], code: str) -> httpx.Response:
    """Send a code, as a phone does."""
    return patient.post(f"{front(door)}/join", json={"code": code})


def join(door: dict[str, Any]) -> dict[str, str]:
    """Come in with the code just made; give session and token."""
    answer = enter(door, door["code"])
    assert 200 == answer.status_code, answer.text
    joined: dict[str, str] = answer.json()
    return joined
