"""The budget of words over a whole session: what does not fit is shown instead of said, and nothing is said over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from backrub.session.script.catalogue import Line, line_of
from backrub.session.timeline import Cue, CueKind
from backrub.units import ms

__all__ = [
    "CLOSING_S",
    "CLOSING_SHARE",
    "CLOSING_WORDS",
    "OPENING_S",
    "OPENING_WORDS",
    "PER_WORD_S",
    "SLOT_S",
    "budget",
    "budgeted",
    "spoken_s",
]

OPENING_S, OPENING_WORDS = 240.0, 150
"""The first minutes of touch, and the most words in them. Source: practice note F26. Certainty: M."""

CLOSING_S, CLOSING_SHARE, CLOSING_WORDS = 180.0, 1 / 3, 55
"""The last minutes of touch, in a short rub its last third, and the most words in them.

Source: practice note F26 for the three minutes, certainty M; the third is ours, certainty ENG.
"""

SLOT_S = 40.0
"""Between opening and closing: about one cue in this time [s]. Source: practice note F26. Certainty: M."""

SLOTS_IN_A_ROW, WORDS_IN_A_ROW = 3, 36
"""Over how many slots that average is taken, and the most words in them: 8 s of speech a minute. Certainty: ENG."""

PER_WORD_S = 0.45
"""Time a calm voice takes for one word, about 135 a minute [s]. Certainty: ENG."""

PAUSE_S = 0.7
"""Least silence between two lines [s]. Certainty: ENG."""

ANSWER_S = 5.0
"""Silence after a question, in which it is asked and answered [s]. Certainty: ENG."""

SHIFT_MAX_S = 7.0
"""How far a line may be put off for one that is still being said [s]. Certainty: ENG."""

SHOWN_LATE_S = 15.0
"""How far a line that is only shown may be put off before it is given up: it would cover what is said [s]. ENG."""

ALWAYS = 8
"""From this weight on a line is said whatever the budget: changes, new strokes, questions, holds, answers."""

NOT_WHILE_CLOSING = frozenset({"oil-more", "turn-head", "finish-lighter"})
"""Lines that give way in the closing minutes all the same, when there are too many words."""

_TOUCHING = frozenset({"hands", "hold", "finish"})
_WHATEVER_THE_BUDGET = frozenset({"prepare", "after", "answer", "refusal"})
_SLOT_MS, _OPENING_MS, _SHIFT_MAX_MS, _SHOWN_LATE_MS = ms(SLOT_S), ms(OPENING_S), ms(SHIFT_MAX_S), ms(SHOWN_LATE_S)
_Told = tuple[Cue, Line]
"""A cue with what the script knows of its sentence."""


def spoken_s(words: int) -> float:
    """Give how long so many words take to say, with the silence after them [s]."""
    return words * PER_WORD_S + PAUSE_S


def budget(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Thin out what is said over a session, heaviest lines first; the rest is shown only.

    Give it all cues of the session, past ones too: the windows count from the first touch and to the last.
    Answers to a command are never moved; other lines give way to what is being said, by `SHIFT_MAX_S` at most.

    Args:
        cues: In any order.

    Returns:
        The cues in order of time, some of kind `show` that were `say`, some put off a little, and without those
        shown ones that would only have covered what is said.
    """
    placed = (Cue(cue.id, at_ms, kind, cue.what, cue.to, cue.step, cue.target) for at_ms, kind, cue in budgeted(cues))
    return tuple(sorted(placed, key=_when))


def budgeted(cues: Iterable[Cue]) -> list[tuple[int, CueKind, Cue]]:
    """Give what `budget` makes of cues as time, kind and the cue as it was, in the order in which they were due."""
    ordered = [(cue, line_of(cue.what)) for cue in sorted(cues, key=_when)]
    return list(_in_turn(ordered, _only_shown(ordered)))


def _when(cue: Cue) -> int:
    return cue.at_ms


