"""Quick pushes on a mattress.

Finds: Press and release on a bed at more than its usual pace, or said to be quick.

Why: A mattress swallows a third and more of a quick push. A slow lean comes through in full.

Example:
    for: 5 min on a bed
    work
      2 min  palm press, between the blades, right, quickly

Instead:
    for: 5 min on a bed
    work
      2 min  palm press, between the blades, right, slowly

Fix: Safe: the pace becomes slow.

Source: 31 to 47 % of the push is lost on mattresses, measured in resuscitation trials. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.strokes if subject.surface == "bed" else ():
        technique = act.technique
        if technique is None or technique.id != "palm-press":
            continue
        if (act.step.cycles_per_min or 0.0) > technique.pace.usual:
            at = act.at("pace")
            yield found(at, put(at, "slowly", safe=True) if at != act.span else None)
