"""The two people: what they wish for tonight, and what their answers allow."""

from __future__ import annotations

from backrub.person.wishes import Avoid, Health, Intention, Mark, Relation, Talk, Tense, Wishes

__all__ = ["Avoid", "Health", "Intention", "Mark", "Relation", "Talk", "Tense", "Wishes"]
