"""The terminal's voice plays lines in their order, on a program that plays, and falls silent when told."""

from __future__ import annotations

import sys
import threading
import webbrowser
from pathlib import Path

import pytest

from backrub.adapters.browser import open_page
from backrub.adapters.player import PLAYERS, Player, player_command
from tests import patient
from tests.fakes.speech import FakeSpeech


class CountedSpeech(FakeSpeech):
    """A voice that says when it has been asked for so many lines."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.asked = threading.Semaphore(0)
        self.lines = lines

    def render(self, text: str, locale: str, voice: str | None = None) -> bytes:
        """Give the letters and count."""
        rendered = super().render(text, locale, voice) + b"\n"
        self.asked.release()
        return rendered


def test_lines_are_played_in_their_order(tmp_path: Path) -> None:
    """What is said first is heard first."""
    heard = tmp_path / "heard"
    speech = CountedSpeech(3)
    player = Player(speech, "en", ("sh", "-c", f"cat >> {heard}"))
    for line in ("one", "two", "three"):
        player.say(line)
    for _ in range(3):
        assert speech.asked.acquire(timeout=patient.WAIT_S)
    assert ["one", "two", "three"] == speech.rendered


def test_falling_silent_forgets_what_waits() -> None:
    """After `hush` the line being said is cut off and those waiting are not begun."""
    speech = CountedSpeech(1)
    player = Player(speech, "en", ("sleep", "600"))
    player.say("long")
    assert speech.asked.acquire(timeout=patient.WAIT_S)
    player.say("never")
    player.hush()
    player.say("again")
    assert speech.asked.acquire(timeout=patient.WAIT_S)
    player.hush()
    assert ["long", "again"] == speech.rendered


def test_a_player_is_found_or_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The first of the known programs that is on the path is used; without any there is none."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert player_command() is None
    program = tmp_path / PLAYERS[1][0]
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert PLAYERS[1] == player_command()


def test_without_a_screen_no_browser_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text browser would take the terminal over, so none is started where there is no screen."""
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not open_page("http://127.0.0.1:1/")
    assert [] == opened


def test_with_a_screen_the_browser_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is opened without waiting for the browser."""
    opened = threading.Event()
    monkeypatch.setattr(webbrowser, "open", lambda _: opened.set())
    monkeypatch.setenv("DISPLAY", ":0")
    assert open_page("http://127.0.0.1:1/")
    assert opened.wait(patient.WAIT_S)
