"""The problems a reader can find, each made in one place: message id, place, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator

from backrub.routine.model import Message, message
from backrub.routine.notation.guessing import Guess, Guesser
from backrub.routine.notation.vocabulary import Context
from backrub.routine.notation.written import Problem, Severity, Span, Unknown

__all__ = ["MOST_SLIPS", "Guesses", "slip"]

MOST_SLIPS = 200
"""So many slips are told; who mends them is told the rest. Source: our guess. Certainty: ENG."""


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
    """Makes the problems of words nobody knows, each with what may have been meant."""

    def __init__(self) -> None:
        self._guesser = Guesser()

    def unknown(
        self,
        context: Context,
        *unknown: Unknown,
        name: str = "unknown-word",
        severity: Severity = "error",
        alone: bool = False,
    ) -> Iterator[Problem]:
        """Make the problems of the unknown words of one line; a figure left over beside other slips is none of its own.

        Args:
            context: Where they stand.
            unknown: The words.
            name: The problem's id without `notation-`.
            severity: Whether the routine can still be led.
            alone: Whether nothing else stands in the line.
        """
        every = [guess for each in unknown for guess in self._guesser.guesses(context, each, alone=alone)]
        words = [guess for guess in every if not guess.is_figure]
        for guess in words or every:
            yield Problem(message(f"notation-{name}", said=guess.said), guess.span, severity, _hint(guess))


def _hint(guess: Guess) -> Message:
    if guess.meant is not None:
        return message("notation-hint-did-you-mean", meant=guess.meant)
    return message("notation-hint-figure" if guess.is_figure else "notation-hint-vocabulary")
