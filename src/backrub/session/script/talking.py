"""How much is said aloud: the three levels of talk, and the budget of words over a whole session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from backrub.person import Talk
from backrub.session.script.drafting import shown
from backrub.session.timeline import CueDraft

__all__ = ["SAID_FROM", "SHOWN_FROM", "heard"]

SAID_FROM: Mapping[Talk, int] = MappingProxyType({"guide": 0, "quiet": 8, "nearly-silent": 9})
"""The least weight a line needs to be said aloud at each level of talk. Certainty: ENG."""

SHOWN_FROM: Mapping[Talk, int] = MappingProxyType({"guide": 0, "quiet": 0, "nearly-silent": 5})
"""The least weight a line needs to be shown at each level of talk. Certainty: ENG."""


def heard(drafts: Iterable[CueDraft], talk: Talk) -> tuple[CueDraft, ...]:
    """Give the drafts as this level of talk has them: said, only shown, or left out."""
    kept = (draft for draft in drafts if draft.weight >= SHOWN_FROM[talk])
    return tuple(draft if draft.weight >= SAID_FROM[talk] else shown(draft) for draft in kept)
