"""A routine as text while it is being written: what was found in it, what it would do, its layout, its paths."""

from __future__ import annotations

from dataclasses import dataclass

from backrub.anatomy import Atlas, Body, PersonalZone, atlas_for
from backrub.app.maps import POSTURES_OF, Paths, paths_of
from backrub.check import DEFAULT_PROFILE, Finding, Subject, check, subject_of_text
from backrub.errors import UsageError
from backrub.routine import Routine
from backrub.routine.notation import Written, layout, read_written, text_of, unreadable
from backrub.words import Words

__all__ = ["Examined", "Stretch", "examine", "laid_out", "paths_at", "written_out"]


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known of a text.

    Attributes:
        written: What was read of it.
        routine: What can be led of it, or None when nothing can.
        lines: For each step of the routine the number of the line it came from.
        is_whole: Whether all of it can be led, not only what could be read.
        stated_s: The total it states [s], or None.
        findings: What was found, in order of place.
    """

    written: Written
    routine: Routine | None
    lines: tuple[int, ...]
    is_whole: bool
    stated_s: int | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The steps that came of one line, and the paths of the hands in them."""

    first: int
    paths: Paths


def examine(text: str, profile: str = DEFAULT_PROFILE) -> Examined:
    """Read a text and check it.

    Args:
        text: The routine.
        profile: `safe`, `kind` or `teacher`.
    """
    written = read_written(text)
    subject = subject_of_text(written, _back(written))
    built = subject.built
    return Examined(
        written=written,
        routine=subject.routine,
        lines=tuple(act.span.line for act in subject.acts),
        is_whole=built is not None and built.routine is not None,
        stated_s=built.stated_s if built is not None else None,
        findings=check(subject, profile),
    )


def laid_out(text: str) -> str:
    """Give the canonical layout.

    Raises:
        UsageError: Some line was not taken apart, so that laying it out could lose something.
    """
    written = read_written(text)
    if stops := unreadable(written):
        raise UsageError("nobody can tell what this line says", f"line {stops[0].span.line}", "Mend it first")
    return layout(written)


def written_out(routine: Routine, words: Words) -> str:
    """Give a routine as text."""
    return text_of(routine, words.text)


def paths_at(text: str, line: int) -> Stretch:
    """Give the paths of the steps that came of a line, on a back of usual size; no path where there is none."""
    subject = subject_of_text(read_written(text))
    if subject.routine is None:
        return Stretch(0, Paths({}, ()))
    numbers = [act.index for act in subject.acts if act.span.line == line]
    steps = tuple(subject.routine.steps[number] for number in numbers)
    drawn = paths_of(subject.routine.with_steps(steps), _atlas(subject, subject.routine))
    return Stretch(numbers[0] if numbers else 0, drawn)


def _back(written: Written) -> Atlas | None:
    """Give a back to draw strokes on, where spots to go round make that worth while."""
    return atlas_for(Body()) if next(written.headers("keep-off"), None) is not None else None


def _atlas(subject: Subject, routine: Routine) -> Atlas:
    spots: tuple[PersonalZone, ...] = subject.facts.spots
    return atlas_for(Body(), POSTURES_OF[routine.position]).with_personal_zones(*spots)
