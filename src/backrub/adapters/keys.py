"""Single key presses of a terminal, without waiting for them."""

from __future__ import annotations

import os
import select
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["key_presses", "pressed_within"]

LONGEST = 8
ARROWS = {
    "\x1b[A": "up",
    "\x1b[B": "down",
    "\x1b[C": "right",
    "\x1b[D": "left",
    "\x1b[5~": "page-up",
    "\x1b[6~": "page-down",
}


@contextmanager
def key_presses() -> Iterator[None]:
    """Have keys arrive one by one and unseen while inside."""
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def pressed_within(wait_s: float) -> str | None:
    """Give the next key, waiting at most this long [s]: a character, or `up`, `down`, `left`, `right`, `escape`."""
    terminal = sys.stdin.fileno()
    ready, _, _ = select.select([terminal], [], [], max(0.0, wait_s))
    if not ready:
        return None
    raw = os.read(terminal, LONGEST).decode(errors="replace")
    return ARROWS.get(raw) or ("escape" if raw == "\x1b" else raw[:1] or None)
