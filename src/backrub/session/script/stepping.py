"""What is said around one step of the plan: before it comes, as it begins, and while it lasts."""

from __future__ import annotations

from collections.abc import Iterator

from backrub.routine import Step
from backrub.session.script.changing import change, interlude
from backrub.session.script.finishing import finish
from backrub.session.script.holding import hold
from backrub.session.script.showing_how import how
from backrub.session.script.talking import heard
from backrub.session.timeline import CueDraft, PlacedStep, Setting

__all__ = ["neighbours", "step_cues"]

_UNLED = "hug-rub"


def neighbours(steps: tuple[PlacedStep, ...], index: int) -> tuple[PlacedStep | None, PlacedStep | None]:
    """Give the steps that take time on either side of one: what `step_cues` needs to know around it.

    Args:
        steps: The plan as placed.
        index: Position in `steps`, which need not be the step's own `index`.
    """
    before = next((placed for placed in reversed(steps[:index]) if _takes_time(placed)), None)
    after = next((placed for placed in steps[index + 1 :] if _takes_time(placed)), None)
    return before, after


def step_cues(
    setting: Setting, placed: PlacedStep, before: PlacedStep | None, after: PlacedStep | None, seen: frozenset[str]
) -> tuple[CueDraft, ...]:
    """Give what is said around a step, at offsets from its start.

    Args:
        setting: How the coach speaks here.
        placed: The step; one of no length rides in the step that follows it.
        before: The last step before it that takes time, or None.
        after: The next step after it that takes time, or None.
        seen: Technique ids already done in this session; their instruction is dropped.

    Returns:
        Drafts in order of time, as the setting's level of talk has them. Of a hug nothing is said.
    """
    if setting.position == "hug" or placed.step.technique == _UNLED:
        return ()
    drafts = sorted(_drafts(setting, placed, before, after, seen), key=lambda draft: draft.offset_ms)
    return heard(drafts, setting.talk)


def _drafts(
    setting: Setting, placed: PlacedStep, before: PlacedStep | None, after: PlacedStep | None, seen: frozenset[str]
) -> Iterator[CueDraft]:
    step = placed.step
    if step.kind in ("stroke", "rest", "hold"):
        yield from change(setting, placed, before)
    else:
        yield from interlude(setting, placed, before, after)
    if step.kind == "hold":
        yield from hold(setting, placed, seen)
    elif _closes(step):
        yield from finish(placed, before, after, seen | frozenset(setting.known))
    elif step.kind in ("stroke", "rest"):
        yield from how(setting, placed, (before, after), seen | frozenset(setting.known))


def _closes(step: Step) -> bool:
    return step.phase == "finish" and step.kind in ("stroke", "rest")


def _takes_time(placed: PlacedStep) -> bool:
    return placed.duration_ms > 0
