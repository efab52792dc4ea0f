"""`backrub lsp`: the language server, for any editor that speaks the Language Server Protocol."""

from __future__ import annotations

import typer

__all__ = ["lsp"]


def lsp(
    profile: str = typer.Option("kind", help="safe, kind or teacher; each holds the rules of those before it."),
) -> None:
    """Speak the Language Server Protocol over standard input and output: findings, pages, completion, layout, fixes.

    An editor starts it for files that end in .rub.

    Example: backrub lsp --profile teacher
    """
    from importlib.util import find_spec

    from backrub.check import PROFILES
    from backrub.cli.naming import choice
    from backrub.errors import UsageError

    wanted = choice(profile, PROFILES, "--profile")
    if find_spec("pygls") is None:
        raise UsageError(
            "the language server needs one more library, pygls",
            "backrub lsp",
            f"Install it with: {_installing(with_pip=find_spec('pip') is not None)}",
        )
    from backrub.cli.language_server import make_server

    make_server(wanted).start_io()


def _installing(*, with_pip: bool) -> str:
    """Give the line that installs what is missing: into a checkout as it was pinned, else as the package's extra."""
    from pathlib import Path

    lock = Path(__file__).resolve().parents[3] / "requirements" / "lsp.txt"
    if not lock.is_file():
        return 'pip install "backrub[lsp]"'
    tool = ".venv/bin/python -m pip install" if with_pip else "uv pip install --python .venv"
    return f"{tool} --require-hashes -r requirements/lsp.txt"
