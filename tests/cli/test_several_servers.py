"""Several `backrub serve` on one database: any serves any session, and when one is killed another leads on."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import psycopg
import pytest
from websockets.exceptions import ConnectionClosed

from backrub.web.live import LATER
from tests import patient
from tests.adapters.test_postgres_store import tables_with
from tests.cli.running import ROOT, run_process
from tests.cli.test_serve import Served, served
from tests.conftest import make_database
from tests.web.talking import Page, open_session

if TYPE_CHECKING:
    from postgres import Cluster

PLANTED = "a-wholly-private-word"
NAME = "rubs.example"
SLACK_MS = 2_000
"""How far the clocks of two servers may be apart here, in a session that goes ten times as fast on a busy machine."""


@dataclass(frozen=True)
class Site:
    """Two servers on one database, and how to start more.

    Attributes:
        database: Its address, with what opens it.
        one: A server.
        two: Another.
        more: Starts a third; it is killed in the end.
    """

    database: str
    one: Served
    two: Served
    more: Callable[[], Served]


@pytest.fixture(scope="module")
def site(cluster: Cluster, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give two servers, whose sessions go ten times as fast."""
    database = make_database(cluster, f"TEMPLATE {template}")
    data = tmp_path_factory.mktemp("data")
    with ExitStack() as inside:
        inside.enter_context(mock.patch.dict(os.environ, {"BACKRUB_STORE": database}))

        def start() -> Served:
            return inside.enter_context(served(data, "--port", "0", "--speed", "10", "--name", NAME))

        yield Site(database, start(), start(), start)


def kill(server: Served, how: signal.Signals = signal.SIGKILL) -> None:
    """End a server."""
    server.process.send_signal(how)
    server.process.wait(patient.WAIT_S)


def come_back(
    address: str, opened: dict[str, str], kind: str, name: str | None = None, **more: object
) -> tuple[Page, dict[str, Any]]:
    """Connect as often as it takes until a command is answered, as pages do; give page and answer."""
    while True:
        try:
            page = Page(address, opened, name="again")
            return page, page.ask(kind, command=name, **more)
        except ConnectionClosed:
            continue


def end_of(page: Page) -> str:
    """Wait until a page's line is ended; give what was said last of the session's status."""
    try:
        while True:
            page.hear("view")
    except ConnectionClosed:
        return str(page.last["view"]["status"])


def entries(database: str, session: str) -> list[dict[str, Any]]:
    """Give a session's log as it is in the database."""
    with psycopg.connect(database) as connection:
        rows = connection.execute("SELECT seq, record FROM events WHERE session = %s ORDER BY seq", (session,))
        log = rows.fetchall()
    assert list(range(1, len(log) + 1)) == [seq for seq, _ in log]
    return [json.loads(record) for _, record in log]


def owner_of(database: str, session: str) -> tuple[str, int]:
    """Give who leads a session, and how often it has changed hands."""
    with psycopg.connect(database) as connection:
        found = connection.execute("SELECT server, generation FROM leases WHERE session = %s", (session,)).fetchone()
    assert found is not None
    return found[0], found[1]


def test_any_server_serves_any_session(site: Site) -> None:
    """Opened at one, led from a page at the other: commands, events, plan and time are the same."""
    opened = open_session(site.one.address)
    here, there = Page(site.one.address, opened, name="here"), Page(site.two.address, opened, name="there")
    assert here.last["timeline"] == there.last["timeline"]
    there.ask("start")
    answer = there.ask("ready", command="mine")
    assert "mine" == answer["ack"]
    assert answer == here.ask("ready", command="mine")
    before_ms, between_ms, after_ms = here.time(), there.time(), here.time()
    assert before_ms - SLACK_MS <= between_ms <= after_ms + SLACK_MS
    here.ask("stop", by="receiver")
    if there.last["view"]["status"] != "stopped":
        there.hear("view", lambda view: view["status"] == "stopped")
    assert "stopped" == entries(site.database, opened["session"])[-1]["kind"]
    here.close()
    there.close()


