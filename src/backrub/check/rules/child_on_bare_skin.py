"""A child is rubbed on bare skin.

Finds: Anything but a rub through clothes for a child.

Why: A child's clothes stay on, a guardian is there, and the child may end it at any time without a reason.

Example:
    for: 5 min on a mat, with oil
    receiver: a child
    work
      2 min  caress, upper back, pressure 2

Instead:
    for: 5 min on a mat, through clothes
    receiver: a child
    work
      2 min  caress, upper back, pressure 2

Fix: Unsafe: where the glide is written it becomes wording("through-clothes").

Source: Teaching: guardian, clothed, two to three, the child may end it. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put, wording
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    child = subject.facts.traits.get("child")
    if child is None or subject.glide in ("", "clothed"):
        return
    at = subject.header("glide", child)
    yield found(at, put(at, wording("through-clothes")) if at != child else None)
