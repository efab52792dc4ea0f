"""A place that is to be left alone is worked.

Finds: Steps on an area named in `keep off:`, on that side.

Why: Somebody said where not to go. That is all that needs saying.

Example:
    keep off: low back
    work
      2 min  gutter glide, lower gutters, each side

Instead:
    keep off: low back
    work
      2 min  gutter glide, upper gutters, each side

Fix: None.

Source: Consent: what a person asks to leave alone is left alone. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import haunts
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("area",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.touches:
        if any(pair in subject.facts.kept_off for pair in haunts((act,))):
            yield found(act.at("area"), area=act.area)
