"""The routines that come with the coach are in order, and each can be led from the first touch to the last."""

from __future__ import annotations

from pathlib import Path

import pytest

from backrub.app.maps import atlas_of, paths_of
from backrub.person import Wishes
from backrub.routine.notation import layout, read_written, routine_of
from backrub.technique.limits import PRESSING_MAX_S

LIBRARY = sorted((Path(__file__).parents[3] / "routines").glob("*.rub"))
LEAST = 14


def test_there_are_enough() -> None:
    """The library has a routine for each of the evenings it was asked for."""
    assert LEAST <= len(LIBRARY)


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_a_routine_of_the_library_is_in_order(path: Path) -> None:
    """It has a title, no problem, the canonical layout, and lines that add up to the total it states."""
    text = path.read_text(encoding="utf-8")
    written = read_written(text)
    built = routine_of(written)
    assert () == built.problems
    assert built.routine is not None
    assert built.stated_s == built.routine.duration_s
    assert 1 == len(list(written.headers("title")))
    assert text == layout(written)


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_a_routine_of_the_library_can_be_led(path: Path) -> None:
    """Hands have a path for each of its strokes, pressing ends in time, and it ends at a touch."""
    routine = routine_of(read_written(path.read_text(encoding="utf-8"))).routine
    assert routine is not None
    paths = paths_of(routine, atlas_of(Wishes())).of_steps
    without = [
        (step.technique, step.area, step.side, step.contact, step.place)
        for step, key in zip(routine.steps, paths, strict=True)
        if step.technique and not key
    ]
    assert [] == without
    assert sum(step.duration_s for step in routine.steps if max(step.pressure or (0,)) >= 4) <= PRESSING_MAX_S
    last = [step.pressure for step in routine.steps if step.pressure is not None][-1]
    assert 1 == last[1]
