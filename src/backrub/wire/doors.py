"""The second listener of a session, as the giver's page asks for it and is told of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from backrub.app.joining import Invitation, Pass
from backrub.session import Role
from backrub.units import MS_PER_S
from backrub.wire.mapping import JsonObject, read

__all__ = ["DoorAsked", "PassIn", "door_asked_from_json", "door_to_json", "invitation_to_json"]

Guest = Literal["receiver", "watcher", "giver"]


@dataclass(frozen=True, slots=True)
class PassIn:
    """A pass as the giver's page remembers it: its name, its role, the hash of its secret."""

    id: Annotated[str, Field(max_length=64)]
    role: Guest
    sha256: Annotated[str, Field(max_length=64)]
    here: bool = False


@dataclass(frozen=True, slots=True)
class DoorAsked:
    """What the giver's page asks for.

    Attributes:
        role: Whom the new code lets in: `receiver`, `watcher`, or `giver` for a second screen; null makes no code.
        address: Which of this machine's addresses the picture holds; the likeliest when null.
        port: Where the door was before the server was started anew.
        passes: Who had been let in before that.
    """

    role: Guest | None = None
    address: Annotated[str, Field(max_length=64)] | None = None
    port: Annotated[int, Field(ge=0, le=65535)] = 0
    passes: Annotated[tuple[PassIn, ...], Field(max_length=16)] = ()


def door_asked_from_json(data: object) -> DoorAsked:
    """Read what the giver's page asks for.

    Raises:
        Unreadable: It cannot be read.
    """
    return read(DoorAsked, data, "a door")


def door_to_json(
    port: int, urls: Iterable[str], passes: Iterable[tuple[Pass, bool]], *, invited: Iterable[Role], locked: bool
) -> JsonObject:
    """Give an open door; a pass goes without its secret, which only its device knows.

    Args:
        port: Where it is.
        urls: The addresses a phone may open.
        passes: Who was let in, and whether they are connected.
        invited: The roles for which there is a code that is still good.
        locked: Whether nobody is let in until there is a new code.
    """
    return {
        "port": port,
        "addresses": list(urls),
        "passes": [{"id": one.id, "role": one.role, "sha256": one.sha256, "here": here} for one, here in passes],
        "invited": list(invited),
        "locked": locked,
    }


def invitation_to_json(invitation: Invitation, url: str, picture: str, now_ms: int) -> JsonObject:
    """Give a new code, as text, as an address and as a picture of the address."""
    return {
        "role": invitation.role,
        "code": invitation.code,
        "url": url,
        "picture": picture,
        "expires_in_s": (invitation.until_ms - now_ms) // MS_PER_S,
    }
