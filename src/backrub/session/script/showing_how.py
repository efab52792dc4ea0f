"""What the hands do in a step: the way of a new stroke, its posture, its weight, and what to take care of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from backrub.routine import Argument, Step
from backrub.session.script.drafting import line, over_a_spot, stance
from backrub.session.timeline import CueDraft, PlacedStep, Setting
from backrub.technique.limits import PRESSING
from backrub.units import seconds

__all__ = ["how"]

_LONG_S = 90.0
"""From here on a stroke lasts long enough for words about its rhythm [s]. Certainty: ENG."""


def how(
    setting: Setting,
    placed: PlacedStep,
    around: tuple[PlacedStep | None, PlacedStep | None],
    seen: frozenset[str],
) -> Iterator[CueDraft]:
    """Tell what the hands do; what they have done before tonight is only given its weight.

    Args:
        setting: How the coach speaks here.
        placed: The step.
        around: The steps that take time before and after it.
        seen: Techniques that need no instruction any more.
    """
    step, length_s = placed.step, seconds(placed.duration_ms)
    before, after = around
    if over_a_spot(before, step):
        yield line(0, "hold-broad")
        return
    if step.kind == "rest" or step.technique == "resting-hands":
        yield from _resting(setting, step, length_s, seen)
        return
    teach = _HOWS.get(step.technique or "")
    if teach is not None and step.technique not in seen:
        yield from teach(step)
        yield from _while_new(setting, step, length_s)
    if step.technique == "effleurage":
        yield from _long_strokes(step, length_s, before, after)
    else:
        yield from _weight(setting, step, length_s, before)
        if step.technique == "caress" and length_s >= _LONG_S:
            yield line(length_s * 0.5, "change-path")


def _resting(setting: Setting, step: Step, length_s: float, seen: frozenset[str]) -> Iterator[CueDraft]:
    if step.phase == "open":
        yield line(0, "how-resting-hands", area=step.area or "whole-back", position=setting.position)
    if length_s >= 25 and "resting-hands" not in seen:
        yield line(9 if length_s >= 30 else 6.5, "how-resting-hands-weight")
    if length_s >= 38:
        yield line(22, "how-resting-hands-breath")


def _effleurage(step: Step) -> Iterator[CueDraft]:
    area, place, side = step.area or "whole-back", step.place or "hip", step.side or "both"
    yield line(1.5, "how-effleurage", area=area, place=place, side=side)
    yield line(9, "how-effleurage-out", area=area, place=place)
    yield line(17, "how-effleurage-home", area=area, place=place, side=side)
    yield line(30, "again")


def _by_contact(step: Step) -> Iterator[CueDraft]:
    yield line(1.5, f"how-{step.technique}", contact=step.contact or "palms")


def _by_area(step: Step) -> Iterator[CueDraft]:
    yield line(1.5, f"how-{step.technique}", area=step.area or "anywhere")


def _by_both(step: Step) -> Iterator[CueDraft]:
    yield line(1.5, f"how-{step.technique}", area=step.area or "anywhere", contact=step.contact or "palms")


def _plain(step: Step) -> Iterator[CueDraft]:
    yield line(1.5, f"how-{step.technique}")


_HOWS: Mapping[str, Callable[[Step], Iterator[CueDraft]]] = MappingProxyType(
    {
        "effleurage": _effleurage,
        "petrissage": _by_contact,
        "knuckle-circles": _by_area,
        "gutter-glide": _by_contact,
        "blade-circles": _by_both,
        "waist-spread": _plain,
        "side-pull": _plain,
        "clothed-rub": _plain,
        "caress": _plain,
        "palm-press": _plain,
    }
)
_CARES: Mapping[str, bool] = MappingProxyType(
    {
        "petrissage": True,
        "knuckle-circles": False,
        "gutter-glide": True,
        "blade-circles": False,
        "waist-spread": False,
        "side-pull": False,
        "clothed-rub": False,
        "palm-press": False,
        "caress": False,
    }
)
"""Techniques with something to take care of, and whether it depends on the area."""


def _while_new(setting: Setting, step: Step, length_s: float) -> Iterator[CueDraft]:
    technique = step.technique or ""
    long_strokes = technique == "effleurage"
    if technique in _CARES and length_s >= 30:
        args: dict[str, Argument] = {"area": step.area or "anywhere"} if _CARES[technique] else {}
        yield line(min(14.0, length_s * 0.3), f"care-{technique}", **args)
    if length_s >= 45:
        yield line(44.0 if long_strokes else 38.0, "posture", technique=technique, stance=stance(setting))


def _long_strokes(
    step: Step, length_s: float, before: PlacedStep | None, after: PlacedStep | None
) -> Iterator[CueDraft]:
    """Let long strokes grow heavier once, where they do: in the second part of a warm-up that has two."""
    start, end = step.pressure or (0.0, 0.0)
    if end > start and _goes_on(before, step):
        yield line(4, "ramp-long")
    elif end > start and not _goes_on(after, step) and length_s >= _LONG_S:
        yield line(length_s * 0.5, "ramp-long")
    told = before is not None and _goes_on(before, step) and seconds(before.duration_ms) >= _LONG_S
    if length_s >= _LONG_S and not told:
        yield line(length_s * 0.7, "breath-pace")


def _weight(setting: Setting, step: Step, length_s: float, before: PlacedStep | None) -> Iterator[CueDraft]:
    if step.pressure is None or length_s < 40 or step.technique == "caress" or _same_weight(before, step):
        return
    end = step.pressure[1]
    if end >= PRESSING:
        yield line(25.0, "weight", level=_level(end, setting), technique=step.technique or "")


def _goes_on(other: PlacedStep | None, step: Step) -> bool:
    return other is not None and (other.step.technique, other.step.area) == (step.technique, step.area)


def _same_weight(before: PlacedStep | None, step: Step) -> bool:
    return before is not None and (before.step.technique, before.step.pressure) == (step.technique, step.pressure)


def _level(pressure: float, setting: Setting) -> int:
    """Give the weight to speak of, never of leaning on somebody who sits: hands and forearms are all."""
    level = max(PRESSING, min(6, round(pressure)))
    return min(level, 4) if stance(setting) == "behind" else level
