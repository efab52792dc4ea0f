"""`backrub data`: where what is kept lies, take it with you, or erase it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from backrub.adapters.folder import DataFolder

__all__ = ["data"]


def data(
    *,
    where: bool = typer.Option(False, "--where", help="Print the data folder."),
    export: bool = typer.Option(False, "--export", help="Write everything kept to one ZIP file."),
    erase: bool = typer.Option(False, "--erase", help="Delete everything kept; asks first on a terminal."),
    yes: bool = typer.Option(False, "--yes", help="With --erase: do not ask."),
    out: Path = typer.Option(
        Path("backrub-data.zip"), "-o", metavar="FILE", help="Where --export writes; - prints it."
    ),
    folder: Path | None = typer.Option(None, "--data", metavar="DIR", help="Data folder; without it your own."),
    store: str | None = typer.Option(
        None,
        metavar="URL",
        envvar="BACKRUB_STORE",
        help="The sessions of a PostgreSQL database, not of the folder.",
    ),
) -> None:
    """Show, export or erase what is kept on this machine.

    Example: backrub data --export -o kept.zip
    """
    from backrub.errors import UsageError
    from backrub.wiring import data_folder

    if where + export + erase != 1:
        raise UsageError("one thing at a time", "data", "Use --where, --export or --erase")
    kept = data_folder(folder)
    if where:
        typer.echo(str(kept.path))
    elif export:
        _export(kept, out, store)
    elif yes or _is_meant(kept, store):
        _erase(kept, store)


def _export(kept: DataFolder, out: Path, address: str | None) -> None:
    import sys

    from backrub.app.keeping import export_data
    from backrub.cli.owning import owned_store
    from backrub.errors import UsageError
    from backrub.wiring import cards_in
    from backrub.words import Words

    cards = cards_in(kept).all()
    with owned_store(kept, address) as store:
        count, archive = export_data(store, Words("en"), cards)
    if str(out) == "-":
        sys.stdout.buffer.write(archive)
        return
    try:
        out.write_bytes(archive)
    except OSError as error:
        raise UsageError(f"cannot be written ({error.strerror})", str(out), "Name another file with -o") from error
    typer.echo(f"Wrote {out}: sessions {count}, cards {len(cards)}.", err=True)


def _is_meant(kept: DataFolder, address: str | None) -> bool:
    """Ask whether to erase, where somebody can answer; a program that asked for it is not asked back."""
    import sys

    if not sys.stdin.isatty():
        return True
    from backrub.wiring import place_of_store

    shared = f"all sessions of everybody in {place_of_store(address)}, and " if address else ""
    return typer.confirm(f"Delete {shared}everything kept in {kept.path}? (--export takes it along first)", err=True)


def _erase(kept: DataFolder, address: str | None) -> None:
    from backrub.cli.owning import owned_store
    from backrub.wiring import cards_in

    cards = cards_in(kept)
    with owned_store(kept, address) as store:
        count = len(store.sessions())
        store.erase().result()
        gone = sum(cards.forget(name) for name in cards.names())
    typer.echo(f"Erased: sessions {count}, cards {gone}.", err=True)
