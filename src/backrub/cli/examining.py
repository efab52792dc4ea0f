"""What `doctor` looks at, one function for each."""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from backrub import __version__
from backrub.errors import BackrubError
from backrub.wiring import data_folder, speech

__all__ = ["Finding", "examine"]

State = Literal["well", "fair", "bad"]
OLDEST_SQLITE = (3, 24, 0)
"""The first with `ON CONFLICT DO UPDATE`."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at.

    Attributes:
        what: Its name.
        state: `well`, `fair` when a rub works without it, or `bad`.
        found: What was found.
        instead: What to do about it, when something can be done.
    """

    what: str
    state: State
    found: str
    instead: str = ""


def examine(folder: Path | None) -> tuple[Finding, ...]:
    """Look at everything."""
    return tuple(_findings(folder))


def _findings(folder: Path | None) -> Iterator[Finding]:
    yield Finding("backrub", "well", __version__)
    yield Finding("Python", "well", f"{platform.python_version()} at {sys.executable}")
    yield _sqlite()
    yield _folder(folder)
    yield _port()
    yield _voice()
    yield _player()
    yield _browser()
    yield _solver()


def _sqlite() -> Finding:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        return Finding("SQLite", "bad", sqlite3.sqlite_version, "Use a Python with SQLite 3.24 or newer")
    return Finding("SQLite", "well", sqlite3.sqlite_version)


def _folder(named: Path | None) -> Finding:
    folder = data_folder(named)
    try:
        free = folder.claim()
    except BackrubError as error:
        return Finding("data folder", "bad", str(error).rstrip("."))
    if not free:
        return Finding("data folder", "well", f"{folder.path}, in use by {folder.announced() or 'another backrub'}")
    folder.release()
    return Finding("data folder", "well", f"{folder.path} can be written")


def _port() -> Finding:
    from backrub.web.server import PORT, free_port_socket

    try:
        with free_port_socket("127.0.0.1", PORT) as listener:
            port = listener.getsockname()[1]
    except BackrubError as error:
        return Finding("port", "bad", str(error).rstrip("."))
    return Finding("port", "well", f"{port} is free")


def _voice() -> Finding:
    voice = speech()
    try:
        if voice.available():
            return Finding("voice", "well", voice.identity())
    finally:
        voice.close()
    return Finding("voice", "fair", "none on this machine", "The browser's own voice is used where there is one")


def _player() -> Finding:
    from backrub.adapters.player import player_command

    command = player_command()
    if command is None:
        return Finding(
            "sound in the terminal", "fair", "no program plays it", "Install alsa-utils, or lead in the browser"
        )
    return Finding("sound in the terminal", "well", command[0])


def _browser() -> Finding:
    from backrub.adapters.browser import has_screen

    if not has_screen():
        return Finding("browser", "fair", "no screen on this machine", "Open the printed address yourself")
    return Finding("browser", "well", "there is a screen to open one on")


def _solver() -> Finding:
    from backrub.compose import compose
    from backrub.person import Wishes

    routine = compose(Wishes())
    return Finding("composer", "well", f"a plan of {routine.duration_s // 60} minutes, {len(routine.steps)} steps")
