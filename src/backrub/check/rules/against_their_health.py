"""A kind of work that the receiver's health forbids.

Finds: Holds, leaning strokes, pointed contacts, tapping or the waist, where a condition in the `receiver:` line rules
    them out.

Why: Pointed or leaned weight bruises and breaks where tissue is weak, even when it feels light to the giver.

Example:
    receiver: osteoporosis
    work
      1 min  palm press, between the blades, right

Instead:
    receiver: osteoporosis
    work
      1 min  caress, between the blades, right

Fix: None: take a broad, light stroke instead.

Source: Published lists of contraindications, row by row in the health table. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Act, Subject

__all__ = ["ARGS", "check"]

ARGS = ("what",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.strokes + subject.holds if subject.facts.care else ():
        for what in _forbidden(subject, act):
            yield found(act.at("technique"), what=what)


def _forbidden(subject: Subject, act: Act) -> Iterator[str]:
    care, technique = subject.facts.care, act.technique
    if care is None or technique is None:
        return
    if act.step.kind == "hold" and not care.holds:
        yield "holds"
    elif not care.pointed and act.presses and technique.breadth_of(act.step.contact or "palms") == "pointed":
        yield "pointed"
    # Long strokes lean only as far as their pressure says, which the cap keeps low.
    if not care.lean and ((technique.lean and technique.id != "effleurage") or act.manner("leaning")):
        yield "lean"
    if not care.tapping and technique.id == "tapotement":
        yield "tapping"
    if not care.waist and act.step.area == "waist" and act.moves:
        yield "waist"
