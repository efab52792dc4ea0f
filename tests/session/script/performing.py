"""Performs a plan on paper: every cue the script gives it, placed in time and thinned out, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate

from backrub.routine import Routine
from backrub.session import script
from backrub.session.timeline import Cue, CueDraft, PlacedStep, Setting
from backrub.units import clock_text, ms
from backrub.words import text


def placed(plan: Routine) -> tuple[PlacedStep, ...]:
    """Place a plan's steps in time exactly as written."""
    starts_s = accumulate((step.duration_s for step in plan.steps[:-1]), initial=0)
    return tuple(
        PlacedStep(index, step, ms(start_s), ms(step.duration_s))
        for index, (start_s, step) in enumerate(zip(starts_s, plan.steps, strict=True))
    )


def _cues(drafts: Iterable[CueDraft], from_ms: int, index: int | None) -> Iterator[Cue]:
    for number, draft in enumerate(drafts):
        name = f"{index}-{number}-{draft.what.id}"
        yield Cue(name, from_ms + draft.offset_ms, draft.kind, draft.what, draft.to, index)


def stretches(plan: Routine) -> tuple[tuple[int, int], ...]:
    """Give start and end of each step that takes time."""
    return tuple((step.start_ms, step.start_ms + step.duration_ms) for step in placed(plan) if step.duration_ms)


def hands_on(plan: Routine, setting: Setting) -> tuple[Cue, ...]:
    """Give the cues from first touch to last, before they are thinned out."""
    steps, seen = placed(plan), set[str]()
    rides = script.riding(steps, frozenset(step.index for step in steps if step.step.kind == "ask"))
    cues: list[Cue] = []
    for index, step in enumerate(steps):
        told = index if step.duration_ms else rides.get(index)
        if told is None:
            continue
        before, after = script.neighbours(steps, told)
        drafts = script.step_cues(setting, step, before, after if told == index else steps[told], frozenset(seen))
        cues.extend(_cues(drafts, steps[told].start_ms, index))
        seen |= {step.step.technique} if step.step.technique and step.duration_ms else set()
    return tuple(cues)


def performed(plan: Routine, setting: Setting) -> tuple[Cue, ...]:
    """Give every cue of a session nobody interrupts; first touch is at 0."""
    before = script.preparation(setting, plan)
    start_ms = -(max((draft.offset_ms for draft in before), default=0) + 6000)
    after = script.aftercare(setting, asleep=False)
    return (
        *script.budget(tuple(_cues(before, start_ms, None))),
        *script.budget(hands_on(plan, setting), stretches(plan)),
        *script.budget(tuple(_cues(after, ms(plan.duration_s), None))),
    )


def clock(at_ms: int) -> str:
    """Spell a time, before first touch with a minus."""
    return ("-" if at_ms < 0 else "") + clock_text(abs(at_ms) // 1000)


def written(cues: Iterable[Cue]) -> str:
    """Write cues as people read a script: time, to whom, what; what is only shown in brackets."""
    lines = []
    for cue in cues:
        said = text(cue.what)
        shown = f"[{said}]" if cue.kind == "show" else said
        lines.append(f"{clock(cue.at_ms):>6} {cue.to[0].upper()} {shown}")
    return "\n".join(lines) + "\n"
