"""`backrub serve`: the pages and the coach, on this machine."""

from __future__ import annotations

from pathlib import Path

import typer

__all__ = ["serve"]

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    host: str = typer.Option("127.0.0.1", help="Address to listen on. Another than 127.0.0.1 lets others in."),
    port: int | None = typer.Option(None, min=0, max=65535, help="Port; without it 8765, or the next free one."),
    browser: bool = typer.Option(True, "--browser/--no-browser", help="Open the browser."),
    data: Path | None = typer.Option(None, metavar="DIR", help="Data folder; without it your own."),
    speed: float = typer.Option(1.0, min=0.1, max=1000.0, help="Rehearse: sessions run this many times as fast."),
) -> None:
    """Serve the pages and lead sessions until Ctrl-C.

    Example: backrub serve --no-browser --port 9000
    """
    from backrub.wiring import data_folder

    folder = data_folder(data)
    if not folder.claim():
        _point_to(folder.announced(), browser)
        return
    try:
        _serve(folder, host, port, browser, speed)
    except KeyboardInterrupt:
        typer.echo("Stopped.", err=True)
    finally:
        folder.release()


def _point_to(address: str | None, browser: bool) -> None:
    """Lead to the server that already runs in this data folder."""
    from backrub.errors import StoreError

    if address is None:
        raise StoreError("another backrub is using it", "data folder", "Wait until it has started, or use --data DIR")
    typer.echo(f"backrub already runs at {address}", err=True)
    _show(address, browser)


def _serve(folder: object, host: str, port: int | None, browser: bool, speed: float) -> None:
    from backrub.adapters.folder import DataFolder
    from backrub.web.application import make_app
    from backrub.web.server import PORT, address_of, free_port_socket, run
    from backrub.wiring import ports

    assert isinstance(folder, DataFolder)  # noqa: S101 - typed loosely above so that --help need not load it
    listener = free_port_socket(host, PORT if port is None else port, exactly=port is not None)
    address = address_of(listener)
    loopback = host in LOOPBACK
    _warn(loopback, speed)
    house = ports(folder, speed)

    def ready() -> None:
        folder.announce(address)
        typer.echo(f"backrub is at {address}  (Ctrl-C ends it)", err=True)
        _show(address, browser)

    try:
        run(make_app(house, names=frozenset({host}), loopback=loopback), listener, ready)
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
