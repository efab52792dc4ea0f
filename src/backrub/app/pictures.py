"""Pictures of a back with their words: the map, one stroke on it, a whole rub; and what lies at a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from backrub.anatomy import (
    AREAS,
    BREADTHS,
    SIDES,
    Atlas,
    Posture,
    Theme,
    clearance,
    draw_map,
    limit_at,
    off_bone,
    place_of,
    under,
)
from backrub.app.maps import paths_of
from backrub.routine import Routine, message
from backrub.technique import StrokePath
from backrub.technique.coverage import coverage_of, draw_coverage
from backrub.technique.drawing import draw_stroke
from backrub.words import Words

__all__ = ["Look", "layers_to_json", "look_at", "picture_of_back", "picture_of_routine", "picture_of_stroke"]

_NEAR_MM = 60.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is to look.

    Attributes:
        theme: `day`, `candle`, or `auto`.
        width_px: How wide it will be shown, or None.
        text_scale: How much larger than usual text is wanted.
        relief: Whether the back is modelled in light and shade.
    """

    theme: Theme = "auto"
    width_px: int | None = None
    text_scale: float = 1.0
    relief: bool = True


def picture_of_back(atlas: Atlas, posture: Posture, words: Words, look: Look) -> str:
    """Draw the map: places to work, and where not to press."""
    labels = {area: words.text(message(f"area-{area}")) for area in AREAS}
    return _drawn(atlas, labels | _shared(posture, words, words.text(message("map-title"))), look)


def picture_of_stroke(atlas: Atlas, posture: Posture, path: StrokePath, words: Words, look: Look) -> str:
    """Draw one stroke: its line, and hands that follow it at its own pace."""
    name = words.text(message(f"technique-{path.technique}"))
    worked = next((side for side in SIDES if side == path.side), None)
    if posture == "side-lying" and worked:
        path = replace(path, upper=worked)  # the side that is worked is the one that is up
    labels = _shared(posture, words, words.text(message("map-technique", technique=name)))
    return _drawn(atlas, labels, look, draw_stroke(path, atlas), areas=False)


def picture_of_routine(atlas: Atlas, posture: Posture, routine: Routine, words: Words, look: Look) -> str:
    """Draw where hands go over a whole rub: how long, and how hard."""
    paths = paths_of(routine, atlas)
    pairs = zip(paths.of_steps, routine.steps, strict=True)
    strokes = [(paths.paths[key], float(step.duration_s)) for key, step in pairs if key is not None]
    felt = [step.pressure for step in routine.steps if step.pressure is not None]
    span = (round(min(map(min, felt), default=1)), round(max(map(max, felt), default=1)))
    labels = _shared(posture, words, words.text(message("map-routine"))) | {
        "coverage": words.text(message("map-coverage")),
        "pressure": words.text(message("map-pressure", least=span[0], most=span[1])),
    }
    return _drawn(atlas, labels, look, draw_coverage(coverage_of(atlas, strokes)), areas=False)


def look_at(atlas: Atlas, x_mm: float, y_mm: float, words: Words) -> dict[str, Any]:
    """Tell what lies at a point, as JSON values with the words for it.

    `limits` is how hard it may be pressed, gliding, by breadth of contact; `clearance_mm` how far each zone within 6 cm
    is; `off_bone_mm` the move that leads off the bone there.
    """
    found = under(atlas, x_mm, y_mm)
    said, args = place_of(atlas, x_mm, y_mm)
    near = {zone: round(away, 1) for zone, away in clearance(atlas, [(x_mm, y_mm)]).items() if away <= _NEAR_MM}
    return {
        "x_mm": x_mm,
        "y_mm": y_mm,
        "place": words.text(message(said, **args)),
        "level": found.level,
        "beside": words.text(message("where-level", level=found.level)) if found.level else "",
        "side": found.side,
        "areas": [{"id": area, "label": words.text(message(f"area-{area}"))} for area in found.areas],
        "zones": [{"id": zone, "label": words.text(message(_zone_name(zone)))} for zone in found.zones],
        "layers": [{"id": one, "label": words.text(message(f"structure-{one}"))} for one in found.structures],
        "limits": {breadth: limit_at(atlas, x_mm, y_mm, breadth) for breadth in BREADTHS},
        "clearance_mm": near,
        "off_bone_mm": [round(value, 1) for value in off_bone(atlas, x_mm, y_mm)],
    }


def layers_to_json(atlas: Atlas) -> dict[str, Any]:
    """Give muscles and bones under the skin as JSON values, uppermost first [mm]."""
    return {
        each.id: {
            "kind": each.kind,
            "layer": each.layer,
            "certainty": each.certainty,
            **{side: [[round(x, 1), round(y, 1)] for x, y in each.whole[side].exterior.coords[:-1]] for side in SIDES},
        }
        for each in atlas.structures.values()
    }


def _zone_name(zone: str) -> str:
    return "zone-personal" if zone.startswith("own-") else f"zone-{zone}"


def _shared(posture: Posture, words: Words, title: str) -> dict[str, str]:
    lying = words.text(message(f"posture-{posture}"))
    keys = ("no-press", "caution", "personal")
    return {
        "title": title,
        "description": words.text(message("map-description", posture=lying)),
        **{key: words.text(message(f"map-{key}")) for key in keys},
    }


def _drawn(
    atlas: Atlas,
    labels: dict[str, str],
    look: Look,
    overlay: Sequence[str] = (),
    *,
    areas: bool = True,
) -> str:
    return draw_map(
        atlas,
        labels,
        look.theme,
        overlay,
        relief=look.relief,
        areas=areas,
        width_px=look.width_px,
        text_scale=look.text_scale,
    )
