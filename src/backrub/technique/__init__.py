"""What hands do: techniques, contacts, the paths of strokes, and the limits that rooms share."""

from __future__ import annotations

from backrub.technique.catalogue import MESSAGES
from backrub.technique.model import (
    PHASES,
    PLACES,
    PLACES_BY_POSITION,
    POSITIONS,
    Contact,
    Dose,
    Lubricant,
    Pace,
    Patch,
    Technique,
    contacts,
    techniques,
)
from backrub.technique.path import stroke_path
from backrub.technique.stroke import Hand, Samples, StrokePath

__all__ = [
    "MESSAGES",
    "PHASES",
    "PLACES",
    "PLACES_BY_POSITION",
    "POSITIONS",
    "Contact",
    "Dose",
    "Hand",
    "Lubricant",
    "Pace",
    "Patch",
    "Samples",
    "StrokePath",
    "Technique",
    "contacts",
    "stroke_path",
    "techniques",
]
