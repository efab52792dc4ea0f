"""What two people wish for tonight, as one value; every field has a sensible default."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from backrub.anatomy import Body
from backrub.person.care import Care, Health, care_for
from backrub.routine import Glide, Position, Side, Surface

__all__ = [
    "Avoid",
    "Intention",
    "Level",
    "Mark",
    "MarkKind",
    "Relation",
    "Talk",
    "Tense",
    "Wishes",
    "care_of",
    "without_health",
]

Intention = Literal["unwind", "comfort", "closeness", "sore", "wake", "sleep", "practise"]
Relation = Literal["partners", "friends", "family"]
Talk = Literal["guide", "quiet", "nearly-silent"]
Level = Literal[1, 2, 3]
MarkKind = Literal["mole", "bruise", "scar", "sunburn", "patch", "not-there"]


@dataclass(frozen=True, slots=True)
class Tense:
    """A tense place: area id, the receiver's side, and 1 (a little) to 3 (very)."""

    area: str
    side: Side = "both"
    level: Level = 2


@dataclass(frozen=True, slots=True)
class Avoid:
    """A place to leave alone: area id and side."""

    area: str
    side: Side = "both"


@dataclass(frozen=True, slots=True)
class Mark:
    """A person's own no-press spot in the back frame [mm]: mole, bruise, scar, sunburn, patch, not-there."""

    kind: MarkKind
    x_mm: float
    y_mm: float
    radius_mm: float = 20.0


@dataclass(frozen=True, slots=True)
class Wishes:
    """Everything the composer needs to know.

    Attributes:
        minutes: Hands-on minutes, 3–90.
        tense: Tense places.
        avoid: Places to leave alone.
        marks: The person's own spots to go round.
        intention: What it is for.
        glide: On the skin, or through clothes.
        surface: What the receiver lies or sits on; a chair means seated.
        position: Asked for, or None: follows from the surface.
        relation: Who they are to each other; friends and family leave out sides and waist unless marked tense.
        health: The health line.
        care: What the health line allows, once it is known; then `health` is empty and need not be kept.
        first_time: Whether this pair has never done this; lowers caps, one spot at most.
        firm: Whether the receiver likes it firm: allows the cap of 6 on strokes.
        deep: Whether "deep, it should hurt" was asked; answered, not obeyed.
        woken: Whether to end with tapping.
        ticklish: Whether light fingertips tickle: then flat palms instead.
        holds: Whether tender spots may be held; None: where the time and care allow.
        sore_thumbs: Whether the giver's thumbs are to be spared.
        kneels: Whether the giver can kneel.
        nut_allergy: Whether nut and sesame oils are out.
        talk: How much the coach says.
        known: Technique ids the giver already knows; their instructions are dropped.
        body: The receiver's body, for the atlas.
    """

    minutes: int = 15
    tense: tuple[Tense, ...] = ()
    avoid: tuple[Avoid, ...] = ()
    marks: tuple[Mark, ...] = ()
    intention: Intention = "unwind"
    glide: Glide = "oil"
    surface: Surface = "mat"
    position: Position | None = None
    relation: Relation = "partners"
    health: Health = field(default_factory=Health)
    care: Care | None = None
    first_time: bool = False
    firm: bool = False
    deep: bool = False
    woken: bool = False
    ticklish: bool = False
    holds: bool | None = None
    sore_thumbs: bool = False
    kneels: bool = True
    nut_allergy: bool = False
    talk: Talk = "guide"
    known: tuple[str, ...] = ()
    body: Body = field(default_factory=Body)


def care_of(wishes: Wishes) -> Care:
    """Give what may be done tonight, from what is kept or else from the answers.

    Raises:
        NotTonight: A health answer forbids a rub today.
        UsageError: A condition is not known.
    """
    return wishes.care if wishes.care is not None else care_for(wishes.health)


def without_health(wishes: Wishes) -> Wishes:
    """Give the same wishes with the health answers replaced by their effects, fit to be kept.

    Raises:
        NotTonight: A health answer forbids a rub today.
        UsageError: A condition is not known.
    """
    return replace(wishes, care=care_of(wishes), health=Health())
