"""Faults planted on purpose, each one promise of the product broken: a simulation that finds none is blind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any
from unittest.mock import patch

from backrub.app import conducting
from backrub.app.answered import Answered
from backrub.app.conducting import Conductor, Sent
from backrub.app.ports import Answer
from backrub.routine import Message
from backrub.session import adopting, decide, decide_flow, decide_plan, substitutes, timeline_of
from backrub.session import hold as holding
from backrub.session.commands import Command
from backrub.session.deciding import Desk
from backrub.session.script import budgeting
from backrub.session.sharing import taken
from backrub.session.shortening import shortened
from backrub.session.state import Hold, Slot, State

__all__ = ["MUTATIONS", "Mutation"]

TOO_LONG_MS = 120_000


@dataclass(frozen=True, slots=True)
class Mutation:
    """One fault.

    Attributes:
        plant: Plants it for as long as a context is open.
        shows: A part of what is said when it is found.
        unsynced: Whether the disk calls a write done before it is.
        first: The evening from which on it is looked for: some show themselves rarely.
    """

    plant: Callable[[], AbstractContextManager[Any]]
    shows: str
    unsynced: bool = False
    first: int = 0


@contextmanager
def _nothing() -> Iterator[None]:
    yield


def _lose_the_finish() -> AbstractContextManager[Any]:
    def cut(state: State, first: int, length_ms: int, base: str) -> tuple[Slot, ...]:
        return tuple(slot for slot in shortened(state, first, length_ms, base) if slot.step.phase != "finish")

    return patch("backrub.session.decide_plan.shortened", cut)


def _take_a_plan_without_an_end() -> AbstractContextManager[Any]:
    def adopt(desk: Desk, wish: Any) -> None:  # noqa: ANN401 - the engine's own wish
        steps = tuple(replace(step, phase="work") for step in wish.plan.steps[:-1]) or wish.plan.steps
        last = (*steps[:-1], replace(steps[-1], phase="finish"))
        spoilt = replace(wish.plan, steps=last, duration_s=sum(step.duration_s for step in last))
        real(desk, replace(wish, plan=spoilt, cycles_s=()))

    real = adopting.adopt
    return patch.object(decide, "adopt", adopt)


def _acknowledge_before_it_is_written() -> AbstractContextManager[Any]:
    async def hasty(self: Conductor) -> None:
        entries, answer = self._unsaved.pop(0)
        self._ports.store.append(self.record.id, entries, answer)
        if answer:
            self._answers.keep(answer)

    return patch.object(Conductor, "_write_next", hasty)


def _accept_what_is_stale() -> AbstractContextManager[Any]:
    return patch.object(conducting, "is_stale", lambda *_: False)


def _drop_every_late_command() -> AbstractContextManager[Any]:
    def late(command: Command, sent_at_ms: int, now_ms: int, step: int | None) -> bool:
        return now_ms - sent_at_ms > 1_000 or command.step != step

    return patch.object(conducting, "is_stale", late)


def _answer_each_time_anew() -> AbstractContextManager[Any]:
    async def obey(self: Conductor, sent: Sent) -> Answer:
        async with self._lock:
            answer = self._carry_out(sent)
            await self._settle(answer)
        self._woken.set()
        return answer

    return patch.object(Conductor, "obey", obey)


def _forget_old_answers() -> AbstractContextManager[Any]:
    async def find(self: Answered, command: str) -> Answer | None:
        return self.get(command)

    return patch.object(Answered, "find", find)


def _skip_what_was_rested() -> AbstractContextManager[Any]:
    return patch.object(decide_flow, "were_at_rest", lambda _desk: False)


def _instead(kind: str, handler: Callable[[Desk, Command], None]) -> AbstractContextManager[Any]:
    handlers: Mapping[str, Callable[[Desk, Command], None]] = MappingProxyType({**decide.HANDLERS, kind: handler})
    return patch.object(decide, "HANDLERS", handlers)


def _forget_softer() -> AbstractContextManager[Any]:
    return _instead("softer", lambda desk, _: desk.heard("softer", "softer"))


def _let_a_plan_undo_softer() -> AbstractContextManager[Any]:
    return patch.object(adopting, "_no_harder", lambda _, slot: slot)


def _think_before_stopping() -> AbstractContextManager[Any]:
    return _instead("stop", lambda desk, _: desk.heard("stop", "pause-giver"))


def _hold_for_two_minutes() -> AbstractContextManager[Any]:
    def still(desk: Desk, hold: Hold, answer: Message | None) -> None:
        index, slot = desk.state.current or 0, desk.state.slot
        desk.resize("hold", {}, {index: (slot.duration_ms + TOO_LONG_MS, 0)})
        holding._stage(desk, "still", desk.played_ms + TOO_LONG_MS, hold.pressure, hold, answer)
        holding._count(desk)

    return patch.object(holding, "_still", still)


def _forget_hush() -> AbstractContextManager[Any]:
    return _instead("hush", lambda desk, _: desk.heard("hush", "hush"))


def _go_where_it_was_said_not_to() -> AbstractContextManager[Any]:
    return patch.multiple(timeline_of, is_left=lambda *_: False)


def _keep_on_going_there() -> AbstractContextManager[Any]:
    @contextmanager
    def planted() -> Iterator[None]:
        with (
            _go_where_it_was_said_not_to(),
            patch.object(decide_plan, "elsewhere", lambda _, slot: slot),
            patch.object(adopting, "elsewhere", lambda _, slot: slot),
        ):
            yield

    return planted()


def _lead_a_hold_that_is_over() -> AbstractContextManager[Any]:
    return patch.object(timeline_of, "warped", lambda *_: None)


def _say_one_thing_over_another() -> AbstractContextManager[Any]:
    return patch.object(budgeting, "_spoken_ms", lambda *_words, **_asks: 0)


def _lose_a_minute() -> AbstractContextManager[Any]:
    def less(state: State, need_ms: int, played_ms: int, beyond: int) -> dict[int, int] | None:
        durations = taken(state, need_ms, played_ms, beyond)
        return durations and {index: there_ms - 60_000 for index, there_ms in durations.items()}

    return patch("backrub.session.decide_time.taken", less)


def _reach_from_anywhere() -> AbstractContextManager[Any]:
    return patch.object(substitutes, "_works_from", lambda *_: True)


MUTATIONS: Mapping[str, Mutation] = MappingProxyType(
    {
        "lose-the-finish": Mutation(_lose_the_finish, "finish"),
        "end-hard": Mutation(_take_a_plan_without_an_end, "it ends at"),
        "skip-a-sync": Mutation(_nothing, "before it was written", unsynced=True),
        "acknowledge-early": Mutation(_acknowledge_before_it_is_written, "before it was written"),
        "accept-stale": Mutation(_accept_what_is_stale, "a stale"),
        "drop-what-is-late": Mutation(_drop_every_late_command, "dropped as stale"),
        "answer-twice": Mutation(_answer_each_time_anew, "carried out twice"),
        "forget-old-answers": Mutation(_forget_old_answers, "carried out twice", first=10),
        "skip-a-rest": Mutation(_skip_what_was_rested, "hands rested at"),
        "forget-softer": Mutation(_forget_softer, "softer left"),
        "undo-softer": Mutation(_let_a_plan_undo_softer, "against Promise", first=230),
        "think-before-stopping": Mutation(_think_before_stopping, "after stop it is running"),
        "hold-for-two-minutes": Mutation(_hold_for_two_minutes, "is held for"),
        "forget-hush": Mutation(_forget_hush, "after hush"),
        "go-where-not-to": Mutation(_keep_on_going_there, "against Promise"),
        "lead-what-is-over": Mutation(_lead_a_hold_that_is_over, "leads a hold that is over", first=30),
        "talk-over": Mutation(_say_one_thing_over_another, "is said over"),
        "lose-time": Mutation(_lose_a_minute, "lasts -", first=30),
        "reach-from-anywhere": Mutation(_reach_from_anywhere, "no hands can be drawn", first=20),
    }
)
"""Every fault, by its name."""