def test_behind_a_proxy_it_goes_by_the_names_it_was_given(site: Site) -> None:
    """The name of `--name` is answered to, whatever the port; any other is refused."""
    address = f"{site.one.address}/api/start"
    answers = [
        patient.get(address, headers={"host": host}).status_code for host in (NAME, f"{NAME}:443", "other.example")
    ]
    assert [200, 200, 421] == answers


def test_when_the_owner_is_killed_another_leads_on(site: Site) -> None:
    """Pages come back to a server that lives; it knows time, plan and every answer, and leads to the next step."""
    third = site.more()
    opened = open_session(third.address)
    giver, receiver = Page(site.two.address, opened, name="giver"), Page(third.address, opened, name="receiver")
    giver.ask("start")
    giver.ask("ready")
    answer = receiver.ask("softer", command="mine", by="receiver")
    owner, generation = owner_of(site.database, opened["session"])
    before = entries(site.database, opened["session"])
    at_ms = giver.time()
    kill(third)
    receiver.close()

    again, told = come_back(site.two.address, opened, "just-right", by="receiver")
    assert "ack" in told
    assert answer == again.ask("softer", command="mine", by="receiver")
    assert again.time() >= at_ms
    assert "running" == again.last["view"]["status"]
    step = again.last["view"]["step"]
    again.hear("view", lambda view: view["step"] > step)
    assert "ack" in again.ask("stop", by="receiver")
    log = entries(site.database, opened["session"])
    assert before == log[: len(before)]
    assert "stopped" in [one["kind"] for one in log[len(before) :]]
    led_by, count = owner_of(site.database, opened["session"])
    assert led_by != owner
    assert count > generation
    again.close()
    giver.close()


def test_an_owner_that_stood_still_finds_itself_deposed(site: Site) -> None:
    """Stopped longer than its term and going on, it writes nothing more of what another leads by now."""
    opened = open_session(site.one.address)
    page = Page(site.one.address, opened)
    page.ask("start")
    site.one.process.send_signal(signal.SIGSTOP)
    there, _ = come_back(site.two.address, opened, "ready")
    owner, _ = owner_of(site.database, opened["session"])
    site.one.process.send_signal(signal.SIGCONT)
    again, told = come_back(site.one.address, opened, "softer", "late", by="receiver")
    assert "ack" in told
    assert owner == owner_of(site.database, opened["session"])[0]
    assert told == there.ask("softer", command="late", by="receiver")
    entries(site.database, opened["session"])
    for one in (page, there, again):
        one.close()


def test_a_server_that_is_asked_to_end_hands_its_sessions_over(site: Site) -> None:
    """It is gone from the list of servers, says nothing of it, and another leads."""
    third = site.more()
    opened = open_session(third.address)
    page = Page(third.address, opened)
    page.ask("start")
    owner, _ = owner_of(site.database, opened["session"])
    kill(third, signal.SIGTERM)
    assert "Traceback" not in "".join(third.said)
    with psycopg.connect(site.database) as connection:
        assert (0,) == connection.execute("SELECT count(*) FROM servers WHERE name = %s", (owner,)).fetchone()
    again, told = come_back(site.two.address, opened, "ready")
    assert "ack" in told
    page.close()
    again.close()


def test_no_at_any_server_leaves_no_row(site: Site) -> None:
    """The answer no, given where the session is not led, leaves nothing of it in any table, and nobody inside."""
    opened = open_session(site.one.address)
    page = Page(site.one.address, opened)
    page.ask("start", command=PLANTED)
    assert {"answers"} == tables_with(PLANTED, site.database)
    headers = {"authorization": f"Bearer {opened['token']}"}
    address = f"{site.two.address}/api/sessions/{opened['session']}/keep"
    assert 204 == patient.post(address, json={"keep": False}, headers=headers).status_code
    assert set() == tables_with(PLANTED, site.database)
    assert set() == tables_with(opened["session"], site.database)
    assert "preparing" == end_of(page)
    assert set() == tables_with(opened["session"], site.database)
    page.close()


