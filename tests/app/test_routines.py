"""A written routine is listed, and led only when nothing in it could hurt."""

from __future__ import annotations

import pytest

from backrub.adapters.library import FileLibrary
from backrub.anatomy import Body
from backrub.app.routines import planned_from, shelf, shelved
from backrub.errors import NotTonight, UsageError
from backrub.person import Avoid, Mark

LIBRARY = FileLibrary()
GENTLE = "for: 3 min on a mat, with oil\n{}\nwarm up\n  3 min  effleurage, whole back, palms, pressure 2 to 1\n"


def test_the_list_has_everything_and_begins_with_the_shortest() -> None:
    """Each routine has its minutes, and what it was called by whoever wrote it."""
    found = shelf(LIBRARY)

    assert set(LIBRARY.names()) == {one.name for one in found}
    assert sorted(one.minutes for one in found) == [one.minutes for one in found]
    assert "The twenty-minute classic" == next(one.title for one in found if one.name == "twenty-minute-classic")


def test_what_cannot_be_led_is_not_on_the_list() -> None:
    """A text with an error has no minutes to show."""
    assert shelved("x", "work\n  what is this\n") is None


@pytest.mark.parametrize("name", [name for name in LIBRARY.names() if not name.startswith("hug")])
def test_every_routine_of_the_library_can_be_led(name: str) -> None:
    """It becomes a plan as long as it says, for people who lie or sit as it says."""
    planned = planned_from(LIBRARY.text(name), "quiet")

    assert planned.routine.duration_s == sum(step.duration_s for step in planned.routine.steps)
    assert planned.routine.position == planned.setting.position
    assert ("quiet", "quiet") == (planned.setting.talk, planned.wishes.talk)


def test_a_hug_is_learnt_and_not_led() -> None:
    """The library's hug is read beforehand."""
    with pytest.raises(UsageError, match="hug"):
        planned_from(LIBRARY.text("hug-for-someone-sad"))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("work\n  3 min  petrissage, along the spine, palms\n", "line 2"),
        ("work\n  3 min  elbow, shoulders\n", "line 2"),
        ("work\n  3 min  petrisage, shoulders\n", "line 2"),
    ],
)
def test_what_could_hurt_or_is_unclear_is_not_led(text: str, where: str) -> None:
    """An error stands in the way, and its line is named."""
    with pytest.raises(UsageError) as refused:
        planned_from(text)
    assert where == refused.value.where


@pytest.mark.parametrize("text", ["", "title: x\n"])
def test_nothing_is_not_led(text: str) -> None:
    """An empty page is no routine."""
    with pytest.raises(UsageError):
        planned_from(text)


def test_health_stays_in_its_effects() -> None:
    """What the header says of health caps what the rest may be re-planned to, and is not itself kept."""
    planned = planned_from(GENTLE.format("receiver: blood thinners"))

    assert planned.wishes.care is not None
    assert 3 >= planned.wishes.care.cap
    assert not planned.wishes.care.holds
    assert "blood" not in repr(planned)


def test_what_the_header_says_of_two_people_goes_along() -> None:
    """Whoever plans the rest knows who they are to each other, what it is for, and what spares the giver."""
    head = "receiver: likes it light, latex later, nut-allergy\ngiver: weak hands, cannot kneel, novice"
    text = GENTLE.format(head).replace("with oil", "with oil, to sleep, for friends")
    wishes = planned_from(text, body=Body(stature_mm=1900.0)).wishes

    assert ("sleep", "friends", 1900.0) == (wishes.intention, wishes.relation, wishes.body.stature_mm)
    assert (True, True, True) == (wishes.soft, wishes.latex, wishes.nut_allergy)
    assert (True, False, "new") == (wishes.weak_hands, wishes.kneels, wishes.experience)


def test_a_red_flag_is_no_rub_tonight() -> None:
    """What health forbids today is not led, however gently it is written."""
    with pytest.raises((NotTonight, UsageError)):
        planned_from(GENTLE.format("receiver: fever"))


def test_places_to_keep_off_are_kept_off_when_the_rest_is_planned_anew() -> None:
    """A spot with its place and size, and an area with its side, go along with the session."""
    head = "keep off: mole, 4 cm right of the spine, 62 cm below the neck, 2 cm across\nkeep off: waist, left"
    planned = planned_from(GENTLE.format(head))

    assert (Mark("mole", 40, 620, 10),) == planned.wishes.marks
    assert (Avoid("waist", "left"),) == planned.wishes.avoid
