"""A voice on this machine: espeak-ng in a process of its own, behind the speech port."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import threading
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import espeakng_loader

from backrub.errors import BackrubError

__all__ = ["CALM", "EspeakSpeech", "SpeechFailed", "Voice"]

_WORKER = Path(__file__).with_name("espeak_worker.py")


@dataclass(frozen=True, slots=True)
class Voice:
    """How it speaks.

    Attributes:
        variant: Name of espeak-ng's voice variant.
        wpm: Words a minute.
        pitch: 0-99, 50 is usual.
        pitch_range: 0-99, 50 is usual; low is even.
    """

    variant: str
    wpm: int
    pitch: int
    pitch_range: int


CALM = Voice("f2", wpm=145, pitch=36, pitch_range=32)
"""Slow, low and even. Chosen by measure: length, evenness, little energy above 3 kHz. Certainty: ENG."""

_NAMES = {"en": ("en",), "en-us": ("en-us", "en")}
"""Names espeak-ng has for languages, where they are not the language itself."""


class SpeechFailed(BackrubError):
    """The voice could not say a line; the caption still stands.

    Attributes:
        why: What went wrong, for a maintainer.
    """

    def __init__(self, why: str) -> None:
        super().__init__(f"the voice failed: {why}")
        self.why = why


class EspeakSpeech:
    """The speech port filled by espeak-ng.

    A voice process that dies or does not answer in time is started once more; when that fails too, this voice is
    unavailable from then on and says why.

    Args:
        voice: How it speaks.
        timeout_s: How long one line may take [s].
        library: Path of the espeak-ng library; the one in the wheel by default.
    """

    def __init__(self, voice: Voice = CALM, timeout_s: float = 10.0, library: str | None = None) -> None:
        self._voice = voice
        self._timeout_s = timeout_s
        self._library = library or espeakng_loader.get_library_path()
        self._guard = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._why_not: str | None = None
        self._tried = False

    def available(self) -> bool:
        """Tell whether it can speak; the first time this says one word to find out."""
        if not self._tried:
            try:
                self.render("yes", "en")
            except SpeechFailed as failed:
                self._why_not = failed.why
        return self._why_not is None

    def why_not(self) -> str | None:
        """Say why it is not available, for a maintainer, or None."""
        return self._why_not

    def identity(self) -> str:
        """Name voice, settings and everything else that shapes the bytes of a clip."""
        worker = hashlib.sha256(_WORKER.read_bytes()).hexdigest()[:12]
        how = self._voice
        release = metadata.version("espeakng-loader")
        return f"espeak-ng {release} {how.variant} {how.wpm} {how.pitch} {how.pitch_range} {worker}"

    def render(self, text: str, locale: str, voice: str | None = None) -> bytes:
        """Give the text as a WAV file: one channel, 16 bits, 22.05 kHz.

        Args:
            text: What to say.
            locale: Its language, such as `en` or `en-US`.
            voice: Another variant than the one set up.

        Raises:
            SpeechFailed: It cannot, now or ever again.
        """
        request = {
            "text": text,
            "voices": [f"{name}+{voice or self._voice.variant}" for name in _names(locale)],
            "wpm": self._voice.wpm,
            "pitch": self._voice.pitch,
            "range": self._voice.pitch_range,
        }
        line = json.dumps(request).encode() + b"\n"
        with self._guard:
            if self._why_not is not None:
                raise SpeechFailed(self._why_not)
            clip = self._twice(line)
            self._tried = True
            return clip

    def close(self) -> None:
        """End the voice process."""
        with self._guard:
            self._end()

    def _twice(self, line: bytes) -> bytes:
        try:
            return self._asked(line)
        except _Broken:
            self._end()
        try:
            return self._asked(line)
        except _Broken as broken:
            self._end()
            self._tried, self._why_not = True, str(broken)
            raise SpeechFailed(str(broken)) from broken

    def _asked(self, line: bytes) -> bytes:
        process = self._running()
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101
        watch = threading.Timer(self._timeout_s, process.kill)
        watch.start()
        try:
            process.stdin.write(line)
            process.stdin.flush()
            head = json.loads(process.stdout.readline() or b"null")
            clip = process.stdout.read(head["bytes"]) if head and "bytes" in head else b""
        except (OSError, ValueError) as why:
            raise _Broken(f"no answer from the voice process: {why}") from why
        finally:
            watch.cancel()
        if head and "error" in head:
            raise SpeechFailed(head["error"])
        if not head or len(clip) != head["bytes"]:
            raise _Broken("the voice process ended or took too long")
        return clip

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            data = str(Path(espeakng_loader.get_data_path()).parent)
            command = [sys.executable, "-I", "-S", str(_WORKER), self._library, data]
            try:
                self._process = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
                )
            except OSError as why:
                raise _Broken(f"the voice process does not start: {why}") from why
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close_quietly(pipe)


class _Broken(Exception):
    """The voice process is of no more use."""


def _names(locale: str) -> tuple[str, ...]:
    language = locale.lower().replace("_", "-")
    names = _NAMES.get(language, (language,))
    return (*names, language.partition("-")[0]) if "-" in language else names


def _close_quietly(pipe: object) -> None:
    """Close a pipe whose other end may be gone already."""
    close = getattr(pipe, "close", None)
    if close is not None:
        try:
            close()
        except OSError:
            return
