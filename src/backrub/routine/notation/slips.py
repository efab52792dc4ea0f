"""The problems a reader can find, each made in one place: message id, place, and what to write instead."""

from __future__ import annotations

from backrub.routine.model import message
from backrub.routine.notation.vocabulary import Context, did_you_mean
from backrub.routine.notation.written import Problem, Severity, Span, Unknown

__all__ = ["MOST_SLIPS", "Guesses", "slip"]

MOST_SLIPS = 200
"""So many slips are told; who mends them is told the rest. Source: our guess. Certainty: ENG."""

MOST_GUESSES = 100
"""Beyond so many unknown words nobody is helped by guesses, and they take time. Source: our guess. Certainty: ENG."""


def slip(
    name: str, span: Span, *, hint: str | None = None, severity: Severity = "error", **args: str | float
) -> Problem:
    """Make a problem.

    Args:
        name: Its id without `notation-`.
        span: Where.
        hint: The hint's id without `notation-hint-`, or None; it takes no arguments.
        severity: Whether the routine can still be led.
        args: What fills the message.
    """
    help_id = None if hint is None else message(f"notation-hint-{hint}")
    return Problem(message(f"notation-{name}", **args), span, severity, help_id)


class Guesses:
    """Proposes names for unknown words, as long as there are not too many."""

    def __init__(self) -> None:
        self._left = MOST_GUESSES

    def unknown(
        self, context: Context, unknown: Unknown, name: str = "unknown-word", severity: Severity = "error"
    ) -> Problem:
        """Make the problem of a word nobody knows, with what may have been meant."""
        meant = self._meant(context, unknown)
        hint = message("notation-hint-did-you-mean", meant=meant) if meant else message("notation-hint-vocabulary")
        return Problem(message(f"notation-{name}", said=unknown.said), unknown.span, severity, hint)

    def _meant(self, context: Context, unknown: Unknown) -> str | None:
        if self._left <= 0:
            return None
        self._left -= 1
        words = unknown.within.split()
        longer = [" ".join(words[:count]) for count in range(min(4, len(words)), 0, -1)]
        tries = dict.fromkeys((unknown.said, *longer))
        return next((found for each in tries if (found := did_you_mean(context, each))), None)
