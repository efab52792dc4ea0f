"""The map as JSON, with the names of its areas."""

from __future__ import annotations

from typing import cast

from backrub.anatomy import AREAS, COMPOSITES, Atlas, Body, as_json
from backrub.anatomy.body import Sex
from backrub.errors import UsageError
from backrub.routine import message
from backrub.wire.mapping import JsonObject
from backrub.words import Words

__all__ = ["atlas_to_json", "body_of_measures", "map_labels"]

MM_PER_CM = 10


def body_of_measures(stature_cm: float | None, mass_kg: float | None, sex: str | None) -> Body:
    """Give a body from what people write down.

    Raises:
        UsageError: A measure is not one of an adult.
    """
    if sex not in {None, "f", "m"}:
        raise UsageError(f"{sex!r} is not known here", "sex", "Use f or m, or leave it out")
    stature_mm = None if stature_cm is None else stature_cm * MM_PER_CM
    return Body(stature_mm=stature_mm, mass_kg=mass_kg, sex=cast("Sex | None", sex))


def map_labels(words: Words) -> dict[str, str]:
    """Give what people call each area."""
    return {area: words.text(message(f"area-{area}")) for area in (*AREAS, *COMPOSITES)}


def atlas_to_json(atlas: Atlas, words: Words) -> JsonObject:
    """Give the map."""
    return as_json(atlas) | {"labels": map_labels(words)}
