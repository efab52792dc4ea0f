"""Who listens to a session, and what they are told: what happened at once, the cues that follow a moment later."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from backrub.app.later import Later
from backrub.app.ports import Entry
from backrub.routine import Routine
from backrub.session import Timeline, View

__all__ = ["BEHIND_AT_MOST", "Change", "Listener", "Listeners"]

BEHIND_AT_MOST = 64
"""A listener that is so many changes behind is gone; it may come back, and is then told how things stand."""


@dataclass(frozen=True, slots=True)
class Change:
    """What listeners are told at once.

    Attributes:
        number: How many changes were told before this one.
        entries: The events, as they were written.
        view: What a screen shows now; None when only the cues changed, which are told after what they follow from.
        timeline: The cues to come, when they changed.
        before: The cues to come as they were told before, when there were any.
        plan: The whole current plan, when it changed.
    """

    number: int
    entries: tuple[Entry, ...]
    view: View | None
    timeline: Timeline | None
    before: Timeline | None
    plan: Routine | None


Listener = asyncio.Queue[Change | None]
"""Where a client's changes wait; None ends them."""


class Listeners:
    """Those who listen to one session.

    Args:
        later: Where cues wait until nobody waits for anything quicker.
        cues: Gives the cues to come, or None while what they follow from may not be on disk; then `remind` is called.
    """

    def __init__(self, later: Later, cues: Callable[[], Timeline | None]) -> None:
        self._later = later
        self._cues = cues
        self._all: set[Listener] = set()
        self._told: Timeline | None = None
        self._count = 0
        self._owes_cues = self._will_tell_cues = self._closed = False

    def __bool__(self) -> bool:
        """Tell whether anybody listens."""
        return bool(self._all)

    def join(self) -> Listener:
        """Give a queue on which every change from now on arrives."""
        listener: Listener = asyncio.Queue(BEHIND_AT_MOST)
        self._all.add(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """Send no more changes there."""
        self._all.discard(listener)

    def tell(self, entries: tuple[Entry, ...], view: View, plan: Routine | None) -> None:
        """Tell what happened and is on disk; its cues follow."""
        self._hand_out(Change(self._count, entries, view, None, None, plan))
        self._tell_cues_later()

    def forget(self) -> None:
        """Nobody listens, and things have changed: whoever comes is told all cues anew."""
        self._told = None

    def remind(self) -> None:
        """Tell the cues that could not be told because something was being written, if there are any."""
        if self._owes_cues:
            self._tell_cues_later()

    def close(self) -> None:
        """Tell that no more comes."""
        self._closed = True
        for listener in self._all:
            _put(listener, None)

    def _tell_cues_later(self) -> None:
        self._owes_cues = True
        if not self._will_tell_cues:
            self._will_tell_cues = True
            self._later.soon(self._tell_cues)

    def _tell_cues(self) -> None:
        self._will_tell_cues = False
        timeline = None if self._closed else self._cues()
        if timeline is None:
            return
        self._owes_cues = False
        before = self._told
        if self._all and (before is None or timeline.version != before.version):
            self._told = timeline
            self._hand_out(Change(self._count, (), None, timeline, before, None))

    def _hand_out(self, change: Change) -> None:
        self._count += 1
        for listener in tuple(self._all):
            if not _put(listener, change):
                self._all.discard(listener)


def _put(listener: Listener, change: Change | None) -> bool:
    """Hand over a change; a listener that does not keep up is told that it ends."""
    try:
        listener.put_nowait(change)
    except asyncio.QueueFull:
        while not listener.empty():
            listener.get_nowait()
        listener.put_nowait(None)
        return False
    return True
