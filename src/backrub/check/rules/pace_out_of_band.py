"""A pace no hand keeps, or no skin likes.

Finds: Paces outside what the technique is done at, with a little grace.

Why: Faster drags or hurries, slower loses the thread of the stroke.

Example:
    work
      2 min  effleurage, whole back, 40 cm/s

Instead:
    work
      2 min  effleurage, whole back, 12 cm/s

Fix: Safe: the pace becomes the nearest one the technique is done at.

Source: Teaching, row by row in the table of techniques; some from loop lengths. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("technique",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.strokes:
        technique = act.technique
        pace = act.step.pace_cm_per_s or act.step.cycles_per_min
        if technique is None or pace is None or technique.pace.unit == "still":
            continue
        bands = [band for band in (technique.pace, technique.pace_closing) if band is not None]
        unit = "cm_per_s" if act.step.pace_cm_per_s is not None else "per_min"
        least, most = min(band.least for band in bands), max(band.most for band in bands)
        slack = limits.PACE_ADJUST
        if unit == technique.pace.unit and not least * (1 - slack) <= pace <= most * (1 + slack):
            at = act.at("pace")
            said = f"{min(max(pace, least), most):g} {'cm/s' if unit == 'cm_per_s' else 'a minute'}"
            yield found(at, put(at, said, safe=True) if at != act.span else None, technique=technique.id)
