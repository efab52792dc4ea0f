"""The tables of the session store, and bringing an older file or database up to them.

In SQLite `PRAGMA user_version` holds the number of the newest migration, in PostgreSQL the table that Alembic keeps,
so that what is current is recognised without loading Alembic.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    DateTime,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    inspect,
)

__all__ = [
    "VERSION",
    "answers",
    "bring_database_up_to_date",
    "bring_up_to_date",
    "events",
    "heartbeats",
    "leases",
    "metadata",
    "servers",
    "sessions",
    "sharing",
]

VERSION = 1
"""Number of the newest migration; `migrations/versions/` has one file for each."""

metadata = MetaData()

sessions = Table(
    "sessions",
    metadata,
    Column("id", String, primary_key=True),
    Column("token_sha256", String, nullable=False),
    Column("locale", String, nullable=False),
    Column("wishes", Text, nullable=False),
    Column("created_utc_ms", BigInteger, nullable=False),
    Column("kept", Boolean),
    Column("ended_utc_ms", BigInteger),
    sqlite_with_rowid=False,
)

events = Table(
    "events",
    metadata,
    Column("session", ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("recorded_utc_ms", BigInteger, nullable=False),
    Column("record", Text, nullable=False),
    sqlite_with_rowid=False,
)

answers = Table(
    "answers",
    metadata,
    Column("session", ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("command", String, primary_key=True),
    Column("seq", Integer),
    Column("code", String),
    Column("message", String),
    sqlite_with_rowid=False,
)

heartbeats = Table(
    "heartbeats",
    metadata,
    Column("session", ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("at_ms", BigInteger, nullable=False),
    Column("utc_ms", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

sharing = MetaData()
"""What servers that share a database need beside the sessions. Nothing in it outlives them but how often a session has
changed hands, so there is nothing to migrate: it is made where it is missing."""

servers = Table(
    "servers",
    sharing,
    Column("name", String, primary_key=True),
    Column("alive_until", DateTime(timezone=True), nullable=False),
)

leases = Table(
    "leases",
    sharing,
    Column("session", ForeignKey(sessions.c.id, ondelete="CASCADE"), primary_key=True),
    Column("server", String),
    Column("generation", BigInteger, nullable=False),
)

SETTING_UP = 7_224_782
"""Number of the lock that a server holds while it sets up a database, so that two that start at once do not both."""


def bring_database_up_to_date(connection: Connection) -> None:
    """Migrate the PostgreSQL database behind a connection, and make what sharing it needs.

    Raises:
        LookupError: It was written by a later backrub.
    """
    for patient in ("idle_in_transaction_session_timeout", "statement_timeout", "lock_timeout"):
        connection.exec_driver_sql(f"SET LOCAL {patient} = '1min'")  # loading Alembic alone may take a second
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({SETTING_UP})")
    found = 0
    if inspect(connection).has_table("alembic_version"):
        found = int(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if found > VERSION:
        raise LookupError(_too_new(found))
    if found < VERSION:
        _migrate(connection)
    sharing.create_all(connection)


def bring_up_to_date(connection: Connection) -> None:
    """Migrate the file behind a connection to `VERSION`.

    Raises:
        LookupError: The file was written by a later backrub.
    """
    found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if found > VERSION:
        raise LookupError(_too_new(found))
    if found < VERSION:
        _migrate(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def _too_new(found: int) -> str:
    return f"it is of version {found}, this backrub knows versions up to {VERSION}"


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - a current file needs none of it
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
