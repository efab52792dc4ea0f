"""From wishes to a plan: compose, and put the effects of the health answers in place of the answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from backrub.compose import compose, with_more
from backrub.person import Wishes, care_of, without_health
from backrub.routine import Reason, Routine
from backrub.session import Setting
from backrub.technique.limits import FIRST_TIME_MAX_HOLDS, MAX_HOLDS

__all__ = ["Planned", "compose_rub", "planned", "setting_for", "spots_for"]

MORE_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan and what led to it.

    Attributes:
        wishes: What was wished; health answers are replaced by their effects.
        routine: The plan.
        setting: What shapes how the coach speaks.
        more: What five more minutes would add.
    """

    wishes: Wishes
    routine: Routine
    setting: Setting
    more: tuple[Reason, ...]


def spots_for(wishes: Wishes) -> int:
    """Give how many tender spots may be held in a session, those that somebody finds on the way included."""
    if wishes.holds is False or not care_of(wishes).holds:
        return 0
    return FIRST_TIME_MAX_HOLDS if wishes.first_time else MAX_HOLDS


def setting_for(wishes: Wishes, routine: Routine) -> Setting:
    """Give what the coach must know of the two people to speak to them."""
    return Setting(
        talk=wishes.talk,
        known=wishes.known,
        position=routine.position,
        surface=routine.surface,
        lubricant=routine.lubricant,
        giver_side=routine.giver_side,
        woken=wishes.woken,
        nut_allergy=wishes.nut_allergy,
        relation=wishes.relation,
        spots=spots_for(wishes),
        kneels=wishes.kneels,
    )


def planned(private: Wishes, routine: Routine) -> Planned:
    """Put a plan together with what led to it, and with what five more minutes would bring.

    Args:
        private: What was wished, health answers replaced by their effects.
        routine: What was composed for it.
    """
    return Planned(private, routine, setting_for(private, routine), with_more(private, MORE_MINUTES, routine))


def compose_rub(wishes: Wishes, seed: int | None = None, *, more: bool = True) -> Planned:
    """Compose the routine that best serves the wishes, or with a seed another good one.

    Args:
        wishes: What the two wish for; their own seed counts where no other is given.
        seed: Which of the good plans.
        more: Whether to say what five more minutes would bring, which takes a second plan.

    Raises:
        NotTonight: A health answer forbids a rub today.
        UsageError: A wish is out of its range.
    """
    private = without_health(wishes if seed is None else replace(wishes, seed=seed))
    routine = compose(private)
    return planned(private, routine) if more else Planned(private, routine, setting_for(private, routine), ())
