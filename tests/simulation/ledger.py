"""Reads a whole log as an accountant would: hands-on time, holds, check-ins and the finish, from the events alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from backrub.app.ports import Entry
from backrub.routine import Step
from backrub.session import Event, PlanAdopted, from_record
from backrub.session import events as ev
from backrub.technique.limits import FINISH_SHORT_S, HOLD_MAX_S, MAX_HOLDS, check_ins_allowed
from backrub.units import ms

__all__ = ["events_of", "faults_in"]


def events_of(log: Iterable[Entry]) -> list[Event]:
    """Give the events of a log."""
    return [from_record(dict(entry.record)) for entry in log]


@dataclass
class _Account:
    """What the events so far add up to; times are hands-on, but for those that end in `_at_ms`."""

    steps: list[tuple[Step, int]] = field(default_factory=list)
    since_at_ms: int | None = None
    played_ms: int = 0
    still_ms: int | None = None
    holds: int = 0
    asked: int = 0
    allowed: int = 0
    hushed: bool = False
    step: Step | None = None
    finish_from_ms: int | None = None
    last_at_ms: int = 0
    spots: int = 0
    wished_ms: int = 0
    rested_at_ms: int = 0

    def now_ms(self, at_ms: int) -> int:
        return self.played_ms + (0 if self.since_at_ms is None else at_ms - self.since_at_ms)

    def rest(self, at_ms: int) -> None:
        self.played_ms, self.since_at_ms = self.now_ms(at_ms), None


def faults_in(log: Sequence[Entry]) -> Iterator[str]:
    """Say what in a log does not hold."""
    account = _Account()
    for number, event in enumerate(events_of(log), 1):
        if event.seq != number:
            yield f"event {event.seq} stands at place {number} of the log"
        if event.at_ms < account.last_at_ms:
            yield f"event {number} happened before the one it follows"
        account.last_at_ms = event.at_ms
        yield from _book(account, event)
    if account.holds > MAX_HOLDS:
        yield f"{account.holds} spots were held"
    if account.asked > account.allowed:
        yield f"{account.asked} check-ins, {account.allowed} allowed"


def _book(account: _Account, event: Event) -> Iterator[str]:
    match event:
        case ev.SessionPlanned():
            durations = {length.index: length.duration_ms for length in event.lengths}
            account.steps = [(step, durations[index]) for index, step in enumerate(event.plan.steps)]
            account.allowed = check_ins_allowed(event.plan.duration_s)
            account.spots = event.spots
        case ev.LengthsChanged():
            for length in event.lengths:
                account.steps[length.index] = account.steps[length.index][0], length.duration_ms
        case ev.StepsReplaced() | PlanAdopted():
            account.steps[event.first :] = [(slot.step, slot.duration_ms) for slot in event.slots]
        case ev.FirstTouch() | ev.Resumed():
            account.since_at_ms = event.at_ms
        case ev.Paused() | ev.Stopped():
            account.rest(event.at_ms)
        case ev.HushBegan():
            account.hushed = True
        case ev.SpotClosed():
            account.spots = event.spots_left
    yield from _watch_place(account, event)
    yield from _watch_steps(account, event)
    yield from _watch_holds(account, event)
    if isinstance(event, PlanAdopted) or (event.by != "coach" and not isinstance(event, ev.Joined | ev.Left)):
        account.wished_ms = account.now_ms(event.at_ms)


def _watch_place(account: _Account, event: Event) -> Iterator[str]:
    """Hands are where they came to rest, never before anybody's last wish; or where they went on to from there."""
    if not isinstance(event, ev.PlaceCorrected):
        return
    most_ms = account.now_ms(event.at_ms)
    if account.since_at_ms is None:
        most_ms += event.at_ms - account.rested_at_ms
    if not account.wished_ms <= event.played_ms <= max(most_ms, account.wished_ms):
        yield f"hands were put at {event.played_ms}, not from {account.wished_ms} to {most_ms}"
    account.steps[event.first :] = [(slot.step, slot.duration_ms) for slot in event.slots]
    account.step = account.steps[event.index][0]
    account.played_ms, account.since_at_ms, account.still_ms = event.played_ms, None, None
    account.rested_at_ms = event.since_ms
    account.asked, account.holds, account.spots = (
        event.asked,
        account.holds + account.spots - event.spots_left,
        event.spots_left,
    )
    worked_ms = sum(length for step, length in account.steps if step.phase != "finish")
    account.finish_from_ms = worked_ms if event.played_ms >= worked_ms else None


def _watch_steps(account: _Account, event: Event) -> Iterator[str]:
    now_ms = account.now_ms(event.at_ms)
    match event:
        case ev.StepBegan():
            account.step = account.steps[event.index][0]
            if sum(length for _, length in account.steps[: event.index]) != now_ms:
                yield f"step {event.index} began at {now_ms}"
            if account.step.phase == "finish" and account.finish_from_ms is None:
                account.finish_from_ms = now_ms
        case ev.CheckInAsked():
            account.asked += 1
            if account.hushed:
                yield "somebody was asked after hush"
            if account.step is not None and account.step.phase == "finish":
                yield "somebody was asked in the finish"
        case ev.Finished():
            yield from _watch_the_end(account, now_ms)


def _watch_the_end(account: _Account, now_ms: int) -> Iterator[str]:
    if now_ms != sum(length for _, length in account.steps):
        yield f"it finished at {now_ms}"
    if account.finish_from_ms is None:
        yield "it ended without its finish"
    elif now_ms - account.finish_from_ms < ms(FINISH_SHORT_S):
        yield f"its finish lasted {now_ms - account.finish_from_ms} ms"


def _watch_holds(account: _Account, event: Event) -> Iterator[str]:
    if not isinstance(event, ev.HoldStageBegan | ev.HoldLeft | ev.Paused | ev.Stopped):
        return
    now_ms = account.now_ms(event.at_ms)
    if account.still_ms is not None and now_ms - account.still_ms > ms(HOLD_MAX_S):
        yield f"a spot was held for {now_ms - account.still_ms} ms"
    if not isinstance(event, ev.HoldStageBegan) or event.stage in ("seek", "release", "broad"):
        account.still_ms = None
    elif event.stage == "still" and account.still_ms is None:
        account.still_ms, account.holds = now_ms, account.holds + 1
