"""`backrub check`: what in a routine can hurt, disappoint or bore the receiver, and what to do instead."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from backrub.app.checking import Report
    from backrub.routine import Routine

__all__ = ["check"]


def check(  # noqa: PLR0917 - as its options, one by one
    files: list[str] = typer.Argument(..., metavar="FILE…", help="Routines, as text or JSON; - reads standard input."),
    as_json: bool = typer.Option(False, "--json", help="Print the findings as a JSON list."),
    shape: str = typer.Option("full", "--format", help="full, plain, github, sarif or json."),
    profile: str = typer.Option("kind", help="safe, kind or teacher; each holds the rules of those before it."),
    fix: bool = typer.Option(False, "--fix", help="Mend what can be mended without changing the rub, in the file."),
    unsafe_fixes: bool = typer.Option(False, "--unsafe-fixes", help="With --fix or --diff: mend what changes the rub."),
    diff: bool = typer.Option(False, "--diff", help="Show what --fix would change, and change nothing."),
) -> None:
    """Check routines: what can hurt, disappoint or bore the receiver, and what to do instead.

    Exit code 0: nothing but hints; 1: an error or a warning; 2: a file cannot be read.

    Example: backrub check tonight.rub --profile teacher
    """
    from backrub.check import PROFILES, passes
    from backrub.cli.naming import choice
    from backrub.cli.reporting import FORMATS
    from backrub.words import Words

    wanted = choice(profile, PROFILES, "--profile")
    shape = choice("json" if as_json else shape, tuple(FORMATS), "--format")
    if unsafe_fixes and not (fix or diff):
        fix = True
    reports = [_report(file, wanted, fix=fix, unsafe=unsafe_fixes, diff=diff) for file in files]
    text = "" if diff else FORMATS[shape](reports, Words("en"))
    if text:
        typer.echo(text)
    if shape == "full" and not diff:
        _sum_up(reports)
    raise typer.Exit(0 if all(passes(report.findings) for report in reports) else 1)


def _report(file: str, profile: str, *, fix: bool, unsafe: bool, diff: bool) -> Report:
    from backrub.app.checking import check_plan, check_text, mend
    from backrub.cli.routines import is_json, name_of, read_file
    from backrub.cli.writing import write_file
    from backrub.errors import UsageError
    from backrub.routine.notation import MOST_BYTES

    text = read_file(file)
    if is_json(text):
        return check_plan(_plan(text, name_of(file)), file, profile)
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise UsageError(
            f"is longer than {MOST_BYTES // 1024} kB", name_of(file), "Split it into routines of their own"
        )
    if fix or diff:
        mended = mend(text, profile, unsafe=unsafe)
        if diff:
            _show_difference(file, text, mended.text)
        elif mended.text != text:
            if file == "-":
                typer.echo(mended.text, nl=False)
            else:
                write_file(Path(file), mended.text)
            typer.echo(f"Mended {mended.count} in {file}.", err=True)
            text = mended.text
    return check_text(text, file, profile)


def _plan(text: str, where: str) -> Routine:
    import json

    from backrub.errors import UsageError
    from backrub.wire.routine import routine_from_json

    try:
        return routine_from_json(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise UsageError(f"is not JSON ({error})", where, "Check a text, or what compose wrote") from None
    except UsageError as error:
        at = f"{where}: {error.where}" if error.where else where
        raise UsageError(error.what, at, error.instead) from None


def _show_difference(file: str, before: str, after: str) -> None:
    from difflib import unified_diff

    lines = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), file, f"{file} (mended)")
    typer.echo("".join(lines), nl=False)


def _sum_up(reports: list[Report]) -> None:
    findings = [finding for report in reports for finding in report.findings]
    if not findings:
        typer.echo("Nothing to say: a kind rub.", err=True)
        return
    counted = {name: sum(each.severity == name for each in findings) for name in ("error", "warning", "info")}
    said = ", ".join(f"{count} {name}{'s' if count != 1 and name != 'info' else ''}" for name, count in counted.items())
    mendable = sum(each.fix is not None and each.fix.safe and not each.acknowledged for each in findings)
    more = f" Mend {mendable} with --fix." if mendable else ""
    typer.echo(f"\n{said}.{more} Why: backrub explain {findings[0].code}", err=True)
