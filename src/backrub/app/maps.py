"""The map of one back, and the stroke paths of a plan on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from backrub.anatomy import SIDES, Atlas, Body, Posture, Side, atlas_for
from backrub.errors import CannotBeDone, UsageError
from backrub.person import Wishes, back_of, hem_of
from backrub.routine import Position, Routine, Step
from backrub.technique import StrokePath, stroke_path

__all__ = ["Paths", "atlas_of", "map_of", "paths_of"]

_OneSide = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Paths:
    """The paths of a plan, each once.

    Attributes:
        paths: By key.
        of_steps: For each step of the plan the key of its path, or None where hands do not move along one.
    """

    paths: dict[str, StrokePath]
    of_steps: tuple[str | None, ...]

    @property
    def cycles_s(self) -> tuple[float | None, ...]:
        """Give how long one stroke of each step lasts [s], None where there is no path."""
        drawn = (self.paths[key] if key else None for key in self.of_steps)
        return tuple(path.cycle_s / path.cycles if path else None for path in drawn)


def map_of(body: Body, posture: Posture = "prone") -> Atlas:
    """Give the back of a body in a posture."""
    return atlas_for(body, posture)


def atlas_of(wishes: Wishes, position: Position | None = None) -> Atlas:
    """Give the receiver's back as they lie or sit, with their own spots to go round and their waistband.

    Args:
        wishes: Whose back it is.
        position: As the plan has them, which for their health may be another than they wished; None as they wished.
    """
    wished = wishes.position or ("seated" if wishes.surface == "chair" else "prone")
    return back_of(wishes.body, wishes.marks, position or wished, hem_of(wishes))


def paths_of(routine: Routine, atlas: Atlas) -> Paths:
    """Give the path of every step that has one; equal steps share it."""
    paths: dict[str, StrokePath] = {}
    pairs = zip(routine.steps, _uppers(routine), strict=True)
    return Paths(paths, tuple(_key_of(step, upper, atlas, routine, paths) for step, upper in pairs))


def _uppers(routine: Routine) -> Iterator[_OneSide | None]:
    """Give for each step which side is up: of somebody on their side, the one that is worked until they turn over."""
    halves: list[list[Step]] = [[]]
    for step in routine.steps:
        if step.kind == "turn" and step.duration_s:
            halves.append([])
        halves[-1].append(step)
    for half in halves:
        worked = [side for side in SIDES if any(step.side == side for step in half)]
        known = worked[0] if routine.position == "side-lying" and len(worked) == 1 else None
        yield from (known for _ in half)


def _key_of(
    step: Step, upper: _OneSide | None, atlas: Atlas, routine: Routine, paths: dict[str, StrokePath]
) -> str | None:
    if step.technique is None or step.area is None:
        return None
    key = "|".join(map(str, (step.technique, step.area, step.side, step.contact, step.place, step.pressure, upper)))
    if key not in paths:
        try:
            path = _path(step, atlas, routine.cap)
        except (CannotBeDone, UsageError):
            return None
        paths[key] = replace(path, clothed=routine.lubricant == "clothed", upper=upper)
    return key


def _path(step: Step, atlas: Atlas, cap: float) -> StrokePath:
    if step.kind != "hold" or step.side in SIDES:
        return _on(step, step.side or "both", atlas, cap)
    # On which side the spot is, nobody has said: each of the two hands that worked there keeps still on its own.
    left, right = (_on(step, side, atlas, cap) for side in SIDES)
    holding = {hand: each for path in (left, right) for hand, each in path.hands.items() if each.works}
    return replace(left, side="both", reached=max(left.reached, right.reached), hands=holding)


def _on(step: Step, side: Side, atlas: Atlas, cap: float) -> StrokePath:
    return stroke_path(
        step.technique or "",
        atlas,
        step.area or "",
        side,
        contact=step.contact,
        pressure=step.pressure,
        pace=step.pace_cm_per_s or step.cycles_per_min,
        place=step.place,
        cap=cap,
    )
