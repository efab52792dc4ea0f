"""Running the command line as a person would: its exit code, what it prints for machines and what it says to people."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from backrub.cli import main

__all__ = ["ROOT", "Outcome", "run", "run_process"]

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str


def run(*arguments: str, given: str = "", data: Path | None = None) -> Outcome:
    """Run `backrub` in this process, with standard input and a data folder of its own."""
    out, err = io.StringIO(), io.StringIO()
    environment = {"COLUMNS": "100"} | ({"BACKRUB_DATA": str(data)} if data else {})
    with (
        mock.patch.object(sys, "argv", ["backrub", *arguments]),
        mock.patch.object(sys, "stdin", io.StringIO(given)),
        mock.patch.dict(os.environ, environment),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = _exit_code()
    return Outcome(code, out.getvalue(), err.getvalue())


def _exit_code() -> int:
    try:
        main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    return 0


def run_process(*arguments: str, given: str = "", cwd: Path | None = None) -> Outcome:
    """Run `backrub` in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "backrub", *arguments],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Outcome(done.returncode, done.stdout, done.stderr)
