"""The search for what must never be in a file finds it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import leaks
import pytest

if TYPE_CHECKING:
    from pathlib import Path

PAGES = "src/backrub/web/static"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make an empty repository."""
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    return tmp_path


def write(repository: Path, name: str, text: str) -> None:
    """Write a file and the folders above it."""
    path = repository / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("docs/howto/start.md", "See /" + "home/alice/backrub."),
        ("package-lock.json", '{"resolved": "https' + "://registry.npm" + 'js.org/lit"}'),
        ("requirements/run.txt", "--index-url https" + "://mirror.example/simple"),
        ("notes.md", "-----BEGIN RSA " + "PRIVATE KEY-----"),
        (f"{PAGES}/app.js", 'fetch("https' + '://example.org/count")'),
        (f"{PAGES}/styles/base.css", "@import url(//" + "fonts.example.org/a.css);"),
        (f"{PAGES}/lib/report.js", "navigator.send" + 'Beacon("/x")'),
        (f"{PAGES}/lib/run.js", "ev" + 'al("1")'),
        (f"{PAGES}/index.html", "<script>go()</script>"),
        (f"{PAGES}/index.html", '<p style="color: red">'),
        (f"{PAGES}/index.html", '<button onclick="go()">'),
        ("src/backrub/web/live.py", 'url = f"/live?' + 'token={token}"'),
        ("src/backrub/units.py", "# TO" + "DO later"),
    ],
)
def test_a_planted_leak_is_found(repository: Path, name: str, text: str) -> None:
    """Each thing that must not be written is found, with its file and line."""
    write(repository, name, f"first line\n{text}\n")

    found = list(leaks.findings(repository))

    assert found
    assert all(line.startswith(f"{name}:2: ") for line in found)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (f"{PAGES}/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg">'),
        (f"{PAGES}/index.html", '<script type="module" src="app.js"></script>'),
        (f"{PAGES}/models/client.js", "new WebSocket(`ws://${location.host}/api/live`)"),
        ("docs/howto/start.md", "Clone it to ~/home/backrub or /home/you/backrub."),
        ("README.md", "It serves on <http://127.0.0.1:8765>."),
    ],
)
def test_what_is_meant_is_left_alone(repository: Path, name: str, text: str) -> None:
    """What looks alike and is right raises no alarm."""
    write(repository, name, text)

    assert [] == list(leaks.findings(repository))


def test_a_huge_file_is_found(repository: Path) -> None:
    """A file too big for a repository is named whatever is in it."""
    (repository / "film.mov").write_bytes(bytes(leaks.TEXT_LIMIT_BYTES + 1))

    assert ["film.mov: is over 2 MB"] == list(leaks.findings(repository))


def test_an_ignored_file_is_not_looked_at(repository: Path) -> None:
    """What git ignores never leaves the machine, and may say what it likes."""
    write(repository, ".gitignore", "/out/\n")
    write(repository, "out/log.txt", "/" + "home/alice/backrub")

    assert [] == list(leaks.findings(repository))
