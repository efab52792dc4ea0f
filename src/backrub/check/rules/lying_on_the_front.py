"""The receiver lies on the front and should not.

Finds: A routine lying on the front for somebody from week 20 of a pregnancy, or who cannot lie that way.

Why: The belly bears the weight of the leaning giver too; breath, reflux or an operation can forbid it as well.

Example:
    for: 10 min on a mat, lying on the front
    receiver: 24 weeks pregnant
    work
      2 min  caress, whole back, pressure 2

Instead:
    for: 10 min on a mat, lying on one side
    receiver: 24 weeks pregnant
    work
      2 min  caress, upper back, left, pressure 2

Fix: Unsafe: where the position is written, it becomes lying on one side.

Source: Teaching consensus: side-lying with pillows, or seated, from about week 20. Certainty: H; the week: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put, wording
from backrub.check.subject import Subject
from backrub.routine.notation import Word

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    care = subject.facts.care
    if care is not None and not care.prone and subject.position == "prone":
        written = subject.written.header_fields("for") if subject.written else ()
        word = next((each for each in written if isinstance(each, Word) and each.kind == "position"), None)
        if word is not None:
            yield found(word.span, put(word.span, wording("on-one-side")))
        else:
            yield found(subject.start)
