"""`backrub compose`: from wishes to a routine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from backrub.person import Health, Wishes

__all__ = ["compose"]


def compose(
    *,
    minutes: int = typer.Option(..., help="Hands-on minutes, 3 to 90."),
    tense: list[str] = typer.Option([], metavar="AREA[:SIDE][=1..3]", help="A tense place, such as shoulders:right=3."),
    tender: list[str] = typer.Option([], metavar="AREA:SIDE", help="A tender spot to be held, where it may be."),
    avoid: list[str] = typer.Option([], metavar="AREA[:SIDE]", help="A place to leave alone."),
    intention: str = typer.Option("unwind", help="unwind, comfort, closeness, sore, wake, sleep or practise."),
    glide: str = typer.Option("oil", help="oil, lotion, dry or clothed."),
    surface: str = typer.Option("mat", help="mat, table, bed or chair."),
    position: str | None = typer.Option(
        None, help="prone, seated, side-lying or hug; without it what the surface asks for. A hug is a lesson."
    ),
    relation: str = typer.Option("partners", help="partners, friends or family."),
    health: list[str] = typer.Option([], metavar="ANSWER", help="none, something, or what it is, such as fever-ill."),
    talk: str = typer.Option("guide", help="How much the coach says: guide, quiet or nearly-silent."),
    known: list[str] = typer.Option([], metavar="TECHNIQUE", help="A technique the giver knows already."),
    first_time: bool = typer.Option(False, "--first-time", help="These two have never done this."),
    firm: bool = typer.Option(False, "--firm", help="The receiver likes it firm."),
    soft: bool = typer.Option(False, "--soft", help="The receiver likes it light."),
    deep: bool = typer.Option(False, "--deep", help="The receiver asks for it deep."),
    woken: bool = typer.Option(False, "--woken", help="End awake, with tapping."),
    ticklish: bool = typer.Option(False, "--ticklish", help="No light fingertips."),
    holds: bool | None = typer.Option(None, "--holds/--no-holds", help="Hold tender spots, or do not."),
    sore_thumbs: bool = typer.Option(False, "--sore-thumbs", help="Spare the giver's thumbs."),
    weak_hands: bool = typer.Option(False, "--weak-hands", help="The giver's hands are not strong."),
    small_hands: bool = typer.Option(False, "--small-hands", help="The giver's hands are small."),
    sore_back: bool = typer.Option(False, "--sore-back", help="Spare the giver's back."),
    kneels: bool = typer.Option(True, "--kneels/--no-kneeling", help="Whether the giver can kneel."),
    lasts: int | None = typer.Option(None, metavar="MINUTES", help="How long the giver can go on, 3 to 90."),
    experience: str = typer.Option("some", help="How much the giver has done this: new, some or practised."),
    room: str = typer.Option("warm", help="warm or cool."),
    nut_allergy: bool = typer.Option(False, "--nut-allergy", help="No nut or sesame oils."),
    scent_free: bool = typer.Option(False, "--scent-free", help="Nothing scented."),
    latex: bool = typer.Option(False, "--latex", help="Latex will be used later, which oil harms."),
    card: str | None = typer.Option(None, metavar="FILE|NAME", help="Add a person card: a file, or one kept here."),
    swap: bool = typer.Option(False, "--swap", help="Both get one: the minutes are for both, the change included."),
    other: Path | None = typer.Option(
        None, metavar="FILE", help="With --swap: the other one's wishes, as JSON; without it the same for both."
    ),
    seed: int = typer.Option(0, help="0: the best plan. Any other number: another good one, the same each time."),
    as_json: bool = typer.Option(False, "--json", help="Write JSON even to a screen."),
    out: Path | None = typer.Option(
        None, "-o", metavar="FILE", help="Write to a file: text when its name ends in .rub, else JSON."
    ),
) -> None:
    """Compose the routine that serves the wishes best.

    Example: backrub compose --minutes 20 --tense shoulders:right=3 --avoid "low back" -o tonight.json
    """
    from dataclasses import replace
    from typing import get_args

    from backrub.app.planning import compose_rub
    from backrub.cli.composing import wishes_in, write_lesson, write_plan, write_swap
    from backrub.cli.naming import choice, read_avoid, read_tender, read_tense
    from backrub.person import Experience, Intention, Relation, Room, Talk, Wishes, validate
    from backrub.routine import Glide, Position, Surface
    from backrub.technique import techniques

    wishes = Wishes(
        minutes=minutes,
        tense=tuple(map(read_tense, tense)),
        tender=tuple(map(read_tender, tender)),
        avoid=tuple(map(read_avoid, avoid)),
        intention=choice(intention, get_args(Intention), "--intention"),
        glide=choice(glide, get_args(Glide), "--glide"),
        surface=choice(surface, get_args(Surface), "--surface"),
        position=choice(position, get_args(Position), "--position") if position else None,
        relation=choice(relation, get_args(Relation), "--relation"),
        health=_health(health),
        talk=choice(talk, get_args(Talk), "--talk"),
        known=tuple(choice(one, tuple(techniques()), "--known") for one in known),
        first_time=first_time,
        firm=firm,
        soft=soft,
        deep=deep,
        woken=woken,
        ticklish=ticklish,
        holds=holds,
        sore_thumbs=sore_thumbs,
        weak_hands=weak_hands,
        small_hands=small_hands,
        sore_back=sore_back,
        kneels=kneels,
        lasts_min=lasts,
        experience=choice(experience, get_args(Experience), "--experience"),
        room=choice(room, get_args(Room), "--room"),
        nut_allergy=nut_allergy,
        scent_free=scent_free,
        latex=latex,
        swap=swap,
        seed=seed,
    )
    wishes = _with_card(wishes, card)
    is_hug = wishes.position == "hug"
    wishes = replace(wishes, position=None) if is_hug else wishes
    validate(wishes)
    if is_hug:
        write_lesson(wishes, as_json=as_json, out=out)
    elif swap:
        write_swap(wishes, wishes_in(other) if other else wishes, as_json=as_json, out=out)
    else:
        write_plan(compose_rub(wishes), wishes, as_json=as_json, out=out)


def _with_card(wishes: Wishes, name: str | None) -> Wishes:
    """Add a person card to the wishes."""
    from backrub.cli.card import card_named
    from backrub.person import wishes_with
    from backrub.wiring import cards_in, data_folder

    return wishes if name is None else wishes_with(wishes, card_named(name, cards_in(data_folder(None))))


def _health(given: list[str]) -> Health:
    """Read the answers to the health line."""
    from backrub.cli.naming import choice
    from backrub.errors import UsageError
    from backrub.person import CONDITIONS, Health

    if not given:
        return Health()
    named = tuple(choice(one, ("none", "something", *CONDITIONS), "--health") for one in given)
    if set(named) == {"none"}:
        return Health("none")
    if "none" in named:
        raise UsageError("none and something at once", "--health", "Say none, or what it is")
    return Health("something", tuple(one for one in named if one != "something"))
