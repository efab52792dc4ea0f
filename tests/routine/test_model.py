"""The written plan: steps, their times and pressures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backrub.compose import compose
from backrub.person import Wishes
from backrub.routine import RISE_S, Message, Routine, Step, message, pressure_at, step_starts_s

KNEADING = Step("stroke", "work", 90, pressure=(3.0, 5.0))
FADING = Step("stroke", "finish", 90, pressure=(3.0, 1.0))


def test_messages_are_equal_whatever_the_order() -> None:
    """Two messages with the same arguments are equal, in whatever order they were named."""
    assert Message("x", (("area", "blades"), ("side", "left"))) == message("x", side="left", area="blades")


def test_steps_must_add_up() -> None:
    """A routine whose steps do not add up to its length is refused."""
    with pytest.raises(ValueError, match="90 s, the routine says 60 s"):
        Routine(message("title"), 60, "prone", "mat", "oil", (KNEADING,))


def test_with_steps_adds_up() -> None:
    """Other steps bring their own length with them."""
    routine = compose(Wishes()).with_steps((KNEADING, FADING))
    assert 180 == routine.duration_s


@given(st.lists(st.integers(0, 300), max_size=20))
def test_starts(durations_s: list[int]) -> None:
    """Each step starts when the one before it ends, the first at nought."""
    steps = tuple(Step("stroke", "work", duration_s) for duration_s in durations_s)
    starts = step_starts_s(steps)
    assert len(steps) == len(starts)
    assert all(start == sum(durations_s[:index]) for index, start in enumerate(starts))


@pytest.mark.parametrize(
    ("step", "elapsed_s", "pressure"),
    [
        (KNEADING, 0, 3),
        (KNEADING, RISE_S / 2, 4),
        (KNEADING, RISE_S, 5),
        (KNEADING, 90, 5),
        (KNEADING, 1000, 5),
        (KNEADING, -5, 3),
        (FADING, 45, 2),
        (FADING, 90, 1),
        (Step("ask", "work"), 3, 0),
        (Step("stroke", "work", 0, pressure=(2.0, 4.0)), 0, 4),
    ],
)
def test_pressure(step: Step, elapsed_s: float, pressure: float) -> None:
    """In the work pressure rises within half a minute and stays; elsewhere it changes evenly over the step."""
    assert pressure == pytest.approx(pressure_at(step, elapsed_s))
