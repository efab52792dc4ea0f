"""What is known of the two people and of what the rub is for; what nobody said stays unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice, product

from backrub.anatomy import SIDES, PersonalZone, parts_of, sides_of
from backrub.errors import NotTonight
from backrub.person import CONDITIONS, Care, Health, Wishes, care_for, care_of, zones_of
from backrub.routine.notation import MOST_SPOTS_KEPT, Distance, Field, Header, Span, Word, Written

__all__ = ["UNKNOWN", "Facts", "facts_in", "facts_of"]


_USUAL_ACROSS_MM = 40.0
"""How wide a spot is when nobody says: as in a wish. Source: our guess. Certainty: ENG."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What somebody said about the two people.

    Attributes:
        traits: Where each of the receiver's traits was said; the ids are those of the notation.
        giver: Where each of the giver's traits was said.
        care: What health allows, or None where nothing was said that bears on it.
        refused: Conditions that forbid a rub today.
        intention: What it is for, or None.
        relation: Who they are to each other, or None.
        kept_off: Single areas and sides to leave alone.
        spots: Spots to leave alone, on the back frame.
        asked: Whether anything at all was said about the receiver.
    """

    traits: Mapping[str, Span] = field(default_factory=dict)
    giver: Mapping[str, Span] = field(default_factory=dict)
    care: Care | None = None
    refused: tuple[str, ...] = ()
    intention: str | None = None
    relation: str | None = None
    kept_off: frozenset[tuple[str, str]] = frozenset()
    spots: tuple[PersonalZone, ...] = ()
    asked: bool = False

    @property
    def has_marks(self) -> bool:
        """Tell whether a spot to leave alone is known."""
        return bool(self.spots)

    def has(self, *traits: str) -> bool:
        """Tell whether the receiver has any of some traits."""
        return any(trait in self.traits for trait in traits)


UNKNOWN = Facts()
"""Nobody said anything."""


def facts_in(written: Written) -> Facts:
    """Read what the headers of a text say."""
    receiver = written.header_fields("receiver")
    traits = _spans(receiver)
    named = [trait for trait in traits if trait in CONDITIONS]
    refused = tuple(trait for trait in named if not CONDITIONS[trait].get("tonight", True))
    purpose = {word.kind: word.id for word in written.header_fields("for") if isinstance(word, Word)}
    return Facts(
        traits=traits,
        giver=_spans(written.header_fields("giver")),
        care=_care([trait for trait in named if trait not in refused]),
        refused=refused,
        intention=purpose.get("intention"),
        relation=purpose.get("relation"),
        kept_off=frozenset(pair for header in written.headers("keep-off") for pair in _kept_off(header)),
        spots=tuple(islice(chain.from_iterable(map(_spot, written.headers("keep-off"))), MOST_SPOTS_KEPT)),
        asked=bool(receiver),
    )


def facts_of(wishes: Wishes, span: Span = Span(1, 1, 1)) -> Facts:  # noqa: B008 - frozen, so safe to share
    """Say of wishes what a header would say.

    Args:
        wishes: What two people wished for.
        span: Where findings about them shall point.
    """
    said = {
        "allergy-nuts": wishes.nut_allergy,
        "latex-later": wishes.latex,
        "first-time": wishes.first_time,
        "ticklish": wishes.ticklish,
        "likes-firm": wishes.firm,
        "wants-waking": wishes.woken,
        "waist-welcome": any({"sides", "waist"} & set(parts_of(place.area)) for place in wishes.tense),
    }
    traits = [name for name, is_so in said.items() if is_so] + list(wishes.health.conditions)
    giver = {"sore-thumbs": wishes.sore_thumbs, "cannot-kneel": not wishes.kneels}
    try:
        care = care_of(wishes)
    except NotTonight:
        care = None
    return Facts(
        traits=dict.fromkeys(traits, span),
        giver={name: span for name, is_so in giver.items() if is_so},
        care=care,
        intention=wishes.intention,
        relation=wishes.relation,
        kept_off=frozenset(
            pair for place in wishes.avoid for pair in product(parts_of(place.area), sides_of(place.side))
        ),
        spots=zones_of(wishes.marks),
        asked=True,
    )


def _kept_off(header: Header) -> Iterator[tuple[str, str]]:
    """Give the areas and sides that one header names; a spot with a place of its own names none."""
    words = [each for each in header.fields if isinstance(each, Word)]
    if any(isinstance(each, Distance) and each.direction != "wide" for each in header.fields):
        return
    said = next((word.id for word in words if word.kind == "side"), "both")
    sides = (said,) if said in SIDES else SIDES
    for word in words:
        if word.kind == "area" and not word.hazard:
            yield from product(parts_of(word.id), sides)


def _spot(header: Header) -> Iterator[PersonalZone]:
    """Give the spot that one header places: so far beside the spine, so far down, so wide."""
    found = {each.direction: each.amount_mm for each in header.fields if isinstance(each, Distance)}
    across = found["right"] if "right" in found else -found["left"] if "left" in found else None
    if across is None or "down" not in found:
        return
    kind = next((each.id for each in header.fields if isinstance(each, Word) and each.kind == "mark"), "not-there")
    radius_mm = min(150.0, max(3.0, found.get("wide", _USUAL_ACROSS_MM) / 2))
    yield PersonalZone(kind, across, found["down"], radius_mm)


def _spans(fields: Iterable[Field]) -> dict[str, Span]:
    return {each.id: each.span for each in fields if isinstance(each, Word)}


def _care(conditions: list[str]) -> Care | None:
    return care_for(Health("something", tuple(conditions))) if conditions else None
