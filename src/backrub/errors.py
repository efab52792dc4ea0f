"""Every error a user can meet, as one tree.

::

    BackrubError
    ├── UsageError            what was asked cannot be read or is out of range: what, where, what instead
    ├── NotTonight            a health answer forbids a rub today; carries the reasons to show
    ├── CommandRefused        a session command that has no meaning now; nothing was changed
    ├── CannotBeDone          a stroke that this body, place or contact does not allow
    └── StoreError            what is kept cannot be read or written
        ├── StoreFull         there is no room where it would be kept
        └── LeaseLost         another server leads this session now; nothing was written

Each class carries fields and builds its sentence in ``__str__``. A *finding* about a routine is a value, never an
exception. One handler per shell turns these into an exit code (``cli``) or problem JSON (``web``).
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "BackrubError",
    "CannotBeDone",
    "CommandRefused",
    "LeaseLost",
    "NotTonight",
    "StoreError",
    "StoreFull",
    "UsageError",
]


class BackrubError(Exception):
    """The root: never raised itself."""


@dataclass(eq=False, slots=True)
class UsageError(BackrubError):
    """What was asked cannot be read, or lies outside what is allowed.

    Attributes:
        what: What is wrong, with the value seen.
        where: The field, file and line, or option it stands in.
        instead: What to write instead.
    """

    what: str
    where: str = ""
    instead: str = ""

    def __str__(self) -> str:
        """Say where, what and what instead, in that order."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}. {self.instead}." if self.instead else f"{head}."


@dataclass(eq=False, slots=True)
class NotTonight(BackrubError):
    """A health answer forbids a rub today.

    Attributes:
        reasons: Message ids that say why, in kind words, the gravest first.
        emergency: Whether the answer is to call for help now.
    """

    reasons: tuple[str, ...]
    emergency: bool = False

    def __str__(self) -> str:
        """Name the reasons by id; shells render them."""
        return f"no rub today: {', '.join(self.reasons)}"


@dataclass(eq=False, slots=True)
class CommandRefused(BackrubError):
    """A session command that has no meaning now; nothing was changed.

    Attributes:
        code: A stable word for programs, such as `not-running` or `stale`.
        message: Message id of the sentence for people.
    """

    code: str
    message: str

    def __str__(self) -> str:
        """Name the code."""
        return f"command refused: {self.code}"


@dataclass(eq=False, slots=True)
class CannotBeDone(BackrubError):
    """A stroke that this body, place or contact does not allow.

    Attributes:
        technique: Technique id.
        area: Area id.
        reason: Message id of the reason.
    """

    technique: str
    area: str
    reason: str

    def __str__(self) -> str:
        """Name the stroke, the place and the reason."""
        return f"{self.technique} on {self.area} cannot be done: {self.reason}"


@dataclass(eq=False, slots=True)
class StoreError(BackrubError):
    """What is kept cannot be read or written.

    Attributes:
        what: What failed.
        path: The file or folder, or the database without its secrets.
        instead: What the user can do.
    """

    what: str
    path: str
    instead: str

    def __str__(self) -> str:
        """Say what failed, where, and what to do."""
        return f"{self.path}: {self.what}. {self.instead}."


class StoreFull(StoreError):
    """There is no room where it would be kept; what is kept already is whole."""


class LeaseLost(StoreError):
    """Another server leads this session now; nothing was written."""
