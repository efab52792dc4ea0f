"""The arc around the work: how long rests, warm-up and finish are, before minutes are given out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from backrub.compose.blocks import GRID_S
from backrub.compose.strokes import skin_spot
from backrub.compose.terms import Terms
from backrub.compose.weights import arc, intention_row
from backrub.technique import limits

__all__ = ["Shape", "finish_least_s", "shape_of", "tapping_wished"]


@dataclass(frozen=True, slots=True)
class Shape:
    """Units of the parts that are not work; warm-up and finish may be given more.

    Attributes:
        sides: How often warm-up and finish strokes are done: once, or for each half of a side-lying rub.
        warm_sides: How many halves are still to be warmed.
        opening: First rest.
        warm_least: Shortest warm-up of a half.
        warm_usual: Usual warm-up of a half.
        warm_most: Longest warm-up of a half.
        finish_least: Shortest finish strokes.
        finish_usual: Usual finish strokes.
        finish_most: Longest finish strokes.
        tapping: Tapping and smoothing after it.
        skin: Fingertips or a flat hand, only the skin.
        last_rest: Last rest.
        turns: Turning over and the rests of long halves, or sitting up in the middle and the strokes after it.
    """

    sides: int
    warm_sides: int
    opening: int
    warm_least: int
    warm_usual: int
    warm_most: int
    finish_least: int
    finish_usual: int
    finish_most: int
    tapping: int
    skin: int
    last_rest: int
    turns: int

    @property
    def fixed(self) -> int:
        """Give the units that nothing may change."""
        return self.opening + self.tapping + self.skin + self.last_rest + self.turns


def shape_of(terms: Terms, *, warm_done_s: int = 0, begun: bool = False) -> Shape:
    """Give the arc of a rub.

    Args:
        terms: What the wishes come to.
        warm_done_s: Warm-up already had, when a running rub is planned anew.
        begun: Whether it is a running rub: it has had its first rest.
    """
    total_s, sides = terms.total_s, max(1, len(terms.halves))
    opening = 0 if begun else _short(arc("open_gentle_s" if terms.gentle else "open_s"), arc("open_share"), terms)
    last = _last_rest(terms)
    tapping = _units(arc("tapping_s") + arc("smooth_s")) if tapping_wished(terms) else 0
    skin = (
        0
        if terms.whole_s <= 240 or skin_spot(terms, terms.halves[-1] if terms.halves else "both") is None
        else _short(arc("skin_s"), arc("skin_share"), terms, least_s=20)
    )
    tail = tapping + skin + last
    finish_least, finish_usual = _finish(terms, tail, sides)
    half_warm = sides > 1 and warm_done_s >= limits.WARM_UP_MIN_S  # then only the second half is still cold
    if sides > 1:
        warm_done_s = 0
    warm_least = max(0, _units(limits.WARM_UP_MIN_S - warm_done_s))
    warm_usual_s = arc("warm_s") + arc("warm_share") * total_s / (1 if terms.long else sides)
    warm_usual_s = min(warm_usual_s, arc("warm_usual_most_s")) - warm_done_s
    if terms.strokes_only:
        warm_usual_s = total_s
    most = _units(limits.SAME_STROKE_MAX_S)
    shape = Shape(
        sides=sides,
        warm_sides=1 if half_warm else sides,
        opening=opening,
        warm_least=warm_least,
        warm_usual=0 if begun and warm_least == 0 else max(warm_least, _units(warm_usual_s)),
        warm_most=0 if begun and warm_least == 0 else max(0, most - _units(warm_done_s)),
        finish_least=finish_least,
        finish_usual=finish_usual,
        finish_most=max(most, finish_least, finish_usual),
        tapping=tapping,
        skin=skin,
        last_rest=last,
        turns=_turns(terms),
    )
    fitted = _fitted(shape, terms)
    odd = (total_s // GRID_S - fitted.fixed) % fitted.sides if fitted.warm_sides == fitted.sides else 0
    return replace(fitted, last_rest=fitted.last_rest + odd)  # what two halves cannot share rests


def finish_least_s(terms: Terms) -> int:
    """Give the shortest finish allowed, rests counted [s].

    Ten per cent of the whole rub and a minute; in a rub of long strokes only, a quarter; in what is left of a
    running rub, a third of it but never under 20 s.
    """
    least = max(limits.FINISH_MIN_S, limits.FINISH_MIN_SHARE * terms.whole_s)
    if terms.strokes_only:
        least = min(least, arc("short_finish_share") * terms.total_s)
    if terms.total_s < terms.whole_s:
        least = min(least, max(limits.FINISH_SHORT_S, terms.total_s / 3))
    return int(min(least, terms.total_s))


def tapping_wished(terms: Terms) -> bool:
    """Tell whether the rub ends with tapping before its last slow strokes."""
    wishes = terms.wishes
    wished = wishes.woken or wishes.intention == "wake"
    calming = wishes.intention in ("sleep", "comfort") or terms.effects.hush or terms.effects.tired
    allowed = terms.care.tapping and terms.cap > limits.FRAIL_CAP and terms.position != "side-lying"
    there = terms.is_open("upper-back", "both") and not terms.strokes_only and terms.total_s >= 300
    return wished and allowed and there and not calming


def _units(seconds: float) -> int:
    return round(seconds / GRID_S)


def _short(usual_s: float, share: float, terms: Terms, least_s: int = 15) -> int:
    return _units(max(least_s, min(usual_s, share * terms.total_s)))


def _last_rest(terms: Terms) -> int:
    usual_s = arc("last_rest_gentle_s" if terms.gentle else "last_rest_s")
    return _units(max(arc("last_rest_least_s"), min(usual_s, arc("last_rest_share") * terms.total_s)))


def _finish(terms: Terms, tail: int, sides: int) -> tuple[int, int]:
    share = arc("finish_gentle_share" if terms.gentle else "finish_share")
    factor = 1.0 if terms.gentle else intention_row(terms.wishes.intention).finish
    least = -(-finish_least_s(terms) // GRID_S) - tail
    usual_s = share * factor * terms.total_s
    if terms.strokes_only:
        usual_s = finish_least_s(terms)
    most_usual_s = limits.SAME_STROKE_MAX_S
    return max(3, least), max(3, least, _units(min(usual_s, most_usual_s + tail * GRID_S)) // sides - tail)


def _turns(terms: Terms) -> int:
    if len(terms.halves) > 1:
        return _units(arc("turn_s") + (len(terms.halves) * arc("pause_s") if terms.pauses else 0))
    return _units(arc("turn_s") + arc("link_s")) if terms.long else 0


def _fitted(shape: Shape, terms: Terms) -> Shape:
    """Shorten the arc so that it fits into little time: the skin and tapping go first, then the finish shrinks."""
    total = terms.total_s // GRID_S
    if shape.fixed + shape.sides * shape.finish_least + shape.warm_sides * shape.warm_least <= total:
        return shape
    last = min(shape.last_rest, max(1, total // 4))
    strokes = total - last
    return replace(
        shape,
        sides=1,
        warm_sides=1,
        opening=0,
        warm_least=0,
        warm_most=0,
        warm_usual=0,
        finish_least=0,
        finish_usual=strokes,
        finish_most=strokes,
        tapping=0,
        skin=0,
        last_rest=last,
        turns=0,
    )
