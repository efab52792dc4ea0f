"""`backrub explain`: the page of a rule."""

from __future__ import annotations

import typer

__all__ = ["explain"]


def explain(
    code: str = typer.Argument("", metavar="[CODE]", help="A code such as RUB101, or a name such as no-warm-up."),
) -> None:
    """Explain a rule: what it finds, why that matters, an example, and what to do instead.

    Without a code it lists every rule.

    Example: backrub explain RUB301
    """
    from backrub.check import all_rules, answering_instead, by_name, did_you_mean, page, sections
    from backrub.errors import UsageError

    if not code:
        for rule in all_rules().values():
            typer.echo(f"{rule.code}  {rule.severity:<7}  {rule.slug:<32}  {sections(rule)['Summary']}")
        return
    found = by_name(code)
    if found is None and (instead := answering_instead(code)):
        raise UsageError(f"{code!r} is no longer a rule", "CODE", f"What it found is found by {' and '.join(instead)}")
    if found is None:
        meant = did_you_mean(code)
        hint = f"Did you mean {meant}? " if meant else ""
        raise UsageError(f"no rule is called {code!r}", "CODE", f"{hint}List them all with: backrub explain")
    typer.echo(page(found))
