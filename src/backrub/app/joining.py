"""Who may join a session with a second device: codes to be let in once, the passes they are changed for, and patience.

A code is short enough to read aloud, so it is never a secret by itself: it is good once, for ten minutes, and whoever
guesses waits longer each time until nobody is let in before the giver asks for a new one. A pass is 256 random bits.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field

from backrub.session import Role

__all__ = [
    "ALPHABET",
    "CODE_LENGTH",
    "GUESTS",
    "GuestList",
    "Invitation",
    "Pass",
    "Refused",
    "code_from",
    "digest",
    "tidy",
]

ALPHABET = "ACDEFGHJKMNPQRTUVWXY3479"
"""Letters and digits that are not taken for each other, by eye or by ear: no 0 O, 1 I L, 2 Z, 5 S, 6 8 B."""

CODE_LENGTH = 6
"""24 to the power of 6 codes: with `TRIES_IN_ALL` guesses the odds are one in nine million."""

GUESTS: frozenset[Role] = frozenset(("receiver", "watcher", "giver"))
"""Who may be invited; `giver` is a second screen for the one who gives."""

GOOD_FOR_MS = 10 * 60 * 1000
FREE_TRIES = 2
"""Wrong codes that cost nothing: one hand may slip."""

FIRST_WAIT_MS = 2000
"""How long an address waits after that; each further wrong code doubles it."""

LONGEST_WAIT_MS = 60_000
TRIES_IN_ALL = 20
"""Wrong codes, from anywhere, after which nobody is let in until the giver makes a new code."""

PASSES_AT_MOST = 16
ADDRESSES_AT_MOST = 256


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code that lets one device in.

    Attributes:
        role: What the device will be.
        code: Six characters of `ALPHABET`.
        until_ms: When it is good no more, wall clock.
    """

    role: Role
    code: str
    until_ms: int


@dataclass(frozen=True, slots=True)
class Pass:
    """What one device was let in with; the secret itself is not kept.

    Attributes:
        id: A public name, by which it is taken back.
        role: What the device is.
        sha256: Hash of the secret.
    """

    id: str
    role: Role
    sha256: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Not let in.

    Attributes:
        wait_ms: How long to wait before the next try; None: a wrong code, and one may try again.
        locked: Whether nobody is let in until the giver makes a new code.
    """

    wait_ms: int | None = None
    locked: bool = False


@dataclass(slots=True)
class _Tries:
    wrong: int = 0
    until_ms: int = 0


@dataclass(slots=True)
class GuestList:
    """Who may join one session. It has no clock: times are handed in."""

    _invitations: dict[Role, Invitation] = field(default_factory=dict)
    _passes: dict[str, Pass] = field(default_factory=dict)
    _tries: dict[str, _Tries] = field(default_factory=dict)
    _wrong: int = 0

    @property
    def passes(self) -> tuple[Pass, ...]:
        """Every pass that is good, oldest first."""
        return tuple(self._passes.values())

    @property
    def locked(self) -> bool:
        """Whether so many wrong codes came that nobody is let in."""
        return self._wrong >= TRIES_IN_ALL

    def invite(self, role: Role, secret: str, now_ms: int) -> Invitation:
        """Make a code for one device; an older one for the same role is good no more.

        Args:
            role: What the device will be.
            secret: Fresh randomness.
            now_ms: Wall clock.
        """
        self._wrong = 0
        self._invitations[role] = Invitation(role, code_from(secret), now_ms + GOOD_FOR_MS)
        return self._invitations[role]

    def invited(self, role: Role, now_ms: int) -> bool:
        """Tell whether a code for a role is still good."""
        invitation = self._invitations.get(role)
        return invitation is not None and now_ms < invitation.until_ms and not self.locked

    def enter(self, code: str, address: str, secret: str, now_ms: int) -> Pass | Refused:
        """Change a code for a pass.

        Args:
            code: As somebody typed it.
            address: Where they are; wrong codes count there and in all.
            secret: The new pass's secret; its hash is kept.
            now_ms: Wall clock.
        """
        tries = self._tries.get(address, _Tries())
        if self.locked:
            return Refused(LONGEST_WAIT_MS, locked=True)
        if now_ms < tries.until_ms:
            return Refused(tries.until_ms - now_ms)
        role = self._spend(tidy(code), now_ms)
        if role is None:
            self._count_wrong(address, tries, now_ms)
            return Refused(locked=self.locked)
        self._tries.pop(address, None)
        return self._admit(Pass(digest(f"name {secret}")[:12], role, digest(secret)))

    def take_back_in(self, passes: Iterable[Pass]) -> None:
        """Make passes good again that were given before the server was started anew."""
        for one in passes:
            self._admit(one)

    def role_of(self, secret: str) -> Pass | None:
        """Give the pass behind a secret, or None."""
        asked = digest(secret)
        found = None
        for one in self._passes.values():
            if hmac.compare_digest(one.sha256, asked):
                found = one
        return found

    def revoke(self, name: str) -> bool:
        """Take a pass back; tell whether there was one."""
        return self._passes.pop(name, None) is not None

    def _admit(self, one: Pass) -> Pass:
        self._passes[one.id] = one
        while len(self._passes) > PASSES_AT_MOST:
            self._passes.pop(next(iter(self._passes)))
        return one

    def _spend(self, code: str, now_ms: int) -> Role | None:
        """Use up the invitation a code belongs to; every one is compared, so that time tells nothing."""
        found: Role | None = None
        for role, invitation in self._invitations.items():
            if hmac.compare_digest(invitation.code.encode(), code.encode()) and now_ms < invitation.until_ms:
                found = role
        if found is not None:
            del self._invitations[found]
        return found

    def _count_wrong(self, address: str, tries: _Tries, now_ms: int) -> None:
        self._wrong += 1
        tries.wrong += 1
        if tries.wrong > FREE_TRIES:
            tries.until_ms = now_ms + min(LONGEST_WAIT_MS, FIRST_WAIT_MS << (tries.wrong - FREE_TRIES - 1))
        self._tries[address] = tries
        while len(self._tries) > ADDRESSES_AT_MOST:
            self._tries.pop(next(iter(self._tries)))


def code_from(secret: str) -> str:
    """Give the code that a secret stands for; each is as likely as another, but for one part in 10^68."""
    number = int(digest(f"code {secret}"), 16)
    letters = []
    for _ in range(CODE_LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)


def tidy(code: str) -> str:
    """Give a code as it was meant: capitals, without the gaps people put in."""
    return "".join(letter for letter in code.upper() if letter in ALPHABET)[: CODE_LENGTH + 1]


def digest(secret: str) -> str:
    """Give the hash of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
