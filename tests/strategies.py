"""Hypothesis strategies for the values that rooms exchange: wishes, places, health answers, bodies."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from hypothesis import strategies as st

from backrub.anatomy import AREAS, COMPOSITES, Body
from backrub.compose import Effects
from backrub.person import (
    CONDITIONS,
    Avoid,
    Card,
    Experience,
    Health,
    Intention,
    Likes,
    Mark,
    MarkKind,
    Relation,
    Room,
    Said,
    Spoken,
    Talk,
    Tender,
    Tense,
    Wishes,
    learn,
)
from backrub.routine import Glide, Side, Surface
from backrub.technique import techniques

__all__ = [
    "avoids",
    "bodies",
    "cards",
    "effects",
    "healths",
    "intakes",
    "likes",
    "marks",
    "spoken",
    "tenders",
    "tenses",
    "wishes",
]

_SIDES = st.sampled_from(get_args(Side))
_PLACES = st.sampled_from((*AREAS, *COMPOSITES))
_TONIGHT = tuple(name for name, row in CONDITIONS.items() if row.get("tonight", True))


def tenses() -> st.SearchStrategy[Tense]:
    """Give tense places: single areas and composites, any side, any level."""
    return st.builds(Tense, _PLACES, _SIDES, st.sampled_from((1, 2, 3)))


def tenders() -> st.SearchStrategy[Tender]:
    """Give tender spots, also where no spot may be held."""
    return st.builds(Tender, st.sampled_from(AREAS), st.sampled_from(("left", "right")))


def avoids() -> st.SearchStrategy[Avoid]:
    """Give places to leave alone, never so wide that nothing is left."""
    return st.builds(Avoid, st.sampled_from((*AREAS, "lower-back")), _SIDES)


def marks() -> st.SearchStrategy[Mark]:
    """Give a person's own spots anywhere on a back, as large as a mole or a bruise."""
    return st.builds(
        Mark,
        st.sampled_from(get_args(MarkKind)),
        st.floats(-150, 150),
        st.floats(0, 450),
        st.floats(5, 40),
    )


def healths() -> st.SearchStrategy[Health]:
    """Give health answers that allow a rub tonight."""
    named = st.lists(st.sampled_from(_TONIGHT), max_size=2, unique=True).map(tuple)
    return st.one_of(
        st.just(Health()),
        st.just(Health("none")),
        st.builds(Health, st.just("something"), named),
    )


def spoken() -> st.SearchStrategy[list[Spoken]]:
    """Give things a receiver may have said of strokes."""
    one = st.builds(
        Spoken,
        st.sampled_from(get_args(Said)),
        st.none() | st.sampled_from((*AREAS, *COMPOSITES)),
        st.none() | st.sampled_from(tuple(techniques())),
    )
    return st.lists(one, max_size=12)


def likes() -> st.SearchStrategy[Likes]:
    """Give what may have been learnt of a receiver."""
    return spoken().map(lambda said: learn(Likes(), said))


def cards() -> st.SearchStrategy[Card]:
    """Give person cards; spots of whole millimetres, as a card writes them."""
    spots = st.builds(
        Mark,
        st.sampled_from(get_args(MarkKind)),
        st.integers(-150, 150).map(float),
        st.integers(0, 450).map(float),
        st.integers(5, 40).map(float),
    )
    return st.builds(
        Card,
        firmness=st.sampled_from(("soft", "usual", "firm")),
        likes=likes(),
        avoid=st.lists(avoids(), max_size=3).map(tuple),
        marks=st.lists(spots, max_size=3).map(tuple),
        free_of=st.lists(st.sampled_from(("nuts", "scent", "latex")), max_size=3, unique=True).map(tuple),
        position=st.sampled_from((None, "prone", "seated", "side-lying")),
        language=st.sampled_from(("en", "de", "pt-BR")),
    )


@st.composite
def intakes(draw: st.DrawFn) -> Wishes:
    """Give anything two people may answer, with more places and spots to leave alone than leave much to do."""
    asked = draw(wishes())
    return replace(
        asked,
        avoid=tuple(draw(st.lists(st.builds(Avoid, _PLACES, _SIDES), max_size=3))),
        marks=tuple(draw(st.lists(marks(), max_size=1))) if draw(st.integers(0, 4)) == 0 else (),
        known=tuple(draw(st.lists(st.sampled_from(tuple(techniques())), max_size=3, unique=True))),
        body=draw(bodies()),
    )


def bodies() -> st.SearchStrategy[Body]:
    """Give bodies of adults, of which little or much is known."""
    return st.builds(
        Body,
        stature_mm=st.none() | st.floats(1450, 2000),
        mass_kg=st.none() | st.floats(45, 130),
        sex=st.sampled_from((None, "f", "m")),
    )


def effects() -> st.SearchStrategy[Effects]:
    """Give what a running session may have learnt."""
    return st.builds(
        Effects,
        cap=st.sampled_from((None, 2.0, 3.0, 4.0)),
        no_holds=st.booleans(),
        hush=st.booleans(),
        tired=st.booleans(),
        avoid=st.lists(avoids(), max_size=1).map(tuple),
    )


@st.composite
def wishes(draw: st.DrawFn, least_minutes: int = 3, most_minutes: int = 90) -> Wishes:
    """Give anything two people may wish for that can be planned."""
    return Wishes(
        minutes=draw(st.integers(least_minutes, most_minutes)),
        tense=tuple(draw(st.lists(tenses(), max_size=4))),
        tender=tuple(draw(st.lists(tenders(), max_size=2, unique=True))),
        avoid=tuple(draw(st.lists(avoids(), max_size=1))),
        intention=draw(st.sampled_from(get_args(Intention))),
        glide=draw(st.sampled_from(get_args(Glide))),
        surface=draw(st.sampled_from(get_args(Surface))),
        position=draw(st.sampled_from((None, "prone", "seated", "side-lying"))),
        relation=draw(st.sampled_from(get_args(Relation))),
        health=draw(healths()),
        first_time=draw(st.booleans()),
        firm=draw(st.booleans()),
        deep=draw(st.booleans()),
        woken=draw(st.booleans()),
        ticklish=draw(st.booleans()),
        holds=draw(st.sampled_from((None, True, False))),
        sore_thumbs=draw(st.booleans()),
        kneels=draw(st.booleans()),
        nut_allergy=draw(st.booleans()),
        talk=draw(st.sampled_from(get_args(Talk))),
        soft=draw(st.booleans()),
        weak_hands=draw(st.booleans()),
        small_hands=draw(st.booleans()),
        experience=draw(st.sampled_from(get_args(Experience))),
        sore_back=draw(st.booleans()),
        lasts_min=draw(st.none() | st.integers(3, 90)),
        swap=draw(st.booleans()),
        room=draw(st.sampled_from(get_args(Room))),
        scent_free=draw(st.booleans()),
        latex=draw(st.booleans()),
        likes=draw(likes()),
    )