def test_tokens_and_passwords_are_in_no_row_and_nothing_that_is_said(site: Site, cluster: Cluster) -> None:
    """What opens a session or the database is neither stored nor logged, nor shown to who lists processes."""
    opened = open_session(site.one.address)
    page = Page(site.two.address, opened)
    page.ask("start")
    for word in (opened["token"], cluster.password):
        assert set() == tables_with(word, site.database)
        assert word not in "".join(site.one.said + site.two.said)
        assert word.encode() not in Path(f"/proc/{site.one.process.pid}/cmdline").read_bytes()
    page.close()


def test_a_database_that_is_gone_for_a_while_ends_no_evening(site: Site, cluster: Cluster) -> None:
    """Meanwhile nothing is acknowledged and pages lead themselves; when it is back the session is, without a gap."""
    opened = open_session(site.one.address)
    page = Page(site.one.address, opened)
    page.ask("start")
    answer = page.ask("ready", command="mine")
    cluster.stop("immediate")
    try:
        assert "running" == end_of(page)
        with pytest.raises(ConnectionClosed) as refused:
            Page(site.one.address, opened)
    finally:
        cluster.start()
    assert refused.value.rcvd is not None
    assert LATER == refused.value.rcvd.code
    again, told = come_back(site.one.address, opened, "just-right", by="receiver")
    assert "ack" in told
    assert answer == again.ask("ready", command="mine")
    assert "running" == again.last["view"]["status"]
    assert "ack" in again.ask("stop", by="receiver")
    entries(site.database, opened["session"])
    said = "".join(site.one.said + site.two.said)
    assert "Traceback" not in said
    assert cluster.password not in said
    again.close()


def test_what_is_kept_is_exported_and_erased_from_the_database(site: Site, tmp_path: Path) -> None:
    """`backrub data` works on the shared database while servers run, and erasing ends what is led."""
    opened = open_session(site.one.address)
    page = Page(site.one.address, opened)
    out = tmp_path / "kept.zip"
    exported = run_process("data", "--export", "-o", str(out), "--data", str(tmp_path))
    assert (0, True) == (exported.code, opened["session"].encode() in out.read_bytes())
    erased = run_process("data", "--erase", "--data", str(tmp_path))
    assert 0 == erased.code
    assert "Erased: sessions" in erased.err
    assert set() == tables_with(opened["session"], site.database)
    assert "planned" == end_of(page)
    page.close()


@pytest.mark.parametrize(
    ("address", "code", "said"),
    [
        (f"mysql://me:{PLANTED}@localhost/rubs", 2, "only PostgreSQL"),
        (f"postgresql://me:{PLANTED}@127.0.0.1:9/rubs", 1, "refused"),
    ],
)
def test_a_database_that_cannot_be_used_is_a_sentence(tmp_path: Path, address: str, code: int, said: str) -> None:
    """No traceback, no password, and what to do."""
    refused = run_process("serve", "--no-browser", "--port", "0", "--data", str(tmp_path), "--store", address)
    assert code == refused.code
    assert said in refused.err
    assert PLANTED not in refused.err + refused.out


def test_a_machine_without_the_library_is_told_which(tmp_path: Path) -> None:
    """Without psycopg a sentence names what to install."""
    program = (
        "import sys; sys.modules['psycopg'] = None; sys.argv = ['backrub', *sys.argv[1:]];"
        "from backrub.cli import main; main()"
    )
    options = ["serve", "--no-browser", "--port", "0", "--data", str(tmp_path), "--store", "postgresql://localhost/x"]
    done = subprocess.run(
        [sys.executable, "-c", program, *options],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "COLUMNS": "200"},
    )
    assert 2 == done.returncode
    assert re.search(r"psycopg.*Install it with", done.stderr, re.DOTALL)
    assert "Traceback" not in done.stderr


def test_the_library_is_loaded_only_when_asked_for(tmp_path: Path) -> None:
    """Whoever serves from a folder pays nothing for PostgreSQL."""
    program = "import sys; import backrub.wiring, backrub.web.application; print('psycopg' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )
    assert "False" == done.stdout.strip()
