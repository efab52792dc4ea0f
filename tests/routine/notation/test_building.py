"""A text becomes the routine it describes: what it leaves out is filled and named, what cannot be led is said."""

from __future__ import annotations

import pytest

from backrub.routine import Routine, Step
from backrub.routine.notation import read_written, routine_of
from backrub.technique import techniques
from tests.routine.notation.texts import DESK_DAY


def led(text: str) -> Routine:
    """Give the routine of a text that has no problem."""
    built = routine_of(read_written(text))
    assert () == built.problems
    assert built.routine is not None
    return built.routine


def only(text: str) -> Step:
    """Give the one step of a text."""
    (step,) = led(text).steps
    return step


def problems(text: str) -> list[str]:
    """Give the ids of what is wrong with a text."""
    return [problem.message.id for problem in routine_of(read_written(text)).problems]


def test_the_routine_of_the_reference() -> None:
    """Twenty minutes after a desk day come to twenty minutes, side by side and spot by spot."""
    built = routine_of(read_written(DESK_DAY))
    routine = built.routine
    assert routine is not None
    assert () == built.problems
    assert (1200, 1200) == (built.stated_s, routine.duration_s)
    assert ("prone", "mat", "oil", 5) == (routine.position, routine.surface, routine.lubricant, routine.cap)
    assert [5, 6, 8, 9, 10, 10, 11, 12, 12, 13, 13, 15] == list(built.lines)
    assert [
        ("stroke", "warm-up", 180, "effleurage", "whole-back", "both", (2, 4)),
        ("ask", "warm-up", 0, None, None, None, None),
        ("stroke", "work", 180, "petrissage", "shoulders", "right", (3, 5)),
        ("stroke", "work", 180, "petrissage", "shoulders", "left", (3, 5)),
        ("stroke", "work", 120, "gutter-glide", "gutters-upper", "right", (3, 5)),
        ("stroke", "work", 120, "gutter-glide", "gutters-upper", "left", (3, 5)),
        ("ask", "work", 0, None, None, None, None),
        ("hold", "work", 60, "tender-spot-hold", "between-blades", "both", (7, 7)),
        ("hold", "work", 60, "tender-spot-hold", "between-blades", "both", (7, 7)),
        ("stroke", "work", 60, "waist-spread", "waist", "right", (2, 4)),
        ("stroke", "work", 60, "waist-spread", "waist", "left", (2, 4)),
        ("stroke", "finish", 180, "effleurage", "whole-back", "both", (4, 1)),
    ] == [(s.kind, s.phase, s.duration_s, s.technique, s.area, s.side, s.pressure) for s in routine.steps]


def test_what_is_left_out_is_filled_and_named() -> None:
    """Place, contact, pressure, pace and time come from the technique and are named; what is said is not."""
    step = only("work\n  effleurage, pressure 3")
    technique = techniques()["effleurage"]
    assert (technique.areas[0], technique.contacts[0], technique.pace.usual, technique.dose_area.usual_s) == (
        step.area,
        step.contact,
        step.pace_cm_per_s,
        step.duration_s,
    )
    assert {"area", "contact", "pace_cm_per_s", "duration_s", "place"} == set(step.inferred)
    assert () == only("1 min effleurage, whole back, palms, pressure 3, 12 cm/s, at the hips").inferred


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("warm up\n 1 min effleurage", (2, 4)),
        ("finish\n 1 min effleurage", (4, 1)),
        ("work\n 1 min knuckle circles, shoulders, right", (5, 5)),
        ("work\n 1 min petrissage, sides, right", (3, 3)),
        ("finish\n 1 min rest", (1, 1)),
        ("cap: 3\nwork\n 1 min petrissage, shoulders, right", (3, 3)),
    ],
)
def test_filled_pressure_keeps_to_technique_place_and_cap(text: str, expected: tuple[float, float]) -> None:
    """A filled pressure rises to the technique's usual on that place, falls in the finish, and keeps the cap."""
    assert expected == only(text).pressure


def test_an_unsaid_side_shares_the_time() -> None:
    """Where two hands do not reach both sides, the time is shared, to the second, and the total kept."""
    halves = led("work\n  91 s blade circles, blades").steps
    assert [("right", 46), ("left", 45)] == [(step.side, step.duration_s) for step in halves]
    assert all("side" in step.inferred for step in halves)
    assert [("right", 60), ("left", 60)] == [
        (step.side, step.duration_s) for step in led("work\n 1 min blade circles, blades, each side").steps
    ]
    assert ["left", "right"] == [step.side for step in led("work\n 1 min petrissage, left then right").steps]
    assert "both" == only("work\n 1 min petrissage, shoulders").side  # from the head end both hands work


def test_the_giver_stays_where_they_were_said_to_be() -> None:
    """A place said once holds until it will not do; it was said, so it is not inferred."""
    at_head, still, elsewhere = (
        step
        for step in led("go to the head end\n1 min petrissage\n1 min effleurage\n1 min feather strokes").steps
        if step.kind == "stroke"
    )
    assert ("head-end", "head-end", "hip") == (at_head.place, still.place, elsewhere.place)
    assert [False, False, True] == ["place" in step.inferred for step in (at_head, still, elsewhere)]


def test_strokes_and_breaths_are_counted_out() -> None:
    """Breaths take five seconds, strokes what the stroke takes on a usual back; each then has whole seconds."""
    assert 30 == only("6 breaths rest").duration_s
    one, eight = (only(f"{count} effleurage, whole back, 12 cm/s").duration_s for count in ("1 stroke", "8 strokes"))
    assert 8 * (one - 1) < eight < 8 * (one + 1)
    assert 60 == only("18 strokes petrissage, shoulders, right, 18 a minute").duration_s


