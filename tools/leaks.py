"""Look through every file of the project for what must never be in it: see RULES.

python tools/leaks.py exits 1 and lists each place found.
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
STATIC = "src/backrub/web/static/*"
TEXT_LIMIT_BYTES = 2_000_000
UNREAD = (".png", ".jpg", ".webp", ".avif", ".ico", ".woff2", ".ogg", ".wav")


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that must not be written in some files, and why."""

    pattern: str
    why: str
    where: tuple[str, ...] = ("*",)
    except_in: tuple[str, ...] = ()

    def covers(self, path: str) -> bool:
        """Tell whether the rule speaks of this file."""
        named = any(fnmatch(path, glob) for glob in self.where)
        return named and not any(fnmatch(path, glob) for glob in (*self.except_in, "tools/leaks.py"))


RULES = (
    Rule(
        r"(?<![\w.~$}])/(root|home|Users|work|workspace)/(?!you\b)[\w.-]+",
        "names a place on one person's machine",
        except_in=("src/backrub/web/static/vendor/*",),
    ),
    Rule(
        r'"resolved":|registry\.|//[\w.-]+/simple', "names a package registry", ("package-lock.json", "requirements/*")
    ),
    Rule(r"-----BEGIN [A-Z ]*PRIVATE KEY|\bgh[pousr]_\w{20,}|\bsk-\w{20,}|\bAKIA[0-9A-Z]{16}\b", "looks like a secret"),
    Rule(
        r"(?:https?:|wss?:|[\"'(])//(?!www\.w3\.org/|127\.0\.0\.1|localhost|\$\{)[\w.-]+\.\w",
        "a page would reach beyond this machine",
        (STATIC,),
        ("*/vendor/*",),
    ),
    Rule(
        r"sendBeacon|google-?analytics|gtag\(|fonts\.googleapis|unpkg|jsdelivr|cdnjs", "reports or fetches", (STATIC,)
    ),
    Rule(r"\beval\(|new Function\(|document\.write\(", "runs text as code", (STATIC,), ("*/vendor/*",)),
    Rule(
        r"<script(?![^>]*\bsrc=)|\sstyle=[\"']|\son[a-z]+=[\"']",
        "is inline, which the CSP forbids",
        (STATIC + ".html",),
    ),
    Rule(r"<style[\s>]", "is inline, which the CSP forbids", (STATIC + ".html",)),
    Rule(r"[?&]token=", "puts the token in an address", ("src/*",)),
    Rule(
        r"\bTODO\b|\bFIXME\b|\bXXX\b",
        "is unfinished",
        ("src/*", "tests/*", "tools/*", "bench/*", "*.md"),
        ("*/vendor/*",),
    ),
)


def files(root: Path = ROOT) -> list[str]:
    """List every file that is, or would be, in the repository."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    return sorted(name for name in listed.split("\0") if name and (root / name).is_file())


def findings(root: Path = ROOT) -> Iterator[str]:
    """Give one line for each thing found."""
    for name in files(root):
        path = root / name
        if path.stat().st_size > TEXT_LIMIT_BYTES:
            yield f"{name}: is over {TEXT_LIMIT_BYTES // 1_000_000} MB"
        elif not name.endswith(UNREAD):
            yield from _in_text(name, path.read_text(encoding="utf-8", errors="replace"))


def _in_text(name: str, text: str) -> Iterator[str]:
    for rule in RULES:
        if rule.covers(name):
            for found in re.finditer(rule.pattern, text):
                line = text.count("\n", 0, found.start()) + 1
                yield f"{name}:{line}: {found[0].strip()!r} {rule.why}"


def main() -> None:
    """List what was found; exit 1 if anything was."""
    found = list(findings())
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
