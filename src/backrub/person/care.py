"""What health answers allow tonight: only effects leave this module, never the answers themselves.

*Based on* the rows of `data/health.toml`, each with its source and certainty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from backrub.data import load
from backrub.errors import NotTonight, UsageError

__all__ = ["CONDITIONS", "Answered", "Care", "Health", "care_for", "conditions_on_line"]

Answered = Literal["unanswered", "none", "something"]


@dataclass(frozen=True, slots=True)
class Health:
    """Answers to the one health line; never stored, only their effects are.

    Attributes:
        answered: `unanswered`, `none` or `something`.
        conditions: Ids of rows of `data/health.toml`, when the person said which.
    """

    answered: Answered = "unanswered"
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Care:
    """What may be done tonight.

    Attributes:
        cap: Highest felt pressure of a stroke.
        holds: Whether tender spots may be held.
        lean: Whether the giver may put body weight behind a stroke.
        tapping: Whether tapping is allowed.
        waist: Whether the waist may be worked.
        pointed: Whether fingers, a single knuckle or thumbs may press.
        prone: Whether the receiver may lie on the front.
        effects: Message ids that say to both what is done differently; they never say why.
    """

    cap: float = 6
    holds: bool = True
    lean: bool = True
    tapping: bool = True
    waist: bool = True
    pointed: bool = True
    prone: bool = True
    effects: tuple[str, ...] = ()


_MAY = ("holds", "lean", "tapping", "waist", "pointed", "prone")
_TABLE: dict[str, dict[str, dict[str, Any]]] = load("health")

CONDITIONS: Mapping[str, Mapping[str, Any]] = MappingProxyType(_TABLE["conditions"])
"""Every condition by id, as its row of the table."""


@cache
def conditions_on_line() -> tuple[str, ...]:
    """Give the conditions named in the one line of the first page, in its order."""
    return tuple(name for name, row in CONDITIONS.items() if row.get("on_line", False))


def care_for(health: Health) -> Care:
    """Turn answers into what may be done; several answers merge to the most careful.

    Naming conditions answers the line: the row of `something` counts only while nobody says what it is.

    Raises:
        NotTonight: An answer forbids a rub today, or is an emergency.
        UsageError: A condition is not in the table.
    """
    for name in health.conditions:
        if name not in CONDITIONS:
            raise UsageError(f"no condition is called {name!r}", "health", f"Use one of: {', '.join(CONDITIONS)}")
    _refuse(health.conditions)
    named = [CONDITIONS[name] for name in health.conditions]
    answer = _TABLE["answers"]["none" if named and health.answered == "something" else health.answered]
    rows = [answer, *named]
    return Care(
        cap=min(float(row.get("cap", _TABLE["answers"]["none"]["cap"])) for row in rows),
        effects=tuple(dict.fromkeys(effect for row in rows for effect in row["effects"])),
        **{may: all(row.get(may, True) for row in rows) for may in _MAY},
    )


def _refuse(conditions: Iterable[str]) -> None:
    forbidding = [name for name in conditions if not CONDITIONS[name].get("tonight", True)]
    emergencies = [name for name in forbidding if CONDITIONS[name].get("emergency", False)]
    if forbidding:
        gravest_first = emergencies + [name for name in forbidding if name not in emergencies]
        raise NotTonight(tuple(f"not-tonight-{name}" for name in gravest_first), emergency=bool(emergencies))
