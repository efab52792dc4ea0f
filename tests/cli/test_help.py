"""Help is there for every command, quick, and in step with the reference."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from backrub import __version__
from tests.cli.running import ROOT, run, run_process

COMMANDS = (
    *("serve", "compose", "lead", "check", "explain", "format", "routines", "lsp", "map"),
    *("card", "data", "doctor"),
)
REFERENCE = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
HEAVY = (
    "fastapi",
    "uvicorn",
    "pydantic",
    "sqlalchemy",
    "alembic",
    "shapely",
    "numpy",
    "highspy",
    "lark",
    "fluent",
    "rapidfuzz",
    "pygls",
)

LOADED = """
import sys
sys.argv = ["backrub", *sys.argv[1:]]
from backrub.cli import main
try:
    main()
except SystemExit:
    pass
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("compose", "--help"), ("serve", "--help")])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    """Asking for help loads neither server, database, geometry, solver nor words."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT / "src")},
    )
    loaded = set(done.stderr.split()) & set(HEAVY)
    assert set() == (loaded if arguments[0].startswith("-") else loaded - {"pydantic"})  # Typer's own, for options


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    """Help of a command shows one line that works."""
    helped = run(command, "--help")
    assert 0 == helped.code
    assert "Example: backrub" in re.sub(r"\s+", " ", helped.out)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_stands_in_the_reference(command: str) -> None:
    """The page of commands names every option of every command."""
    section = REFERENCE.partition(f"\n## {command}\n")[2].partition("\n## ")[0]
    listed = run(command, "--help").out.partition("Options:")[2]
    options = set(re.findall(r"--[a-z-]+", listed)) - {"--help"}
    assert set() == {option for option in options if option not in section}


def test_the_version_is_printed() -> None:
    """`--version` prints the version of the package."""
    assert f"backrub {__version__}\n" == run("--version").out


def test_an_unknown_command_is_wrong_usage() -> None:
    """A slip ends with exit code 2 and a sentence, not a traceback."""
    slipped = run("compoze")
    assert 2 == slipped.code
    assert "compoze" in slipped.err
    assert "" == slipped.out


def test_the_reference_names_no_command_that_is_not() -> None:
    """Every command the page describes exists."""
    described = set(re.findall(r"^## ([a-z]+)$", REFERENCE, re.MULTILINE))
    assert described == set(COMMANDS)


def test_the_module_runs_as_the_launcher_starts_it(tmp_path: Path) -> None:
    """Isolated from the folder it is started in, the command line still answers."""
    assert f"backrub {__version__}\n" == run_process("--version", cwd=tmp_path).out
