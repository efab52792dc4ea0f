"""The coach: which lines are said when, as drafts that the engine places in time. Pure, and without state."""

from __future__ import annotations

from backrub.session.script.answering import MOMENTS, moment
from backrub.session.script.budgeting import budget, budgeted, spoken_s
from backrub.session.script.catalogue import LINES, MESSAGES, Line, line_of
from backrub.session.script.drafting import led_now, round_a_spot
from backrub.session.script.ending import aftercare
from backrub.session.script.holding import AFTER_HALF_TIME, HoldTimes, hold_times
from backrub.session.script.preparing import Preparation, preparation, preparations
from backrub.session.script.riding import riding
from backrub.session.script.stepping import neighbours, step_cues

__all__ = [
    "AFTER_HALF_TIME",
    "LINES",
    "MESSAGES",
    "MOMENTS",
    "HoldTimes",
    "Line",
    "Preparation",
    "aftercare",
    "budget",
    "budgeted",
    "hold_times",
    "led_now",
    "line_of",
    "moment",
    "neighbours",
    "preparation",
    "preparations",
    "riding",
    "round_a_spot",
    "spoken_s",
    "step_cues",
]
