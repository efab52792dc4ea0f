"""The planner that composes: what fills the planner's port wherever nobody puts another there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backrub.app.planning import Planned
    from backrub.app.replanning import Remainder
    from backrub.person import Wishes
    from backrub.session import AdoptPlan

__all__ = ["Composer"]


class Composer:
    """Plans by composing. It loads the composer with the first plan, since much is done without one."""

    def plan(self, wishes: Wishes) -> Planned:
        """Compose the routine that best serves the wishes.

        Raises:
            NotTonight: A health answer forbids a rub today.
            UsageError: A wish is out of its range.
        """
        from backrub.app.planning import compose_rub  # noqa: PLC0415 - see above

        return compose_rub(wishes)

    def cycles_s(self, planned: Planned) -> tuple[float | None, ...]:
        """Give how long one stroke of each step lasts on this person's back [s]."""
        from backrub.app.maps import atlas_of, paths_of  # noqa: PLC0415 - see above

        return paths_of(planned.routine, atlas_of(planned.wishes, planned.routine.position)).cycles_s

    def replan(self, remainder: Remainder) -> AdoptPlan:
        """Compose the rest anew.

        Raises:
            UsageError: The time is too short, or the plan broke a promise.
        """
        return remainder.compose()
