"""Strokes hurry in a rub that should calm.

Finds: Quick, fast or brisk strokes, unless the rub is to wake up or for sore places; tapping is quick by nature.

Why: Slow movement sedates, fast movement stirs. Hands that hurry are felt as "they want to be done".

Example:
    for: 5 min on a mat, to unwind
    work
      5 min  effleurage, whole back, quickly

Instead:
    for: 5 min on a mat, to unwind
    work
      5 min  effleurage, whole back, slowly

Fix: Safe: the word becomes "slowly".

Source: The seed text: fast is stimulating, slow is sedating; pleasant stroking is 1 to 10 cm/s (Loken 2009). Certainty:
    H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("technique",)


_STIRRING = ("wake", "sore", "practise")


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    if subject.facts.intention in _STIRRING:
        return
    for act in subject.strokes:
        technique = act.technique
        word = act.line.word("pace") if act.line else None
        if technique is None or technique.id == "tapotement":
            continue
        if word is not None and word.id in ("quick", "fast"):
            yield found(word.span, put(word.span, "slowly", safe=True), technique=technique.id)
