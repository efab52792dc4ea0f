"""A routine as text while it is being written: what was found in it, what it would do, its layout, its paths."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from backrub.anatomy import Atlas, Body
from backrub.app.checking import back_to_check_on
from backrub.app.maps import Paths, paths_of
from backrub.check import DEFAULT_PROFILE, Finding, check, facts_in, subject_of_text
from backrub.errors import UsageError
from backrub.person import back_of
from backrub.routine import Routine
from backrub.routine.notation import Written, layout, position_in, read_written, text_of, unreadable
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
    """The steps that came of one line, and the hands in them.

    Attributes:
        first: The number of the first of these steps.
        paths: The paths of the hands.
        back: The back they are drawn on, with the spots to go round.
        kept_off: Single areas and sides to leave alone.
    """

    first: int
    paths: Paths
    back: Atlas
    kept_off: frozenset[tuple[str, str]] = frozenset()

    @property
    def back_name(self) -> str:
        """Give a short name of the back, the same for the same back."""
        said = repr((self.back.body, self.back.shift, self.back.personal))
        return sha256(said.encode()).hexdigest()[:16]


def examine(text: str, profile: str = DEFAULT_PROFILE, body: Body | None = None) -> Examined:
    """Read a text and check it.

    Args:
        text: The routine.
        profile: `safe`, `kind` or `teacher`.
        body: Who receives it, where that is known.
    """
    written = read_written(text)
    subject = subject_of_text(written, back_to_check_on(written, body))
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


def paths_at(text: str, line: int, body: Body | None = None) -> Stretch:
    """Give the paths of the steps that came of a line, and the back they are on; no path where there is none.

    Args:
        text: The routine.
        line: The line, from 1.
        body: Whose back; else one of usual size.
    """
    written = read_written(text)
    facts = facts_in(written)
    back = back_of(body or Body(), position=position_in(written)).with_personal_zones(*facts.spots)
    subject = subject_of_text(written)
    if subject.routine is None:
        return Stretch(0, Paths({}, ()), back, facts.kept_off)
    numbers = [act.index for act in subject.acts if act.span.line == line]
    steps = tuple(subject.routine.steps[number] for number in numbers)
    drawn = paths_of(subject.routine.with_steps(steps), back)
    return Stretch(numbers[0] if numbers else 0, drawn, back, facts.kept_off)
