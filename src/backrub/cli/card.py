"""`backrub card`: the person cards kept on this machine, or one in a file: list, show, forget."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from backrub.adapters.card_files import CardFiles
    from backrub.app.cards import KeptCard
    from backrub.person import Card

__all__ = ["card", "card_named"]


def card(
    action: str = typer.Argument("list", metavar="list|show|forget", help="What to do."),
    name: str | None = typer.Argument(None, metavar="[NAME|FILE]", help="A kept card's name, or a file with a card."),
    as_json: bool = typer.Option(False, "--json", help="Write JSON."),
    folder: Path | None = typer.Option(None, "--data", metavar="DIR", help="Data folder; without it your own."),
) -> None:
    """List the person cards kept on this machine, show one, or forget one.

    Example: backrub card show Anna
    """
    from backrub.cli.naming import choice
    from backrub.errors import UsageError
    from backrub.wiring import cards_in, data_folder

    chosen = choice(action, ("list", "show", "forget"), "card")
    kept = cards_in(data_folder(folder))
    if chosen == "list":
        _list(kept, as_json)
    elif name is None:
        raise UsageError("which card", "card", f"Write: backrub card {chosen} NAME")
    elif chosen == "show":
        _show(card_named(name, kept), as_json)
    else:
        found = _kept(name, kept)
        kept.forget(found.id)
        typer.echo(f"Forgotten: {found.name}.", err=True)


def card_named(name: str, kept: CardFiles) -> Card:
    """Give a card from a file, or the kept card of that name.

    Raises:
        UsageError: There is no such file and no such card, or it is no card.
    """
    from backrub.errors import UsageError
    from backrub.person import card_from

    path = Path(name)
    if not path.is_file():
        return _kept(name, kept).card
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("cannot be read as a card", name, "Name a file saved from the card page") from error
    return card_from(text)


def _kept(name: str, kept: CardFiles) -> KeptCard:
    from backrub.errors import UsageError

    cards = kept.all()
    found = [one for one in cards if name in (one.id, one.name)]
    if not found:
        known = ", ".join(one.name for one in cards)
        raise UsageError(
            f"no card is called {name!r}", "card", f"Use one of: {known}" if known else "Name a file with a card"
        )
    if len(found) > 1:
        raise UsageError(f"{len(found)} cards are called {name!r}", "card", f"Use an id: {found[0].id}")
    return found[0]


def _list(kept: CardFiles, as_json: bool) -> None:
    import json

    from backrub.person import card_text

    cards = kept.all()
    if as_json:
        told = [{"id": one.id, "name": one.name, "text": card_text(one.card)} for one in cards]
        typer.echo(json.dumps({"cards": told}, ensure_ascii=False, indent=1))
    elif cards:
        for one in cards:
            typer.echo(f"{one.name}  ({one.id})")
    else:
        typer.echo("No cards are kept here.", err=True)


def _show(one: Card, as_json: bool) -> None:
    """Print the card's text, and in words what it has learnt."""
    import json

    from backrub.person import card_text, learnt
    from backrub.words import Words

    words = Words("en")
    said = [words.text(message) for message in learnt(one.likes)]
    if as_json:
        typer.echo(json.dumps({"text": card_text(one), "learnt": said}, ensure_ascii=False, indent=1))
        return
    typer.echo(card_text(one))
    for sentence in said:
        typer.echo(sentence, err=True)
