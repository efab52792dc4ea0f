"""Room between lines: a line fits where nothing else is said, and a step holds only so many."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from backrub.session.script.fitting import Spoken, Stretches, room_for


def spoken(*lines: tuple[int, int], answers: tuple[tuple[int, int], ...] = ()) -> Spoken:
    """Give what is said, each line by its time and length."""
    said = Spoken()
    for at_ms, length_ms in lines:
        said.add(at_ms, length_ms)
    for at_ms, length_ms in answers:
        said.add(at_ms, length_ms, gives_way=True)
    return said


def test_a_line_comes_between_two_others_or_after_them() -> None:
    """It fits into a gap that is long enough, and else waits until the next one is over."""
    said = spoken((0, 5_000), (10_000, 5_000))

    assert 5_000 == said.first_free(2_000, 5_000, 20_000)
    assert 15_000 == said.first_free(2_000, 5_001, 20_000)
    assert said.first_free(2_000, 5_001, 14_999) is None


def test_a_line_that_has_begun_is_left_where_it_is_by_an_answer() -> None:
    """An answer comes at once: what began before it keeps its time, what begins in it waits."""
    said = spoken(answers=((8_000, 2_000),))

    assert 6_000 == said.first_free(6_000, 5_000, 20_000)
    assert 10_000 == said.first_free(9_000, 5_000, 20_000)


@given(st.lists(st.tuples(st.integers(0, 60_000), st.integers(1, 9_000)), max_size=12), st.integers(0, 60_000))
def test_what_is_put_in_touches_nothing(lines: list[tuple[int, int]], due_ms: int) -> None:
    """Put in one after the other wherever they fit, no two lines are ever told at once."""
    said, told = Spoken(), list[tuple[int, int]]()
    for at_ms, length_ms in [*lines, (due_ms, 4_000)]:
        free_ms = said.first_free(at_ms, length_ms, 1_000_000)
        assert free_ms is not None
        assert free_ms >= at_ms
        said.add(free_ms, length_ms)
        told.append((free_ms, free_ms + length_ms))

    told.sort()
    assert all(over_ms <= next_ms for (_, over_ms), (next_ms, _) in pairwise(told))


def test_a_step_has_room_for_a_line_in_forty_seconds() -> None:
    """A short step has room for one all the same."""
    assert [1, 1, 1, 2, 3] == [room_for(1_000 * length_s) for length_s in (10, 55, 79, 80, 120)]


def test_room_is_used_up_step_by_step() -> None:
    """Each line takes room in the step it is told in; outside of every step there is always room."""
    steps = Stretches(((0, 55_000), (55_000, 155_000)))
    first, second = steps.at(54_999), steps.at(55_000)

    assert [True, False] == [steps.use(first), steps.use(first)]
    assert [True, True, False] == [steps.use(second) for _ in range(3)]
    assert steps.at(155_000) is None
    assert steps.use(None)
