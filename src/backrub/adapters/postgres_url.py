"""The address of a PostgreSQL database: read once, shown without what opens it, connected to impatiently."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from backrub.errors import UsageError

__all__ = ["engine_to", "place_of", "plain", "url_of"]

EXAMPLE = "Write postgresql://NAME@HOST/DATABASE"

IMPATIENT: dict[str, Any] = {
    "connect_timeout": 2,
    "keepalives_idle": 2,
    "keepalives_interval": 1,
    "keepalives_count": 2,
    "tcp_user_timeout": 2_000,
    "application_name": "backrub",
}
"""A connection that does not answer is left after two seconds; what the address itself says wins."""

SETTINGS = (
    "SET statement_timeout = '1min'",
    "SET lock_timeout = '5s'",
    # A server that stands still in the middle of a transaction must not keep others from taking its sessions over: by
    # the end of its term it is cut off.
    "SET idle_in_transaction_session_timeout = '1500ms'",
)


def url_of(text: str) -> sa.URL:
    """Read the address of a database.

    Raises:
        UsageError: It is none, or the library that speaks to it is missing; what was written is not repeated.
    """
    try:
        url = sa.make_url(text)
    except (sa.exc.ArgumentError, ValueError):
        raise UsageError("this is no address of a database", "--store", EXAMPLE) from None
    if url.drivername not in {"postgresql", "postgres", "postgresql+psycopg"}:
        raise UsageError("only PostgreSQL can be named here", "--store", EXAMPLE)
    if find_spec("psycopg") is None:
        raise UsageError("PostgreSQL needs one more library, psycopg", "--store", f"Install it with: {_installing()}")
    return url.set(drivername="postgresql+psycopg")


def place_of(url: sa.URL) -> str:
    """Give host, port and database of an address, and nothing that opens it."""
    host = url.host or url.query.get("host") or "this machine"
    port = f":{url.port}" if url.port else ""
    return f"PostgreSQL at {host}{port}, database {url.database or 'not named'}"


def plain(url: sa.URL) -> str:
    """Give an address, with what opens it, as PostgreSQL's own library reads it."""
    return url.set(drivername="postgresql").update_query_dict(_impatient(url)).render_as_string(hide_password=False)


def engine_to(url: sa.URL, *, connections: int = 1) -> sa.Engine:
    """Make an engine whose commits are on disk before they count.

    Args:
        url: Where.
        connections: How many at most.
    """
    engine = sa.create_engine(
        url,
        connect_args=_impatient(url),
        pool_size=connections,
        max_overflow=0,
        pool_pre_ping=True,
        hide_parameters=True,
    )

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: object) -> None:  # noqa: ANN401 - its library may not be there
        connection.autocommit = True
        for setting in (*SETTINGS, "SET synchronous_commit = on"):
            connection.execute(setting)
        connection.autocommit = False

    return engine


def _impatient(url: sa.URL) -> dict[str, Any]:
    return {key: str(value) for key, value in IMPATIENT.items() if key not in url.query}


def _installing() -> str:
    """Give the line that installs what is missing: into a checkout as it was pinned, else as the package's extra."""
    lock = Path(__file__).resolve().parents[3] / "requirements" / "postgres.txt"
    if not lock.is_file():
        return 'pip install "backrub[postgres]"'
    tool = ".venv/bin/python -m pip install" if find_spec("pip") else "uv pip install --python .venv"
    return f"{tool} --require-hashes -r requirements/postgres.txt"
