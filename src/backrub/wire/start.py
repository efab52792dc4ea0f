"""What the first page needs to know."""

from __future__ import annotations

from typing import get_args

from backrub import __version__
from backrub.app.speaking import Shelf
from backrub.person import Wishes, conditions_on_line
from backrub.routine import Surface, message
from backrub.technique.limits import SESSION_MAX_S, SESSION_MIN_S
from backrub.wire.mapping import JsonObject
from backrub.wire.wishes import wishes_to_json
from backrub.words import Words

__all__ = ["start_to_json"]


def start_to_json(words: Words, rate: float, running: str | None, shelf: Shelf) -> JsonObject:
    """Give defaults, choices, limits, the voice, and the session that is running now.

    Args:
        words: The language of the page.
        rate: How much faster than the wall sessions go.
        running: Id of the session being led, or None.
        shelf: Where the sample of the voice is.
    """
    return {
        "version": __version__,
        "locale": words.locale,
        "defaults": wishes_to_json(Wishes()),
        "rate": rate,
        "running": {"session": running} if running else None,
        "health": [{"id": one, "label": words.text(message(f"health-{one}"))} for one in conditions_on_line()],
        "surfaces": list(get_args(Surface)),
        "limits": {"minutes": [SESSION_MIN_S // 60, SESSION_MAX_S // 60]},
        "data_dir_note": words.text(message("start-data-note")),
        "voice": _voice(words, shelf),
    }


def _voice(words: Words, shelf: Shelf) -> JsonObject | None:
    sample = words.text(message("start-voice-sample"))
    clip = shelf.clip_id(sample, words.locale)
    if clip is None:
        return None
    return {"name": words.text(message("start-voice-name")), "sample": clip, "sample_text": sample}
