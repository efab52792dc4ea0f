"""The contact is too wide for the room between spine and blade.

Finds: Forearms and cupped hands between or below the blades; on a person's own back also strokes that find no room
    there.

Why: Between spine and blade there are about six centimetres, in some people three and a half. A forearm lies on both
    bones.

Example:
    work
      2 min  palm press, between the blades, right, forearms

Instead:
    work
      2 min  palm press, between the blades, right, heels

Fix: Unsafe: the contact becomes the heels of the hands.

Source: Blade spacing 5 to 8.6 cm in the literature; the strokes as drawn on that back. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.anatomy import Body
from backrub.check.findings import Found, found
from backrub.check.measures import drawn
from backrub.check.mending import put
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = (
    "area",
    "contact",
)


_NARROW = frozenset({"between-blades", "lower-trapezius"})


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    # On a back of usual size every stroke of the tables has its room, so none need be drawn.
    own = subject.atlas is not None and subject.atlas.body != Body()
    for act in subject.touches:
        wide = act.step.contact in ("forearms", "cupped-hands") and bool(act.parts) and set(act.parts) <= _NARROW
        if wide or (own and drawn(subject, act) == "no-room"):
            at = act.at("contact")
            fix = put(at, "heels") if wide and at != act.span else None
            yield found(at, fix, area=act.area, contact=act.step.contact or "palms")
