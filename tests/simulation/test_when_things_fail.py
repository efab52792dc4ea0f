"""The table of what happens when things fail: each row is shown by tests that are there, and a few are shown here."""

from __future__ import annotations

import ast
import asyncio
import re
from collections.abc import Coroutine
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from backrub.compose import solver
from backrub.session import PlanAdopted
from backrub.units import MS_PER_S
from tests.app.rooms import House, settled

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "reference" / "when-things-fail.md"
ROW = re.compile(r"^\| (?!what happens)(?!-)(.+?) \|(.*)\|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[^`:]+)::([^`]+)`")
NODE_TEST = re.compile(r'^test\("([^"]+)"', re.MULTILINE)
COLUMNS = 5
EVENTS = (
    *("hidden", "dark", "phone call", "reloaded", "flat battery", "Wi-Fi", "killed", "any write", "laptop is closed"),
    *("clock is set", "disk is full", "node limit", "no voice", "power"),
)


def rows() -> list[tuple[str, ...]]:
    """Give the cells of each row of the table."""
    text = TABLE.read_text(encoding="utf-8")
    return [tuple(cell.strip() for cell in found.group(0)[1:-1].split("|")) for found in ROW.finditer(text)]


@cache
def names_in(path: Path) -> frozenset[str]:
    """Give the names of the tests in a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".js":
        return frozenset(NODE_TEST.findall(text))
    return frozenset(node.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef))


def missing_from(cell: str) -> list[str]:
    """Give what is wrong with the last cell of a row: no test at all, or tests that are not there."""
    named = NAMED.findall(cell)
    if not named:
        return ["no test is named"]
    return [
        f"{path}::{name}" for path, name in named if not (ROOT / path).is_file() or name not in names_in(ROOT / path)
    ]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0][:40])
def test_each_row_is_shown_by_tests_that_are_there(row: tuple[str, ...]) -> None:
    """Every row says what both see, what is kept, and names at least one test; each test it names exists."""
    assert COLUMNS == len(row)
    assert all(row)
    assert [] == missing_from(row[-1])


def test_a_row_without_a_test_would_be_noticed() -> None:
    """A row that names none, or one that does not exist, is a failure."""
    assert ["no test is named"] == missing_from("nothing")
    assert ["tests/app/test_sessions.py::test_that_is_not_there"] == missing_from(
        "`tests/app/test_sessions.py::test_that_is_not_there`"
    )


@pytest.mark.parametrize("event", EVENTS)
def test_the_table_speaks_of_each_event(event: str) -> None:
    """What commonly goes wrong has its row."""
    assert any(event in row[0] for row in rows())


def lead(story: Coroutine[Any, Any, None]) -> None:
    """Run a story of one session to its end."""
    asyncio.run(asyncio.wait_for(story, 60))


def test_with_nobody_listening_a_session_goes_on_to_its_end() -> None:
    """When the giver's device dies the coach leads on, and the whole log is on disk, its end noted."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        changes = conductor.listen()
        await house.let_pass(conductor, 100)
        conductor.unlisten(changes)
        await house.let_pass(conductor, 501)
        assert "finished" == conductor.status
        record = house.store.find(conductor.record.id)
        assert record is not None
        assert record.ended_utc_ms is not None
        assert "finished" == house.store.log(record.id)[-1].record["kind"]

    lead(story())


@pytest.mark.parametrize(
    ("by_s", "status"), [(-3_600, "running"), (-2, "running"), (50, "running"), (3_600, "paused"), (90, "paused")]
)
def test_a_clock_set_in_mid_session_never_takes_time_back(by_s: int, status: str) -> None:
    """Set back, or a little on, it goes on as if nothing had happened; further on, hands rest where they are."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        await house.let_pass(conductor, 40)
        at_ms, played_ms = conductor.now_ms(), conductor.view().played_ms
        house.clock.utc += by_s * MS_PER_S
        await house.let_pass(conductor, 5)
        assert status == conductor.status
        assert conductor.now_ms() >= at_ms + 5_000
        assert (5_000 if status == "running" else 0) == conductor.view().played_ms - played_ms
        log = house.store.log(conductor.record.id)
        assert sorted(entry.at_ms for entry in log) == [entry.at_ms for entry in log]

    lead(story())


def test_at_the_node_limit_the_old_plan_and_its_finish_stay() -> None:
    """A search that ends before it has found anything costs nobody a second: what was planned is led to its end."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        await house.let_pass(conductor, 70)
        before = [placed.uid for placed in conductor.view().steps]
        with patch.dict(solver._OPTIONS, {"mip_max_nodes": 0}):
            assert (await house.say(conductor, "more-minutes", value=5)).seq is not None
            await asyncio.gather(*conductor._replanning)
            await settled()
        kinds = [entry.record["kind"] for entry in house.store.log(conductor.record.id)]
        assert "replan-wanted" in kinds
        assert PlanAdopted.kind not in kinds
        assert before == [placed.uid for placed in conductor.view().steps]
        assert "finish" == conductor.view().steps[-1].step.phase

    lead(story())


def test_a_pause_waits_as_long_as_it_takes() -> None:
    """Hours later hands are still at rest where they were, and it goes on from there."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        await house.let_pass(conductor, 70)
        await house.say(conductor, "pause")
        played_ms = conductor.view().played_ms
        house.clock.pass_ms(5 * 3_600 * MS_PER_S)
        await conductor.tick()
        assert ("paused", played_ms) == (conductor.status, conductor.view().played_ms)
        assert (await house.say(conductor, "resume")).seq is not None
        assert ("running", played_ms) == (conductor.status, conductor.view().played_ms)

    lead(story())
