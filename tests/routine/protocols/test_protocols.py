"""What has been studied or taught can be written, adds up, and is answered where it is not kind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from backrub.app.texts import Examined, examine
from backrub.routine import Routine, Step
from backrub.routine.notation import layout, read_written

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Expected:
    """What a protocol comes to.

    Attributes:
        minutes: How long its source has it; from and to where it gives a range.
        errors: The rules it breaks so that it cannot be led as it is, exactly.
        warnings: Rules it is known to break besides, at least.
    """

    minutes: tuple[float, float]
    errors: frozenset[str] = frozenset()
    warnings: frozenset[str] = frozenset()


def of(least: float, *rules: str, most: float | None = None) -> Expected:
    """Write one row: minutes, then slugs, those of errors with a `!`."""
    errors = frozenset(rule.removesuffix("!") for rule in rules if rule.endswith("!"))
    return Expected((least, most or least), errors, frozenset(rules) - {f"{rule}!" for rule in errors})


PROTOCOLS = {
    "p01-slow-stroke": of(3, "abrupt-end"),
    "p02-slow-stroke-evening": of(10),
    "p03-slow-stroke-rehabilitation": of(3),
    "p04-seated-vagal": of(10, "neck-front-or-side!"),
    "p05-light": of(15),
    "p05-moderate": of(15, "no-middle-check-in"),
    "p06-swedish": of(20, "scrubbing!", "out-of-its-phase", most=23),
    "p07-neck-and-shoulders": of(20),
    "p08-low-back-course": of(7, most=20),
    "p09-tui-na": of(20, "too-long-in-one-place"),
    "p10-salon": of(20, "below-the-waistband!", "thumbs-doing-heel-work", "thumb-for-too-long"),
    "p11-nursing": of(5, most=10),
    "p12-sport-grades": of(30, "unchanged-too-long", "abrupt-end"),
    "p13-low-back-minimal": of(5),
    "p14-couples": of(15),
    "p15-m-technique": of(3, "no-check-in", most=15),
    "p16-half-prone": of(15),
    "home-template": of(20),
}


def examined(name: str) -> Examined:
    """Read and check a protocol."""
    return examine((FOLDER / f"{name}.rub").read_text(encoding="utf-8"))


def routine_of(name: str) -> Routine:
    """Give what can be led of a protocol."""
    routine = examined(name).routine
    assert routine is not None
    return routine


def strokes(name: str) -> list[Step]:
    """Give the strokes of a protocol."""
    return [step for step in routine_of(name).steps if step.kind == "stroke"]


def peaks(name: str) -> list[float]:
    """Give the highest pressure of each stroke."""
    return [max(step.pressure) for step in strokes(name) if step.pressure]


def test_every_protocol_has_a_row() -> None:
    """A file without a row, or a row without a file, would test nothing."""
    assert set(PROTOCOLS) == {path.stem for path in FOLDER.glob("*.rub")}


@pytest.mark.parametrize("name", PROTOCOLS)
def test_its_lines_add_up_to_the_time_of_its_source(name: str) -> None:
    """Hands-on time is what the source has, and what the text states; the text has the canonical layout."""
    seen = examined(name)
    least, most = PROTOCOLS[name].minutes
    text = (FOLDER / f"{name}.rub").read_text(encoding="utf-8")

    assert text == layout(read_written(text))
    assert "time-does-not-add-up" not in {one.slug for one in seen.findings}
    if seen.is_whole:
        assert seen.routine is not None
        assert least <= seen.routine.duration_s / 60 <= most
        assert seen.stated_s in (None, seen.routine.duration_s)
    else:
        assert least * 60 <= (seen.stated_s or 0) <= most * 60


@pytest.mark.parametrize("name", PROTOCOLS)
def test_it_is_answered_where_it_is_not_kind(name: str) -> None:
    """What would hurt is an error and nothing else is one; what would disappoint is at least a warning."""
    seen = examined(name)
    errors = {one.slug for one in seen.findings if one.severity == "error"}
    others = {one.slug for one in seen.findings if one.severity == "warning"}

    assert PROTOCOLS[name].errors == errors
    assert others >= PROTOCOLS[name].warnings


@pytest.mark.parametrize("name", ["p01-slow-stroke", "p02-slow-stroke-evening", "p03-slow-stroke-rehabilitation"])
def test_slow_stroke_massage_is_nothing_but_long_strokes(name: str) -> None:
    """All of it is long slow strokes beside the spine, and nothing of it presses on bone."""
    assert {("effleurage", "gutters")} == {(step.technique, step.area) for step in strokes(name)}
    assert all(peak < 3 for peak in peaks(name))


def test_the_two_arms_of_a_contrast_differ_in_pressure_only() -> None:
    """Moderate and light are the same strokes for the same time, every one of them lighter."""
    moderate, light = strokes("p05-moderate"), strokes("p05-light")

    assert [(one.technique, one.area, one.side, one.duration_s) for one in moderate] == [
        (one.technique, one.area, one.side, one.duration_s) for one in light
    ]
    pairs = zip(peaks("p05-moderate"), peaks("p05-light"), strict=True)
    assert all(firm > soft for firm, soft in pairs)


def test_the_salon_goes_from_palms_to_thumbs_to_palms_and_ends_broad() -> None:
    """Thumbs come late, never first or last."""
    contacts = [step.contact for step in strokes("p10-salon")]

    assert ("palms", "palms") == (contacts[0], contacts[-1])
    assert "thumbs" in contacts


def test_nursing_begins_with_eight_strokes() -> None:
    """Strokes can be counted instead of timed, and last as long as such strokes do."""
    first = strokes("p11-nursing")[0]

    assert "effleurage" == first.technique
    assert 40 <= first.duration_s <= 120


def test_grades_only_rise() -> None:
    """In sport each block of seven and a half minutes is at least as firm as the one before."""
    steps = strokes("p12-sport-grades")
    blocks: dict[int, float] = {}
    at_s = 0
    for step in steps:
        block = at_s // 450
        blocks[block] = max(blocks.get(block, 0), *(step.pressure or (0,)))
        at_s += step.duration_s

    assert [0, 1, 2, 3] == list(blocks)
    assert sorted(blocks.values()) == list(blocks.values())


def test_three_of_each_is_three_of_each() -> None:
    """A group is repeated as often as it says, in its order, at one pace and one pressure."""
    steps = strokes("p15-m-technique")

    assert 9 == len(steps)
    assert steps[:3] * 3 == steps
    assert {((3, 3), 10)} == {(step.pressure, step.pace_cm_per_s) for step in steps}


def test_the_home_template_rises_and_fades() -> None:
    """Broad first, thumbs at most a fifth, nothing unchanged for five minutes, and light at the end."""
    routine = routine_of("home-template")
    found = examined("home-template").findings

    assert () == tuple(one for one in found if one.severity != "info")
    assert 1200 == routine.duration_s
    assert all(step.duration_s < 300 for step in routine.steps)
    last = [step.pressure for step in routine.steps if step.pressure][-1]
    assert 1 == last[1]
