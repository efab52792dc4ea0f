"""The one owner of a running session: it hands the engine time and commands, writes what comes out, and tells.

Nothing is told to anybody before it is on disk, and nothing is answered twice in two ways.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Literal

from backrub.app.answered import Answered
from backrub.app.later import Later
from backrub.app.listening import Listener, Listeners
from backrub.app.ports import Answer, Entry, Heartbeat, Ports, SessionRecord
from backrub.app.replanning import Remainder
from backrub.errors import BackrubError, CommandRefused, LeaseLost, StoreError
from backrub.routine import Routine
from backrub.session import (
    HONOURED_WHEN_STALE,
    Command,
    Engine,
    Event,
    ReplanWanted,
    Role,
    Setting,
    Timeline,
    View,
    is_stale,
    to_record,
)
from backrub.units import MS_PER_S

__all__ = ["GAP_MS", "Conductor", "Sent"]

BEAT_MS = 1000
"""How often the sign of life is written, and the longest the conductor sleeps [real ms]."""

GAP_MS = 60_000
"""A longer silence than this means that nobody was led: the session comes back paused."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sent:
    """A command as a client sent it.

    Attributes:
        id: The client's own name for it.
        command: What is wanted.
        sent_at_ms: Logical time at the client when it was sent.
        seen: Version of the timeline the client saw.
    """

    id: str
    command: Command
    sent_at_ms: int
    seen: int


