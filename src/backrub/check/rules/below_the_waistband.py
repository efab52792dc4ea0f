"""Work below the waistband without a yes, or with weight on the sacrum.

Finds: The sacrum as a place, unless the receiver said it is welcome and only palms are used.

Why: Bone lies under the skin there, and a hand below the waistband says something else than a back rub.

Example:
    work
      1 min  caress, sacrum

Instead:
    receiver: sacrum welcome
    work
      1 min  resting hands, sacrum, palms

Fix: None: it is the receiver's to say.

Source: Teaching: broad and up to 3 on a yes; knuckles, thumbs and drops never. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for line, word in subject.words("area", "sacrum"):
        contact = line.word("contact")
        broad = contact is None or contact.id == "palms"
        if not (broad and subject.facts.has("below-waistband-welcome")):
            yield found(word.span, said=word.said)
