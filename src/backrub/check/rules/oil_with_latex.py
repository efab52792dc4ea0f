"""Oil is used where latex is.

Finds: Oil or lotion when the `receiver:` line says that latex will be used, and nothing says to wash it off before.

Why: Mineral oil takes most of a condom's strength within a minute; vegetable oils weaken it too.

Example:
    for: 10 min on a mat, with oil
    receiver: latex later
    work
      2 min  effleurage, whole back

Instead:
    for: 10 min on a mat, with oil
    receiver: latex later
    note: Wash hands and skin well before it is used
    work
      2 min  effleurage, whole back

Fix: None.

Source: Voeller 1989: burst volume down by about 90 % in 60 s. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import mentions
from backrub.check.subject import Subject

__all__ = ["check"]


_NOTES = frozenset({"note-latex", "care-wash-hands"})
"""What a composed plan says of it."""


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    latex = subject.facts.traits.get("latex-later")
    if latex is not None and subject.glide in ("oil", "lotion") and not _washed(subject):
        yield found(subject.header("glide", latex))


def _washed(subject: Subject) -> bool:
    """Tell whether a sentence of the text, or a note of the plan, says to wash the oil off."""
    notes = {note.id for note in subject.routine.notes} if subject.routine is not None else set()
    return bool(notes & _NOTES) or any(True for _ in mentions(subject, "washed"))
