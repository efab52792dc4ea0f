"""The coach talks too much.

Finds: More than 150 words to say and ask in the first four minutes, or 55 in the last three.

Why: It talks through the first sigh. After the opening most of a rub should be quiet.

Example:
    work
      3 min  caress, whole back
    finish
      say    Now we come to the end, and I will tell you about each stroke that is still to come, one after the other
      say    First the long ones, each a little lighter than the last, from the low back to the shoulders and home
      say    Then the feather strokes, which are only of the skin, and at last both hands will rest a while
      1 min  caress, whole back

Instead:
    work
      say    Watch the back rise and fall, and go at its speed
      3 min  caress, whole back

Fix: None: which words matter is the writer's to say.

Source: One teacher's script. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("count",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    (first_s, first_words), (last_s, last_words) = limits.WORDS_FIRST, limits.WORDS_LAST
    spoken = [
        act for act in subject.acts if act.step.kind in ("say", "ask") and act.line and act.step.phase not in _UNTIMED
    ]
    early = last = 0
    for act in spoken:
        count = len(act.line.text.split()) if act.line else 0
        early += count if act.start_s < first_s else 0
        last += count if act.start_s >= subject.duration_s - last_s else 0
        if (count and act.start_s < first_s and early > first_words) or last > last_words:
            yield found(act.span, count=max(early, last))
            return


_UNTIMED = ("prepare", "aftercare")
