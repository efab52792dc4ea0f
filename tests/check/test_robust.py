"""Whatever is handed in, the checker answers with findings."""

from __future__ import annotations

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from backrub.anatomy import AREAS, COMPOSITES, Body, atlas_for
from backrub.check import check_routine, check_written
from backrub.routine import PHASES, Contact, Glide, Place, Position, Routine, Side, Step, StepKind, Surface, message
from backrub.routine.notation import read_written
from backrub.technique import techniques
from tests.check.texts import any_texts

PRESSURES = st.none() | st.tuples(st.floats(0, 12), st.floats(0, 12))
PACES = st.none() | st.floats(0.1, 300)
STEPS = st.builds(
    Step,
    kind=st.sampled_from(get_args(StepKind)),
    phase=st.sampled_from(PHASES),
    duration_s=st.integers(0, 4000),
    technique=st.none() | st.sampled_from(tuple(techniques())) | st.just("unheard-of"),
    area=st.none() | st.sampled_from((*AREAS, *COMPOSITES)),
    side=st.none() | st.sampled_from(get_args(Side)),
    contact=st.none() | st.sampled_from(get_args(Contact)),
    pressure=PRESSURES,
    pace_cm_per_s=PACES,
    cycles_per_min=PACES,
    spots=st.none() | st.integers(0, 9),
    place=st.none() | st.sampled_from(get_args(Place)),
)


@given(text=any_texts())
def test_no_text_makes_the_checker_fail(text: str) -> None:
    """Anything at all is answered, with places inside the text."""
    lines = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    for finding in check_written(read_written(text), atlas_for(Body()), "teacher"):
        assert 1 <= finding.span.line <= lines + 1
        assert finding.span.column < finding.span.end or finding.span.column == 1


@settings(max_examples=25)
@given(
    steps=st.lists(STEPS, max_size=8),
    position=st.sampled_from(get_args(Position)),
    surface=st.sampled_from(get_args(Surface)),
    glide=st.sampled_from(get_args(Glide)),
)
def test_no_plan_makes_the_checker_fail(steps: list[Step], position: Position, surface: Surface, glide: Glide) -> None:
    """Any plan that can be held in memory is answered, with steps that are in it."""
    total_s = sum(step.duration_s for step in steps)
    routine = Routine(message("title-as-written", text="x"), total_s, position, surface, glide, tuple(steps))
    for finding in check_routine(routine, atlas_for(Body()), profile="teacher"):
        assert 1 <= finding.span.line <= max(1, len(steps))
