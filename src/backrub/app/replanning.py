"""The rest of a running session, composed anew: the engine wants it, the composer answers, and it is checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from backrub.app.maps import Paths, atlas_of, paths_of
from backrub.check import check_routine, facts_of
from backrub.compose import Effects, replan
from backrub.errors import UsageError
from backrub.person import Avoid, Care, Wishes
from backrub.routine import Routine, Step
from backrub.session import AdoptPlan, Engine, ReplanWanted
from backrub.technique.limits import CEILING
from backrub.units import MS_PER_S

__all__ = ["Remainder", "wishes_behind"]

SECONDS_PER_MINUTE = 60
TOUCH = 2
"""Highest felt pressure at the very end."""


@dataclass(frozen=True, slots=True)
class Remainder:
    """What the composer needs to plan the rest; made on the event loop, composed on another thread.

    Attributes:
        wishes: What was wished when the session was opened.
        done: The steps before the new plan takes over.
        remaining_s: How long it should be.
        reason: Why it is wanted.
        effects: What the session has learnt.
        giver_side: The receiver's side at which the giver was at the first touch.
    """

    wishes: Wishes
    done: tuple[Step, ...]
    remaining_s: int
    reason: str
    effects: Effects
    giver_side: Literal["left", "right"] = "left"

    @classmethod
    def of(cls, engine: Engine, wanted: ReplanWanted, wishes: Wishes) -> Remainder:
        """Take from the engine what the composer needs."""
        done = tuple(placed.step for placed in engine.view().steps if placed.index < wanted.first)
        effects = Effects(
            cap=wanted.cap,
            no_holds=wanted.spots == 0,
            hush=wanted.hush,
            tired=wanted.tired,
            avoid=tuple(Avoid(area) for area in wanted.avoid),
        )
        return cls(wishes, done, wanted.remaining_ms // MS_PER_S, wanted.reason, effects, engine.setting.giver_side)

    def compose(self) -> AdoptPlan:
        """Compose the rest and check it before a word of it is said.

        Raises:
            UsageError: The time is too short, nothing fits, or the plan broke a promise.
        """
        current = self.done[-1] if self.done else None
        try:
            plan = replan(
                self.wishes,
                self.done,
                self.remaining_s,
                current,
                self.reason,
                self.effects,
                giver_side=self.giver_side,
            )
        except (ValueError, ArithmeticError, LookupError) as error:  # a mistake of the composer's own
            raise UsageError(f"no rest could be composed ({error})", "plan", "The old one is led on") from error
        paths = paths_of(plan, atlas_of(self.wishes, plan.position))
        _check(plan, self, paths)
        return AdoptPlan(plan, self.reason, paths.cycles_s)


def _check(plan: Routine, remainder: Remainder, paths: Paths) -> None:
    """Hold a new plan to what a live change must never break: place, pressure and a proper end."""
    hardest = max((max(step.pressure) for step in plan.steps if step.pressure and step.kind != "hold"), default=0)
    deepest = max((max(step.pressure) for step in plan.steps if step.pressure and step.kind == "hold"), default=0)
    left = {place.area for place in remainder.effects.avoid}
    walked = all(key for step, key in zip(plan.steps, paths.of_steps, strict=True) if step.kind == "stroke")
    last = next((step for step in reversed(plan.steps) if step.pressure), None)
    kept = {
        "pressure": remainder.effects.cap is None or hardest <= max(remainder.effects.cap, TOUCH),
        "holds": deepest <= (0 if remainder.effects.no_holds else CEILING),
        "place": left.isdisjoint(step.area for step in plan.steps),
        "path": walked,
        "end": last is not None and last.phase == "finish" and last.pressure is not None and last.pressure[1] <= TOUCH,
    }
    if broken := [*(name for name, held in kept.items() if not held), *_unsafe(plan, remainder)]:
        raise UsageError(f"the new plan does not keep to {', '.join(broken)}", "plan", "The old one is led on")


def _unsafe(plan: Routine, remainder: Remainder) -> list[str]:
    """Name the rules of safety that a new plan breaks for these two people."""
    wishes = replace(remainder.wishes, avoid=(*remainder.wishes.avoid, *remainder.effects.avoid))
    findings = check_routine(plan, facts=facts_of(wishes), profile="safe")
    return [finding.slug for finding in findings if finding.severity == "error"]


def wishes_behind(routine: Routine) -> Wishes:
    """Give wishes that a written routine may have come from, to plan its rest with."""
    care = Care(cap=routine.cap, holds=any(step.kind == "hold" for step in routine.steps))
    minutes = max(3, min(90, round(routine.duration_s / SECONDS_PER_MINUTE)))
    position = None if routine.position == "hug" else routine.position
    return Wishes(
        minutes=minutes, glide=routine.lubricant, surface=routine.surface, position=position, care=care, firm=True
    )
