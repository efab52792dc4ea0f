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
        self._lines: queue.Queue[str] = queue.Queue(LINES_AT_MOST)
        self._playing: subprocess.Popen[bytes] | None = None
        threading.Thread(target=self._run, name="player", daemon=True).start()

    def say(self, text: str) -> None:
        """Say a line after those before it; when too many wait, it is only shown."""
        if not self._lines.full():
            self._lines.put_nowait(text)

    def hush(self) -> None:
        """Fall silent now."""
        while not self._lines.empty():
            self._lines.get_nowait()
        if self._playing is not None:
            self._playing.kill()

    def _run(self) -> None:
        while True:
            try:
                wav = self._speech.render(self._lines.get(), self._locale)
            except BackrubError:
                continue  # what cannot be said is still shown
            with subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            ) as self._playing:
                self._playing.communicate(wav)
            self._playing = None
