"""Fingertips press.

Finds: Fingertips in anything but feather strokes.

Why: Pointed pressure feels like an intrusion and tires the fingers; broad, heavy pressure feels like a hug.

Example:
    work
      2 min  kneading, shoulders, right, fingertips

Instead:
    work
      2 min  kneading, shoulders, right, whole hand

Fix: Unsafe: the contact becomes the technique's first choice for that area.

Source: Teaching: tips to feather only; hands report this as the commonest fault. Certainty: H.
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
    for act in subject.touches:
        technique = act.technique
        if act.step.contact == "finger-tips" and technique is not None and technique.id != "feather-strokes":
            at = act.at("contact")
            usual = technique.contacts_on(act.step.area or "")[0].replace("-", " ")
            yield found(at, put(at, usual) if at != act.span else None, technique=technique.id)
