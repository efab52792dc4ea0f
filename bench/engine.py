"""How fast the engine is: commands a second, a timeline, a replay. Run `python -m bench.engine`.

The figures are of one core. Commands are a long mixed session of the twenty-minute plan; a timeline is made from
nothing each time (the engine keeps it until an event changes it); a replay starts from decoded events, and from JSON.
"""

from __future__ import annotations

import json
import random
from itertools import cycle

from backrub.errors import CommandRefused
from backrub.routine import Routine, Step, message
from backrub.session import Begin, Command, CommandKind, Engine, Event, Setting, from_record, to_record
from backrub.session.timeline_of import timeline_of
from bench.report import emit, quantile, table, timed_ms

SETTING = Setting(spots=3)
MIX: tuple[CommandKind, ...] = (
    *("softer", "just-right", "firmer", "stay", "rate", "next", "just-right", "back", "softer", "pause"),
    *("resume", "rate", "spot-here", "easing", "same", "softer", "just-right", "stay", "tired", "firmer"),
)
SPOKEN: tuple[CommandKind, ...] = ("softer", "just-right", "just-right", "stay", "firmer", "just-right")


def plan(minutes: int) -> Routine:
    """Give a plan of so many minutes: long strokes, then six places on both sides in turn, a hold, and a finish."""
    steps = [
        Step("rest", "open", 30, "resting-hands", "upper-back", "both", "palms", (1, 1)),
        Step("ask", "warm-up"),
        Step("stroke", "warm-up", 210, "effleurage", "whole-back", "both", "palms", (2, 4), 12),
    ]
    finish = [
        Step("stroke", "finish", 105, "effleurage", "whole-back", "both", "palms", (3, 1), 10),
        Step("rest", "finish", 15, "resting-hands", "whole-back", "both", "palms", (1, 1)),
    ]
    work = cycle(
        (
            ("petrissage", "shoulders", "whole-hand", None, 18.0),
            ("knuckle-circles", "shoulders", "knuckles", None, 28.0),
            ("gutter-glide", "gutters-upper", "heels", 5.0, None),
            ("blade-circles", "between-blades", "palms", 7.0, None),
            ("blade-circles", "blades", "palms", 7.0, None),
            ("gutter-glide", "gutters-lower", "heels", 5.0, None),
        )
    )
    left_s = minutes * 60 - sum(step.duration_s for step in (*steps, *finish))
    while left_s > 0:
        technique, area, contact, pace, rate = next(work)
        for side in ("right", "left"):
            time_s = min(60, left_s)
            if time_s:
                steps.append(
                    Step("stroke", "work", time_s, technique, area, side, contact, (3, 5), pace, rate)  # type: ignore[arg-type]
                )
            left_s -= time_s
    listed = (*steps, *finish)
    return Routine(message("title-plain"), sum(step.duration_s for step in listed), "prone", "mat", "oil", listed)


def begun(minutes: int) -> Engine:
    """Give an engine at its first touch."""
    engine = Engine.new(SETTING)
    engine.receive(Begin(plan(minutes), SETTING), 0)
    engine.receive(Command("start"), 0)
    engine.receive(Command("ready"), 60_000)
    return engine


def commands(count: int) -> int:
    """Send commands through session after session; give how many were not refused."""
    chance = random.Random(5)
    engine, at_ms, taken = begun(20), 60_000, 0
    for kind in (MIX[chance.randrange(len(MIX))] for _ in range(count)):
        at_ms += 2_100
        value = chance.randrange(1, 9) if kind == "rate" else None
        try:
            engine.receive(Command(kind, "receiver", value), at_ms)
            taken += 1
        except CommandRefused:
            if engine.status == "finished":
                engine, at_ms = begun(20), 60_000
    return taken


def hour() -> tuple[Event, ...]:
    """Give the log of an hour in which somebody says something every twelve seconds."""
    chance = random.Random(7)
    engine, at_ms = begun(60), 60_000
    while engine.status != "finished":
        at_ms += 12_000
        try:
            engine.receive(Command(chance.choice(SPOKEN), "receiver"), at_ms)
        except CommandRefused:
            continue
    return engine.events_emitted()


def main() -> None:
    """Measure and say."""
    count = 20_000
    spent_ms = timed_ms(lambda: commands(count), 3)[0]
    rate = count / spent_ms * 1000
    cold = begun(20).state
    timelines = timed_ms(lambda: timeline_of(cold), 200)
    events = hour()
    lines = [json.dumps(to_record(event)) for event in events]
    replays = timed_ms(lambda: Engine.replay(events), 20)
    from_json = timed_ms(lambda: Engine.replay(from_record(json.loads(line)) for line in lines), 20)
    table(
        (
            ("commands", rate, 20_000, "/s"),
            ("of them not refused", commands(count) / count * 100, None, "%"),
            ("timeline of 20 min, p50", quantile(timelines, 0.5), 1, "ms"),
            ("timeline of 20 min, p99", quantile(timelines, 0.99), None, "ms"),
            (f"replay of 60 min, {len(events)} events", quantile(replays, 0.5), 10, "ms"),
            ("the same, read from JSON", quantile(from_json, 0.5), None, "ms"),
        )
    )
    emit(
        "engine",
        {
            "commands_per_s": round(rate),
            "timeline_20_min_p50_ms": round(quantile(timelines, 0.5), 3),
            "timeline_20_min_p99_ms": round(quantile(timelines, 0.99), 3),
            "replay_60_min_events": len(events),
            "replay_60_min_p50_ms": round(quantile(replays, 0.5), 3),
            "replay_60_min_from_json_p50_ms": round(quantile(from_json, 0.5), 3),
        },
    )


if __name__ == "__main__":
    main()
