"""Plans written by hand, as a teacher would: the script is tried on them, whatever the composer makes."""

from __future__ import annotations

from dataclasses import replace

from backrub.routine import Contact, Phase, Place, Routine, Side, Step, message
from backrub.session.timeline import Setting

OIL = Setting(giver_side="left")


def stroke(
    technique: str,
    area: str,
    side: Side,
    duration_s: int,
    pressure: tuple[float, float],
    *,
    contact: Contact = "palms",
    place: Place = "hip",
    phase: Phase = "work",
) -> Step:
    """Write one stroke."""
    return Step(
        kind="stroke",
        phase=phase,
        duration_s=duration_s,
        technique=technique,
        area=area,
        side=side,
        contact=contact,
        pressure=pressure,
        place=place,
    )


def rest(phase: Phase, duration_s: int, area: str = "whole-back", place: Place = "hip") -> Step:
    """Write resting hands."""
    return replace(stroke("resting-hands", area, "both", duration_s, (1, 1), phase=phase, place=place), kind="rest")


def ask() -> Step:
    """Write a check-in."""
    return Step(kind="ask", phase="work")


def move(place: Place) -> Step:
    """Write a change of place."""
    return Step(kind="move", phase="work", place=place)


def oil() -> Step:
    """Write a moment for oil."""
    return Step(kind="oil", phase="warm-up")


def turn() -> Step:
    """Write a reminder to turn the head."""
    return Step(kind="turn", phase="work", says=message("turn-head"))


def hold(area: str | None, side: Side, duration_s: int, top: float = 7, place: Place = "beside") -> Step:
    """Write a slot for one tender spot."""
    return Step(
        kind="hold",
        phase="work",
        duration_s=duration_s,
        technique="tender-spot-hold",
        area=area,
        side=side,
        contact="knuckles",
        pressure=(min(5, top), top),
        spots=1,
        place=place,
    )


def routine(*steps: Step, setting: Setting = OIL) -> Routine:
    """Put steps together into a plan."""
    return Routine(
        message("title"),
        sum(step.duration_s for step in steps),
        setting.position,
        setting.surface,
        setting.lubricant,
        steps,
        giver_side=setting.giver_side,
    )


DESK_SHOULDERS = routine(
    rest("open", 30),
    oil(),
    ask(),
    stroke("effleurage", "whole-back", "both", 210, (2, 4), phase="warm-up"),
    move("head-end"),
    stroke("petrissage", "shoulders", "right", 105, (3, 5), contact="whole-hand", place="head-end"),
    stroke("petrissage", "shoulders", "left", 105, (3, 5), contact="whole-hand", place="head-end"),
    turn(),
    stroke("knuckle-circles", "shoulders", "right", 45, (5, 5), contact="knuckles", place="head-end"),
    stroke("knuckle-circles", "shoulders", "left", 45, (5, 5), contact="knuckles", place="head-end"),
    oil(),
    ask(),
    stroke("gutter-glide", "gutters-upper", "right", 90, (3, 5), contact="heels", place="head-end"),
    stroke("gutter-glide", "gutters-upper", "left", 90, (3, 5), contact="heels", place="head-end"),
    move("beside"),
    stroke("blade-circles", "blades", "right", 60, (3, 4), contact="finger-pads", place="beside"),
    hold("between-blades", "right", 90),
    stroke("caress", "between-blades", "right", 25, (2, 2), place="beside"),
    move("beside"),
    stroke("blade-circles", "blades", "left", 60, (3, 4), contact="finger-pads", place="beside"),
    hold("between-blades", "left", 90),
    stroke("caress", "between-blades", "left", 25, (2, 2), place="beside"),
    ask(),
    stroke("waist-spread", "waist", "right", 50, (2, 3), place="across"),
    stroke("effleurage", "whole-back", "both", 90, (3, 1), phase="finish"),
    stroke("feather-strokes", "whole-back", "both", 30, (1, 1), contact="finger-tips", phase="finish"),
    rest("finish", 15),
)
"""Twenty minutes for shoulders that sat at a desk, with two tender spots (a teacher's plan, slightly shortened)."""

FIVE_MINUTES = routine(
    rest("open", 25),
    oil(),
    ask(),
    stroke("effleurage", "whole-back", "both", 70, (2, 3), phase="warm-up"),
    stroke("effleurage", "whole-back", "both", 50, (3, 4), phase="warm-up"),
    move("head-end"),
    stroke("petrissage", "shoulders", "both", 95, (3, 5), contact="whole-hand", place="head-end"),
    move("hip"),
    stroke("effleurage", "whole-back", "both", 25, (3, 1), phase="finish"),
    stroke("feather-strokes", "whole-back", "both", 20, (1, 1), contact="finger-tips", phase="finish"),
    rest("finish", 15),
)
"""Five minutes with nothing marked."""

FRIENDS_CLOTHED_SETTING = Setting(surface="bed", lubricant="clothed", relation="friends")
FRIENDS_CLOTHED = routine(
    rest("open", 40),
    ask(),
    stroke("clothed-rub", "upper-back", "both", 180, (2, 3), phase="warm-up"),
    stroke("palm-press", "gutters-upper", "right", 75, (2, 4), place="across"),
    stroke("palm-press", "gutters-upper", "left", 75, (2, 4), place="beside"),
    ask(),
    stroke("petrissage", "shoulders", "right", 90, (2, 4), contact="whole-hand", place="across"),
    stroke("caress", "upper-back", "both", 180, (2, 1), phase="finish"),
    rest("finish", 50),
    setting=FRIENDS_CLOTHED_SETTING,
)
"""Friends, a T-shirt, a bed, no low back."""

SEATED_SETTING = Setting(position="seated", surface="chair", lubricant="clothed", relation="family")
SEATED = routine(
    rest("open", 45, "shoulders", "behind"),
    ask(),
    stroke("clothed-rub", "upper-back", "both", 150, (1, 2), phase="warm-up", place="behind"),
    stroke("petrissage", "shoulders", "both", 120, (2, 3), contact="whole-hand", place="behind"),
    stroke("caress", "upper-back", "both", 135, (2, 1), place="behind", phase="finish"),
    rest("finish", 60, "shoulders", "behind"),
    setting=SEATED_SETTING,
)
"""A mother in an armchair, in a cardigan."""

SIDE_LYING_SETTING = Setting(position="side-lying")
SIDE_LYING = routine(
    rest("open", 30, place="behind"),
    oil(),
    stroke("effleurage", "whole-back", "left", 150, (2, 3), phase="warm-up", place="behind"),
    stroke("caress", "lower-back", "left", 90, (2, 2), place="behind"),
    Step(kind="turn", phase="work", duration_s=90, says=message("turn-over")),
    stroke("effleurage", "whole-back", "right", 150, (2, 3), place="behind"),
    stroke("caress", "lower-back", "right", 90, (2, 1), place="behind", phase="finish"),
    rest("finish", 20, place="behind"),
    setting=SIDE_LYING_SETTING,
)
"""Somebody who is better off on one side."""

WOKEN_SETTING = Setting(woken=True)
WOKEN = routine(
    rest("open", 30),
    oil(),
    stroke("effleurage", "whole-back", "both", 240, (2, 4), phase="warm-up"),
    stroke("effleurage", "whole-back", "both", 60, (3, 2), phase="finish"),
    stroke("tapotement", "upper-back", "both", 30, (2, 2), contact="cupped-hands", phase="finish"),
    stroke("effleurage", "whole-back", "both", 30, (2, 1), phase="finish"),
    rest("finish", 15),
    setting=WOKEN_SETTING,
)
"""Five minutes before work."""
