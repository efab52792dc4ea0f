"""What a page was told and what it said, as the ears in the page report it, beside what it should have said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SCRIPT = (Path(__file__).parent / "ears.js").read_text(encoding="utf-8")

LATE_MS = 3000
"""A cue this late is shown and not said [ms of the session]."""

MOMENT_MS = 250
"""So near a change of the timeline nobody can tell which one counted [real ms]."""


@dataclass(frozen=True)
class Said:
    """One sentence given to the voice: when, in session time, and what."""

    at_ms: float
    text: str


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

    def time_of(self, kind: str) -> float:
        """Give the session's time at the first event of a kind."""
        return float(next(one["event"]["at_ms"] for one in self.of("event") if one["event"]["kind"] == kind))

    def said(self) -> list[Said]:
        """Give what came out of the voice: sound that was taken off before its time never did."""
        texts = self.texts()
        stops = {(one["page"], one["id"]): one["stop_wall_ms"] for one in self.of("stop")}
        heard = [
            Said(one["at_ms"], texts[one["sha"]])
            for one in self.of("start")
            if one["sha"] in texts and self._came_out(one, stops.get((one["page"], one["id"])))
        ]
        return sorted(heard, key=lambda one: one.at_ms)

    def spoken(self) -> list[Said]:
        """Give what was handed to a voice of the device, in order."""
        return [Said(one["at_ms"], one["text"]) for one in self.of("speak")]

    def _came_out(self, start: dict[str, Any], stopped_wall_ms: float | None) -> bool:
        ends = [end for end in self.reloads_wall_ms if end > start["wall_ms"]]
        if stopped_wall_ms is not None:
            ends.append(stopped_wall_ms)
        return all(end > start["due_wall_ms"] for end in ends)

    def due(self) -> tuple[list[Said], list[Said]]:
        """Give each cue that a timeline held when its time came, in order: those sure to be said, and the others.

        Not sure are those whose sound came too late for a rehearsal's pace, those in whose moment the timeline changed,
        and those due while a reloaded page waits to be touched.
        """
        told = [record for record in self.of("timeline") if record["at_ms"] is not None]
        moment_ms = MOMENT_MS * self.speed
        found: dict[str, tuple[Said, bool]] = {}
        for record, after in zip(told, [*told[1:], None], strict=True):
            until_ms = after["at_ms"] if after else float("inf")
            for cue in _spoken(record["timeline"]["cues"]):
                if record["at_ms"] - LATE_MS < cue["at_ms"] < until_ms + moment_ms:
                    one = Said(max(cue["at_ms"], record["at_ms"]), cue["text"])
                    sure = one.at_ms < until_ms - moment_ms and self._could_be_said(cue, one, record)
                    found.setdefault(cue["id"], (one, sure))
        in_order = sorted(found.values(), key=lambda one: one[0].at_ms)
        return [one for one, sure in in_order if sure], [one for one, sure in in_order if not sure]

    def _could_be_said(self, cue: dict[str, Any], one: Said, told: dict[str, Any]) -> bool:
        due_wall_ms = told["wall_ms"] + (one.at_ms - told["at_ms"]) / self.speed
        here = [
            clip["wall_ms"] for clip in self.of("clip") if (clip["sha"], clip["page"]) == (cue["clip"], told["page"])
        ]
        awake = [record["wall_ms"] for record in self.of("sound") if record["awake"] and record["page"] == told["page"]]
        by_device = bool(self.of("speak"))  # which needs neither clip nor audio clock
        return by_device or all(times and min(times) < due_wall_ms for times in (here, awake))


def _spoken(cues: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [cue for cue in cues if cue["kind"] != "show" and cue["clip"]]
