"""Every limit that more than one room uses, once, each with where it comes from and how sure it is.

Pressures are felt pressures from 1 to 10; times are seconds; lengths are millimetres.
Certainty: H over 90 %, M about 70 %, L one teacher's judgement, ENG our engineering guess.
"""

from __future__ import annotations

# --- pressure -------------------------------------------------------------------------------------

PRESSING = 3
"""From here up a touch counts as pressing. Source: the scale's definition. Certainty: H."""

WORKING = 4
"""From here up it counts as pressing work, which tires tissue. Source: teaching, sessions over 60 min. Certainty: M."""

CEILING = 7
"""Never more, and only in a hold. Source: teachers disagree on 6, 7 or 7-8; taken as a ceiling. Certainty: M."""

TOO_MUCH = 8
"""A number from here up lightens the very next cue. Source: the scale's definition. Certainty: H."""

STROKE_CAP = 6
"""Highest felt pressure of a moving stroke, on request. Source: teaching. Certainty: M."""

FIRST_TIME_CAP = 5
"""Highest stroke for two people who have not done this before. Source: teaching. Certainty: M."""

FIRST_TIME_HOLD_CAP = 6
"""Highest hold the first time, on one spot only. Source: teaching. Certainty: M."""

UNANSWERED_CAP = 5
"""Highest pressure while the health question is unanswered; holds are off. Source: teaching. Certainty: H."""

FRAIL_CAP = 3
"""Highest pressure when something in health says so; no holds, lean or tapping. Source: teaching. Certainty: H."""

SHY_CAP = 4
"""Highest pressure for friends on a first time through clothes. Source: one teacher's plans. Certainty: L."""

# --- how pressure rises ---------------------------------------------------------------------------

RISE_START_BELOW = 2
"""Every new area or side starts this much lower. Source: teaching; Roberts 2011 on order. Certainty: H."""

RISE_S = (20, 30)
"""How long the lower start of a new area lasts, least and most. Source: teaching. Certainty: M."""

# --- holds ----------------------------------------------------------------------------------------

HOLD_MIN_S = 30
"""Shortest planned hold; any earlier release is right. Source: Hou 2002 tested 30-90 s. Certainty: M."""

HOLD_USUAL_S = 60
"""Usual hold. Source: Hodgson and Fryer 2006, 60 s. Certainty: M."""

HOLD_MAX_S = 90
"""Longest hold. Source: Hou 2002, longest time tested. Certainty: H."""

MAX_HOLDS = 3
"""Most tender spots held in one session. Source: teaching. Certainty: M."""

FIRST_TIME_MAX_HOLDS = 1
"""Most tender spots the first time. Source: teaching. Certainty: M."""

HOLD_SEARCH_MAX_S = 45
"""Longest search for a spot; then it is left be. Source: one teacher's script. Certainty: L."""

HOLD_AFTER_BROAD_S = (20, 30)
"""Broad strokes over the place after a hold, least and most. Source: teaching. Certainty: H."""

WARM_WORK_BEFORE_HOLD_S = 60
"""Warm work an area must have had before a hold there. Source: teaching. Certainty: H."""

# --- the shape of a session -----------------------------------------------------------------------

SESSION_MIN_S = 180
"""Shortest rub. Source: slow-stroke back massage, Meek 1993, 3 min. Certainty: M."""

SESSION_MAX_S = 5400
"""Longest plan; past an hour a back is overworked. Source: teaching. Certainty: M."""

SESSION_DEFAULT_S = 900
"""Length when nobody says. Source: one teacher's default. Certainty: M."""

STROKES_ONLY_UP_TO_S = 180
"""Up to this length a rub is long strokes only. Source: Meek 1993; teaching. Certainty: M."""

WARM_UP_MIN_S = 120
"""Shortest warm-up. Source: teaching, two to five minutes. Certainty: M."""

FINISH_MIN_S = 60
"""Shortest planned finish. Source: teaching. Certainty: M."""

FINISH_MIN_SHARE = 0.10
"""Smallest share of a session that is its finish. Source: teaching. Certainty: M."""

FINISH_SHORT_S = 20
"""The finish used when a session must end in under a minute. Source: our guess. Certainty: ENG."""

PRESSING_MAX_S = 2400
"""Most pressing work in a session of any length. Source: teaching. Certainty: M."""

