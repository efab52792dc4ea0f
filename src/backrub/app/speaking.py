"""The shelf of spoken clips: each is known by a hash of voice, language and text before it is rendered."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from backrub.app.ports import Speech

__all__ = ["Shelf"]

BYTES_AT_MOST = 32 * 1024 * 1024
"""Enough for two 20-minute sessions with every answer the coach might give; older clips are rendered again."""

TEXTS_AT_MOST = 4000

FETCHED_AT_ONCE = 2
"""How many clips are fetched at a time: a page that asks for all of them leaves threads for composing."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    locale: str


class Shelf:
    """Rendered speech, made in the background when a plan is made, in memory only.

    The shelf renders nothing but what the coach was about to say: a hash it did not give out itself is unknown to it.
    """

    def __init__(self, speech: Speech, bytes_at_most: int = BYTES_AT_MOST) -> None:
        self._speech = speech
        self._bytes_at_most = bytes_at_most
        self._lines: OrderedDict[str, _Line] = OrderedDict()
        self._clips: OrderedDict[str, bytes] = OrderedDict()
        self._bytes = 0
        self._guard = threading.Lock()
        self._voice: str | None = None
        self._renderer = ThreadPoolExecutor(1, "speech")
        self._fetchers = ThreadPoolExecutor(FETCHED_AT_ONCE, "clips")

    def find_voice(self) -> bool:
        """Tell whether there is a voice; the first time this may take a moment."""
        if self._voice is None:
            self._voice = self._speech.identity() if self._speech.available() else ""
        return bool(self._voice)

    def clip_id(self, text: str, locale: str) -> str | None:
        """Give the address of a line, or None without a voice (or before one was looked for)."""
        if not self._voice:
            return None
        clip = hashlib.sha256(f"{self._voice}\0{locale}\0{text}".encode()).hexdigest()
        with self._guard:
            self._lines[clip] = _Line(text, locale)
            self._lines.move_to_end(clip)
            if len(self._lines) > TEXTS_AT_MOST:
                self._lines.popitem(last=False)
        return clip

    def prepare(self, texts: Iterable[str], locale: str) -> None:
        """Render lines in the background, in the order given."""
        for text in texts:
            if clip := self.clip_id(text, locale):
                self._renderer.submit(self.wav, clip)

    def wav(self, clip: str) -> bytes | None:
        """Give the WAV file of a line the coach made, rendering it now if it is not there yet; else None."""
        with self._guard:
            line = self._lines.get(clip)
            held = self._clips.get(clip)
            if held is not None:
                self._clips.move_to_end(clip)
        if line is None or held is not None:
            return held
        rendered = self._speech.render(line.text, line.locale)
        self._put(clip, rendered)
        return rendered

    def fetch(self, clip: str) -> Future[bytes | None]:
        """Give what `wav` gives, soon, before what is only being prepared."""
        return self._fetchers.submit(self.wav, clip)

    def prepared(self) -> Future[None]:
        """Give a future that is done when all that was asked for so far is rendered."""
        return self._renderer.submit(lambda: None)

    def close(self) -> None:
        """Render nothing more."""
        for threads in (self._renderer, self._fetchers):
            threads.shutdown(wait=True, cancel_futures=True)
        self._speech.close()

    def _put(self, clip: str, rendered: bytes) -> None:
        with self._guard:
            self._bytes += len(rendered) - len(self._clips.pop(clip, b""))
            self._clips[clip] = rendered
            while self._bytes > self._bytes_at_most and len(self._clips) > 1:
                _, oldest = self._clips.popitem(last=False)
                self._bytes -= len(oldest)
