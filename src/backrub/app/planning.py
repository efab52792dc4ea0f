"""From wishes to a plan: compose, and put the effects of the health answers in place of the answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from backrub.compose import compose, with_more
from backrub.person import Health, Wishes, care_for
from backrub.routine import Reason, Routine
from backrub.session import Setting

__all__ = ["Planned", "compose_rub", "setting_for", "without_answers"]

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


def without_answers(wishes: Wishes) -> Wishes:
    """Put the effects of the health answers in place of the answers, which are never stored.

    Raises:
        NotTonight: An answer forbids a rub today.
    """
    if wishes.care is not None:
        return replace(wishes, health=Health())
    return replace(wishes, health=Health(), care=care_for(wishes.health))


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
    )


def compose_rub(wishes: Wishes) -> Planned:
    """Compose the routine that best serves the wishes.

    Raises:
        NotTonight: A health answer forbids a rub today.
        UsageError: A wish is out of its range.
    """
    private = without_answers(wishes)
    routine = compose(private)
    return Planned(private, routine, setting_for(private, routine), with_more(private, MORE_MINUTES))
