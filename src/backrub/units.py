"""The few conversions and time spellings that more than one room uses."""

from __future__ import annotations

__all__ = ["MS_PER_S", "clock_text", "ms", "seconds"]

MS_PER_S = 1000
"""Milliseconds in a second."""


def ms(duration_s: float) -> int:
    """Turn seconds into whole milliseconds, rounding halves to even."""
    return round(duration_s * MS_PER_S)


def seconds(duration_ms: int) -> float:
    """Turn milliseconds into seconds."""
    return duration_ms / MS_PER_S


def clock_text(duration_s: float) -> str:
    """Spell a duration as people read it on a clock.

    >>> clock_text(75), clock_text(3600)
    ('1:15', '60:00')
    """
    whole = int(duration_s)
    return f"{whole // 60}:{whole % 60:02d}"