def test_groups_are_repeated_in_order() -> None:
    """The lines further in are done as often as said, groups within groups too, each step knowing its line."""
    built = routine_of(
        read_written("work\n repeat twice\n  1 min caress\n  repeat 3 times\n   20 s rest\n  ask\n 40 s caress")
    )
    assert built.routine is not None
    assert [3, 5, 5, 5, 6, 3, 5, 5, 5, 6, 7] == list(built.lines)
    assert 2 * (60 + 60) + 40 == built.routine.duration_s


def test_holds_are_one_spot_each() -> None:
    """A time behind a hold is each spot's; a time before it is the whole line's."""
    each = led("work\n hold up to 2 tender spots between the blades, each side, 60 s").steps
    assert [("right", 60, 1), ("right", 60, 1), ("left", 60, 1), ("left", 60, 1)] == [
        (step.side, step.duration_s, step.spots) for step in each
    ]
    whole = only("work\n 2 min hold up to 2 tender spots between the blades")
    assert (120, 2, "both") == (whole.duration_s, whole.spots, whole.side)
    anywhere = only("work\n hold, 60 s")
    assert (None, 1) == (anywhere.area, anywhere.spots)


def test_rides_take_no_time_but_a_turn() -> None:
    """Moves, oil, head turns, questions and sentences ride in strokes; turning over takes a minute."""
    steps = led(
        "work\n go to the hips, right\n oil\n ask\n say Let go.\n turn the head\n turn over\n 1 min caress"
    ).steps
    assert [("move", 0), ("oil", 0), ("ask", 0), ("say", 0), ("turn", 0), ("turn", 60), ("stroke", 60)] == [
        (step.kind, step.duration_s) for step in steps
    ]
    said = steps[3].says
    assert said is not None
    assert ("says-as-written", (("text", "Let go."),)) == (said.id, said.args)


def test_phases_without_headings() -> None:
    """Without headings the techniques suggest where the rub arrives, warms up, works and ends."""
    text = "30 s rest\n2 min effleurage\nask\n1 min petrissage, right\n1 min effleurage\n10 s rest"
    assert ["open", "warm-up", "work", "work", "finish", "finish"] == [step.phase for step in led(text).steps]


def test_both_numbers_are_said_when_the_sum_is_wrong() -> None:
    """A total that the lines do not come to is a warning with both numbers; the lines are what is led."""
    built = routine_of(read_written("for: 5 min\n4 min effleurage, whole back"))
    (problem,) = built.problems
    assert ("warning", (("added", "4:00"), ("stated", "5:00"))) == (problem.severity, problem.message.args)
    assert (1, 6) == (problem.span.line, problem.span.column)
    assert built.routine is not None
    assert 240 == built.routine.duration_s


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["notation-no-steps"]),
        ("title: x\n# nothing\n", ["notation-no-steps"]),
        ("ask", ["notation-no-steps"]),
        ("2 min elbow along the spine", ["notation-never-led", "notation-never-led"]),
        ("1 min crack, upper back", ["notation-never-led"]),
        ("3 min efleurage", ["notation-unknown-word"]),
        ("3 min, whole back", ["notation-no-technique"]),
        ("prepare\n 1 min effleurage", ["notation-untimed-phase"]),
        ("work\n repeat twice\n 1 min caress", ["notation-empty-group"]),
        ("work\n go\n 1 min caress", ["notation-nowhere"]),
        ("1 min caress, effleurage", ["notation-twice"]),
        ("0 min caress", ["notation-time-range"]),
        ("for: 3 min, on a bed, on a mat\n3 min caress", ["notation-twice"]),
        ("keep off: mole\n3 min caress", ["notation-where"]),
    ],
)
def test_what_cannot_be_led_is_said(text: str, expected: list[str]) -> None:
    """Each thing that stands in the way is named, and then nothing is led."""
    built = routine_of(read_written(text))
    assert (expected, None) == ([problem.message.id for problem in built.problems], built.routine)


def test_what_is_about_a_person_stays_in_the_text() -> None:
    """Health, personal spots and allowed rules never enter the routine, which is written to a session's log."""
    routine = led(
        "receiver: osteoporosis, 78 years old\nkeep off: scar, 3 cm left, 10 cm down\n"
        "3 min caress\n allow RUB101: secret"
    )
    said = repr(routine)
    assert not any(word in said for word in ("osteoporosis", "brittle", "78", "scar", "RUB101", "secret"))


def test_the_rest_of_the_header_is_led() -> None:
    """Surface, position, glide, cap, the giver's side, notes and reasons reach the routine."""
    routine = led(
        "title: For her\nfor: 1 min in a chair, through clothes\ncap: 4\ngiver: on the right\nnote: Slowly.\n"
        "1 min caress, upper back\n why It is liked.\n note Warm hands."
    )
    assert ("seated", "chair", "clothed", 4, "right") == (
        routine.position,
        routine.surface,
        routine.lubricant,
        routine.cap,
        routine.giver_side,
    )
    assert ["Slowly.", "Warm hands."] == [dict(note.args)["text"] for note in routine.notes]
    assert ["why-as-written"] == [reason.id for reason in routine.steps[0].reasons]
    assert "hug" == led("for: 30 s standing\n30 s hug rub, upper back").position
    assert "notation-untitled" == led("1 min caress").title.id
