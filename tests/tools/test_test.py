"""`./test` runs every check even when one fails, and closes with pytest's own line."""

from __future__ import annotations

import os
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import TYPE_CHECKING

import environment
import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


class FakePytest:
    """Stands in for pytest: keeps its arguments, says its line, ends as told."""

    def __init__(self, returns: int = 0) -> None:
        self.returns = returns
        self.arguments: list[str] = []

    def __call__(self, arguments: list[str]) -> int:
        """Run, so to speak."""
        self.arguments = arguments
        print("=== 1 passed ===")  # noqa: T201 - that is what pytest does
        return self.returns


@pytest.fixture
def fake() -> FakePytest:
    """Make a pytest that passes."""
    return FakePytest()


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, fake: FakePytest) -> ModuleType:
    """Load `./test` with two checks, of which one fails, nothing to install, and a pytest of our own."""
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    monkeypatch.delenv("BACKRUB_DEEP", raising=False)
    loader = SourceFileLoader("whole_test", str(ROOT / "test"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    monkeypatch.setattr(module, "prepare", lambda *, with_browser: [])
    checks = [("bad", ["sh", "-c", "echo what is wrong; exit 1"]), ("good", ["true"])]
    monkeypatch.setattr(module, "checks", lambda: checks)
    monkeypatch.setattr(module, "pytest", fake)
    monkeypatch.setattr(environment, "ensure", lambda kind: "python")
    return module


def test_a_failed_check_fails_the_whole_and_stops_nothing(
    script: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    """What failed is named and quoted before the tests; the tests run and have the last line."""
    assert script.main([]) == 1

    said = capsys.readouterr().out.splitlines()
    assert {"FAIL bad (0 s)", "ok   good (0 s)", "what is wrong", "Failed before the tests: bad"} <= set(said)
    assert said[-1] == "=== 1 passed ==="


def test_all_good_is_zero(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every check and every test passed, the whole passes."""
    monkeypatch.setattr(script, "checks", list)

    assert script.main([]) == 0


def test_failed_tests_fail_the_whole(script: ModuleType, fake: FakePytest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What pytest ends with counts."""
    monkeypatch.setattr(script, "checks", list)
    fake.returns = 1

    assert script.main([]) == 1


@pytest.mark.parametrize(
    ("arguments", "left_out"),
    [
        ([], "not deep"),
        (["--quick"], "not browser and not deep"),
        (["--deep"], None),
        (["--quick", "--deep"], "not browser"),
    ],
)
def test_what_is_left_out(
    script: ModuleType,
    fake: FakePytest,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    left_out: str | None,
) -> None:
    """Deep tests run only when asked for, browser tests unless in a hurry; how much is covered counts each time."""
    monkeypatch.setenv("BACKRUB_DEEP", "")
    monkeypatch.delenv("BACKRUB_DEEP")
    script.main(arguments)

    given = fake.arguments
    assert left_out == (given[given.index("-m") + 1] if "-m" in given else None)
    assert "--cov-fail-under=85" in given
    assert ("--deep" in arguments) == ("BACKRUB_DEEP" in os.environ)


def test_anything_else_goes_to_pytest(script: ModuleType, fake: FakePytest) -> None:
    """A path or an option of pytest's runs only that."""
    assert script.main(["tests/anatomy", "-k", "spine"]) == 0
    assert fake.arguments == ["tests/anatomy", "-k", "spine"]
