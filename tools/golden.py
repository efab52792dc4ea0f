"""The story of which a log is kept for every released version, and what each log must still lead to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from backrub.routine import Routine, Step, message
from backrub.session import AdoptPlan, Begin, Command, CommandKind, Engine, Event, Role, Setting, to_record
from backrub.session.state import State

__all__ = ["FOLDER", "log_of_the_story", "outcome", "written"]

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "session" / "golden"
FIRST_TOUCH_MS = 60_000

STORY: tuple[tuple[float, CommandKind, Role, int | None], ...] = (
    (-30, "join", "receiver", None),
    (58, "just-right", "receiver", None),
    (150, "softer", "receiver", None),
    (275, "stay", "receiver", None),
    (300, "firmer", "giver", None),
    (340, "rate", "receiver", 8),
    (352, "pause", "giver", None),
    (440, "resume", "giver", None),
    (470, "next", "giver", None),
    (560, "back", "receiver", None),
    (686, "spot-here", "receiver", None),
    (690, "rate", "receiver", 3),
    (694, "rate", "receiver", 6),
    (710, "easing", "receiver", None),
    (716, "breath-held", "giver", None),
    (718, "just-right", "receiver", None),
    (800, "tired", "giver", None),
    (880, "not-there", "receiver", None),
    (900, "more-minutes", "receiver", 3),
    (1_060, "stop", "receiver", None),
    (1_100, "resume", "receiver", None),
    (1_160, "hush", "giver", None),
    (1_200, "leave", "receiver", None),
)

ASKED_AT: dict[float, float] = {1_060: 1_050}
"""Which wish took its time to come, and when it was asked."""


def log_of_the_story() -> list[dict[str, Any]]:
    """Lead the story and give its log, one record for each event, and last what it led to."""
    engine = Engine.new()
    log: list[Event] = []
    engine.receive(Begin(_plan(), Setting(spots=2)), 0)
    engine.receive(Command("start"), 0)
    engine.receive(Command("join", "receiver"), 1_000)
    engine.receive(Command("ready"), FIRST_TOUCH_MS)
    log += engine.events_emitted()
    for second, kind, by, value in STORY:
        asked_at_ms = FIRST_TOUCH_MS + round(ASKED_AT.get(second, second) * 1_000)
        engine.receive(Command(kind, by, value), FIRST_TOUCH_MS + round(second * 1_000), asked_at_ms)
        if kind == "more-minutes" and engine.state.wanted is not None:
            engine.receive(_remainder(engine.state.wanted.remaining_ms // 1_000), engine.now_ms + 200)
        log += engine.events_emitted()
    engine.advance(FIRST_TOUCH_MS + 3_600_000)
    log += engine.events_emitted()
    return [*map(to_record, log), {"outcome": outcome(engine.state)}]


def outcome(state: State) -> dict[str, Any]:
    """Give what a log leads to, as JSON has it: enough to notice any change of meaning."""
    return {
        "seq": state.seq,
        "at_ms": state.at_ms,
        "status": state.status,
        "slots": [[slot.uid, slot.start_ms, slot.duration_ms, slot.strokes, slot.step.area] for slot in state.slots],
        "cap": state.cap,
        "hold_cap": state.hold_cap,
        "offsets": sorted([*key, value] for key, value in state.pressing.offsets.items()),
        "place_ceilings": sorted([*key, value] for key, value in state.pressing.place_ceilings.items()),
        "stroke_ceilings": sorted([*key, value] for key, value in state.pressing.stroke_ceilings.items()),
        "spots_left": state.spots_left,
        "closed": sorted(map(list, state.closed)),
        "left": sorted(state.left),
        "asked": state.asked,
        "hush": state.hush,
        "tired": state.tired,
        "present": list(state.present),
        "timeline_version": state.timeline_version,
    }


def written(records: list[dict[str, Any]]) -> str:
    """Write records as lines."""
    return "".join(json.dumps(record, separators=(",", ":")) + "\n" for record in records)


def _plan() -> Routine:
    """Give a plan with a step of every kind a session meets."""
    return _routine(
        [
            Step("rest", "open", 30, "resting-hands", "upper-back", "both", "palms", (1, 1), place="hip"),
            Step("oil", "warm-up"),
            Step("ask", "warm-up"),
            Step("stroke", "warm-up", 210, "effleurage", "whole-back", "both", "palms", (2, 4), 12, place="hip"),
            Step("move", "work", place="beside"),
            Step("stroke", "work", 90, "petrissage", "shoulders", "right", "whole-hand", (3, 5), None, 18),
            Step("stroke", "work", 90, "petrissage", "shoulders", "left", "whole-hand", (3, 5), None, 18),
            Step("ask", "work"),
            Step("stroke", "work", 100, "gutter-glide", "gutters-upper", "right", "heels", (3, 5), 5),
            Step("stroke", "work", 100, "gutter-glide", "gutters-upper", "left", "heels", (3, 5), 5),
            Step("stroke", "work", 90, "blade-circles", "between-blades", "right", "palms", (2, 4), 7),
            Step("stroke", "work", 90, "blade-circles", "between-blades", "left", "palms", (2, 4), 7),
            Step("hold", "work", 80, "tender-spot-hold", "between-blades", "left", "knuckles", (5, 7), spots=1),
            Step("stroke", "work", 30, "blade-circles", "between-blades", "left", "palms", (2, 3), 7),
            Step("ask", "work"),
            Step("stroke", "work", 80, "waist-spread", "waist", "right", "palms", (2, 3), 5),
            Step("stroke", "work", 80, "waist-spread", "waist", "left", "palms", (2, 3), 5),
            *_FINISH,
        ],
        cap=6,
    )


def _remainder(length_s: int) -> AdoptPlan:
    work_s = length_s - sum(step.duration_s for step in _FINISH)
    work = Step("stroke", "work", work_s, "effleurage", "upper-back", "both", "palms", (1, 3), 12)
    return AdoptPlan(_routine([work, *_FINISH], cap=6), "more-minutes")


def _routine(steps: list[Step], cap: float) -> Routine:
    length_s = sum(step.duration_s for step in steps)
    return Routine(message("title-plain"), length_s, "prone", "mat", "oil", tuple(steps), cap=cap)


_FINISH = (
    Step("stroke", "finish", 90, "effleurage", "upper-back", "both", "palms", (3, 1), 10),
    Step("rest", "finish", 15, "resting-hands", "upper-back", "both", "palms", (1, 1)),
)
