"""What the pages of a session are told of a change: each text is made once, however many pages hear it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar
from weakref import WeakKeyDictionary

from backrub.app.conducting import Conductor
from backrub.app.listening import Change
from backrub.app.speaking import Shelf
from backrub.session import Cue, Patch, Timeline, patch_between
from backrub.wire.live import entry_to_json, patch_to_json, text_of, timeline_to_json, view_to_json
from backrub.words import Words

__all__ = ["Hearing", "Teller", "Tellers"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hearing:
    """How a page hears.

    Attributes:
        locale: In which language.
        everything: Whether it is told cues, log and plan; else only what may be said now.
        voiced: Whether it speaks, and so needs the sound of the cues.
        patches: Whether it takes what changed in a timeline in place of the whole, and a list of messages in one.
    """

    locale: str
    everything: bool = True
    voiced: bool = True
    patches: bool = False


class Teller:
    """Puts the changes of one session into text; it keeps the texts of the last one."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._number = -1
        self._made: dict[tuple[str, ...], object] = {}

    def texts(self, change: Change, hearing: Hearing, words: Words, held: int) -> tuple[str, ...]:
        """Give what goes over the line for a change, in order.

        Args:
            change: What happened.
            hearing: How the page hears.
            words: Its language.
            held: Version of the timeline the page has.
        """
        if change.number != self._number:
            self._made.clear()
            self._number = change.number
        texts = tuple(self._texts(change, hearing, words, held))
        return (f"[{','.join(texts)}]",) if hearing.patches and len(texts) > 1 else texts

    def whole(self, timeline: Timeline, hearing: Hearing, words: Words) -> str:
        """Give all cues to come."""
        return text_of({"timeline": timeline_to_json(timeline, words, self._shelf if hearing.voiced else None)})

    def _texts(self, change: Change, hearing: Hearing, words: Words, held: int) -> Iterator[str]:
        if hearing.everything and change.entries:
            yield from self._once(("events",), lambda: _events(change))
        if (view := change.view) is not None:
            yield self._once(("view", hearing.locale), lambda: text_of({"view": view_to_json(view, words)}))
        if hearing.everything and change.timeline is not None and change.timeline.version > held:
            yield self._cues(change, change.timeline, hearing, words, held)

    def _cues(self, change: Change, timeline: Timeline, hearing: Hearing, words: Words, held: int) -> str:
        before = change.before
        if before is None:
            self._prepare(timeline.cues, hearing, words)
            return self.whole(timeline, hearing, words)
        patch = self._once(("changes",), lambda: patch_between(before, timeline))
        self._prepare(patch.cues, hearing, words)
        if not hearing.patches or before.version != held:
            return self.whole(timeline, hearing, words)
        key = ("patch", hearing.locale, str(hearing.voiced))
        return self._once(key, lambda: self._patch(patch, hearing, words))

    def _patch(self, patch: Patch, hearing: Hearing, words: Words) -> str:
        return text_of({"patch": patch_to_json(patch, words, self._shelf if hearing.voiced else None)})

    def _prepare(self, cues: tuple[Cue, ...], hearing: Hearing, words: Words) -> None:
        """Have what is new rendered before it is due."""
        if hearing.voiced and self._shelf.find_voice():
            lines = (words.text(cue.what) for cue in cues if cue.kind != "show")
            self._once(("sound", hearing.locale), lambda: self._shelf.prepare(dict.fromkeys(lines), hearing.locale))

    def _once(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]  # type: ignore[return-value]  # what one key holds always comes of the same maker


class Tellers:
    """The teller of each session, for as long as it is led."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._of: WeakKeyDictionary[Conductor, Teller] = WeakKeyDictionary()

    def of(self, conductor: Conductor) -> Teller:
        """Give the teller of a session."""
        teller = self._of.get(conductor)
        if teller is None:
            teller = self._of[conductor] = Teller(self._shelf)
        return teller


def _events(change: Change) -> tuple[str, ...]:
    return tuple(text_of({"event": entry_to_json(entry)}) for entry in change.entries)
