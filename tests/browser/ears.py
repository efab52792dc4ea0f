"""What a page was told and what it said, as the ears in the page report it, beside what it should have said."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SCRIPT = (Path(__file__).parent / "ears.js").read_text(encoding="utf-8")

LATE_MS = 3000
"""A cue this late is shown and not said [ms of the session]."""

MOMENT_MS = 250
"""So near a change of the timeline nobody can tell which one counted [real ms]."""

ANSWER_MS = 500
"""So long a busy machine may take from hearing of an answer, or from waking, to saying what is due [real ms]."""


@dataclass(frozen=True)
class Said:
    """One sentence given to the voice: when, in session time, and what; `grace_ms` is what an answer may take."""

    at_ms: float
    text: str
    grace_ms: float = 0
    wall_ms: float = field(default=0, compare=False)
    """When it began to be heard, by the page's own wall clock; 0 where nobody asks."""


@dataclass
class Ears:
    """Collects the records of one context, over reloads."""

    records: list[dict[str, Any]] = field(default_factory=list)
    reloads_wall_ms: list[float] = field(default_factory=list)
    speed: float = 1

    def hear(self, record: dict[str, Any]) -> None:
        """Take one record."""
        self.records.append(record)

    def of(self, kind: str) -> list[dict[str, Any]]:
        """Give the records of a kind, in order."""
        return [record for record in self.records if record["kind"] == kind]

    def commands(self) -> list[str]:
        """Give what was asked of the server, each once, in order."""
        seen = {record["command"]["id"]: record["command"]["kind"] for record in self.of("command")}
        return list(seen.values())

    def events(self) -> list[str]:
        """Give the kinds of the events the server told, in order."""
        return [record["event"]["kind"] for record in self.of("event")]

    def status(self) -> str:
        """Give the last known status of the session."""
        return str(self.of("view")[-1]["view"]["status"])

    def texts(self) -> dict[str, str]:
        """Give the sentence of each clip that any timeline named."""
        return {
            cue["clip"]: cue["text"]
            for record in self.of("timeline")
            for cue in record["timeline"]["cues"]
            if cue["clip"]
        }

    def asked_wall_ms(self, kind: str) -> float:
        """Give when a page first asked for something, by its own wall clock."""
        return float(next(one["wall_ms"] for one in self.of("command") if one["command"]["kind"] == kind))

    def time_of(self, kind: str) -> float:
        """Give the session's time at the first event of a kind."""
        return float(next(one["event"]["at_ms"] for one in self.of("event") if one["event"]["kind"] == kind))

    def said(self) -> list[Said]:
        """Give what came out of the voice: sound that was taken off before its time never did, or lies there still."""
        texts = self.texts()
        stops = {(one["page"], one["id"]): one["stop_wall_ms"] for one in self.of("stop")}
        heard = [
            Said(one["at_ms"], texts[one["sha"]], wall_ms=one["due_wall_ms"])
            for one in self.of("start")
            if one["sha"] in texts and self._came_out(one, stops.get((one["page"], one["id"])))
        ]
        return sorted(heard, key=lambda one: one.at_ms)

    def spoken(self) -> list[Said]:
        """Give what was handed to a voice of the device, in order."""
        return [Said(one["at_ms"], one["text"]) for one in self.of("speak")]

    def _came_out(self, start: dict[str, Any], stopped_wall_ms: float | None) -> bool:
        now_wall_ms = time.time() * 1000  # noqa: TID251 - the same clock as the page's
        ends = [now_wall_ms, *(end for end in self.reloads_wall_ms if end > start["wall_ms"])]
        if stopped_wall_ms is not None:
            ends.append(stopped_wall_ms)
        return all(end > start["due_wall_ms"] for end in ends)

    def planned(self) -> list[Said]:
        """Give each sentence at each time that any timeline ever had for it."""
        cues = [cue for record in self.of("timeline") for cue in _spoken(record["timeline"]["cues"])]
        return [Said(cue["at_ms"], cue["text"]) for cue in cues]

    def due(self) -> tuple[list[Said], list[Said]]:
        """Give each cue that a timeline held when its time came, in order: those sure to be said, and the others.

        Not sure are those whose sound came too late for a rehearsal's pace, those in whose moment the timeline changed,
        and those due while a reloaded page waits to be touched or has only just woken.
        """
        told = [record for record in self.of("timeline") if record["at_ms"] is not None]
        held = [{_key(cue) for cue in _spoken(record["timeline"]["cues"])} for record in told]
        moment_ms = MOMENT_MS * self.speed
        found: dict[tuple[str, int], tuple[Said, bool]] = {}
        for index, record in enumerate(told):
            for cue in _spoken(record["timeline"]["cues"]):
                later = (told[at]["at_ms"] for at in range(index + 1, len(told)) if _key(cue) not in held[at])
                until_ms = next(later, float("inf"))
                if record["at_ms"] - LATE_MS < cue["at_ms"] < until_ms + moment_ms:
                    answer = cue["at_ms"] <= record["at_ms"]  # it was due before it could be known
                    grace_ms = ANSWER_MS * self.speed if answer else 0
                    one = Said(max(cue["at_ms"], record["at_ms"]), cue["text"], grace_ms)
                    sure = one.at_ms < until_ms - moment_ms and self._could_be_said(cue, one, record)
                    if not answer or _key(cue) not in found:  # one that was moved is due again
                        found[_key(cue)] = one, sure
        in_order = sorted(found.values(), key=lambda one: one[0].at_ms)
        times = [one.at_ms for one, _ in in_order]
        sure_ones: list[Said] = []
        others: list[Said] = []
        for (one, sure), next_ms in zip(in_order, [*times[1:], float("inf")], strict=True):
            broken_off = next_ms - one.at_ms < one.grace_ms  # a late answer gives way to what comes next
            (sure_ones if sure and not broken_off else others).append(one)
        return sure_ones, others

    def _could_be_said(self, cue: dict[str, Any], one: Said, told: dict[str, Any]) -> bool:
        due_wall_ms = told["wall_ms"] + (one.at_ms - told["at_ms"]) / self.speed
        if any(told["wall_ms"] < reload < due_wall_ms for reload in self.reloads_wall_ms):
            return False
        here = [
            clip["wall_ms"] for clip in self.of("clip") if (clip["sha"], clip["page"]) == (cue["clip"], told["page"])
        ]
        awake = [record["wall_ms"] for record in self.of("sound") if record["awake"] and record["page"] == told["page"]]
        by_device = bool(self.of("speak"))  # which needs neither clip nor audio clock
        return by_device or all(times and min(times) + ANSWER_MS < due_wall_ms for times in (here, awake))


@dataclass(frozen=True)
class Held:
    """What was due held against what was said: each counts once."""

    kept: list[tuple[Said, Said]]
    """What was due, in its order, with what was said of it near its time."""
    missing: list[Said]
    beyond: list[Said]
    """What was said beyond what was due."""


def hold_against(due: list[Said], said: list[Said], within_ms: float) -> Held:
    """Hold what was due against what was said."""
    held = Held([], [], list(said))
    for want in due:
        near = [got for got in held.beyond if got.text == want.text and _is_near(got, want, within_ms + want.grace_ms)]
        if near:
            held.beyond.remove(near[0])
            held.kept.append((want, near[0]))
        else:
            held.missing.append(want)
    return held


def _is_near(one: Said, other: Said, within_ms: float) -> bool:
    return abs(one.at_ms - other.at_ms) <= within_ms


def _key(cue: dict[str, Any]) -> tuple[str, int]:
    return cue["id"], cue["at_ms"]


def _spoken(cues: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [cue for cue in cues if cue["kind"] != "show" and cue["clip"]]
