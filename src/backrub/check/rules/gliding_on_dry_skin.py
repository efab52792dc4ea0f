"""A glide on dry skin.

Finds: Techniques that need glide where hands are dry.

Why: It burns like a carpet, and the hand jerks instead of flowing.

Example:
    for: 5 min on a mat, with dry hands
    work
      5 min  effleurage, whole back

Instead:
    for: 5 min on a mat, with oil
    work
      5 min  effleurage, whole back

Fix: None: take oil, or short slow strokes.

Source: The seed text: dry skin is a recipe for carpet burn. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("technique",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.strokes if subject.glide == "dry" else ():
        if act.technique is not None and act.technique.lubricant == "glide":
            yield found(act.at("technique"), technique=act.technique.id)
