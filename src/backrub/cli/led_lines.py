"""Being led line by line: as JSON for programs, or as text for a pipe."""

from __future__ import annotations

import json

import typer

from backrub.errors import CommandRefused
from backrub.session import CommandKind, Cue, Event, View, to_record
from backrub.units import MS_PER_S, clock_text
from backrub.wire.mapping import JsonObject, write
from backrub.words import Words

__all__ = ["JsonLines", "TextLines"]

WRITTEN_ELSEWHERE = frozenset({"plan", "setting", "kind", "at_ms"})


class _Silent:
    """An audience that presses no keys."""

    def look(self, view: View, upcoming: Cue | None) -> None:
        """Need no picture."""

    def refused(self, refusal: CommandRefused) -> None:
        """Never happens: nothing was asked."""

    def wants(self) -> tuple[CommandKind, int | None] | None:
        """Want nothing."""
        return None


class JsonLines(_Silent):
    """Prints one object per cue or event."""

    def __init__(self) -> None:
        self._words = Words("en")

    def hear(self, cue: Cue) -> None:
        """Print a cue."""
        line: JsonObject = {"at_ms": cue.at_ms, "kind": "cue", cue.kind: self._words.text(cue.what)}
        line |= {"id": cue.id, "to": cue.to, "step": cue.step}
        if cue.target is not None:
            line["target"] = write(type(cue.target), cue.target)
        self._print(line)

    def learn(self, event: Event) -> None:
        """Print an event."""
        record = to_record(event)
        more = {key: value for key, value in record.items() if key not in WRITTEN_ELSEWHERE}
        self._print({"at_ms": event.at_ms, "kind": "event", "event": record["kind"]} | more)

    def _print(self, line: JsonObject) -> None:
        typer.echo(json.dumps(line, ensure_ascii=False, separators=(",", ":")))


class TextLines(_Silent):
    """Prints the time and what is said."""

    def __init__(self) -> None:
        self._words = Words("en")

    def hear(self, cue: Cue) -> None:
        """Print a cue."""
        typer.echo(f"{clock_text(cue.at_ms / MS_PER_S):>6}  {self._words.text(cue.what)}")

    def learn(self, event: Event) -> None:
        """Events say nothing to people."""
