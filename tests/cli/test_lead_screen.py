"""A person at a terminal is led with a countdown, and their keys do what the line of keys says."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import patient
from tests.cli.running import ROOT, run

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
QUIET_AT_MOST_S = 20.0


class Terminal:
    """A terminal with `backrub lead` in it."""

    def __init__(self, routine: Path) -> None:
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "backrub", "lead", str(routine), "--no-voice"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "COLUMNS": "100", "TERM": "xterm"},
        )
        os.close(theirs)
        self._seen = ""

    def see(self, text: str) -> None:
        """Look until a text has appeared since the last look."""
        while text not in self._seen:
            ready, _, _ = select.select([self._ours], [], [], QUIET_AT_MOST_S)
            assert ready, f"{text!r} never came; the last was {self._seen[-500:]!r}"
            self._seen += ESCAPES.sub("", os.read(self._ours, 65536).decode(errors="replace"))
        self._seen = self._seen.partition(text)[2]

    def press(self, keys: str) -> None:
        """Press keys."""
        os.write(self._ours, keys.encode())

    def close(self) -> None:
        """Pull the plug."""
        self.process.kill()
        self.process.wait()
        os.close(self._ours)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """Give a terminal in which a rub of three minutes is led."""
    routine = tmp_path / "short.json"
    run("compose", "--minutes", "3", "-o", str(routine))
    terminal = Terminal(routine)
    yield terminal
    terminal.close()


def test_keys_lead_through_a_session(terminal: Terminal) -> None:
    """Enter begins, space pauses and goes on, down is softer, Escape stops, and Ctrl-C ends it quietly."""
    terminal.see("Getting ready")
    terminal.press("\n")
    terminal.see("Under way")
    terminal.see("of this")
    terminal.press("\x1b[B")
    terminal.see("Lighter")
    terminal.press(" ")
    terminal.see("Paused")
    terminal.press(" ")
    terminal.see("Under way")
    terminal.press("\x1b")
    terminal.see("Stopped: hands away")
    terminal.process.send_signal(signal.SIGINT)
    assert 0 == terminal.process.wait(patient.WAIT_S)


def test_a_key_without_a_meaning_now_is_answered(terminal: Terminal) -> None:
    """A refused wish is a sentence on the screen, and the session goes on."""
    terminal.see("Getting ready")
    terminal.press("t")
    terminal.see("It has not begun yet.")
    terminal.press("\n")
    terminal.see("Under way")
