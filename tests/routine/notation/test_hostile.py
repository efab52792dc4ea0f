"""However a text of 256 kB is made, the work it asks for stays small: what would be told, drawn and led is counted."""

from __future__ import annotations

import pytest

from backrub.anatomy import Body, atlas_for
from backrub.check.book import MOST_PLACES, all_rules, found_by
from backrub.check.measures import MOST_DRAWN
from backrub.check.subject import subject_of_text
from backrub.routine.notation import MOST_BYTES, layout, read_written, routine_of, unreadable
from backrub.routine.notation.building import MOST_STEPS
from backrub.routine.notation.filling import MOST_COUNTED
from backrub.routine.notation.guessing import MOST_LOOKUPS, did_you_mean
from backrub.routine.notation.reading import MOST_COLUMNS, MOST_SPOTS_KEPT
from backrub.routine.notation.slips import MOST_SLIPS

WIDE = "efleurage, sholder, nuckles, " * 30
HAZARDS = "  2 min crack, spine, elbow, kidneys, throat, foot"
SPOT = "keep off: mole, {} cm right, {} cm down"


def full(line: str) -> str:
    """Give a text as long as any is read, of one line over and over."""
    return (line + "\n") * (MOST_BYTES // (len(line.encode()) + 1))


def ids(text: str) -> list[str]:
    """Give the ids of what is wrong with a text, without what they share."""
    return [each.message.id.removeprefix("notation-") for each in routine_of(read_written(text)).problems]


@pytest.mark.parametrize("line", [WIDE, "colons: " + "x" * 50, "1 min " * 160, "allow this", "for: " + "zzz, " * 100])
def test_after_so_many_slips_nobody_reads_on(line: str) -> None:
    """The first slips are told, then how many lines wait; a text that was not all read is never laid out."""
    text = full(line)
    written = read_written(text)
    told = [each.message for each in written.problems]
    assert ["notation-too-many-slips"] == [said.id for said in told if said.id == "notation-too-many-slips"]
    assert len(told) <= MOST_SLIPS + MOST_COLUMNS // 2
    assert unreadable(written)
    last = text.rstrip("\n").rpartition("\n")[2].rstrip()
    assert last == layout(written).rstrip("\n").rpartition("\n")[2]


def test_what_is_mended_shows_the_rest() -> None:
    """The slips beyond the first ones are told as soon as those are gone."""
    text = "work\n" + "  1 min efleurage\n" * (MOST_SLIPS + 5)
    assert ["unknown-word"] * MOST_SLIPS + ["too-many-slips"] == ids(text)
    mended = text.replace("efleurage", "effleurage", MOST_SLIPS)
    assert ["unknown-word"] * 5 == ids(mended)


def test_words_that_are_never_led_are_named_so_often_and_no_more() -> None:
    """Thousands of elbows are an error once, not a list of thousands."""
    assert ["never-led"] * MOST_SLIPS == ids("work\n" + full(HAZARDS)[: MOST_BYTES // 2].rpartition("\n")[0])


def test_holds_that_come_to_too_many_steps_are_one_problem() -> None:
    """A line may stand for eighteen steps; their number is what is held small."""
    text = "work\n" + "  hold 9 tender spots, each side, 60 s\n" * 1000
    assert ["too-many-steps"] == ids(text)
    assert ids(text.replace("hold 9 tender spots, each side", "hold")) == []
    assert 18 * (MOST_STEPS // 18) == len(
        routine_of(read_written(text[: len("work\n") + 39 * (MOST_STEPS // 18)])).lines
    )


def test_counted_strokes_are_drawn_so_often_and_no_more() -> None:
    """Counting costs a drawing for each different stroke; beyond a few dozen a time is asked for."""
    lines = [f"  8 strokes effleurage, whole back, pressure {1 + each / 100:.2f}" for each in range(MOST_COUNTED + 1)]
    assert [] == ids("\n".join(["work", *lines[:-1], *lines[:-1]]))
    assert ["too-many-counted"] == ids("\n".join(["work", *lines, *lines]))


def test_spots_to_go_round_are_few() -> None:
    """Each spot is gone round by every stroke; more than there is room for are refused."""
    spots = [SPOT.format(each % 9, 10 + each) for each in range(MOST_SPOTS_KEPT + 1)]
    assert [] == ids("\n".join([*spots[:-1], "1 min caress"]))
    assert ["too-many-spots"] == ids("\n".join([*spots, "1 min caress"]))


def test_a_check_draws_so_many_strokes_and_says_so() -> None:
    """Round a spot each different stroke is drawn once; the first one that is not is named."""
    places = [
        f"{area}, {side}, {palm}"
        for area in ("whole back", "gutters", "upper back", "lower back", "upper gutters", "lower gutters", "sides")
        for side in ("both sides", "left", "right")
        for palm in ("palms", "heels", "forearms")
    ]
    lines = [f"  1 min effleurage, {each}" for each in places]
    subject = subject_of_text(read_written("\n".join([SPOT.format(4, 22), "work", *lines])), atlas_for(Body()))
    found = found_by(all_rules()["RUB127"], subject)
    assert len(lines) > MOST_DRAWN == len({key for key, why in subject.drawn.items() if why != "undrawn"})
    assert ["undrawn"] == [dict(each.args)["why"] for each in found if dict(each.args)["why"] == "undrawn"]
    assert MOST_DRAWN + 3 == next(each.span.line for each in found if dict(each.args)["why"] == "undrawn")


def test_no_rule_lists_more_than_its_share() -> None:
    """Whatever a text is full of, the findings stay few."""
    subject = subject_of_text(read_written("work\n" + full("  9 min kneading, shoulders, thumbs, pressure 9")))
    assert MOST_PLACES + 1 == max(len(found_by(rule, subject)) for rule in all_rules().values())


def test_guesses_are_made_for_short_words_and_a_few_only() -> None:
    """Nobody looks up what a novel in one field may have meant."""
    assert did_you_mean("step", "x" * 41) is None
    strange = "1 min " + "zyxab " * 9
    hints = [
        each.hint.id
        for count in (1, MOST_LOOKUPS // 9)
        for each in read_written(f"{strange}\n" * count + "sholders").problems[-1:]
        if each.hint
    ]
    assert ["notation-hint-did-you-mean", "notation-hint-vocabulary"] == hints
