"""Every sentence, per language: a message id with its arguments becomes text; English is complete."""

from __future__ import annotations

from backrub.words.labels import LABELS
from backrub.words.texts import FALLBACK, MissingText, Words, locales, text

__all__ = ["FALLBACK", "LABELS", "MissingText", "Words", "locales", "text"]
