"""What becomes of an error in a request: the status says who can do something about it."""

from __future__ import annotations

import asyncio
import errno

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.exc import OperationalError

from backrub.adapters.writer import explained
from backrub.errors import LeaseLost, StoreError, StoreFull
from backrub.web.problems import install

AWAY = StoreError("it cannot be reached", "postgresql://there", "Start it, then try again")
WHERE = ("backrub.db", "Make some room and start again")


class Refusal(Exception):
    """An error of a database driver."""

    sqlstate = "53100"


def told(error: Exception) -> httpx.Response:
    """Give what a client is told of an error."""
    app = FastAPI()
    install(app)

    @app.get("/")
    def fail() -> None:
        raise error

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here") as client:
            return await client.get("/")

    return asyncio.run(ask())


@pytest.mark.parametrize(
    "error", [AWAY, LeaseLost("another server leads this session now", "there", "Come back to it")]
)
def test_a_store_that_is_away_is_asked_again(error: StoreError) -> None:
    """It is no fault of the request: 503, when to come back, and what is wrong in a sentence."""
    answer = told(error)

    assert (503, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert int(answer.headers["retry-after"]) >= 1
    assert str(error) == answer.json()["detail"]


@pytest.mark.parametrize(
    "error",
    [
        StoreFull("the disk is full", *WHERE),
        explained(OSError(errno.ENOSPC, "No space left on device"), *WHERE),
        explained(OSError(errno.EDQUOT, "Disk quota exceeded"), *WHERE),
        explained(OperationalError("insert", {}, Exception("database or disk is full")), *WHERE),
        explained(OperationalError("insert", {}, Refusal("could not extend file")), *WHERE),
    ],
)
def test_only_a_full_disk_is_no_room(error: Exception) -> None:
    """507, whoever said it, with what to do; to come back soon would not help."""
    answer = told(error)

    assert (507, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert "retry-after" not in answer.headers
    assert "Make some room" in answer.json()["detail"]


@pytest.mark.parametrize(
    "error",
    [OSError(errno.EACCES, "Permission denied"), OperationalError("insert", {}, Exception("database is locked"))],
)
def test_what_cannot_be_written_for_another_reason_is_not_full(error: Exception) -> None:
    """A lock or a right that is missing is not a matter of room."""
    assert 503 == told(explained(error, *WHERE)).status_code
