"""Oil is used on somebody who wears a patch or device.

Finds: Oil or lotion where the receiver wears a patch, sensor, drain or the like, and no `keep off:` says where.

Why: Oil loosens a patch and, like warmth, can change how much of a medicine goes through the skin.

Example:
    for: 10 min on a mat, with oil
    receiver: medicine patch
    work
      2 min  effleurage, whole back, pressure 2 to 3

Instead:
    for: 10 min on a mat, with oil
    receiver: medicine patch
    keep off: patch 8 cm right, 20 cm down, 5 cm across
    work
      2 min  effleurage, whole back, pressure 2 to 3

Fix: None: only they know where it is.

Source: Teaching: round it, no oil, no heat. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    wears = subject.facts.traits.get("patch-device")
    if wears is not None and subject.glide in ("oil", "lotion") and not subject.facts.has_marks:
        yield found(wears)
