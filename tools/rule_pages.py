"""The pages of the rules: an index and one page each, written from their docstrings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from backrub.check import PROFILES, Rule, all_rules, sections
from backrub.data import load

__all__ = ["FOLDER", "files"]

FOLDER = Path("docs") / "reference" / "rules"
_HEADS = {"Finds": "What it finds", "Why": "Why", "Fix": "Fix", "Source": "Source"}
_GROUPS = {
    "safety": "Safety",
    "anatomy": "The back itself",
    "flow": "Flow and time",
    "notation": "The notation",
    "comfort": "Comfort",
}


def files(root: Path) -> dict[Path, str]:
    """Give each page and the index, by where they stand."""
    folder = root / FOLDER
    pages = {folder / f"{rule.slug}.md": _page(rule) for rule in all_rules().values()}
    return {folder / "README.md": _index(), **pages}


def _page(rule: Rule) -> str:
    page = sections(rule)
    kept = " It cannot be switched off, only acknowledged." if rule.is_safety else ""
    lines = [
        f"# {rule.code} {rule.slug}",
        "",
        page["Summary"],
        "",
        f"Severity: {rule.severity}. Profile: `{rule.profile}`.{kept} [All rules](README.md)",
        *_said("Finds", page),
        *_said("Why", page),
        *_shown("Example", page["Example"]),
        *_shown("Instead", page["Instead"]),
        *_said("Fix", page),
        *_said("Source", page),
    ]
    return "\n".join(lines) + "\n"


def _said(name: str, page: Mapping[str, str]) -> list[str]:
    return ["", f"## {_HEADS[name]}", "", page[name]]


def _shown(name: str, text: str) -> list[str]:
    return ["", f"## {name}", "", "```", text, "```"]


def _index() -> str:
    profiles = ", ".join(f"`{name}`" for name in PROFILES)
    lines = [
        "# The rules",
        "",
        f"{len(all_rules())} rules in three profiles: {profiles}; each holds the rules",
        "of those before it. How they are used is told in [the checker](../../topics/checker.md). Written by",
        "`tools/make_rules` from the rules themselves.",
    ]
    for number, group in load("rules")["groups"].items():
        rules = [rule for rule in all_rules().values() if rule.code[3] == number]
        lines += ["", f"## {_GROUPS[group]}", "", "| code | rule | severity | profile | |", "|---|---|---|---|---|"]
        lines += [_row(rule) for rule in rules]
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> str:
    link = f"[{rule.slug}]({rule.slug}.md)"
    return f"| {rule.code} | {link} | {rule.severity} | `{rule.profile}` | {sections(rule)['Summary']} |"
