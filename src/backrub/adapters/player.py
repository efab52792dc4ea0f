"""Speaking aloud from a terminal: lines are rendered and played one after the other, on a thread of their own."""

from __future__ import annotations

import queue
import shutil
import subprocess
import threading

from backrub.app.ports import Speech
from backrub.errors import BackrubError

__all__ = ["Player", "player_command"]

PLAYERS = (("aplay", "-q", "-"), ("paplay",), ("pw-play", "-"), ("afplay", "/dev/stdin"), ("play", "-q", "-"))
LINES_AT_MOST = 8


def player_command() -> tuple[str, ...] | None:
    """Give the program of this machine that plays a WAV file, or None."""
    return next((command for command in PLAYERS if shutil.which(command[0])), None)


class Player:
    """A voice for people in the room."""

    def __init__(self, speech: Speech, locale: str, command: tuple[str, ...]) -> None:
        self._speech = speech
        self._locale = locale
        self._command = command
        self._lines: queue.Queue[tuple[int, str]] = queue.Queue(LINES_AT_MOST)
        self._hushed = 0
        self._playing: subprocess.Popen[bytes] | None = None
        self._guard = threading.Lock()
        threading.Thread(target=self._run, name="player", daemon=True).start()

    def say(self, text: str) -> None:
        """Say a line after those before it; when too many wait, it is only shown."""
        if not self._lines.full():
            self._lines.put_nowait((self._hushed, text))

    def hush(self) -> None:
        """Fall silent now: what is being said is cut off, what waits is never said."""
        with self._guard:
            self._hushed += 1
            if self._playing is not None:
                self._playing.kill()

    def _run(self) -> None:
        while True:
            asked, text = self._lines.get()
            if asked != self._hushed:
                continue
            try:
                wav = self._speech.render(text, self._locale)
            except BackrubError:
                continue  # what cannot be said is still shown
            self._play(asked, wav)

    def _play(self, asked: int, wav: bytes) -> None:
        with self._guard:
            if asked != self._hushed:
                return
            nowhere = subprocess.DEVNULL
            playing = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=nowhere, stderr=nowhere)
            self._playing = playing
        with playing:
            playing.communicate(wav)
        with self._guard:
            self._playing = None
