"""What the use cases need of the world, as protocols; `wiring` says which adapter fills each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol

from backrub.app.cards import Cards, HeldCards
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
    "Lease",
    "News",
    "Note",
    "NoteKind",
    "Peers",
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


@dataclass(frozen=True, slots=True)
class Lease:
    """Which server leads a session.

    Attributes:
        session: The session.
        server: The server's name.
        generation: Counts how often the session has changed hands; only the newest may write.
    """

    session: str
    server: str
    generation: int


@dataclass(frozen=True, slots=True)
class News:
    """What has happened in a session that another server leads.

    Attributes:
        entries: The events after the one asked from.
        heartbeat: The last sign of life.
        answers: What was answered to the commands asked about, by command id.
    """

    entries: tuple[Entry, ...]
    heartbeat: Heartbeat | None
    answers: Mapping[str, Answer]


NoteKind = Literal["changed", "taken", "free", "gone", "missed", "follow", "wish", "arrive", "depart", "played"]
"""To all: a session has changed, was taken, is free, is gone. To its owner: what devices elsewhere do. `missed` is said
by a server to itself when it did not hear the others for a while."""


@dataclass(frozen=True, slots=True)
class Note:
    """What one server tells the others; it may be lost, so nothing may depend on it that is not asked for again.

    Attributes:
        kind: What it is about.
        session: The session, or an empty text.
        sender: The server that says it.
        body: More, as JSON has it.
    """

    kind: NoteKind
    session: str = ""
    sender: str = ""
    body: Mapping[str, Any] = field(default_factory=dict)


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

    def answer(self, session: str, command: str) -> Answer | None:
        """Give what was answered to one command, or None."""

    def heartbeat(self, session: str) -> Heartbeat | None:
        """Give the last sign of life."""

    def close(self) -> None:
        """Write what is waiting and let go of the data folder."""


class Peers(Protocol):
    """The servers that share one store, this one among them. Its methods wait for the database."""

    @property
    def name(self) -> str:
        """This server's name, which no other has or had."""

    @property
    def term_s(self) -> float:
        """How long a server counts as alive, and keeps its leases, after it was last renewed [s]."""

    def renew(self) -> frozenset[str]:
        """Be alive for another term; give the names of all servers that are."""

    def claim(self, session: str) -> Lease | None:
        """Take a session that nobody alive leads; give the lease as it then stands, or None: no such session."""

    def release(self, lease: Lease) -> None:
        """Let any server take a session, if the lease is still the newest."""

    def under(self, lease: Lease) -> SessionStore:
        """Give the store as it is while a lease is the newest; after that its writes end in `LeaseLost`."""

    def led(self) -> frozenset[str]:
        """Give the sessions that some server alive leads."""

    def news(self, session: str, after_seq: int, asked: frozenset[str]) -> News:
        """Give what a follower does not know yet.

        Args:
            session: The session.
            after_seq: The last event it knows.
            asked: Commands that it waits for an answer to.
        """

    def hear(self, heard: Callable[[Note], object]) -> None:
        """Have every note of the others handed over, on a thread of its own."""

    def tell(self, note: Note, to: str | None = None) -> None:
        """Say something to one server, or to all others; returns at once."""

    def leave(self) -> None:
        """Be gone: every lease of this server is free at once."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Every port, filled.

    Attributes:
        peers: The servers that share the store, or None: this process owns it alone.
    """

    store: SessionStore
    clock: Clock
    ids: Ids
    speech: Speech
    planner: Planner = field(default_factory=Composer)
    cards: Cards = field(default_factory=HeldCards)
    peers: Peers | None = None
