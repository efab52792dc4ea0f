"""What two people wish for tonight, as one value; every field has a sensible default."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from backrub.anatomy import Body
from backrub.person.care import Care, Health, care_for
from backrub.person.learning import Likes
from backrub.routine import Glide, Position, Side, Surface

__all__ = [
    "Avoid",
    "Experience",
    "Intention",
    "Level",
    "Mark",
    "MarkKind",
    "Relation",
    "Room",
    "Talk",
    "Tender",
    "Tense",
    "Wishes",
    "care_of",
    "minutes_of",
    "without_health",
]

Intention = Literal["unwind", "comfort", "closeness", "sore", "wake", "sleep", "practise"]
Relation = Literal["partners", "friends", "family"]
Talk = Literal["guide", "quiet", "nearly-silent"]
Experience = Literal["new", "some", "practised"]
Room = Literal["warm", "cool"]
Level = Literal[1, 2, 3]
MarkKind = Literal["mole", "bruise", "scar", "sunburn", "patch", "not-there"]


@dataclass(frozen=True, slots=True)
class Tense:
    """A tense place: area id, the receiver's side, and 1 (a little) to 3 (very)."""

    area: str
    side: Side = "both"
    level: Level = 2


@dataclass(frozen=True, slots=True)
class Tender:
    """A tender spot that is known of: area id and the receiver's side; hands find the exact place."""

    area: str
    side: Literal["left", "right"]


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
        tender: Tender spots to be held, where the time and care allow; their places are worked before.
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
        scent_free: Whether anything scented is out.
        latex: Whether latex will be used later, which oil harms.
        soft: Whether the receiver likes it light: caps strokes at 4.
        weak_hands: Whether the giver's hands are weak: skin strokes, slow direction and lean instead of grip.
        small_hands: Whether they are small for this back.
        experience: How much the giver has done this: new means fewer different strokes, practised one more.
        sore_back: Whether the giver's own back is to be spared: nothing that is pulled or reached for.
        lasts_min: How long the giver can go on [min], or None: as long as it takes.
        swap: Whether both will swap; then `compose_swap` plans two fair halves.
        seed: 0 for the best plan; any other number for another good one, the same each time.
        room: Whether the room is warm enough to lie with a bare back.
        likes: What a person card has learnt of the receiver.
        talk: How much the coach says.
        known: Technique ids the giver already knows; their instructions are dropped.
        body: The receiver's body, for the atlas.
    """

    minutes: int = 15
    tense: tuple[Tense, ...] = ()
    tender: tuple[Tender, ...] = ()
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
    scent_free: bool = False
    latex: bool = False
    soft: bool = False
    weak_hands: bool = False
    small_hands: bool = False
    experience: Experience = "some"
    sore_back: bool = False
    lasts_min: int | None = None
    swap: bool = False
    seed: int = 0
    room: Room = "warm"
    likes: Likes = field(default_factory=Likes)
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


def minutes_of(wishes: Wishes) -> int:
    """Give how long the rub is: as wished, unless the giver's hands or the receiver's care ask for less [min].

    Raises:
        NotTonight: A health answer forbids a rub today.
        UsageError: A condition is not known.
    """
    limits = (wishes.minutes, wishes.lasts_min, care_of(wishes).most_minutes)
    return min(each for each in limits if each is not None)
