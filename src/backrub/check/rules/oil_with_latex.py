"""Oil is used where latex is.

Finds: Oil or lotion when the `receiver:` line says latex is in use.

Why: Mineral oil takes most of a condom's strength within a minute; vegetable oils weaken it too.

Example:
    for: 10 min on a mat, with oil
    receiver: latex in use
    work
      2 min  effleurage, whole back

Instead:
    for: 10 min on a mat, through clothes
    receiver: latex in use
    work
      2 min  clothed rub, upper back

Fix: None.

Source: Voeller 1989: burst volume down by about 90 % in 60 s. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    latex = subject.facts.traits.get("latex")
    if latex is not None and subject.glide in ("oil", "lotion"):
        yield found(subject.header("glide", latex))
