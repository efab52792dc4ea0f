"""The first tables: sessions, their events, the answers to commands, and the signs of life."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "sessions",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("token_sha256", sa.String, nullable=False),
        sa.Column("locale", sa.String, nullable=False),
        sa.Column("wishes", sa.Text, nullable=False),
        sa.Column("created_utc_ms", sa.BigInteger, nullable=False),
        sa.Column("kept", sa.Boolean),
        sa.Column("ended_utc_ms", sa.BigInteger),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "events",
        _session(),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.Column("recorded_utc_ms", sa.BigInteger, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "answers",
        _session(),
        sa.Column("command", sa.String, primary_key=True),
        sa.Column("seq", sa.Integer),
        sa.Column("code", sa.String),
        sa.Column("message", sa.String),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "heartbeats",
        _session(),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.Column("utc_ms", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )


def _session() -> sa.Column[str]:
    return sa.Column("session", sa.String, sa.ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)


def downgrade() -> None:
    """Drop them again."""
    for table in ("heartbeats", "answers", "events", "sessions"):
        op.drop_table(table)
