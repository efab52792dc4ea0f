"""What health answers allow tonight: only effects leave this module, never the answers themselves.

*Based on* the rows of `data/health.toml`, each with its source and certainty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, cast

from backrub.data import load
from backrub.errors import NotTonight, UsageError

__all__ = [
    "CONDITIONS",
    "Action",
    "Answer",
    "Answered",
    "Care",
    "Health",
    "answers_to",
    "care_for",
    "conditions_on_line",
    "screen",
]

Answered = Literal["unanswered", "none", "something"]
Action = Literal["call", "doctor", "later", "skip", "light", "position", "oil", "talk"]


@dataclass(frozen=True, slots=True)
class Health:
    """Answers to the one health line, or to the full screen; never stored, only their effects are.

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
        clothed: Whether it must be through clothes.
        most_minutes: Longest rub, or None.
        without: What oil or lotion must be free of: nuts, scent, latex.
        effects: Message ids that say to both what is done differently; they never say why.
    """

    cap: float = 6
    holds: bool = True
    lean: bool = True
    tapping: bool = True
    waist: bool = True
    pointed: bool = True
    prone: bool = True
    clothed: bool = False
    most_minutes: int | None = None
    without: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What one answer leads to, to be told at once and not kept.

    Attributes:
        condition: Id of the condition.
        actions: What follows, the gravest first.
        says: Message id of why, in a sentence or two.
        rank: How grave it is; 0 is the gravest.
    """

    condition: str
    actions: tuple[Action, ...]
    says: str
    rank: int = 0


_MAY = ("holds", "lean", "tapping", "waist", "pointed", "prone")
_TABLE: dict[str, dict[str, dict[str, Any]]] = load("health")


def _row(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Put what a condition says itself together with what its actions bring; the most careful counts."""
    rows = [*(_TABLE["actions"][name] for name in row["action"]), row]
    merged = dict(row)
    merged["effects"] = tuple(dict.fromkeys(effect for each in rows for effect in each.get("effects", ())))
    merged |= {may: False for may in (*_MAY, "tonight") if not all(each.get(may, True) for each in rows)}
    merged |= {must: True for must in ("emergency", "clothed") if any(each.get(must, False) for each in rows)}
    caps = [each["cap"] for each in rows if "cap" in each]
    return MappingProxyType(merged | ({"cap": min(caps)} if caps else {}))


CONDITIONS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {name: _row(row) for name, row in _TABLE["conditions"].items()}
)
"""Every condition by id, as its row of the table with what its actions bring."""


@cache
def conditions_on_line() -> tuple[str, ...]:
    """Give the conditions named in the one line of the first page, in its order."""
    named = [name for name, row in CONDITIONS.items() if "on_line" in row]
    return tuple(sorted(named, key=lambda name: CONDITIONS[name]["on_line"]))


@cache
def screen() -> Mapping[str, tuple[str, ...]]:
    """Give the full screen: the conditions of each group, what is gravest first."""
    groups = dict.fromkeys(row["group"] for row in CONDITIONS.values())
    return MappingProxyType(
        {group: tuple(name for name, row in CONDITIONS.items() if row["group"] == group) for group in groups}
    )


def answers_to(health: Health) -> tuple[Answer, ...]:
    """Give what each named condition leads to and why, the gravest first: for the moment of answering only.

    Raises:
        UsageError: A condition is not in the table.
    """
    _known(health.conditions)
    told = (
        Answer(name, cast("tuple[Action, ...]", tuple(CONDITIONS[name]["action"])), _says(name), _rank(name))
        for name in health.conditions
    )
    return tuple(sorted(told, key=lambda answer: answer.rank))


def _rank(condition: str) -> int:
    ranked = tuple(_TABLE["actions"])
    return min(ranked.index(each) for each in CONDITIONS[condition]["action"])


def care_for(health: Health) -> Care:
    """Turn answers into what may be done; several answers merge to the most careful.

    Naming conditions answers the line: the row of `something` counts only while nobody says what it is.

    Raises:
        NotTonight: An answer forbids a rub today, or is an emergency.
        UsageError: A condition is not in the table.
    """
    _known(health.conditions)
    _refuse(health.conditions)
    named = [CONDITIONS[name] for name in health.conditions]
    answer = _TABLE["answers"]["none" if named and health.answered == "something" else health.answered]
    rows: list[Mapping[str, Any]] = [answer, *named]
    return Care(
        cap=min(float(row.get("cap", _TABLE["answers"]["none"]["cap"])) for row in rows),
        clothed=any(row.get("clothed", False) for row in rows),
        most_minutes=min((row["most_minutes"] for row in rows if "most_minutes" in row), default=None),
        without=tuple(dict.fromkeys(each for row in rows for each in row.get("without", ()))),
        effects=tuple(dict.fromkeys(effect for row in rows for effect in row["effects"])),
        **{may: all(row.get(may, True) for row in rows) for may in _MAY},
    )


def _known(conditions: Iterable[str]) -> None:
    for name in conditions:
        if name not in CONDITIONS:
            raise UsageError(f"no condition is called {name!r}", "health", f"Use one of: {', '.join(CONDITIONS)}")


def _refuse(conditions: Iterable[str]) -> None:
    forbidding = [name for name in conditions if not CONDITIONS[name].get("tonight", True)]
    emergencies = [name for name in forbidding if CONDITIONS[name].get("emergency", False)]
    if forbidding:
        gravest_first = emergencies + [name for name in forbidding if name not in emergencies]
        raise NotTonight(tuple(map(_says, gravest_first)), emergency=bool(emergencies))


def _says(condition: str) -> str:
    return f"{'tonight' if CONDITIONS[condition].get('tonight', True) else 'not-tonight'}-{condition}"
