"""The skin is pinched, rolled, scraped or sucked.

Finds: Pinching, skin rolling, plucking, scraping tools, suction cups.

Why: It hurts, marks the skin, and does nothing that a whole hand does not do better.

Example:
    work
      1 min  pinching, shoulders, right

Instead:
    work
      1 min  kneading, shoulders, right, whole hand

Fix: Unsafe: pinching becomes kneading; scraping has none.

Source: Teaching: a firm, full hand, never a pinch. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for _, word in subject.words("technique", "pinch", "scrape"):
        fix = put(word.span, "kneading") if word.id == "pinch" else None
        yield found(word.span, fix, said=word.said)