class Conductor:
    """Leads one session; every method but `now_ms` runs on the event loop."""

    def __init__(
        self,
        record: SessionRecord,
        engine: Engine,
        ports: Ports,
        later: Later,
        *,
        at_ms: int = 0,
        answers: Mapping[str, Answer],
    ) -> None:
        self.record = record
        self._engine = engine
        self._ports = ports
        self._shift_ms = at_ms - ports.clock.logical_ms()
        self._answers = Answered(record.id, ports.store, answers)
        self._unsaved: list[tuple[tuple[Entry, ...], Answer | None]] = []
        self._writing: Future[None] | None = None
        self._beat_utc_ms = 0
        self._wakes_at_ms: int | None = None
        self._ticked = ports.clock.utc_ms(), ports.clock.logical_ms()
        self._lock = asyncio.Lock()
        self._woken = asyncio.Event()
        self._listeners = Listeners(later, self._cues_on_disk)
        self._replanning: set[asyncio.Task[None]] = set()
        self._there: Counter[Role] = Counter()
        self._closed = False

    # ---- what anybody may ask

    def now_ms(self) -> int:
        """Give the logical time of this session."""
        return self._ports.clock.logical_ms() + self._shift_ms

    @property
    def status(self) -> str:
        """Where the session stands."""
        return self._engine.status

    def view(self) -> View:
        """Give what a screen shows now."""
        return self._engine.view()

    def timeline(self) -> Timeline:
        """Give the cues to come."""
        return self._engine.timeline()

    def setting(self) -> Setting:
        """Give how the coach speaks in this session."""
        return self._engine.setting

    def plan(self) -> Routine:
        """Give the whole plan as it now stands, what is done included; the view has its exact times."""
        placed = self._engine.view().steps
        steps = (replace(one.step, duration_s=round(one.duration_ms / MS_PER_S)) for one in placed)
        plan = self._engine.state.plan
        if plan is None:
            msg = "a conductor's engine has its plan"
            raise ValueError(msg)
        return plan.with_steps(tuple(steps))

    @property
    def watched(self) -> bool:
        """Whether anybody listens."""
        return bool(self._listeners)

    def listen(self) -> Listener:
        """Give a queue on which every change from now on arrives."""
        return self._listeners.join()

    def unlisten(self, listener: Listener) -> None:
        """Send no more changes there."""
        self._listeners.leave(listener)

    # ---- what changes the session

    async def obey(self, sent: Sent) -> Answer:
        """Carry out a command, once, and answer when it is on disk."""
        async with self._lock:
            if known := await self._known(sent):
                return known
            carried_out = any(answer is not None and answer.command == sent.id for _, answer in self._unsaved)
            await self._settle(None if carried_out else self._carry_out(sent))
            answer = await self._known(sent)
        self._wake_earlier()
        return answer or Answer(sent.id, None, "not-saved", "refused-not-saved")

    async def arrive(self, role: Role) -> None:
        """Note that one more device of a role is connected."""
        self._there[role] += 1
        await self._note("join", role)

    async def depart(self, role: Role) -> None:
        """Note that a device of a role is connected no more; the role is away when it was the last."""
        self._there[role] -= 1
        if self._there[role] <= 0:
            await self._note("leave", role)

    async def tick(self) -> None:
        """Let time pass up to now, and write a sign of life when one is due."""
        async with self._lock:
            self._wake_up()
            self._engine.advance(self.now_ms())
            await self._settle(None)
            self._beat()

    async def catch_up(self, played_at_ms: int) -> None:
        """Never be behind what a client has already played to two people."""
        async with self._lock:
            ahead_ms = played_at_ms - self.now_ms()
            if self.status == "running" and 0 < ahead_ms <= GAP_MS * self._ports.clock.rate:
                self._shift_ms += ahead_ms
                self._engine.advance(self.now_ms())
                await self._settle(None)
        self._wake_earlier()

    async def begin(self) -> None:
        """Write and tell what the engine already decided before anybody listened."""
        async with self._lock:
            await self._settle(None)

    async def sign(self) -> None:
        """Write a sign of life now, for who reckons this session's time by it elsewhere."""
        beat = Heartbeat(self.now_ms(), self._ports.clock.utc_ms())
        await _on_disk(self._ports.store.beat(self.record.id, beat))

    async def attend(self) -> None:
        """Keep the session going until the task is cancelled."""
        while True:
            try:
                await self.tick()
            except LeaseLost:
                return
            except Exception as error:  # noqa: BLE001 - two people are being led: one bad second must not end it
                _log.error("a second was lost: %s", type(error).__name__)
            with suppress(TimeoutError):  # not wait_for, which until Python 3.12 could swallow a cancellation
                async with asyncio.timeout(self._pause_s()):
                    await self._woken.wait()
            self._woken.clear()

    async def close(self) -> None:
        """Tell listeners that no more comes, and plan no more."""
        self._closed = True
        for task in tuple(self._replanning):
            task.cancel()
        self._listeners.close()

    # ---- inside

    async def _note(self, kind: Literal["join", "leave"], role: Role) -> None:
        async with self._lock:
            if self._closed:
                return
            now_ms = self.now_ms()
            self._engine.advance(now_ms)
            with suppress(CommandRefused):
                self._engine.receive(Command(kind, by=role), now_ms)
            await self._settle(None)
        self._wake_earlier()

    async def _known(self, sent: Sent) -> Answer | None:
        """Give what was answered before; while nobody can look, only what makes it gentler may be done once more."""
        try:
            return await self._answers.find(sent.id)
        except LeaseLost:
            raise
        except StoreError:
            return None if sent.command.kind in HONOURED_WHEN_STALE else Answer(sent.id, None, "stale", "refused-stale")

    def _carry_out(self, sent: Sent) -> Answer:
        now_ms = self.now_ms()
        self._engine.advance(now_ms)
        if is_stale(sent.command, sent.sent_at_ms, now_ms, self._engine.state.current):
            return Answer(sent.id, None, "stale", "refused-stale")
        try:
            self._engine.receive(sent.command, now_ms, sent.sent_at_ms)
        except CommandRefused as refusal:
            return Answer(sent.id, None, refusal.code, refusal.message)
        return Answer(sent.id, self._engine.seq)

    async def _settle(self, answer: Answer | None) -> None:
        """Write what the engine decided, then tell everybody."""
        events = self._engine.events_emitted()
        entries = self._entries(events)
        if entries or answer:
            self._unsaved.append((entries, answer))
        await self._write()
        if events:
            self._tell(events, entries)
        self._listeners.remind()
        if any(isinstance(event, ReplanWanted) for event in events):
            self._start_replanning(events)

    async def _write(self) -> None:
        """Put events and answers on disk; when that fails the session goes on, but nothing is acknowledged.

        Each answer goes with the events it led to, later ones too: a command whose events are on disk without its
        answer would be carried out again when it is sent again.
        """
        try:
            while self._unsaved:
                await self._write_next()
            await self._note_end()
        except StoreError as error:
            self._writing = None
            if isinstance(error, LeaseLost):  # another server leads: from here nothing more is answered or told
                self._woken.set()
                raise
            _log.error("session not written: %s", error)

    async def _write_next(self) -> None:
        """Write what has waited longest; a write that somebody stopped waiting for is not begun a second time."""
        entries, answer = self._unsaved[0]
        if self._writing is None:
            self._writing = self._ports.store.append(self.record.id, entries, answer)
        await _on_disk(self._writing)
        self._writing = None
        self._unsaved.pop(0)
        if answer:
            self._answers.keep(answer)

    async def _note_end(self) -> None:
        over = self.status in {"finished", "stopped"}
        if over != (self.record.ended_utc_ms is not None):
            ended = self._ports.clock.utc_ms() if over else None
            await _on_disk(self._ports.store.end(self.record.id, ended))
            self.record = replace(self.record, ended_utc_ms=ended)

    def _entries(self, events: Iterable[Event]) -> tuple[Entry, ...]:
        utc_ms = self._ports.clock.utc_ms()
        return tuple(Entry(event.seq, event.at_ms, utc_ms, to_record(event)) for event in events)

    def _tell(self, events: tuple[Event, ...], entries: tuple[Entry, ...]) -> None:
        if not self._listeners:
            self._listeners.forget()
            return
        replanned = any(hasattr(event, "plan") or hasattr(event, "slots") for event in events)
        self._listeners.tell(entries, self._engine.view(), self.plan() if replanned else None)

    def _cues_on_disk(self) -> Timeline | None:
        """Give the cues to come, unless something is being decided or written: whoever is at it settles this."""
        return None if self._lock.locked() else self._engine.timeline()

    def _wake_up(self) -> None:
        """After the machine itself slept, when its wall clock went on and the other stood still: hands rest."""
        utc_ms, clock_ms = self._ports.clock.utc_ms(), self._ports.clock.logical_ms()
        before_utc_ms, before_clock_ms = self._ticked
        rate = self._ports.clock.rate
        slept_ms = utc_ms - before_utc_ms - (clock_ms - before_clock_ms) / rate
        self._ticked = utc_ms, clock_ms
        if slept_ms > GAP_MS:
            last_ms = self._engine.now_ms
            self._shift_ms += int(slept_ms * rate)
            self._engine.resume_at(last_ms, self.now_ms())

    def _beat(self) -> None:
        utc_ms = self._ports.clock.utc_ms()
        alive = self.status == "running" or (self.watched and self.status in {"preparing", "paused"})
        if alive and abs(utc_ms - self._beat_utc_ms) >= BEAT_MS:
            self._beat_utc_ms = utc_ms
            self._ports.store.beat(self.record.id, Heartbeat(self.now_ms(), utc_ms))

    def _wake_earlier(self) -> None:
        """Let whoever attends look at the clock anew, if something is due before they would have woken."""
        deadline_ms = self._engine.next_deadline_ms()
        if deadline_ms is not None and (self._wakes_at_ms is None or deadline_ms < self._wakes_at_ms):
            self._woken.set()

    def _pause_s(self) -> float:
        deadline_ms = self._wakes_at_ms = self._engine.next_deadline_ms()
        if deadline_ms is None:
            return BEAT_MS / MS_PER_S
        real_ms = (deadline_ms - self.now_ms()) / self._ports.clock.rate
        return min(BEAT_MS, max(1.0, real_ms)) / MS_PER_S

    def _start_replanning(self, events: tuple[Event, ...]) -> None:
        """Compose the rest anew on another thread; the old plan is led meanwhile, and a newer wish takes its place."""
        wanted = [event for event in events if isinstance(event, ReplanWanted)][-1]
        for task in tuple(self._replanning):
            task.cancel()
        task = asyncio.create_task(self._replan(Remainder.of(self._engine, wanted, self.record.wishes)))
        self._replanning.add(task)
        task.add_done_callback(self._replanning.discard)

    async def _replan(self, remainder: Remainder) -> None:
        try:
            adoption = await asyncio.to_thread(self._ports.planner.replan, remainder)
        except BackrubError as error:
            _log.info("the old plan stays: %s", error)
            return
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the old plan is there to be led
            _log.error("the old plan stays: %s", type(error).__name__)
            return
        async with self._lock:
            now_ms = self.now_ms()
            self._engine.advance(now_ms)
            with suppress(CommandRefused):
                self._engine.receive(adoption, now_ms)
            with suppress(LeaseLost):
                await self._settle(None)
        self._wake_earlier()


async def _on_disk(written: Future[None]) -> None:
    """Wait until a write is on disk; whoever stops waiting does not stop the write."""
    await asyncio.shield(asyncio.wrap_future(written))
