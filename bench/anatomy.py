"""How fast a back answers: a point, a stroke's clearance, its map. Run `python -m bench.anatomy`.

The figures are of one core, for one person, after a first question has indexed the back; `map --json` is the work of
the command after the interpreter has started and the rooms are loaded, for a person it has not seen.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from itertools import count

from backrub.anatomy import Atlas, Body, Theme, as_json, atlas_for, clearance, draw_map, limit_at, place_of, under
from backrub.anatomy.lighting import lit
from backrub.app.pictures import layers_to_json
from backrub.technique import stroke_path
from bench.report import emit, quantile, table, timed_ms

POINTS = 2_000
US_PER_MS = 1000.0


def points(seed: int = 5) -> list[tuple[float, float]]:
    """Give places all over a back."""
    chance = random.Random(seed)
    return [(chance.uniform(-180, 180), chance.uniform(-60, 540)) for _ in range(POINTS)]


def each_us(ask: Callable[[Atlas, float, float], object], atlas: Atlas, places: list[tuple[float, float]]) -> float:
    """Give how long one question takes in the best of several rounds of many [µs]."""
    spent_ms = timed_ms(lambda: [ask(atlas, x, y) for x, y in places], 7)[0]
    return spent_ms / len(places) * US_PER_MS


def whole_map(stature_mm: float) -> str:
    """Do what `map --json` does for somebody new."""
    atlas = atlas_for(Body(stature_mm=stature_mm))
    return json.dumps(as_json(atlas) | {"structures": layers_to_json(atlas)})


def drawn(stature_mm: float, theme: Theme = "day", *, relief: bool = True) -> str:
    """Draw somebody new."""
    return draw_map(atlas_for(Body(stature_mm=stature_mm)), {}, theme, relief=relief)


def first_path(stature_mm: float) -> float:
    """Draw a stroke on somebody new."""
    return stroke_path("effleurage", atlas_for(Body(stature_mm=stature_mm)), "whole-back", "both").cycle_s


def main() -> None:
    """Measure and say."""
    atlas, places = atlas_for(), points()
    path = stroke_path("effleurage", atlas, "whole-back", "both")
    samples = [list(zip(hand.x_mm, hand.y_mm, strict=True)) for hand in path.hands.values()]
    under(atlas, *places[0])
    statures = count(1500.0, 0.25)
    clear_ms = quantile(timed_ms(lambda: [clearance(atlas, each) for each in samples], 40), 0.5)
    map_ms = timed_ms(lambda: whole_map(next(statures)), 15)
    flat_ms = timed_ms(lambda: drawn(next(statures), relief=False), 9)
    relief_ms = timed_ms(lambda: drawn(next(statures)), 5)
    new_path_ms = timed_ms(lambda: first_path(next(statures)), 9)
    figures = {
        "under_us": each_us(under, atlas, places),
        "limit_at_us": each_us(limit_at_broad, atlas, places),
        "place_of_us": each_us(place_of, atlas, places),
        "clearance_ms": clear_ms,
        "map_json_ms": quantile(map_ms, 0.5),
        "map_json_max_ms": map_ms[-1],
        "map_svg_plain_ms": quantile(flat_ms, 0.5),
        "map_svg_relief_ms": quantile(relief_ms, 0.5),
        "first_path_ms": quantile(new_path_ms, 0.5),
        "map_svg_kb": len(drawn(1700.0)) / 1000,
        "relief_png_kb": len(lit(atlas).png) / 1000,
    }
    table(
        (
            ("what lies under a point", figures["under_us"], 20, "µs"),
            ("how hard a point may be pressed", figures["limit_at_us"], 20, "µs"),
            ("a place in words", figures["place_of_us"], None, "µs"),
            ("clearance of a stroke, both hands", figures["clearance_ms"], 5, "ms"),
            ("map --json, somebody new, p50", figures["map_json_ms"], 150, "ms"),
            ("map --json, somebody new, max", figures["map_json_max_ms"], 150, "ms"),
            ("map drawn flat, somebody new", figures["map_svg_plain_ms"], None, "ms"),
            ("map drawn in relief, somebody new", figures["map_svg_relief_ms"], 1500, "ms"),
            ("first stroke on somebody new", figures["first_path_ms"], None, "ms"),
            ("the SVG", figures["map_svg_kb"], None, "kB"),
        )
    )
    emit("anatomy", {name: round(value, 3) for name, value in figures.items()})


def limit_at_broad(atlas: Atlas, x_mm: float, y_mm: float) -> int:
    """Ask how hard a palm may press."""
    return limit_at(atlas, x_mm, y_mm, "broad")


if __name__ == "__main__":
    main()
