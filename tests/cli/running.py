"""Running the command line as a person would: another process, its exit code, what it says and what it prints."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Outcome", "run"]

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str


def run(*arguments: str, given: str = "", data: Path | None = None) -> Outcome:
    """Run `backrub` with arguments, standard input, and a data folder of its own."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "COLUMNS": "100"}
    if data is not None:
        environment["BACKRUB_DATA"] = str(data)
    done = subprocess.run(
        [sys.executable, "-m", "backrub", *arguments],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Outcome(done.returncode, done.stdout, done.stderr)