class _Caps:
    """How many words and lines each stretch of time already holds."""

    def __init__(self, first_ms: int, last_ms: int) -> None:
        self.first_ms, self.last_ms = first_ms, last_ms
        self.closing_ms = min(ms(CLOSING_S), round((last_ms - first_ms) * CLOSING_SHARE))
        self.opening_words = self.closing_words = 0
        self.words: defaultdict[int, int] = defaultdict(int)
        self.lines: defaultdict[int, int] = defaultdict(int)

    def add(self, at_ms: int, words: int) -> None:
        """Count a line that is said."""
        slot = at_ms // _SLOT_MS
        self.words[slot] += words
        self.lines[slot] += 1
        if at_ms < self.first_ms + _OPENING_MS and at_ms >= self.first_ms:
            self.opening_words += words
        if self.closes(at_ms):
            self.closing_words += words

    def allow(self, at_ms: int, words: int) -> bool:
        """Tell whether one more line keeps within every cap."""
        if self.closes(at_ms):
            return self.closing_words + words <= CLOSING_WORDS
        if self._opens(at_ms):
            return self.opening_words + words <= OPENING_WORDS
        slot = at_ms // _SLOT_MS
        return all(self._run_allows(start, words) for start in range(slot - SLOTS_IN_A_ROW + 1, slot + 1))

    def _run_allows(self, start: int, words: int) -> bool:
        lines_in_run, words_in_run = 0, words
        for slot in range(start, start + SLOTS_IN_A_ROW):
            lines_in_run += self.lines.get(slot, 0)
            words_in_run += self.words.get(slot, 0)
        return lines_in_run < SLOTS_IN_A_ROW and words_in_run <= WORDS_IN_A_ROW

    def _opens(self, at_ms: int) -> bool:
        return self.first_ms <= at_ms < self.first_ms + _OPENING_MS

    def closes(self, at_ms: int) -> bool:
        """Tell whether a moment is in the closing minutes."""
        return self.last_ms - self.closing_ms <= at_ms <= self.last_ms


def _only_shown(ordered: list[_Told]) -> set[int]:
    """Give the places of the lines for which there are not words enough."""
    touching = [cue.at_ms for cue, line in ordered if line.group in _TOUCHING]
    if not touching:
        return set()
    caps = _Caps(touching[0], touching[-1])
    optional: list[tuple[int, int]] = []
    for index, (cue, line) in enumerate(ordered):
        if cue.kind == "show":
            continue
        if _always(cue, line) and not (cue.what.id in NOT_WHILE_CLOSING and caps.closes(cue.at_ms)):
            caps.add(cue.at_ms, line.words)
        else:
            optional.append((-line.weight, index))
    shown: set[int] = set()
    for _, index in sorted(optional):
        cue, line = ordered[index]
        if caps.allow(cue.at_ms, line.words):
            caps.add(cue.at_ms, line.words)
        else:
            shown.add(index)
    return shown


def _in_turn(ordered: list[_Told], shown: set[int]) -> Iterator[tuple[int, CueKind, Cue]]:
    free_ms: int | None = None
    for index, (cue, line) in enumerate(ordered):
        at_ms, kind = cue.at_ms, "show" if index in shown else cue.kind
        if free_ms is not None and at_ms < free_ms and line.group != "answer":
            late_ms, at_ms = free_ms - at_ms, free_ms
            if kind == "show" and late_ms > _SHOWN_LATE_MS:
                continue  # it would only cover what is said
            if late_ms > _SHIFT_MAX_MS and not _always(cue, line):
                kind = "show"
        yield at_ms, kind, cue
        if kind != "show":
            ends_ms = at_ms + _spoken_ms(line.words, asks=kind == "ask")
            free_ms = ends_ms if free_ms is None else max(free_ms, ends_ms)


@cache
def _spoken_ms(words: int, *, asks: bool) -> int:
    return ms(spoken_s(words) + (ANSWER_S if asks else 0.0))


def _always(cue: Cue, line: Line) -> bool:
    return cue.kind == "ask" or line.weight >= ALWAYS or line.group in _WHATEVER_THE_BUDGET
