"""`backrub lsp` speaks the Language Server Protocol over standard input and output."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from backrub.adapters.library import FileLibrary
from tests import patient
from tests.cli.running import ROOT, run

URI = "file:///tonight.rub"
SPINE = "work\n  3 min  petrissage, along the spine, palms, pressure 3\n"
FINE = FileLibrary().text("wake-up")


class Editor:
    """An editor that speaks the protocol with a server started as an editor starts it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._to, self._from = process.stdin, process.stdout
        self._asked = 0

    def send(self, method: str, params: object, **more: object) -> None:
        """Send a notification, or with an id a request."""
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._to.flush()

    def hear(self) -> dict[str, Any]:
        """Give the next message."""
        length = 0
        while line := self._from.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(self._from.read(length))
        return message

    def ask(self, method: str, params: object) -> Any:  # noqa: ANN401 - whatever the protocol says
        """Send a request and give its result."""
        self._asked += 1
        self.send(method, params, id=self._asked)
        while True:
            message = self.hear()
            if message.get("id") == self._asked:
                assert "error" not in message, message
                return message["result"]

    def findings(self) -> list[dict[str, Any]]:
        """Give the findings published next."""
        while True:
            message = self.hear()
            if message.get("method") == "textDocument/publishDiagnostics":
                found: list[dict[str, Any]] = message["params"]["diagnostics"]
                return found

    def open(self, text: str) -> list[dict[str, Any]]:
        """Open a text and give what is found in it."""
        document = {"uri": URI, "languageId": "rub", "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": document})
        return self.findings()


@contextmanager
def editor(*arguments: str) -> Iterator[Editor]:
    """Start the server, greet it, and end it as the protocol has it."""
    command = [sys.executable, "-m", "backrub", "lsp", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        speaking = Editor(process)
        answered = speaking.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        assert {"hoverProvider", "completionProvider", "documentFormattingProvider", "codeActionProvider"} <= set(
            answered["capabilities"]
        )
        speaking.send("initialized", {})
        yield speaking
        speaking.ask("shutdown", None)
        speaking.send("exit", None)
        assert 0 == process.wait(patient.WAIT_S)


def at(line: int, character: int) -> dict[str, object]:
    """Give the parameters of a question about a place, from 0."""
    return {"textDocument": {"uri": URI}, "position": {"line": line, "character": character}}


def test_an_editor_gets_findings_pages_completion_layout_and_fixes() -> None:
    """One conversation: a text with a fault is opened, looked at, mended, laid out and closed."""
    with editor() as speaking:
        spine = next(one for one in speaking.open(SPINE) if one["code"] == "RUB101")
        assert (1, "backrub", SPINE.split("\n")[1].index("along")) == (
            spine["severity"],
            spine["source"],
            spine["range"]["start"]["character"],
        )
        hover = speaking.ask("textDocument/hover", at(1, 12))
        assert "**petrissage**" in hover["contents"]["value"]
        assert speaking.ask("textDocument/hover", at(0, 0)) is None
        where = {"textDocument": {"uri": URI}, "range": spine["range"], "context": {"diagnostics": [spine]}}
        actions = speaking.ask("textDocument/codeAction", where)
        mend = next(one for one in actions if "RUB101" in one["title"])
        assert "along the spine" not in mend["edit"]["changes"][URI][0]["newText"]
        changed = {"textDocument": {"uri": URI, "version": 2}, "contentChanges": [{"text": FINE}]}
        speaking.send("textDocument/didChange", changed)
        assert [] == [one for one in speaking.findings() if one["severity"] < 4]
        assert [] == speaking.ask(
            "textDocument/formatting", at(0, 0) | {"options": {"tabSize": 2, "insertSpaces": True}}
        )
        speaking.send("textDocument/didClose", {"textDocument": {"uri": URI}})
        assert [] == speaking.findings()


def test_places_are_counted_as_the_editor_counts() -> None:
    """A character of two units before a word moves what is offered and what is replaced by two."""
    text = "work\n  3 min  kneading, 🫶 shou\n"
    with editor() as speaking:
        found = speaking.open(text)
        assert (19, 26) == (found[0]["range"]["start"]["character"], found[0]["range"]["end"]["character"])
        items = speaking.ask("textDocument/completion", at(1, 26))["items"]
        edit = next(one["textEdit"] for one in items if one["label"] == "shoulders")
        assert (22, 26) == (edit["range"]["start"]["character"], edit["range"]["end"]["character"])
        laid_out = speaking.ask("textDocument/formatting", at(0, 0) | {"options": {"tabSize": 2, "insertSpaces": True}})
        assert laid_out[0]["newText"].endswith("\n")


def test_the_profile_is_the_teachers_when_asked_for() -> None:
    """What a teacher would say is found with `--profile teacher` only."""
    text = "for: 3 min on a mat, with oil\nwarm up\n  3 min  effleurage, whole back, palms, pressure 2 to 1\n"
    with editor("--profile", "safe") as speaking:
        fewer = {one["code"] for one in speaking.open(text)}
    with editor("--profile", "teacher") as speaking:
        more = {one["code"] for one in speaking.open(text)}
    assert fewer < more


def test_without_its_library_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named, with the line that installs it, and nothing is a traceback."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    told = run("lsp")
    assert 2 == told.code
    assert "uv pip install --python .venv --require-hashes -r requirements/lsp.txt" in told.err
    assert 2 == run("lsp", "--profile", "mean").code
