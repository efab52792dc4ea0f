"""The names of things that are shown as they are: techniques, areas, sides, pressures and the choices of a wish.

*Conventions*: a label's id is its kind and the id of the thing, such as `technique-petrissage`, and takes no
arguments. The ids come from the tables and types of the rooms below, so that a new technique without a name is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from backrub.anatomy import AREAS, COMPOSITES
from backrub.person import Intention, Relation, Talk
from backrub.routine import PHASES, Glide, Place, Position, Side, Surface
from backrub.technique import contacts, techniques

__all__ = ["LABELS"]

PRESSURES = range(1, 11)
"""The felt pressures that have words."""


def _labels() -> Iterator[str]:
    kinds = {
        "technique": techniques(),
        "area": (*AREAS, *COMPOSITES, "anywhere"),
        "contact": contacts(),
        "side": get_args(Side),
        "phase": PHASES,
        "surface": get_args(Surface),
        "glide": get_args(Glide),
        "position": get_args(Position),
        "place": get_args(Place),
        "relation": get_args(Relation),
        "talk": get_args(Talk),
        "intention": get_args(Intention),
    }
    for kind, names in kinds.items():
        yield from (f"{kind}-{name}" for name in names)
    yield "pressure-0"
    for number in PRESSURES:
        yield from (f"pressure-{number}", f"pressure-{number}-feel", f"pressure-{number}-do")


LABELS: tuple[str, ...] = tuple(_labels())
"""Ids of every label; each has a text without arguments in every complete language."""
