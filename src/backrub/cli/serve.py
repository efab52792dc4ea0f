"""`backrub serve`: the pages and the coach, on this machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from backrub.app.ports import Ports

__all__ = ["serve"]

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    *,
    host: str = typer.Option("127.0.0.1", help="Address to listen on. Another than 127.0.0.1 lets others in."),
    port: int | None = typer.Option(None, min=0, max=65535, help="Port; without it 8765, or the next free one."),
    browser: bool = typer.Option(True, "--browser/--no-browser", help="Open the browser."),
    data: Path | None = typer.Option(None, metavar="DIR", help="Data folder; without it your own."),
    speed: float = typer.Option(1.0, min=0.1, max=1000.0, help="Rehearse: sessions run this many times as fast."),
    store: str | None = typer.Option(
        None, metavar="URL", envvar="BACKRUB_STORE", help="Share a PostgreSQL database with other servers."
    ),
    name: list[str] = typer.Option([], help="A name it is reached by, as behind a proxy. May be given again."),
) -> None:
    """Serve the pages and lead sessions until Ctrl-C.

    Example: backrub serve --no-browser --port 9000
    """
    where = Where(host, port, browser, frozenset({host, *name}))
    try:
        if store is not None:
            _serve_shared(store, where, speed)
        else:
            _serve_folder(data, where, speed)
    except KeyboardInterrupt:
        typer.echo("Stopped.", err=True)


@dataclass(frozen=True, slots=True)
class Where:
    """Where a server listens, under which names, and whether it opens the browser."""

    host: str
    port: int | None
    browser: bool
    names: frozenset[str]


def _serve_folder(data: Path | None, where: Where, speed: float) -> None:
    from backrub.wiring import data_folder, ports

    folder = data_folder(data)
    if not folder.claim():
        _point_to(folder.announced(), where.browser)
        return
    try:
        _serve(lambda: ports(folder, speed), where, speed, folder.announce)
    finally:
        folder.release()


def _serve_shared(store: str, where: Where, speed: float) -> None:
    from backrub.wiring import shared_ports

    _serve(lambda: shared_ports(store, speed), where, speed)


def _point_to(address: str | None, browser: bool) -> None:
    """Lead to the server that already runs in this data folder."""
    from backrub.errors import StoreError

    if address is None:
        raise StoreError("another backrub is using it", "data folder", "Wait until it has started, or use --data DIR")
    typer.echo(f"backrub already runs at {address}", err=True)
    _show(address, browser)


def _serve(
    fill: Callable[[], Ports], where: Where, speed: float, announce: Callable[[str], None] = lambda _: None
) -> None:
    from backrub.web.application import make_app
    from backrub.web.server import PORT, address_of, free_port_socket, run

    listener = free_port_socket(where.host, PORT if where.port is None else where.port, exactly=where.port is not None)
    address = address_of(listener)
    loopback = where.host in LOOPBACK
    _warn(loopback, speed)
    house = fill()

    def ready() -> None:
        announce(address)
        typer.echo(f"backrub is at {address}  (Ctrl-C ends it)", err=True)
        _show(address, where.browser)

    try:
        run(make_app(house, names=where.names, loopback=loopback), listener, ready)
    finally:
        house.store.close()


def _warn(loopback: bool, speed: float) -> None:
    if not loopback:
        typer.echo(
            "Everyone on this network can open the pages, unencrypted. Do this only on a network you trust.", err=True
        )
    if speed != 1:
        typer.echo(f"Rehearsal: time runs {speed:g} times as fast. Nobody can be rubbed at this pace.", err=True)


def _show(address: str, browser: bool) -> None:
    from backrub.adapters.browser import open_page

    if browser and not open_page(address):
        typer.echo("There is no screen here to open a browser on; open the address yourself.", err=True)
