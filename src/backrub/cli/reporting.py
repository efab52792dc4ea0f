"""How findings look: for people with carets, one line each, for GitHub, as SARIF, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from backrub import __version__
from backrub.app.checking import Report, record
from backrub.check import Rule, all_rules, page, sections
from backrub.check.findings import Finding
from backrub.routine.notation import excerpt
from backrub.words import Words

__all__ = ["FORMATS", "json_text"]

_SARIF_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_GITHUB_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def full(reports: Sequence[Report], words: Words) -> str:
    """Show each finding with its line and carets."""
    return "\n\n".join(_shown(report, finding, words) for report, finding in _each(reports))


def _shown(report: Report, finding: Finding, words: Words) -> str:
    parts = [_line(report, finding, words)]
    if report.text is not None and (shown := excerpt(report.text, finding.span)):
        parts.append(_indented(shown))
    if finding.acknowledged is not None:
        parts.append(f"  acknowledged: {finding.acknowledged}")
    elif finding.hint is not None:
        parts.append(f"  {words.text(finding.hint)}")
    return "\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


def plain(reports: Sequence[Report], words: Words) -> str:
    """Show each finding on one line."""
    return "\n".join(_line(report, finding, words) for report, finding in _each(reports))


def _line(report: Report, finding: Finding, words: Words) -> str:
    where = f"{report.file}:{finding.span.line}:{finding.span.column}"
    return f"{where}: {finding.severity} {finding.code} {words.text(finding.message)} [{finding.slug}]"


def github(reports: Sequence[Report], words: Words) -> str:
    """Write the commands by which GitHub marks lines of a change."""
    return "\n".join(_command(report, finding, words) for report, finding in _each(reports))


def _command(report: Report, finding: Finding, words: Words) -> str:
    hint = f" {words.text(finding.hint)}" if finding.hint else ""
    span = finding.span
    # A plan has no lines, only steps: its file is marked as a whole.
    place = {"line": span.line, "col": span.column, "endColumn": span.end} if report.text is not None else {}
    fields = {"file": report.file, **place, "title": f"{finding.code} {finding.slug}"}
    step = "" if report.text is not None else f"Step {span.line}: "
    joined = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in fields.items())
    return f"::{_GITHUB_LEVELS[finding.severity]} {joined}::{_escaped(step + words.text(finding.message) + hint)}"


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(each):02X}" if each in f"%\r\n{more}" else each for each in text)


def sarif(reports: Sequence[Report], words: Words) -> str:
    """Write SARIF 2.1.0, which code-hosting sites read."""
    found = [(report, finding) for report, finding in _each(reports)]
    used = {finding.code for _, finding in found}
    driver = {
        "name": "backrub",
        "version": __version__,
        "rules": [_rule(rule) for code, rule in all_rules().items() if code in used],
    }
    results = [_result(report, finding, words) for report, finding in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(rule: Rule) -> Mapping[str, object]:
    return {
        "id": rule.code,
        "name": rule.slug,
        "shortDescription": {"text": sections(rule)["Summary"]},
        "help": {"text": page(rule)},
        "defaultConfiguration": {"level": _SARIF_LEVELS[rule.severity]},
    }


def _place(report: Report, finding: Finding) -> Mapping[str, object]:
    """Give where it stands; in a plan, which has no lines, the step."""
    artifact = {"artifactLocation": {"uri": _uri(report.file)}}
    if report.text is None:
        step = {"fullyQualifiedName": f"steps[{finding.span.line - 1}]", "kind": "element"}
        return {"physicalLocation": artifact, "logicalLocations": [step]}
    region = {
        "startLine": finding.span.line,
        "startColumn": finding.span.column,
        "endColumn": max(finding.span.end, finding.span.column + 1),
    }
    return {"physicalLocation": {**artifact, "region": region}}


def _uri(file: str) -> str:
    """Give the name of a file as the address that SARIF wants."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _result(report: Report, finding: Finding, words: Words) -> Mapping[str, object]:
    hint = f" {words.text(finding.hint)}" if finding.hint else ""
    result: dict[str, object] = {
        "ruleId": finding.code,
        "level": _SARIF_LEVELS[finding.severity],
        "message": {"text": words.text(finding.message) + hint},
        "locations": [_place(report, finding)],
    }
    if finding.acknowledged is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.acknowledged}]
    return result


def json_text(reports: Sequence[Report], words: Words) -> str:
    """Write the list of findings that other programs rely on."""
    records = [record(report, finding, words) for report, finding in _each(reports)]
    return json.dumps(records, ensure_ascii=False, indent=1)


def _each(reports: Sequence[Report]) -> Iterator[tuple[Report, Finding]]:
    return ((report, finding) for report in reports for finding in report.findings)


FORMATS: Mapping[str, Callable[[Sequence[Report], Words], str]] = {
    "full": full,
    "plain": plain,
    "github": github,
    "sarif": sarif,
    "json": json_text,
}
"""Every format by its name; `full` is for people."""
