"""Logs of released versions replay for ever."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from golden import FOLDER, log_of_the_story, outcome

from backrub.session import EVENTS, Engine, from_record, to_record

LOGS = sorted(FOLDER.glob("*.jsonl"))


def records(path: Path) -> list[dict[str, Any]]:
    """Read a log."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_a_kept_log_leads_where_it_led(path: Path) -> None:
    """Replayed by this program, the log of an older one ends in the same session."""
    *events, last = records(path)

    engine = Engine.replay(from_record(event) for event in events)

    assert last["outcome"] == json.loads(json.dumps(outcome(engine.state)))
    assert engine.view().version == last["outcome"]["seq"]
    assert engine.timeline().version == last["outcome"]["timeline_version"]


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_a_kept_log_is_written_as_it_was_read(path: Path) -> None:
    """An event whose version has not changed is written back byte for byte."""
    now = {event.kind: event.v for event in EVENTS}

    for line in path.read_text(encoding="utf-8").splitlines()[:-1]:
        record = json.loads(line)
        if record["v"] == now[record["kind"]]:
            assert line == json.dumps(to_record(from_record(record)), separators=(",", ":"))


def test_there_is_a_kept_log() -> None:
    """The first version's log is there."""
    assert "v1" in {path.stem for path in LOGS}


def test_every_kind_of_event_is_in_the_story() -> None:
    """Whoever adds a kind of event adds it to the story, so that the next log has it."""
    assert {event.kind for event in EVENTS} == {record["kind"] for record in log_of_the_story()[:-1]}
