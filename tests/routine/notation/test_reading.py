"""A text is taken apart line by line: every form is read, and every slip has a place, all in one pass."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from backrub.routine.notation import (
    MOST_BYTES,
    Comment,
    Distance,
    Header,
    Heading,
    Pace,
    Ramp,
    Remark,
    Repeat,
    Spots,
    StepLine,
    Time,
    Unreadable,
    Word,
    excerpt,
    read_written,
    routine_of,
    unreadable,
)
from tests.counts import count
from tests.routine.notation.texts import DESK_DAY, heaps


def step(text: str) -> StepLine:
    """Read one line of a rub, which has no problem."""
    written = read_written(text)
    assert () == written.problems
    (line,) = written.lines
    assert isinstance(line, StepLine)
    return line


def ids(line: StepLine) -> dict[str, str]:
    """Give the ids a line names, by kind."""
    return {each.kind: each.id for each in line.fields if isinstance(each, Word)}


@pytest.mark.parametrize(
    ("text", "kind", "named"),
    [
        (
            "3 min effleurage, whole back, palms",
            "stroke",
            {"technique": "effleurage", "area": "whole-back", "contact": "palms"},
        ),
        (
            "3 min knead the right shoulder with the whole hand",
            "stroke",
            {"technique": "petrissage", "side": "right", "area": "shoulders", "contact": "whole-hand"},
        ),
        ("2 min, long strokes, Upper-Back", "stroke", {"technique": "effleurage", "area": "upper-back"}),
        (
            "gutter glide, upper gutters, right then left",
            "stroke",
            {"technique": "gutter-glide", "area": "gutters-upper", "side": "each"},
        ),
        ("30 s rest, at the hips", "rest", {"technique": "resting-hands", "place": "hip"}),
        (
            "hold a tender spot between the blades",
            "hold",
            {"technique": "tender-spot-hold", "area": "between-blades"},
        ),
        ("go round to the head end", "move", {"ride": "move", "place": "head-end"}),
        ("move to their left side", "move", {"ride": "move", "side": "left"}),
        ("turn the head", "turn", {"ride": "turn-head"}),
        ("1 min turn over", "turn", {"ride": "turn-over"}),
        ("more oil, one hand stays on", "oil", {"ride": "oil", "manner": "one-hand-stays"}),
        ("10 s hug rub, one hand still", "stroke", {"technique": "hug-rub", "manner": "one-hand-still"}),
        ("1 min caress, slow", "stroke", {"technique": "caress", "pace": "slow"}),
    ],
)
def test_words_are_looked_up(text: str, kind: str, named: dict[str, str]) -> None:
    """A line names its things by id, lay name or a phrase, in any order."""
    line = step(text)
    assert (kind, named) == (line.kind, ids(line))


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("3 min caress", 180, "s"),
        ("caress for 3 minutes", 180, "s"),
        ("caress, 90s", 90, "s"),
        ("2:30 caress", 150, "s"),
        ("2 min 30 s caress", 150, "s"),
        ("2 min and 30 seconds caress", 150, "s"),
        ("1.5 min caress", 90, "s"),
        ("half a minute caress", 30, "s"),
        ("three minutes caress", 180, "s"),
        ("8 strokes of effleurage", 8, "strokes"),
        ("6 breaths resting hands", 6, "breaths"),
    ],
)
def test_times(text: str, amount: float, unit: str) -> None:
    """A time is minutes, seconds, a clock, words, strokes or breaths, before the technique or behind it."""
    time = step(text).one(Time)
    assert time is not None
    assert (amount, unit) == (time.amount, time.unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pressure 3", (3, 3)),
        ("pressure 2 to 4", (2, 4)),
        ("pressure 3–5", (3, 5)),
        ("pressure 1.5 to 2", (1.5, 2)),
        ("light to firm", (2, 5)),
        ("pressure light to firm", (2, 5)),
        ("firm (5)", (5, 5)),
        ("barely there", (1, 1)),
        ("a good hurt", (7, 7)),
    ],
)
def test_pressures(text: str, expected: tuple[float, float]) -> None:
    """Pressure is a figure, a word or a ramp of either."""
    ramp = step(f"1 min caress, {text}").one(Ramp)
    assert ramp is not None
    assert expected == (ramp.start, ramp.end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 cm/s", (12, "cm_per_s")),
        ("3 cm a second", (3, "cm_per_s")),
        ("18 a minute", (18, "per_min")),
        ("18 strokes per minute", (18, "per_min")),
        ("20/min", (20, "per_min")),
    ],
)
def test_paces(text: str, expected: tuple[float, str]) -> None:
    """Pace is centimetres a second or times a minute."""
    pace = step(f"1 min caress, {text}").one(Pace)
    assert pace is not None
    assert expected == (pace.amount, pace.unit)


@pytest.mark.parametrize(
    ("text", "count_", "most"),
    [("up to 2 tender spots", 2, True), ("1 tender spot", 1, False), ("two knots", 2, False)],
)
def test_spots(text: str, count_: int, most: bool) -> None:
    """A hold says how many tender spots, at most or exactly."""
    spots = step(f"hold {text}, 60 s").one(Spots)
    assert spots is not None
    assert (count_, most) == (spots.count, spots.most)


def test_what_is_never_led_is_read_all_the_same() -> None:
    """Elbows, feet, the spine, cracks, the side of the neck and the kidneys are read, so that a check can answer."""
    said = {
        "2 min elbow along the spine, pressure 8": ("elbow", "spine"),
        "walk on the back": ("walk-on",),
        "1 min thumbs on the spine, circles": ("spine",),
        "crack the neck": ("crack", "neck"),
        "30 s kneading, side of the neck": ("neck-side",),
        "30 s percussion over the kidneys": ("kidneys",),
        "1 min petrissage, upper gutters, with a massage gun": ("tool",),
        "rub the knot with one finger": ("friction", "point"),
    }
    assert said == {text: tuple(word.id for word in step(text).hazards) for text in said}


@pytest.mark.parametrize("figure", ["1.1400000000000001", "2.5.5", "1234567"])
def test_a_figure_is_read_whole_or_not_at_all(figure: str) -> None:
    """Nobody reads the first digits of a number and drops the others in silence."""
    assert read_written(f"1 min effleurage, pressure {figure}").problems
    assert () == read_written("1 min effleurage, pressure 1.25.").problems


def test_headers_are_read() -> None:
    """The lines at the top say who, on what, with what, where not, and how firm at most."""
    written = read_written(
        "title: For her # not him\n"
        "for: 20 min on a bed, with lotion, lying on one side, to sleep, for friends\n"
        "receiver: 24 weeks pregnant, nut allergy, 38 years old\n"
        "giver: on the right, sore thumbs\n"
        "keep off: mole, 4 cm right of the spine, 22.5 cm below the neck, 20 mm across\n"
        "keep off: lower back, left\n"
        "cap: gentle (3)\n"
        "format: 1\n"
    )
    title = next(written.headers("title"))
    assert () == written.problems
    assert ("For her", "not him") == (title.text, title.comment)
    assert {"lotion", "side-lying", "sleep", "friends", "bed"} == {
        each.id for each in written.header_fields("for") if isinstance(each, Word)
    }
    weeks, nuts, age = (each for each in written.header_fields("receiver") if isinstance(each, Word))
    assert ("pregnant-20", 24, "allergy-nuts", "age", 38) == (weeks.id, weeks.amount, nuts.id, age.id, age.amount)
    spot = [each for each in written.header_fields("keep-off") if isinstance(each, Distance)]
    assert [(40, "right"), (225, "down"), (20, "wide")] == [(each.amount_mm, each.direction) for each in spot]
    assert [3] == [each.start for each in written.header_fields("cap") if isinstance(each, Ramp)]


def test_every_other_form_is_read() -> None:
    """Headings, groups, sentences, remarks and comments are told apart, and keep what stands behind a `#`."""
    written = read_written(
        "# top\nnote: Warm room.\nWarm-up:\n  repeat twice # again\n    30 s rest\n    say Let go \\#1 # aloud\n"
        "    why Because.\n    allow rub101: she asked # really\n  ask\n"
    )
    comment, note, heading, repeat, rest, said, why, allow, ask, _ = written.lines
    assert () == written.problems
    assert isinstance(comment, Comment)
    assert isinstance(note, Remark)
    assert isinstance(heading, Heading)
    assert isinstance(repeat, Repeat)
    assert isinstance(rest, StepLine)
    assert isinstance(said, StepLine)
    assert isinstance(why, Remark)
    assert isinstance(allow, Remark)
    assert isinstance(ask, StepLine)
    assert ("top", "Warm room.", "warm-up", 2) == (comment.comment, note.text, heading.phase, repeat.times)
    assert ("say", "Let go #1", "aloud") == (said.kind, said.text, said.comment)
    assert ("Because.", "RUB101", "she asked", "really") == (why.text, allow.code, allow.text, allow.comment)
    assert ("ask", "") == (ask.kind, ask.text)
    assert (note,) == written.remarks_on(None)
    assert (why, allow) == written.remarks_on(said)


def test_every_problem_is_found_in_one_pass_with_its_place() -> None:
    """One bad line never hides the next error, and each has line, column and caret."""
    text = (
        "title: x\nfoor: 3 min\n  3 min efleurage, whole back\n\t2 min caress, sholders, pressure 12\n"
        "say\n  allow RUB1: x\n  repeat often\n    30 s caress, caress\ncap: much\n"
    )
    found = [(problem.message.id, problem.span.line, problem.span.column) for problem in read_written(text).problems]
    assert [
        ("notation-unknown-header", 2, 1),
        ("notation-unknown-word", 3, 9),
        ("notation-unknown-word", 4, 16),
        ("notation-pressure-range", 4, 26),
        ("notation-nothing-said", 5, 1),
        ("notation-not-a-rule", 6, 9),
        ("notation-not-times", 7, 10),
        ("notation-twice", 8, 18),
        ("notation-pressure-range", 9, 6),
    ] == found
    assert "  3 min efleurage, whole back\n        ^^^^^^^^^" == excerpt(text, read_written(text).problems[1].span)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3 min efleurage", "effleurage"),
        ("3 min kneeding, shoulders", "kneading"),
        ("3 min caress, betwen the blades", "between the blades"),
        ("reciever: ticklish", "receiver"),
        ("receiver: pregnent", "pregnant"),
        ("for: 3 min on a matt", "mat"),
        ("3 min caress, knuckels", "knuckles"),
    ],
)
def test_unknown_words_get_a_proposal(text: str, meant: str) -> None:
    """A slip of the pen is answered with what it may have meant."""
    (problem,) = read_written(text).problems
    assert problem.hint is not None
    assert (("meant", meant),) == problem.hint.args


def test_a_condition_nobody_knows_is_said_but_stops_nothing() -> None:
    """An unknown word about the receiver is a warning: the rub can be led, and nobody thinks it was understood."""
    built = routine_of(read_written("receiver: likes cats\n3 min effleurage"))
    assert ["warning"] == [problem.severity for problem in built.problems]
    assert built.routine is not None


@pytest.mark.parametrize(
    "filling", ["x", "ä", "\n", "a,", " ", "#", "3 min efleurage, whole back\n", "(", "repeat 9\n "]
)
def test_a_file_too_long_is_refused_unread(filling: str) -> None:
    """Whatever is in it, a text over 256 kB is refused before a line of it is read."""
    written = read_written(filling * (MOST_BYTES // len(filling.encode()) + 1))
    assert ((), ["notation-too-large"]) == (written.lines, [problem.message.id for problem in written.problems])


@pytest.mark.parametrize(
    "filling", ["x", "ä", "a,", " ", "#", "(", "-", "3 min ", "pressure 2 to ", "between the ", ":", "\\#", "½"]
)
def test_a_long_line_is_not_taken_apart(filling: str) -> None:
    """A line beyond a thousand characters is kept as it stands and named; spaces count for nothing."""
    written = read_written((filling * 1200)[: MOST_BYTES // 2] + "x")
    (line,) = written.lines
    long = len(filling.strip()) > 0
    assert long is isinstance(line, Unreadable)
    assert long is bool(unreadable(written))


def test_nested_groups_never_run_away() -> None:
    """Groups in groups in groups end in one sentence each, not in a billion steps or a broken stack."""
    deep = "".join(f"{' ' * depth}repeat 99 times\n" for depth in range(300)) + " " * 400 + "3 min effleurage\n"
    wide = "repeat 99 times\n repeat 99 times\n  repeat 99 times\n   8 strokes effleurage\n"
    assert ["notation-too-deep"] == [problem.message.id for problem in routine_of(read_written(deep)).problems]
    assert ["notation-too-many-steps"] == [problem.message.id for problem in routine_of(read_written(wide)).problems]


@settings(max_examples=count("texts"))
@given(heaps())
def test_nothing_escapes(text: str) -> None:
    """Whatever is written, the answer is a value, and every problem can be shown with its place."""
    built = routine_of(read_written(text))
    assert (built.routine is None) is bool(built.errors)
    for problem in built.problems:
        assert "^" in excerpt(text, problem.span) or problem.message.id == "notation-no-steps"


def test_line_ends_of_every_kind_count_once() -> None:
    """A text from any editor has the same lines."""
    windows, old = DESK_DAY.replace("\n", "\r\n"), DESK_DAY.replace("\n", "\r")
    assert read_written(DESK_DAY) == read_written(windows) == read_written(old) == read_written("\ufeff" + DESK_DAY)


def test_a_later_format_is_named() -> None:
    """A file of a later version says which it is and which is known."""
    (problem,) = read_written("format: 2").problems
    assert (("known", 1), ("said", "2")) == problem.message.args
    assert isinstance(read_written("format: 1").lines[0], Header)
