"""Thumbs do what a heel or knuckle could.

Finds: Thumbs in anything but a hold.

Why: Half of those who press for a living have sore thumbs within a year, and the receiver feels a point.

Example:
    work
      2 min  gutter glide, upper gutters, right, thumbs

Instead:
    work
      2 min  gutter glide, upper gutters, right, heels

Fix: Unsafe: the contact becomes the technique's first choice for that area.

Source: Thumb pain in 49 % of manual therapists within 12 months; teaching. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("technique",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.strokes:
        technique = act.technique
        if act.step.contact == "thumbs" and technique is not None:
            at = act.at("contact")
            usual = technique.contacts_on(act.step.area or "")[0].replace("-", " ")
            yield found(at, put(at, usual) if at != act.span else None, technique=technique.id)
