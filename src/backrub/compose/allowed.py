"""What these terms allow of a technique: whether at all, how hard, with what of the hand, and from where."""

from __future__ import annotations

from typing import cast

from backrub.anatomy import COMPOSITES, LimitRow, Motion, limit_rows
from backrub.compose.reachable import marked_atlas, reachable
from backrub.compose.terms import SORE_CAP, Terms
from backrub.compose.weights import section
from backrub.person import hem_of
from backrub.routine import Contact, Place, Side
from backrub.technique import Technique

__all__ = ["HOLD", "can_reach", "can_use", "contact_on", "highest_on", "places_of"]

HOLD = "tender-spot-hold"


def can_use(terms: Terms, technique: Technique) -> bool:
    """Tell whether a technique suits the position, the skin or cloth, and what health and the session allow."""
    care, effects = terms.care, terms.effects
    glides = {"glide": terms.glide in ("oil", "lotion"), "cloth": terms.glide == "clothed", "any": True}
    leans = technique.lean and technique.id != "effleurage"  # which needs no weight behind it
    spared = (effects.tired and technique.sedating >= 0) or (effects.hush and technique.sedating > -1)
    return (
        terms.position in technique.positions
        and glides[technique.lubricant]
        and not technique.unled
        and (care.lean or not leans)
        and not spared
    )


def can_reach(terms: Terms, technique: Technique, area: str, side: Side, contact: str) -> bool:
    """Tell whether a stroke can be done round the person's own spots."""
    wishes = terms.wishes
    if not wishes.marks:
        return True
    atlas = marked_atlas(wishes.body, wishes.marks, terms.position, hem_of(wishes))
    return reachable(atlas, technique.id, area, side, contact)


def highest_on(terms: Terms, technique: Technique, area: str, contact: str, motion: Motion = "gliding") -> float:
    """Give the highest felt pressure that place, contact, technique and the plan's cap allow together."""
    row = _ground(area)
    cap = terms.hold_cap if motion == "hold" else terms.cap
    highest = min(cap, technique.cap_on(area), row.limit(technique.breadth_of(contact), motion))
    sore = terms.wishes.intention == "sore" and terms.level(area, "both") > 0
    return float(min(highest, SORE_CAP) if sore else highest)


def contact_on(terms: Terms, technique: Technique, area: str) -> Contact | None:
    """Choose what of the hand to use: the first that can be felt enough, thumbs never."""
    usable = [name for name in technique.contacts_on(area) if _may_touch(terms, technique, name)]
    if terms.firm and "forearms" in usable and area == "gutters-upper" and not terms.wishes.first_time:
        return "forearms"  # a small giver's weight does more through a forearm, from the head end
    low, _ = technique.felt
    motion: Motion = "hold" if technique.id == HOLD else "gliding"
    enough = [name for name in usable if highest_on(terms, technique, area, name, motion) >= min(low, terms.cap)]
    return cast("Contact", enough[0]) if enough else None


def places_of(terms: Terms, technique: Technique, contact: str, area: str = "") -> tuple[Place, ...]:
    """Give where the giver may be for a technique with a contact; to work the low back, nowhere out of its reach."""
    places = cast("tuple[Place, ...]", technique.places_for(contact, terms.position))
    far = area in section("reach")["not_from_the_head"]
    near = tuple(place for place in places if place != "head-end" or not far)
    return near or places


def _ground(area: str) -> LimitRow:
    first = COMPOSITES.get(area, (area,))[0]  # a composite's path keeps to each part's own limit
    return limit_rows()[section("grounds")[first]]


def _may_touch(terms: Terms, technique: Technique, contact: str) -> bool:
    pointed = technique.breadth_of(contact) == "pointed"
    return contact != "thumbs" and (terms.care.pointed or not pointed) and bool(places_of(terms, technique, contact))
