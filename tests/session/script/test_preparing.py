"""Before the first touch: few words, the right ones for how they lie and sit, and the rest as a list."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Literal

import pytest

from backrub.routine import Routine
from backrub.session.script import LINES, preparation, preparations
from backrub.session.script.drafting import stance
from backrub.session.timeline import Setting
from backrub.words import text
from tests.session.script.plans import (
    DESK_SHOULDERS,
    FRIENDS_CLOTHED,
    FRIENDS_CLOTHED_SETTING,
    OIL,
    SEATED,
    SEATED_SETTING,
    SIDE_LYING,
    SIDE_LYING_SETTING,
)
from tests.words.test_lines import count

PER_WORD_S = 0.45
PAIRS = [
    (OIL, DESK_SHOULDERS),
    (FRIENDS_CLOTHED_SETTING, FRIENDS_CLOTHED),
    (SEATED_SETTING, SEATED),
    (SIDE_LYING_SETTING, SIDE_LYING),
]


@pytest.mark.parametrize(("setting", "plan"), PAIRS)
def test_it_takes_less_than_half_a_minute_of_words(setting: Setting, plan: Routine) -> None:
    """Everything said before the first touch takes under 30 s of speech."""
    said = [text(draft.what) for draft in preparation(setting, plan) if draft.kind == "say"]

    assert sum(map(count, said)) * PER_WORD_S < 30


def test_the_four_words_are_always_said() -> None:
    """Even to people who want silence: softer, firmer, stay, stop, and where not to go."""
    said = [
        draft.what.id
        for draft in preparation(replace(OIL, talk="nearly-silent"), DESK_SHOULDERS)
        if draft.kind == "say"
    ]

    assert ["prepare-lie", "prepare-words", "prepare-ask", "prepare-ready"] == said


def test_nothing_is_said_over_something_else() -> None:
    """Each line starts when the one before it is over and there was time to do it."""
    drafts = preparation(OIL, DESK_SHOULDERS)

    for earlier, later in pairwise(drafts):
        assert later.offset_ms - earlier.offset_ms >= 1000 * LINES[earlier.what.id].words * PER_WORD_S


def test_it_ends_by_waiting_for_them() -> None:
    """The last line asks whether both are ready; nothing goes on without them."""
    assert preparation(OIL, DESK_SHOULDERS)[-1].what.id == "prepare-ready"


def test_a_hug_is_told_beforehand_how_it_ends() -> None:
    """Of a hug two things are said, both before it."""
    said = preparation(Setting(position="hug"), DESK_SHOULDERS)

    assert ["prepare-hug", "prepare-hug-end"] == [draft.what.id for draft in said]
    assert preparations(Setting(position="hug")) == ()


def test_the_list_covers_what_a_rub_needs() -> None:
    """On a mat with oil: room, nails, glide, mat, face and ankles, cover, knees, towel, and where not to go."""
    icons = [each.icon for each in preparations(OIL)]

    assert ["room", "ring", "oil", "mat", "head", "cover", "cushion", "towel", "head"] == icons


def test_the_list_leaves_out_what_has_no_use() -> None:
    """Seated and through clothes there is no mat, no cover and no towel to see to."""
    ids = {each.what.id for each in preparations(SEATED_SETTING)}

    assert not ids & {"check-surface", "check-cover", "check-towel"}


@pytest.mark.parametrize(("allergy", "nuts"), [(True, "yes"), (False, "no")])
def test_a_nut_allergy_changes_the_oil(*, allergy: bool, nuts: str) -> None:
    """Who said there is an allergy is told which oil; who did not is told to ask."""
    glide = next(each for each in preparations(Setting(nut_allergy=allergy)) if each.what.id == "check-glide")

    assert ("nuts", nuts) in glide.what.args


@pytest.mark.parametrize(("surface", "instead"), [("mat", "Sit on something low"), ("bed", "Stand by their hips")])
def test_nobody_is_told_to_kneel_who_cannot(surface: Literal["mat", "bed"], instead: str) -> None:
    """With sore knees the giver sits beside the mat and stands at the bed, and no line of the preparations kneels."""
    setting = Setting(surface=surface, kneels=False)
    drafts = [each.what for each in preparation(setting, DESK_SHOULDERS)]
    told = [text(what) for what in (*drafts, *(each.what for each in preparations(setting)))]

    assert any(said.startswith(instead) for said in told)
    assert not any("kneel" in said.casefold() or "your knees" in said for said in told)
    assert {"sit", "stand"} >= {stance(setting)}
