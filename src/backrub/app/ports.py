"""What the use cases need of the world, as protocols; `wiring` says which adapter fills each."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from backrub.app.composing import Composer
from backrub.person import Wishes

if TYPE_CHECKING:
    from backrub.app.planning import Planned
    from backrub.app.replanning import Remainder
    from backrub.session import AdoptPlan

__all__ = [
    "Answer",
    "Clock",
    "Entry",
    "Heartbeat",
    "Ids",
    "Planner",
    "Ports",
    "SessionRecord",
    "SessionStore",
    "Speech",
]


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """What the store knows of a session besides its log.

    Attributes:
        id: Public id, safe in a URL.
        token_sha256: Hash of the secret that proves a client's role; the secret itself is never stored.
        locale: Language of the session.
        wishes: What was wished, with the effects of the health answers in place of the answers.
        created_utc_ms: When it was opened, milliseconds since 1970 UTC.
        kept: Whether the people said it may stay; None while they have not answered.
        ended_utc_ms: When it finished or was stopped, or None.
    """

    id: str
    token_sha256: str
    locale: str
    wishes: Wishes
    created_utc_ms: int
    kept: bool | None = None
    ended_utc_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a session's log as it is written.

    Attributes:
        seq: Its number in the log, from 1.
        at_ms: Logical session time.
        recorded_utc_ms: Wall clock when it was recorded, milliseconds since 1970 UTC.
        record: The event as the engine's codec writes it.
    """

    seq: int
    at_ms: int
    recorded_utc_ms: int
    record: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a client was told about its command; the same id is always told the same.

    Attributes:
        command: The client's own id of the command.
        seq: Number of the last event after it was carried out, or None when refused.
        code: Why it was refused, for programs.
        message: Message id of the refusal, for people.
    """

    command: str
    seq: int | None = None
    code: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """The last sign of life of a session: logical time beside wall clock, both in milliseconds."""

    at_ms: int
    utc_ms: int


class Clock(Protocol):
    """Time, which runs `rate` times as fast as on the wall when a session is only rehearsed."""

    @property
    def rate(self) -> float:
        """Logical seconds per real second."""

    def utc_ms(self) -> int:
        """Give the wall clock, milliseconds since 1970 UTC."""

    def logical_ms(self) -> int:
        """Give a counter that never goes back and runs at `rate` [ms]."""


class Ids(Protocol):
    """Where new names come from."""

    def session(self) -> str:
        """Make a public session id."""

    def token(self) -> str:
        """Make a secret that cannot be guessed."""


class Speech(Protocol):
    """A voice on this machine."""

    def available(self) -> bool:
        """Tell whether it can speak."""

    def identity(self) -> str:
        """Name voice and settings; equal identity and text give equal bytes."""

    def render(self, text: str, locale: str, voice: str | None = None) -> bytes:
        """Give the text as a WAV file."""

    def close(self) -> None:
        """Let go of what speaks."""


class Planner(Protocol):
    """Who makes plans. It may take its time: it is asked on another thread, and the old plan is led meanwhile."""

    def plan(self, wishes: Wishes) -> Planned:
        """Make a routine of wishes; raise `BackrubError` where none can be made."""

    def cycles_s(self, planned: Planned) -> tuple[float | None, ...]:
        """Give how long one stroke of each step lasts on this person's back [s]."""

    def replan(self, remainder: Remainder) -> AdoptPlan:
        """Make the rest of a running session anew; whatever is raised, the old plan and its finish stay."""


class SessionStore(Protocol):
    """Where running and kept sessions live. Futures are done only once what they stand for is on disk."""

    def add(self, record: SessionRecord) -> Future[None]:
        """Write a new session."""

    def append(self, session: str, entries: tuple[Entry, ...], answer: Answer | None) -> Future[None]:
        """Write events and the answer they led to, all or nothing."""

    def beat(self, session: str, heartbeat: Heartbeat) -> Future[None]:
        """Write the sign of life."""

    def end(self, session: str, utc_ms: int | None) -> Future[None]:
        """Note when the session was over, or with None that it goes on after all."""

    def keep(self, session: str) -> Future[None]:
        """Note that the people want it kept."""

    def forget(self, session: str) -> Future[None]:
        """Delete everything of it, so that no byte of it stays in the data folder."""

    def erase(self) -> Future[None]:
        """Delete everything of everyone, in the same way."""

    def find(self, session: str) -> SessionRecord | None:
        """Give a session, or None."""

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Give every session, oldest first."""

    def log(self, session: str) -> tuple[Entry, ...]:
        """Give its events in order."""

    def answers(self, session: str) -> Mapping[str, Answer]:
        """Give what was answered, by command id."""

    def heartbeat(self, session: str) -> Heartbeat | None:
        """Give the last sign of life."""

    def close(self) -> None:
        """Write what is waiting and let go of the data folder."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Every port, filled."""

    store: SessionStore
    clock: Clock
    ids: Ids
    speech: Speech
    planner: Planner = field(default_factory=Composer)
