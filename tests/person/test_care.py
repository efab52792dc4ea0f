"""What health answers allow."""

from __future__ import annotations

import pytest

from backrub.errors import NotTonight, UsageError
from backrub.person import (
    CONDITIONS,
    MESSAGES,
    Answer,
    Care,
    Health,
    Wishes,
    answers_to,
    care_for,
    care_of,
    conditions_on_line,
    minutes_of,
    screen,
    without_health,
)

TONIGHT = [name for name, row in CONDITIONS.items() if row.get("tonight", True)]
NOT_TONIGHT = [name for name, row in CONDITIONS.items() if not row.get("tonight", True)]


def test_unanswered() -> None:
    """An unanswered health line means five at most and no holds, and nothing else."""
    assert Care(cap=5, holds=False, effects=("care-unanswered",)) == care_for(Health())


def test_none() -> None:
    """Nothing on the health line leaves everything allowed."""
    assert Care() == care_for(Health("none"))


def test_something() -> None:
    """Something, not said what, means three at most and no holds, lean, waist or tapping."""
    care = care_for(Health("something"))
    assert (3, False, False, False, False) == (care.cap, care.holds, care.lean, care.waist, care.tapping)


@pytest.mark.parametrize("condition", TONIGHT)
def test_never_bolder_than_none(condition: str) -> None:
    """No condition allows more than none does; a cap of three goes with no holds and no lean."""
    care = care_for(Health("something", (condition,)))
    assert care.cap <= Care().cap
    assert care.cap > 3 or not (care.holds or care.lean or care.tapping or care.pointed)


def test_several_merge_to_the_most_careful() -> None:
    """Two conditions together allow only what each of them allows."""
    both = care_for(Health("something", ("skin-trouble", "pregnant-20")))
    assert (3, False, False) == (both.cap, both.prone, both.holds)
    assert {"care-leave-place", "care-not-on-front"} <= set(both.effects)


@pytest.mark.parametrize("condition", NOT_TONIGHT)
def test_not_tonight(condition: str) -> None:
    """What forbids a rub says why, in a message of the catalogue."""
    with pytest.raises(NotTonight) as refused:
        care_for(Health("something", (condition,)))
    assert (f"not-tonight-{condition}",) == refused.value.reasons
    assert set(refused.value.reasons) <= set(MESSAGES)


def test_an_emergency_comes_first() -> None:
    """Among several reasons the emergency is told first, and marks the whole answer."""
    with pytest.raises(NotTonight) as refused:
        care_for(Health("something", ("fever-ill", "emergency")))
    assert ("not-tonight-emergency", "not-tonight-fever-ill") == refused.value.reasons
    assert refused.value.emergency


def test_unknown_condition() -> None:
    """A condition that is in no table is refused by name."""
    with pytest.raises(UsageError, match="'hiccups'"):
        care_for(Health("something", ("hiccups",)))


def test_the_line_names_what_practice_asks() -> None:
    """The one line of the first page has its eight conditions, pregnancy split at twenty weeks."""
    expected = {
        "pregnant",
        "pregnant-20",
        "blood-thinners-brittle-bones",
        "fever-ill",
        "injury-operation",
        "numb-tingling",
        "new-pain",
        "skin-trouble",
        "patch-device",
    }
    assert expected == set(conditions_on_line())


@pytest.mark.parametrize("condition", TONIGHT)
def test_what_is_kept_never_names_the_answer(condition: str) -> None:
    """Wishes fit to be kept hold the effects of a health answer and no word of the answer."""
    wishes = Wishes(health=Health("something", (condition,)))
    kept = without_health(wishes)
    assert care_of(wishes) == kept.care
    assert Health() == kept.health
    assert condition not in repr(kept)
    assert not any(word in effect for effect in kept.care.effects for word in condition.split("-") if len(word) > 5)


def test_the_screen_asks_everything_once() -> None:
    """Each condition stands in one group of the full screen, emergencies in the first group."""
    asked = [name for group in screen().values() for name in group]
    assert sorted(CONDITIONS) == sorted(asked)
    first, *_ = screen().values()
    assert {name for name, row in CONDITIONS.items() if row.get("emergency", False)} == set(first)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_each_row_can_be_disputed(condition: str) -> None:
    """Each condition has its source, how sure we are, and what it leads to, with words for all of them."""
    row = CONDITIONS[condition]
    assert row["source"].endswith(".")
    assert row["certainty"] in ("H", "M", "L", "ENG")
    (answer,) = answers_to(Health("something", (condition,)))
    assert tuple(row["action"]) == answer.actions
    assert {answer.says, f"health-{condition}", *(f"health-action-{each}" for each in answer.actions)} <= set(MESSAGES)


def test_answers_are_told_gravest_first() -> None:
    """Of several answers the one that needs help comes first, then the doctor, then what only changes the rub."""
    told = answers_to(Health("something", ("allergy-nuts", "pregnant", "fever-ill", "chest-crushing")))
    assert ["chest-crushing", "fever-ill", "pregnant", "allergy-nuts"] == [each.condition for each in told]
    assert Answer("allergy-nuts", ("oil",), "tonight-allergy-nuts", 6) == told[-1]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("child", {"clothed": True, "most_minutes": 20, "cap": 3}),
        ("frail-old", {"most_minutes": 30, "cap": 3}),
        ("allergy-nuts", {"without": ("nuts",), "cap": 6, "holds": True}),
        ("latex-later", {"without": ("latex",)}),
        ("cannot-lie-on-front", {"prone": False, "cap": 6}),
        ("changed-mole", {"holds": False, "cap": 6}),
        ("cancer-cleared", {"cap": 3, "lean": False, "holds": False}),
        ("fits-asthma-panic", {"cap": 6, "without": ("scent",)}),
    ],
)
def test_what_an_answer_changes(condition: str, expected: dict[str, object]) -> None:
    """Each kind of answer changes what it should, and leaves the rest."""
    care = care_for(Health("something", (condition,)))
    assert expected == {name: getattr(care, name) for name in expected}


def test_naming_what_it_is_resolves_something() -> None:
    """Saying that it is only an allergy gives back what "something" took."""
    assert 3 == care_for(Health("something")).cap
    assert 6 == care_for(Health("something", ("allergy-nuts",))).cap


def test_no_longer_than_hands_and_care_allow() -> None:
    """A rub is as long as wished, the giver's hands or care permitting."""
    assert 40 == minutes_of(Wishes(minutes=40))
    assert 25 == minutes_of(Wishes(minutes=40, lasts_min=25))
    assert 20 == minutes_of(Wishes(minutes=40, health=Health("something", ("child",))))
