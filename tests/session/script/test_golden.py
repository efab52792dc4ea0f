"""Whole sessions as they are heard, to be read: each is kept as a file, and a change of a word shows there.

To write the files anew: `BACKRUB_REWRITE=1 ./test tests/session/script/test_golden.py`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from backrub.routine import Routine
from backrub.session.timeline import Setting
from tests.session.script.performing import performed, written
from tests.session.script.plans import (
    DESK_SHOULDERS,
    FIVE_MINUTES,
    FRIENDS_CLOTHED,
    FRIENDS_CLOTHED_SETTING,
    OIL,
    SEATED,
    SEATED_SETTING,
    SIDE_LYING,
    SIDE_LYING_SETTING,
    WOKEN,
    WOKEN_SETTING,
)

FOLDER = Path(__file__).parent / "golden"
SESSIONS = {
    "desk-shoulders-20": (DESK_SHOULDERS, OIL),
    "five-minutes": (FIVE_MINUTES, OIL),
    "friends-clothed": (FRIENDS_CLOTHED, FRIENDS_CLOTHED_SETTING),
    "seated": (SEATED, SEATED_SETTING),
    "side-lying": (SIDE_LYING, SIDE_LYING_SETTING),
    "woken": (WOKEN, WOKEN_SETTING),
}


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_sounds_as_written_down(name: str) -> None:
    """Every line comes at its second, to whom and in the words that were read and found good."""
    plan, setting = SESSIONS[name]
    heard, path = _heard(plan, setting), FOLDER / f"{name}.txt"
    if os.environ.get("BACKRUB_REWRITE"):
        path.write_text(heard, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == heard


def _heard(plan: Routine, setting: Setting) -> str:
    head = "# G: for the giver, R: for the receiver; both hear it. In brackets: only shown.\n"
    return head + written(performed(plan, setting))
