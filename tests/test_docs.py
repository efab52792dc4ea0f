"""The documents hold: links lead somewhere, and the commands they show exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted(
    path for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")] if "node_modules" not in path.parts
)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+\s+(.*)$", re.MULTILINE)
COMMAND = re.compile(r"^\./backrub\s+([a-z]+)", re.MULTILINE)


def anchor(heading: str) -> str:
    """Spell a heading the way code-hosting sites do in links."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    """Every relative link of a document points at a file, and at a heading where it names one."""
    broken = []
    for link in LINK.findall(document.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, fragment = link.partition("#")
        target = (document.parent / name).resolve() if name else document
        if not target.exists():
            broken.append(link)
        elif fragment and target.suffix == ".md":
            headings = HEADING.findall(target.read_text(encoding="utf-8"))
            if fragment not in {anchor(heading) for heading in headings}:
                broken.append(link)

    assert [] == broken


def test_commands_of_the_readme_exist() -> None:
    """Every command line the README shows names a command that answers `--help`."""
    names = sorted(set(COMMAND.findall((ROOT / "README.md").read_text(encoding="utf-8"))))

    assert names
    for name in names:
        answer = subprocess.run(
            [sys.executable, "-m", "backrub", name, "--help"], capture_output=True, text=True, check=False
        )
        assert answer.returncode == 0, f"{name}: {answer.stderr}"
