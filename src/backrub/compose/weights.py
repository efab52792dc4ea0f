"""The table `compose.toml` as values: what an area, a stroke and a part of the arc is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from backrub.data import load
from backrub.person import Experience

__all__ = [
    "IntentionRow",
    "StrokeRow",
    "arc",
    "hops",
    "intention_row",
    "most_strokes",
    "overlapping",
    "section",
    "stroke_rows",
]


@dataclass(frozen=True, slots=True)
class StrokeRow:
    """A technique on an area, as the composer may choose it.

    Attributes:
        technique: Technique id.
        area: Area or composite id.
        home: The area whose time it counts as, or empty where it is spread too wide.
        value: What it is worth on oiled skin, through clothes, and dry.
        stage: 1 loosens, 2 goes deeper or to delicate places.
        rank: Its place in the table, which is the order strokes take where nothing else decides.
        last_resort: Whether it is only for a marked place that nothing else suits.
    """

    technique: str
    area: str
    home: str
    value: Mapping[str, float]
    stage: int
    rank: int
    last_resort: bool = False


@dataclass(frozen=True, slots=True)
class IntentionRow:
    """How an intention shifts the weights; `by_sedating` goes by -1 (calm), 0 and 1 (lively)."""

    firmness: float
    finish: float
    light: float
    by_sedating: Mapping[int, float]


def section(name: str) -> Mapping[str, Any]:
    """Give one group of figures of the table."""
    group: Mapping[str, Any] = load("compose")[name]
    return group


def arc(name: str) -> float:
    """Give one figure of the arc of a rub [s or share]."""
    return float(section("arc")[name])


@cache
def stroke_rows() -> tuple[StrokeRow, ...]:
    """Give every technique on every area that may be chosen for the work."""
    return tuple(
        _stroke_row(*name.split(" "), rank=rank, row=row) for rank, (name, row) in enumerate(section("strokes").items())
    )


def _stroke_row(technique: str, area: str, *, rank: int, row: Mapping[str, Any]) -> StrokeRow:
    oiled = float(row["value"])
    value = {"oil": oiled, "lotion": oiled, "clothed": row.get("through", oiled), "dry": row.get("dry", oiled)}
    home = row.get("home", area if area in section("areas") else "")
    last_resort = row.get("last_resort", False)
    return StrokeRow(technique, area, home, MappingProxyType(value), row["stage"], rank, last_resort)


@cache
def intention_row(intention: str) -> IntentionRow:
    """Give how an intention shifts the weights."""
    row = section("intentions")[intention]
    by_sedating = MappingProxyType({-1: row["calm"], 0: row["even"], 1: row["lively"]})
    return IntentionRow(row["firmness"], row["finish"], row["light"], by_sedating)


@cache
def overlapping(area: str) -> frozenset[str]:
    """Give an area together with those that lie on it."""
    return frozenset({area, *section("overlaps").get(area, ())})


@cache
def hops(here: str, there: str) -> int:
    """Give how many borders hands cross from one area to another; 0 on the same."""
    beside: Mapping[str, list[str]] = section("flow")["beside"]
    known, edge, steps = {here}, {here}, 0
    while there not in known:
        near = {area for area, others in beside.items() if area in edge or edge & set(others)}
        edge = (near | {other for area in edge for other in beside.get(area, ())}) - known
        known, steps = known | edge, steps + 1
        if not edge:
            raise ValueError(f"no way from {here} to {there}")
    return steps


def most_strokes(total_s: int, experience: Experience = "some") -> int:
    """Give how many strokes the work of a rub may have at most; a new giver learns one fewer."""
    rows = section("strokes_by_minutes")
    table: list[list[int]] = rows["table"]
    usual = next((strokes for up_to_min, strokes in table if total_s <= 60 * up_to_min), table[-1][1])
    more = rows[experience] if experience == "new" or total_s > 60 * rows["practised_from"] else 0
    return max(1, usual + more)
