"""Dry skin is kneaded.

Finds: Kneading with dry hands on bare skin.

Why: Skin that does not slide is pinched between the fingers before the muscle is reached.

Example:
    for: 5 min on a mat, dry
    work
      2 min  kneading, shoulders, each side

Instead:
    for: 5 min on a mat, with lotion
    work
      2 min  kneading, shoulders, each side

Fix: None: a little oil or rich lotion, or through a shirt.

Source: Teaching: not on dry drag. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.strokes if subject.glide == "dry" else ():
        if act.step.technique == "petrissage":
            yield found(act.at("technique"))
