"""After the last touch there is quiet first, little after, and to somebody asleep nothing."""

from __future__ import annotations

from dataclasses import replace

from backrub.session.script import aftercare, neighbours, step_cues
from backrub.session.timeline import Setting
from tests.session.script.performing import hands_on, placed
from tests.session.script.plans import DESK_SHOULDERS, OIL, SEATED_SETTING, WOKEN, WOKEN_SETTING


def test_half_a_minute_of_nothing_comes_first() -> None:
    """No line, shown or said, comes in the first 30 s after the last touch."""
    assert min(draft.offset_ms for draft in aftercare(OIL, asleep=False)) >= 30_000


def test_to_somebody_asleep_nothing_is_said() -> None:
    """One line is shown to the giver, and no sound is made."""
    drafts = aftercare(OIL, asleep=True)

    assert ["show"] == [draft.kind for draft in drafts]
    assert drafts[0].to == "giver"


def test_rising_is_spoken_of_as_they_lie_or_sit() -> None:
    """Who sits is not told to roll to one side."""
    rise = next(draft for draft in aftercare(SEATED_SETTING, asleep=False) if draft.what.id == "after-rise")

    assert ("position", "seated") in rise.what.args


def test_hands_are_wiped_only_where_there_was_oil() -> None:
    """Through clothes nothing needs wiping."""
    assert "after-wipe" in {draft.what.id for draft in aftercare(OIL, asleep=False)}
    assert "after-wipe" not in {draft.what.id for draft in aftercare(SEATED_SETTING, asleep=False)}


def test_after_a_hug_nothing_is_said() -> None:
    """A hug ends by itself."""
    assert aftercare(Setting(position="hug"), asleep=False) == ()


def test_the_finish_grows_lighter_and_its_last_words_are_about_leaving() -> None:
    """The finish says lighter, then that it is the last stroke, then how to leave; and asks nothing."""
    start = 1000 * (DESK_SHOULDERS.duration_s - 135)
    cues = sorted(hands_on(DESK_SHOULDERS, OIL), key=lambda cue: cue.at_ms)
    finish = [cue.what.id for cue in cues if cue.at_ms >= start and cue.what.id.startswith("finish")]

    assert ["finish-lighter", "finish-slower", "finish-last", "finish-leave"] == finish
    assert "ask" not in {cue.kind for cue in cues if cue.at_ms >= start}


def test_tapping_is_smoothed_away() -> None:
    """After waking taps the next words are long strokes that smooth it away, and they are not the last."""
    ids = [cue.what.id for cue in sorted(hands_on(WOKEN, WOKEN_SETTING), key=lambda cue: cue.at_ms)]

    assert ids.index("how-tapotement") < ids.index("next-smooth") < ids.index("finish-last")


def test_a_finish_without_a_rest_still_tells_how_to_leave() -> None:
    """When the last step is a stroke, leaving is told in it."""
    plan = DESK_SHOULDERS.with_steps(DESK_SHOULDERS.steps[:-1])
    steps = placed(plan)
    before, after = neighbours(steps, len(steps) - 1)
    last = step_cues(replace(OIL), steps[-1], before, after, frozenset({"effleurage"}))

    assert last[-1].what.id == "finish-leave"
