"""A text being written is checked, laid out, coloured and drawn by the same reader that leads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backrub.adapters.library import FileLibrary
from backrub.anatomy import Body, atlas_for
from backrub.app.annotating import KINDS, tokens
from backrub.app.texts import examine, laid_out, paths_at, written_out
from backrub.errors import UsageError
from backrub.routine.notation import read_written
from backrub.words import Words
from tests.check.texts import any_texts

LIBRARY = FileLibrary()
SLIP = "for: 3 min\nwarm up\n  2 min  effleurage, whole back\n  1 min  efleurage, whole back\n"


@pytest.mark.parametrize("name", LIBRARY.names())
def test_a_routine_of_the_library_is_whole(name: str) -> None:
    """Each step comes of a line, and the steps are those that are led."""
    examined = examine(LIBRARY.text(name))

    assert examined.is_whole
    assert examined.routine is not None
    assert len(examined.routine.steps) == len(examined.lines)
    assert examined.routine.duration_s == examined.stated_s
    assert sorted(examined.lines) == list(examined.lines)


def test_one_bad_line_leaves_the_others_to_be_seen() -> None:
    """What can be read is shown while the rest is being written; it cannot be led yet."""
    examined = examine(SLIP)

    assert not examined.is_whole
    assert examined.routine is not None
    assert (3,) == examined.lines
    assert [(4, "unknown-word")] == [(one.span.line, one.slug) for one in examined.findings if one.severity == "error"]


def test_layout_refuses_what_it_could_lose() -> None:
    """A text is laid out as the command does it; a line that nobody can read stops it."""
    assert "work\n  3 min    petrissage\n" == laid_out("work\n3 min petrissage")
    with pytest.raises(UsageError, match="line 2"):
        laid_out("work\n  " + "x" * 1_001)


def test_a_plan_is_written_as_text_that_reads_the_same() -> None:
    """JSON of a routine becomes text, and that text the same steps."""
    routine = examine(LIBRARY.text("wake-up")).routine
    assert routine is not None
    again = examine(written_out(routine, Words())).routine

    assert again is not None
    assert [(one.technique, one.area, one.duration_s) for one in routine.steps] == [
        (one.technique, one.area, one.duration_s) for one in again.steps
    ]


def test_a_line_has_the_paths_of_its_steps() -> None:
    """A line for each side has two, a line without hands has none."""
    text = "work\n  2 min  petrissage, shoulders, each side\n  ask\n"

    assert 2 == len(paths_at(text, 2).paths.paths)
    assert (None,) == paths_at(text, 3).paths.of_steps
    assert () == paths_at(text, 1).paths.of_steps
    assert () == paths_at("", 1).paths.of_steps


def test_hands_and_map_are_of_one_back() -> None:
    """The back is that of the body, as it lies or sits there, with the spots to go round; its name is its own."""
    text = "for: 5 min in a chair\nkeep off: mole, 4 cm right, 22 cm down\nwork\n  2 min  clothed rub, upper back\n"
    tall = Body(stature_mm=1950.0)
    usual, own = paths_at(text, 4), paths_at(text, 4, tall)

    assert (Body(), tall) == (usual.back.body, own.back.body)
    assert ["mole"] == [spot.kind for spot in own.back.personal]
    assert atlas_for(tall, "seated-forward").landmarks == own.back.landmarks
    assert usual.back_name == paths_at(text, 1).back_name
    others = (text, text.replace("22 cm", "23 cm"), text.replace("in a chair", "on a mat"))
    assert 6 == len({paths_at(each, 4, body).back_name for each in others for body in (None, tall)})


def test_a_text_is_checked_on_the_back_it_is_for() -> None:
    """Where blades lie close, what fits a back of usual size finds no room, and that is found."""
    text = "work\n  1 min  palm press, between the blades, right, heels, pressure 2 to 4\n"
    narrow = Body(stature_mm=1500.0, blade_gap_mm=50.0)

    assert "too-wide-for-the-gap" not in {one.slug for one in examine(text).findings}
    assert "too-wide-for-the-gap" in {one.slug for one in examine(text, body=narrow).findings}


def test_each_piece_is_what_the_reader_took_it_for() -> None:
    """Colours follow the reader: a technique, its place, figures, a hazard, a comment, a sentence."""
    text = "title: Knead # me\nwork\n  2 min  petrissage, shoulders, elbow, pressure 3  # slow\n  ask How?\n"
    lines = text.split("\n")
    found = [
        (one.kind, lines[one.span.line - 1][one.span.column - 1 : one.span.end - 1])
        for one in tokens(read_written(text), text)
    ]

    assert [
        ("key", "title"),
        ("prose", "Knead"),
        ("comment", "# me"),
        ("heading", "work"),
        ("time", "2 min"),
        ("technique", "petrissage"),
        ("place", "shoulders"),
        ("hazard", "elbow"),
        ("pressure", "pressure 3"),
        ("comment", "# slow"),
        ("verb", "ask"),
        ("prose", "How?"),
    ] == found


@given(text=st.one_of(any_texts(), st.sampled_from(LIBRARY.names()).map(LIBRARY.text)))
def test_pieces_never_overlap_and_lie_within_their_line(text: str) -> None:
    """Whatever is written, an editor can colour it."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = (0, 0)
    for one in tokens(read_written(text), text):
        assert end <= (one.span.line, one.span.column)
        assert one.span.column < one.span.end <= len(lines[one.span.line - 1]) + 1
        assert one.kind in KINDS
        end = (one.span.line, one.span.end)
