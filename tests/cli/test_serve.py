"""`backrub serve`: one server for each data folder, killed and started again without a loss, ended without a wait."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests import patient
from tests.cli.running import ROOT, run_process
from tests.web.talking import WISHES, Page, open_session

ADDRESS = re.compile(r"backrub is at (http://\S+?)/")
PLANTED = "a-wholly-private-word"
MEASURED = "COVERAGE_PROCESS_CONFIG"
"""What has a process count its lines, which makes it slow to start."""


@dataclass
class Served:
    """A running `backrub serve`."""

    process: subprocess.Popen[str]
    address: str
    said: list[str] = field(default_factory=list)

    @property
    def port(self) -> str:
        """The port it listens on."""
        return self.address.rpartition(":")[2]


@contextmanager
def served(data: Path, *arguments: str) -> Iterator[Served]:
    """Start `backrub serve` in a process of its own, and kill it at the end if it still runs."""
    process = subprocess.Popen(
        [sys.executable, "-m", "backrub", "serve", "--no-browser", "--data", str(data), *arguments],
        stderr=subprocess.PIPE,
        text=True,
        env={name: value for name, value in os.environ.items() if name != MEASURED} | {"PYTHONPATH": str(ROOT / "src")},
    )
    assert process.stderr is not None
    said: list[str] = []
    for line in process.stderr:
        said.append(line)
        if found := ADDRESS.search(line):
            break
    else:
        process.wait()
        raise AssertionError("".join(said))
    served = Served(process, found[1], said)
    listening = threading.Thread(target=lambda: said.extend(process.stderr or ()))
    listening.start()
    try:
        yield served
    finally:
        process.kill()
        process.wait()
        listening.join()
        process.stderr.close()


def test_a_killed_server_goes_on_where_it_was(tmp_path: Path) -> None:
    """Killed in mid-session and started again, it knows the token, the time, the plan, and every answer it gave."""
    with served(tmp_path, "--port", "0", "--speed", "30") as before:
        opened = open_session(before.address)
        page = Page(before.address, opened)
        page.ask("start")
        page.ask("ready")
        page.hear("view", lambda view: view["step"] is not None and view["step"] > 1)
        answer = page.ask("softer", command="mine", by="receiver")
        page.hear("timeline", lambda timeline: any(cue["id"].endswith("-softer") for cue in timeline["cues"]))
        clips = {cue["id"]: cue["clip"] for cue in page.last["timeline"]["cues"]}
        at_ms = page.time()
        before.process.send_signal(signal.SIGKILL)
        before.process.wait()
        page.close()
    with served(tmp_path, "--port", before.port, "--speed", "30") as after:
        again = Page(after.address, opened, played_at_ms=at_ms)
        assert "running" == again.last["view"]["status"]
        still = {cue["id"]: cue["clip"] for cue in again.last["timeline"]["cues"] if cue["id"] in clips}
        assert still
        assert {name: clips[name] for name in still} == still
        assert again.last["view"]["version"] >= answer["seq"]
        assert again.time() >= at_ms
        assert answer == again.ask("softer", command="mine", by="receiver")
        step = again.last["view"]["step"]
        again.hear("view", lambda view: view["step"] > step)
        again.close()


def test_no_leaves_no_byte(tmp_path: Path) -> None:
    """After the answer no, nothing of the session is in any file of the data folder, while the server still runs."""
    with served(tmp_path, "--port", "0") as server:
        opened = open_session(server.address)
        page = Page(server.address, opened)
        page.ask("start", command=PLANTED)
        assert files_with(PLANTED, tmp_path)
        headers = {"authorization": f"Bearer {opened['token']}"}
        patient.post(f"{server.address}/api/sessions/{opened['session']}/keep", json={"keep": False}, headers=headers)
        assert [] == files_with(PLANTED, tmp_path)
        assert [] == files_with(opened["session"], tmp_path)
        page.close()


def test_health_answers_and_tokens_reach_neither_disk_nor_log(tmp_path: Path) -> None:
    """What is answered about health, and what opens a session, is in no file and in nothing the server says."""
    with served(tmp_path, "--port", "0") as server:
        wishes = WISHES | {"health": {"answered": "something", "conditions": ["skin-trouble"]}}
        opened = open_session(server.address, wishes)
        page = Page(server.address, opened)
        page.ask("start")
        for word in ("skin-trouble", opened["token"]):
            assert [] == files_with(word, tmp_path)
            assert word not in "".join(server.said)
        page.close()


def test_a_second_start_leads_to_the_first(tmp_path: Path) -> None:
    """On the same data folder a second start says where the first one is, and ends well."""
    with served(tmp_path, "--port", "0") as first:
        second = run_process("serve", "--no-browser", "--data", str(tmp_path))
    assert (0, "") == (second.code, second.out)
    assert f"already runs at {first.address}/" in second.err


def test_two_data_folders_have_two_servers(tmp_path: Path) -> None:
    """Without a port named, the next free one is taken."""
    with served(tmp_path / "one") as one, served(tmp_path / "two") as two:
        assert one.port != two.port
        assert 200 == patient.get(f"{two.address}/api/start").status_code


@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_with_open_lines(tmp_path: Path, ended_by: signal.Signals) -> None:
    """Ctrl-C ends it at once even while a page is connected, without a traceback, and frees the folder."""
    with served(tmp_path, "--port", "0") as server:
        page = Page(server.address, open_session(server.address))
        page.ask("start")
        server.process.send_signal(ended_by)
        code = server.process.wait(patient.WAIT_S)
        page.close()
    assert code in {0, -ended_by}
    assert "Traceback" not in "".join(server.said)
    with served(tmp_path, "--port", "0") as again:
        assert 200 == patient.get(f"{again.address}/api/start").status_code


def test_a_rehearsal_and_an_open_door_are_said_plainly(tmp_path: Path) -> None:
    """Whoever rehearses, or lets the network in, is told what that means."""
    with served(tmp_path, "--port", "0", "--speed", "5", "--host", "0.0.0.0") as server:
        said = "".join(server.said)
    assert "5 times as fast" in said
    assert "network" in said


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    """A port that was asked for and is taken is a sentence, not a traceback."""
    with served(tmp_path / "one", "--port", "0") as server:
        refused = run_process("serve", "--no-browser", "--data", str(tmp_path / "two"), "--port", server.port)
    assert 2 == refused.code
    assert server.port in refused.err


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A data folder that is a file is a sentence with its path."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    refused = run_process("serve", "--no-browser", "--data", str(blocked))
    assert 1 == refused.code
    assert str(blocked) in refused.err


def files_with(word: str, folder: Path) -> list[str]:
    """Give every file of a folder that holds a word."""
    return [path.name for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]
