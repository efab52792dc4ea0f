"""The diagram in the documentation is the table the engine goes by."""

from __future__ import annotations

from state_diagram import DOCUMENT, drawn_into

from backrub.session.transitions import STATUSES


def test_the_diagram_is_current() -> None:
    """To draw it anew changes nothing (else run tools/draw_states)."""
    text = DOCUMENT.read_text(encoding="utf-8")

    assert text == drawn_into(text)
    assert all(status in text for status in STATUSES)
