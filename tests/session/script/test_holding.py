"""A tender spot is led without a tap: time to find it, to sink, to keep still, and every branch as an if."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backrub.session.script import hold_times, step_cues
from backrub.session.timeline import CueDraft, PlacedStep
from backrub.technique.limits import HOLD_MAX_S, HOLD_MIN_S, HOLD_SEARCH_MAX_S
from tests.session.script.plans import OIL, hold, stroke


def led(length_s: int, *seen: str, top: float = 7) -> dict[str, CueDraft]:
    """Give what is said in a hold, by message id."""
    placed = PlacedStep(0, hold("between-blades", "right", length_s, top), 0, length_s * 1000)
    return {draft.what.id: draft for draft in step_cues(OIL, placed, None, None, frozenset(seen))}


@given(st.integers(75, 120))
def test_a_hold_is_found_sunk_into_kept_still_and_left(length_s: int) -> None:
    """However long the slot, there is time to find the spot and at least the least stillness worth having."""
    times = hold_times(length_s)

    assert 20 <= times.sink_s <= HOLD_SEARCH_MAX_S
    assert times.sink_s < times.still_s < times.half_s < times.release_s < length_s
    assert HOLD_MIN_S <= times.release_s - times.still_s <= HOLD_MAX_S


@given(st.integers(75, 120))
def test_the_question_comes_at_half_time(length_s: int) -> None:
    """Easing, the same, or worse is asked in the middle of the stillness, as a question between the two."""
    times, asked = hold_times(length_s), led(length_s)["hold-half-time"]

    assert asked.kind == "ask"
    assert abs(asked.offset_ms - 500 * (times.still_s + times.release_s)) <= 1


def test_every_branch_can_be_taken_without_a_tap() -> None:
    """Found or not, a lump, the numbers, what is sharp, half time and the release are all said."""
    assert {
        "hold-where",
        "hold-say-when",
        "hold-lump",
        "hold-if-found",
        "hold-sink",
        "hold-numbers",
        "hold-sharp",
        "hold-half-time",
        "hold-if-easing",
        "hold-release",
    } <= led(100).keys()


def test_a_second_hold_teaches_less_and_keeps_the_numbers() -> None:
    """What the first one taught is dropped; finding, numbers, half time and release are not."""
    second = led(100, "tender-spot-hold")

    assert not {"hold-lump", "hold-sharp", "hold-breath-out"} & second.keys()
    assert {"hold-where", "hold-if-found", "hold-numbers", "hold-half-time", "hold-release"} <= second.keys()


def test_the_ceiling_is_that_of_the_plan() -> None:
    """A first time goes to six, and is told six."""
    assert dict(led(90, top=6)["hold-numbers"].what.args)["ceiling"] == 6


def test_broad_strokes_follow_and_are_not_announced() -> None:
    """After a hold the next words are about the whole palm, at once."""
    after = stroke("caress", "between-blades", "right", 25, (2, 2), place="beside")
    before = PlacedStep(0, hold("between-blades", "right", 90), 0, 90_000)
    drafts = step_cues(OIL, PlacedStep(1, after, 90_000, 25_000), before, None, frozenset())

    assert [("hold-broad", 0)] == [(draft.what.id, draft.offset_ms) for draft in drafts]
