"""The map of one back, and the stroke paths of a plan on it."""

from __future__ import annotations

from dataclasses import dataclass

from backrub.anatomy import Atlas, Body, Posture, atlas_for
from backrub.errors import CannotBeDone, UsageError
from backrub.person import Wishes, back_of
from backrub.routine import Routine, Step
from backrub.technique import StrokePath, stroke_path

__all__ = ["Paths", "atlas_of", "map_of", "paths_of"]


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


def atlas_of(wishes: Wishes) -> Atlas:
    """Give the receiver's back as they lie or sit, with their own spots to go round."""
    position = wishes.position or ("seated" if wishes.surface == "chair" else "prone")
    return back_of(wishes.body, wishes.marks, position)


def paths_of(routine: Routine, atlas: Atlas) -> Paths:
    """Give the path of every step that has one; equal steps share it."""
    paths: dict[str, StrokePath] = {}
    keys = tuple(_key_of(step, atlas, routine.cap, paths) for step in routine.steps)
    return Paths(paths, keys)


def _key_of(step: Step, atlas: Atlas, cap: float, paths: dict[str, StrokePath]) -> str | None:
    if step.technique is None or step.area is None:
        return None
    key = "|".join(map(str, (step.technique, step.area, step.side, step.contact, step.place, step.pressure)))
    if key not in paths:
        try:
            paths[key] = _path(step, atlas, cap)
        except (CannotBeDone, UsageError):
            return None
    return key


def _path(step: Step, atlas: Atlas, cap: float) -> StrokePath:
    return stroke_path(
        step.technique or "",
        atlas,
        step.area or "",
        step.side or "both",
        contact=step.contact,
        pressure=step.pressure,
        pace=step.pace_cm_per_s or step.cycles_per_min,
        place=step.place,
        cap=cap,
    )
