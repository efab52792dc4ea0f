"""Answers come at once and are short; stop says two things, then one, then nothing."""

from __future__ import annotations

import pytest

from backrub.person import Talk
from backrub.session.script import LINES, MOMENTS, moment
from backrub.session.timeline import Setting
from tests.session.script.plans import OIL

NAMES = (
    *("softer", "firmer", "just-right", "stay", "stay-none", "not-there", "next", "back", "pause-giver"),
    *("resume", "stop-receiver", "stop-giver", "too-much", "hurts", "rate-ok", "spot-here", "spot-lump"),
    *("spot-not-found", "spot-low", "spot-good", "spot-eight", "spot-nine", "hold-easing", "hold-same"),
    *("hold-worse", "hold-eased", "hold-radiates", "hold-release", "hold-broad", "breath-held", "breath-back"),
    *("hush", "tired", "more-minutes", "end-in", "replanned", "re-warm", "no-room"),
)


@pytest.mark.parametrize("name", NAMES)
def test_there_is_an_answer_for_every_moment(name: str) -> None:
    """Each moment a session can come to has its answer, and it starts at once."""
    drafts = moment(name, OIL)

    assert drafts[0].offset_ms == 0


@pytest.mark.parametrize("name", ["softer", "too-much", "stop-receiver", "breath-held", "hurts"])
def test_what_makes_it_gentler_takes_at_most_five_words(name: str) -> None:
    """Hands wait for the end of a sentence, so these are hardly one."""
    assert LINES[moment(name, OIL)[0].what.id].words <= 5


def test_stop_is_weight_off_then_hands_away_then_one_line_then_nothing() -> None:
    """Within two seconds hands are told to leave; ten seconds later one line is for the receiver."""
    said = [(draft.offset_ms, draft.what.id, draft.to) for draft in moment("stop-receiver", OIL)]

    assert said == [
        (0, "stop-receiver", "giver"),
        (1500, "stop-hands-away", "giver"),
        (10_000, "stop-quiet", "receiver"),
    ]


def test_hush_is_answered_without_a_sound() -> None:
    """To somebody asleep or in tears nothing is said."""
    assert {draft.kind for draft in moment("hush", OIL)} == {"show"}


def test_what_is_worth_reading_later_is_only_shown() -> None:
    """Advice about a lump or a numb place is not spoken over a person lying there."""
    assert [draft.kind for draft in moment("spot-lump", OIL)] == ["say", "show"]
    assert [draft.kind for draft in moment("hold-radiates", OIL)] == ["say", "show"]


@pytest.mark.parametrize("talk", ["guide", "quiet", "nearly-silent"])
@pytest.mark.parametrize("name", ["softer", "too-much", "stop-receiver", "spot-eight"])
def test_an_answer_is_said_however_little_talk_is_wanted(name: str, talk: Talk) -> None:
    """Quiet never means that a wish goes unanswered."""
    assert moment(name, Setting(talk=talk))[0].kind == "say"


def test_a_hug_is_not_answered() -> None:
    """No voice in a hug."""
    assert moment("softer", Setting(position="hug")) == ()


def test_a_moment_nobody_knows_is_a_mistake() -> None:
    """A name that is not there is an error, not silence."""
    with pytest.raises(KeyError):
        moment("no-such-moment", OIL)


def test_every_moment_is_in_the_catalogue() -> None:
    """What a moment says has a text."""
    for name in MOMENTS:
        assert {draft.what.id for draft in moment(name, OIL)} <= LINES.keys()
