"""A technique is used that this position does not allow.

Finds: Techniques that cannot be done on somebody sitting, lying on the side, or standing, such as side pulls while
    seated.

Why: Out of position the weight goes sideways into joints, or there is nothing to push against.

Example:
    for: 10 min in a chair, seated
    work
      1 min  side pulls, sides, right

Instead:
    for: 10 min in a chair, seated
    work
      1 min  caress, sides, right

Fix: None: choose a stroke that suits the position.

Source: Teaching, row by row in the table of techniques. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = (
    "position",
    "technique",
)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    position = "standing" if subject.position == "hug" else subject.position
    for act in subject.touches:
        technique = act.technique
        if technique is not None and position and position not in technique.positions:
            yield found(act.at("technique"), position=subject.position, technique=technique.id)
