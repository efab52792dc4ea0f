"""The budget of words over a whole session: what does not fit is shown or left out, and nothing is said over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from backrub.session.script.catalogue import Line, line_of
from backrub.session.script.fitting import PER_LINE_S, Spoken, Stretches
from backrub.session.timeline import Cue, CueKind
from backrub.units import ms

__all__ = [
    "BESIDES",
    "CLOSING_S",
    "CLOSING_SHARE",
    "CLOSING_WORDS",
    "HEAVIER",
    "OPENING_S",
    "OPENING_WORDS",
    "OPEN_S",
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

SLOT_S = PER_LINE_S
"""Between opening and closing: about one cue in this time [s]."""

SLOTS_IN_A_ROW, WORDS_IN_A_ROW = 3, 36
"""Over how many slots that average is taken, and the most words in them: 8 s of speech a minute. Certainty: ENG."""

PER_WORD_S = 0.45
"""Time a calm voice takes for one word, about 135 a minute [s]. Certainty: ENG."""

PAUSE_S = 1.2
"""Least silence between two lines: a breath [s]. Certainty: ENG."""

ANSWER_S = 5.0
"""Silence after a question, in which it is asked and answered [s]. Certainty: ENG."""

OPEN_S = 20.0
"""So long a question stands open: nobody is asked for more weight before it can be answered [s]. Certainty: ENG."""

SHIFT_MAX_S = 7.0
"""How far a line may be put off for one that is still being said [s]. Certainty: ENG."""

SHOWN_LATE_S = 15.0
"""How far a line that is only shown may be put off before it is given up: it would cover what is said [s]. ENG."""

ALWAYS = 8
"""From this weight on a line is said whatever the budget: changes, new strokes, questions, holds, answers."""

HEAVIER = frozenset({"weight", "posture", "ramp-long"})
"""Lines that ask for weight: not before a question can be answered, nor just after something was too much."""

BESIDES = frozenset(
    {
        *("ask-pressure", "ask-here", "ask-as-written", "turn-head", "oil-more", "move-change-knees"),
        *("posture", "weight", "again", "breath-pace", "change-path"),
    }
)
"""Lines beyond what a new stroke needs, for which a step has little room."""

NOT_WHILE_CLOSING = frozenset({"oil-more", "turn-head", "finish-lighter"})
"""Lines that give way in the closing minutes all the same, when there are too many words."""

_TOUCHING = frozenset({"hands", "hold", "finish"})
_WHATEVER_THE_BUDGET = frozenset({"prepare", "after", "answer", "refusal"})
_SLOT_MS, _OPENING_MS, _SHIFT_MAX_MS, _SHOWN_LATE_MS = ms(SLOT_S), ms(OPENING_S), ms(SHIFT_MAX_S), ms(SHOWN_LATE_S)
_OPEN_MS = ms(OPEN_S)
_ANNOUNCES = 9
"""A line of the hands of this weight announces a change: it is said however late."""

_Told = tuple[Cue, Line]
"""A cue with what the script knows of its sentence."""

_Placed = tuple[int, CueKind, Cue]
"""When a cue is told and how, and the cue as it was due."""


def spoken_s(words: int) -> float:
    """Give how long so many words take to say, with the silence after them [s]."""
    return words * PER_WORD_S + PAUSE_S


def budget(
    cues: tuple[Cue, ...], steps: Sequence[tuple[int, int]] = (), gentle: Sequence[tuple[int, int]] = ()
) -> tuple[Cue, ...]:
    """Thin out what is said over a session, heaviest lines first; the rest is shown only, or left out.

    Give it all cues of the session, past ones too: the windows count from the first touch and to the last.
    Answers to a command are never moved; other lines give way to what is being said, by `SHIFT_MAX_S` at most.

    Args:
        cues: In any order.
        steps: Start and end of each step that takes time, in order; no line of one is said in another [ms].
        gentle: Stretches of time in which nobody is asked for weight [ms].

    Returns:
        The cues in order of time, some of kind `show` that were `say`, some put off a little, and without those for
        which there was no room.
    """
    told = budgeted(cues, steps, gentle)
    placed = (Cue(cue.id, at_ms, kind, cue.what, cue.to, cue.step, cue.target) for at_ms, kind, cue in told)
    return tuple(sorted(placed, key=_when))


def budgeted(
    cues: Iterable[Cue], steps: Sequence[tuple[int, int]] = (), gentle: Sequence[tuple[int, int]] = ()
) -> list[_Placed]:
    """Give what `budget` makes of cues as time, kind and the cue as it was."""
    ordered = [(cue, line_of(cue.what)) for cue in sorted(cues, key=_when)]
    touching = [cue.at_ms for cue, line in ordered if line.group in _TOUCHING]
    caps = _Caps(touching[0], touching[-1]) if touching else None
    return list(_Telling(ordered, Stretches(steps), gentle, caps).all())


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


class _Telling:
    """Finds a time for each line: first for those that are always said, then for others, then for what is shown."""

    def __init__(
        self, ordered: list[_Told], steps: Stretches, gentle: Sequence[tuple[int, int]], caps: _Caps | None
    ) -> None:
        self.ordered = ordered
        self.steps = steps
        self.gentle = list(gentle)
        self.caps = caps
        self.spoken = Spoken()

    def all(self) -> Iterator[_Placed]:
        """Give every line that is told."""
        always, others, shown = self._sorted()
        yield from self._in_turn(always)
        for cue, line in others:
            at_ms = self._free(cue, line, _SHIFT_MAX_MS) if self._allowed(cue, line) else None
            if at_ms is None:
                shown.append((cue, line))
            elif self._has_room(cue):
                yield self._told(at_ms, cue.kind, cue, line)
                self._count(cue, line)
        for cue, line in sorted(shown, key=_heaviest):
            at_ms = self._free(cue, line, _SHOWN_LATE_MS)
            if at_ms is not None and self._has_room(cue):
                yield self._told(at_ms, "show", cue, line)

    def _sorted(self) -> tuple[list[_Told], list[_Told], list[_Told]]:
        """Part what is always said from what is said where there is room, heaviest first, and what is shown."""
        always, others, shown = [], [], []
        for told in self.ordered:
            cue, line = told
            if cue.kind == "show":
                shown.append(told)
            elif not _always(cue, line) or self._gives_way(cue):
                others.append(told)
            else:
                always.append(told)
                self._count(cue, line)
        return always, sorted(others, key=_heaviest), shown

    def _allowed(self, cue: Cue, line: Line) -> bool:
        return self.caps is None or self.caps.allow(cue.at_ms, line.words)

    def _count(self, cue: Cue, line: Line) -> None:
        if self.caps is not None:
            self.caps.add(cue.at_ms, line.words)

    def _gives_way(self, cue: Cue) -> bool:
        return self.caps is not None and cue.what.id in NOT_WHILE_CLOSING and self.caps.closes(cue.at_ms)

    def _in_turn(self, always: list[_Told]) -> Iterator[_Placed]:
        answers = [
            (cue.at_ms, cue.at_ms + _spoken_ms(line.words, asks=False))
            for cue, line in always
            if line.group == "answer"
        ]
        free_ms: int | None = None
        for cue, line in always:
            at_ms = cue.at_ms
            if free_ms is not None and at_ms < free_ms and line.group != "answer":
                at_ms = free_ms
                for said_ms, over_ms in answers:
                    at_ms = over_ms if said_ms <= at_ms < over_ms else at_ms
                if not self._may_wait(cue, line, at_ms):
                    continue
            self._has_room(cue)
            yield self._told(at_ms, cue.kind, cue, line)
            ends_ms = at_ms + _spoken_ms(line.words, asks=cue.kind == "ask")
            free_ms = ends_ms if free_ms is None else max(free_ms, ends_ms)

    def _may_wait(self, cue: Cue, line: Line, until_ms: int) -> bool:
        """Tell whether a line may still be said so late: what belongs to a step is not said in the next."""
        place = self.steps.at(cue.at_ms)
        announces = line.weight >= _ANNOUNCES and line.group != "hold" and cue.kind != "ask"
        return place is None or announces or until_ms < self.steps.end_ms(place)

    def _free(self, cue: Cue, line: Line, late_ms: int) -> int | None:
        """Give when a line fits in between what is told already, in its own step and not against what was answered."""
        place, due_ms = self.steps.at(cue.at_ms), cue.at_ms
        last_ms = due_ms + late_ms
        length_ms = _spoken_ms(line.words, asks=False)
        if place is not None:
            last_ms = min(last_ms, self.steps.end_ms(place) - length_ms)
        if cue.what.id in HEAVIER:
            due_ms = max(
                (until_ms for from_ms, until_ms in self.gentle if from_ms <= due_ms < until_ms), default=due_ms
            )
        return self.spoken.first_free(due_ms, length_ms, last_ms)

    def _has_room(self, cue: Cue) -> bool:
        return cue.what.id not in BESIDES or self.steps.use(self.steps.at(cue.at_ms))

    def _told(self, at_ms: int, kind: CueKind, cue: Cue, line: Line) -> _Placed:
        asks = kind == "ask"
        self.spoken.add(at_ms, _spoken_ms(line.words, asks=asks), gives_way=line.group == "answer")
        if asks:
            self.gentle.append((at_ms, at_ms + _OPEN_MS))
        return at_ms, kind, cue


def _heaviest(told: _Told) -> int:
    return -told[1].weight


@cache
def _spoken_ms(words: int, *, asks: bool) -> int:
    return ms(spoken_s(words) + (ANSWER_S if asks else 0.0))


def _always(cue: Cue, line: Line) -> bool:
    return cue.kind == "ask" or line.weight >= ALWAYS or line.group in _WHATEVER_THE_BUDGET
