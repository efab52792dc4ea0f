"""How it ends: long strokes, each lighter and slower, a last one that lands, and hands that leave unnoticed."""

from __future__ import annotations

from collections.abc import Iterator

from backrub.session.script.drafting import line
from backrub.session.timeline import CueDraft, PlacedStep
from backrub.units import seconds

__all__ = ["finish"]

LEAVE_S = 9.0
"""How long before the last touch the leaving is told [s]. Certainty: ENG."""


def finish(
    placed: PlacedStep, before: PlacedStep | None, after: PlacedStep | None, seen: frozenset[str]
) -> Iterator[CueDraft]:
    """Lead one step of the finish; its words grow fewer as it goes."""
    step, length_s = placed.step, seconds(placed.duration_ms)
    if step.kind == "rest" or step.technique == "resting-hands":
        if length_s >= 30:
            yield line(8, "finish-rest")
        yield line(max(2.0, length_s - LEAVE_S), "finish-leave")
        return
    if step.technique == "tapotement":
        yield line(1.5, "how-tapotement")
    elif step.technique != "feather-strokes":
        yield from _long_strokes(placed, before, seen)
    if after is None:
        yield line(max(2.0, length_s - LEAVE_S), "finish-leave")


def _long_strokes(placed: PlacedStep, before: PlacedStep | None, seen: frozenset[str]) -> Iterator[CueDraft]:
    step, length_s = placed.step, seconds(placed.duration_ms)
    closing = before is not None and before.step.phase == "finish"
    if step.technique == "caress" and "caress" not in seen and not closing:
        yield line(1.5, "how-caress")
    if closing:
        if length_s >= 25:
            yield line(min(12.0, length_s * 0.3), "finish-half")
        return
    if length_s >= 40:
        yield line(min(18.0, length_s * 0.3), "finish-lighter")
    if length_s >= 45:
        yield line(length_s * 0.6, "finish-slower")
