"""Every message id this room can emit, with the names of its arguments."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from backrub.compose.lesson import LESSONS

__all__ = ["MESSAGES"]

_WORK = (
    "petrissage",
    "knuckle-circles",
    "gutter-glide",
    "blade-circles",
    "waist-spread",
    "side-pull",
    "effleurage",
    "clothed-rub",
    "palm-press",
    "caress",
    "tender-spot-hold",
)
MESSAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {f"why-{technique}": ("area",) for technique in _WORK}
    | {f"note-glide-{glide}": ("nuts",) for glide in ("oil", "lotion", "dry", "clothed")}
    | dict(LESSONS)
    | {
        "title": ("intention", "minutes"),
        "why-arrive": (),
        "why-warm-up": (),
        "why-warm-up-deeper": (),
        "why-strokes-only": (),
        "why-tense": ("area", "level", "minutes", "side", "total"),
        "why-more-here": ("side",),
        "why-easier-first": ("side",),
        "why-both-alike": (),
        "why-alike-in-short": (),
        "why-sore-lighter": (),
        "why-no-firmer": ("cause", "pressure"),
        "why-owed": ("side",),
        "why-replanned": ("reason",),
        "why-after-hold": (),
        "why-light": (),
        "why-rest": (),
        "why-break": (),
        "why-re-warm": (),
        "why-turn-over": (),
        "why-close-side": ("side",),
        "why-finish": (),
        "why-finish-lighter": (),
        "why-tapping": (),
        "why-smooth": (),
        "why-skin": (),
        "why-last-rest": (),
        "gave-way-short": ("enough", "minutes"),
        "gave-way-avoid": ("area",),
        "gave-way-deep": ("cap",),
        "gave-way-firm": ("cap",),
        "gave-way-holds": (),
        "gave-way-tender": ("area",),
        "gave-way-tapping": (),
        "gave-way-position": ("position",),
        "gave-way-not-here": ("area",),
        "gave-way-stroked": ("area",),
        "gave-way-clothed": (),
        "gave-way-hands": ("minutes",),
        "gave-way-length": ("minutes",),
        "left-out-area": ("area",),
        "note-mattress": (),
        "note-no-kneeling": ("surface",),
        "note-seated": (),
        "note-side-lying": (),
        "note-therapist": (),
        "note-swap": (),
        "note-leg-signs": (),
        "note-neck": (),
        "note-marks": ("count",),
        "note-first-time": (),
        "note-waistband": (),
        "note-no-scent": (),
        "note-latex": (),
        "note-cool-room": (),
        "note-weak-hands": (),
        "note-small-hands": (),
        "note-sore-thumbs": (),
        "note-giver-back": (),
        "note-your-turn": (),
        "note-seed": ("seed",),
        "more-stroke": ("area", "technique"),
        "more-time": ("area", "count", "unit"),
        "more-holds": ("count",),
        "more-warm-up": ("count", "unit"),
        "more-finish": ("count", "unit"),
    },
)
"""Titles, reasons, answers and notes: message id to argument names, sorted."""