PRESSING_MAX_ON_AREA_S = 720
"""Most pressing work on one area. Source: teaching. Certainty: M."""

BREAK_AFTER_S = 2700
"""Beyond this a session needs a break, a turn or a swap. Source: teaching. Certainty: M."""

GIVER_PLACE_MAX_S = 300
"""Longest in one kneeling place before a change of place or leg. Source: teaching. Certainty: H."""

ROUND_EVERY_S = 600
"""The giver walks round the body at most once in this time. Source: teaching, one walk planned. Certainty: M."""

HEAD_TURN_EVERY_S = 300
"""How often the receiver is reminded to turn the head. Source: teachers say 3 to 5 min. Certainty: M."""

SAME_STROKE_MAX_S = 300
"""Longest unchanged stroke. Source: Triscoli 2014 on satiety; the number is a teacher's. Certainty: M."""

TENSE_SIDE_RATIO = 2.0
"""Time for a side marked tense against the other. Source: teaching, "about 2:1, never 0". Certainty: M."""

UNMARKED_UPPER_SHARE = 0.5
"""With nothing marked, shoulders and blades get this share. Source: teaching. Certainty: M."""

# --- time inside a step ---------------------------------------------------------------------------

PLAN_GRID_S = 5
"""Grid on which minutes are first chosen. Source: our design. Certainty: ENG."""

STEP_MIN_S = 15
"""Shortest stroke step. Source: teaching, plan in 15 s grains. Certainty: M."""

PACE_ADJUST = 0.08
"""Most by which the pace changes so that whole strokes fill a step. Source: our guess. Certainty: ENG."""

STAY_S = 30
"""Time that "stay" adds. Source: our design. Certainty: ENG."""

SETTLED_WITHIN_S = 20
"""Steps due within this time change only by stop, softer, not there. Source: our design. Certainty: ENG."""

# --- hands ----------------------------------------------------------------------------------------

THUMB_SHARE_NOVICE = 0.10
"""Most thumb time for a novice, holds counted. Source: teaching; thumb pain, Rossettini 2016. Certainty: M."""

THUMB_SHARE = 0.20
"""Most thumb time for anyone; none with sore thumbs. Source: as above. Certainty: M."""

THUMB_GO_MAX_S = 30
"""Longest single go with a thumb. Source: Rohmert 1960 endurance; teaching. Certainty: M."""

HUG_MAX_S = 60
"""Longest standing hug. Source: teaching. Certainty: M."""

# --- geometry -------------------------------------------------------------------------------------

SPINE_HALF_WIDTH_MM = 15.0
"""Half the strip over the spine where nothing presses. Source: teaching; tips are 6-18 mm wide. Certainty: H."""

POINTED_FROM_MIDLINE_MM = (25.0, 50.0)
"""Where pointed contacts run beside the spine, "an inch or two" out. Source: teaching. Certainty: H."""

POINTED_TARGET_MM = 30.0
"""Nearest a pointed target is drawn to the midline: a lay hand errs 1-2 cm. Source: teaching. Certainty: M."""

# --- check-ins and words --------------------------------------------------------------------------

CHECK_INS = ((300, 1), (600, 2), (1200, 3), (1800, 4), (3600, 5))
"""Most check-ins up to each length [s]; beyond the last, its number. Source: teaching. Certainty: M."""

WORDS_FIRST = (240, 150)
"""Most words in the first seconds: (seconds, words). Source: one teacher's script. Certainty: M."""

WORDS_LAST = (180, 55)
"""Most words in the last seconds: (seconds, words). Source: one teacher's script. Certainty: M."""

CUE_EVERY_S = 40
"""Later, about one cue in this time. Source: one teacher's script. Certainty: M."""

SPEECH_MAX_S_PER_MIN = 8.0
"""Later, most speech in a minute. Source: one teacher's script. Certainty: M."""


def check_ins_allowed(duration_s: int) -> int:
    """Return the most check-ins for a session of a length [s].

    >>> [check_ins_allowed(60 * minutes) for minutes in (3, 5, 12, 20, 60, 90)]
    [1, 1, 2, 3, 5, 5]
    """
    fitting = [count for up_to_s, count in CHECK_INS if duration_s >= up_to_s]
    return fitting[-1] if fitting else CHECK_INS[0][1]
