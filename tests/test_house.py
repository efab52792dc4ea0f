"""The house stands as designed: rooms face one way, code says no sentences, figures have sources."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.house import DOMAIN, sentences, unsourced

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "backrub"
TABLES = sorted((PACKAGE / "data").glob("*.toml"))
DOMAIN_MODULES = sorted(path for room in DOMAIN for path in (PACKAGE / room).rglob("*.py"))

PLANTED = [
    pytest.param("session/planted.py", "import time", "backrub.session.planted -> time", id="clock"),
    pytest.param("anatomy/planted.py", "import pathlib", "backrub.anatomy.planted -> pathlib", id="file"),
    pytest.param("anatomy/planted.py", "import backrub.compose", "backrub.anatomy is not allowed to", id="upward"),
    pytest.param("data/planted.py", "import backrub.units", "backrub.data is not allowed to import", id="sibling"),
    pytest.param("meaning/__init__.py", "import backrub.session", "backrub.meaning is not allowed", id="later sibling"),
    pytest.param("sauna/__init__.py", "", "sauna", id="undeclared room"),
    pytest.param("session/planted.py", "import shapely", "backrub.session.planted -> shapely", id="geometry"),
    pytest.param("routine/planted.py", "import highspy", "backrub.routine.planted -> highspy", id="solver"),
    pytest.param("web/planted.py", "import sqlalchemy", "backrub.web.planted -> sqlalchemy", id="database"),
    pytest.param("app/planted.py", "from fastapi import APIRouter", "backrub.app.planted -> fastapi", id="server"),
    pytest.param("web/planted.py", "from rich import print", "backrub.web.planted -> rich", id="terminal"),
    pytest.param("cli/planted.py", "import lark", "backrub.cli.planted -> lark", id="parser"),
]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Hold the package in a folder against the contracts there."""
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "COLUMNS": "200"}
    command = [sys.executable, "-c", code, "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Copy the package's modules and the contracts to a place where one may do wrong."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    ignored = shutil.ignore_patterns("static", "__pycache__")
    shutil.copytree(PACKAGE, tmp_path / "src" / "backrub", ignore=ignored)
    return tmp_path


def test_a_copy_of_the_house_keeps_every_contract(copied: Path) -> None:
    """What is planted below is the only wrong in the copy it is planted in."""
    done = lint_imports(copied)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("file", "code", "said"), PLANTED)
def test_a_planted_violation_is_reported(copied: Path, file: str, code: str, said: str) -> None:
    """Each way of breaking the order of the rooms fails the check and is named."""
    planted = copied / "src" / "backrub" / file
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(f"{code}\n", encoding="utf-8")

    done = lint_imports(copied)

    assert done.returncode == 1
    assert said in done.stdout


def test_purity_is_asked_of_every_domain_room() -> None:
    """A domain room that exists is named by the contract against I/O."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    pure = next(contract for contract in contracts if contract["id"] == "pure")

    assert {f"backrub.{room}" for room in DOMAIN if (PACKAGE / room).is_dir()} == set(pure["source_modules"])


@pytest.mark.parametrize("module", DOMAIN_MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_domain_rooms_hold_no_sentences(module: Path) -> None:
    """What the domain has to say it says by message id; the sentences are in words."""
    assert [] == list(sentences(module.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('x = "Rest your hands"', ["Rest your hands"]),
        ('x = f"Stay {n} seconds, then go on"', [" seconds, then go on"]),
        ('def f():\n    return {"a": "now the left side"}', ["now the left side"]),
        ('"""The module says this."""', []),
        ('raise ValueError("minutes must be positive")', []),
        ('def f():\n    msg = "minutes must be positive"\n    raise ValueError(msg)', []),
        ('x = "cue-step-begin", "between-blades", "more minutes"', []),
        ('__all__ = ["a", "b", "c"]', []),
    ],
)
def test_sentences_are_told_from_ids(code: str, expected: list[str]) -> None:
    """Three words in a row are a sentence, unless they document or are said to a programmer."""
    assert expected == [text for _, text in sentences(code)]


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_table_states_its_format(table: Path) -> None:
    """A table of data starts with the version of its layout."""
    assert isinstance(tomllib.loads(table.read_text(encoding="utf-8"))["format"], int)


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_figure_has_source_and_certainty(table: Path) -> None:
    """Whoever doubts a figure finds where it is from and how sure we are of it."""
    assert [] == list(unsourced(tomllib.loads(table.read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({"format": 1}, []),
        ({"a": {"felt": [1, 2], "source": "a book", "certainty": "M"}}, []),
        ({"group": {"source": "a book", "certainty": "H", "rows": [{"x": 1}]}}, []),
        ({"a": {"felt": [1, 2], "source": "a book"}}, ["a.felt"]),
        ({"a": {"felt": 1, "source": "a book", "certainty": "surely"}}, ["a.felt"]),
        ({"rows": [{"x": 1}, {"lay": "words"}]}, ["rows[0].x"]),
        ({"a": {"lay": "words", "lean": True}}, []),
    ],
)
def test_a_figure_without_source_is_found(table: dict[str, Any], expected: list[str]) -> None:
    """A figure is vouched for by a table around it that has both source and certainty, and by nothing else."""
    assert expected == list(unsourced(table))
