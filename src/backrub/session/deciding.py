"""The desk at which a wish is decided: events are written one by one, and the state follows each at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from backrub.errors import CommandRefused
from backrub.routine import Message, message
from backrub.session.apply import apply
from backrub.session.commands import Role
from backrub.session.events import Event, Length, LengthsChanged, NewSlot, StepsReplaced, WishHeard
from backrub.session.sharing import given, relaid
from backrub.session.state import Slot, State, played_at
from backrub.session.transitions import REFUSALS

__all__ = ["Desk", "new_slot", "refused", "resized"]


@dataclass(slots=True)
class Desk:
    """One decision in the making; thrown away when the wish is refused.

    Attributes:
        state: The state after the events written so far.
        at_ms: Logical time of the decision.
        by: Who made it happen.
        events: What was decided.
        asked_at_ms: Logical time at which it was asked; None: it was not asked, or just now.
    """

    state: State
    at_ms: int
    by: Role = "coach"
    events: list[Event] = field(default_factory=list)
    asked_at_ms: int | None = None

    @property
    def stamp(self) -> tuple[int, int, Role]:
        """The first three fields of the next event."""
        return self.state.seq + 1, self.at_ms, self.by

    @property
    def played_ms(self) -> int:
        """Hands-on time now."""
        return played_at(self.state, self.at_ms)

    @property
    def elapsed_ms(self) -> int:
        """Hands-on time since the current slot began."""
        return self.played_ms - self.state.slot.start_ms

    def emit(self, event: Event) -> None:
        """Write an event."""
        self.state = apply(self.state, event)
        self.events.append(event)

    def answer(self, moment: str, **args: str | float) -> Message | None:
        """Give what is said at once; while hands rest nothing is."""
        return message(moment, **args) if self.state.status == "running" else None

    def heard(self, wish: str, moment: str | None = None, number: int | None = None) -> None:
        """Note a wish that changes nothing but what is said."""
        self.emit(WishHeard(*self.stamp, wish, number, self.answer(moment) if moment else None))

    def resize(
        self,
        reason: str,
        durations: dict[int, int],
        fixed: dict[int, tuple[int, int]] | None = None,
        answer: Message | None = None,
    ) -> None:
        """Let slots become longer or shorter, the later ones in whole strokes, and say so when anything is to say.

        Args:
            reason: Why.
            durations: Wanted times by index [ms].
            fixed: Times and strokes that are exact already.
            answer: What is said.
        """
        first = min((*durations, *(fixed or {})), default=len(self.state.slots))
        lengths = relaid(self.state, first, durations, fixed)
        if lengths or answer is not None:
            self.emit(LengthsChanged(*self.stamp, reason, lengths, answer))

    def cut(self, reason: str, duration_ms: int, strokes: int = 0, answer: Message | None = None) -> None:
        """Let the current slot end earlier and give what that frees to later work.

        Args:
            reason: Why.
            duration_ms: Its new time.
            strokes: The whole strokes in it.
            answer: What is said.
        """
        index = self.state.current or 0
        freed_ms = self.state.slot.duration_ms - duration_ms
        self.resize(
            reason, given(self.state, freed_ms, self.played_ms, index), {index: (duration_ms, strokes)}, answer=answer
        )

    def replace_from(self, reason: str, first: int, slots: tuple[Slot, ...], answer: Message | None = None) -> None:
        """Put other slots in place of everything from one on, if they differ."""
        if slots != self.state.slots[first:] or answer is not None:
            self.emit(StepsReplaced(*self.stamp, reason, first, tuple(new_slot(slot) for slot in slots), answer))


def refused(code: str) -> CommandRefused:
    """Make the refusal for a code of `transitions.REFUSALS`."""
    return CommandRefused(code, REFUSALS[code])


def new_slot(slot: Slot) -> NewSlot:
    """Write a slot as an event carries it."""
    return NewSlot(slot.uid, slot.step, slot.duration_ms, slot.cycle_ms, slot.strokes, slot.announced)


def resized(slots: tuple[Slot, ...], lengths: tuple[Length, ...]) -> tuple[Slot, ...]:
    """Give slots with some lengths changed; their starts are not moved."""
    by_index = {length.index: length for length in lengths}
    return tuple(
        slot
        if (length := by_index.get(index)) is None
        else Slot(
            slot.uid, slot.step, slot.start_ms, length.duration_ms, length.cycle_ms, length.strokes, slot.announced
        )
        for index, slot in enumerate(slots)
    )
