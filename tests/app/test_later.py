"""What may wait is done in order, one piece after each round of what may not."""

from __future__ import annotations

import asyncio
from functools import partial

from backrub.app.later import Later
from tests.app.rooms import settled


def test_what_is_at_hand_comes_between() -> None:
    """Of three pieces each waits for whatever was asked for before its turn."""

    async def run() -> list[str]:
        later, done, loop = Later(), list[str](), asyncio.get_running_loop()
        for name in "abc":
            later.soon(partial(done.append, name))

        def tap() -> None:
            done.append("tap")
            loop.call_soon(done.append, "another tap")

        loop.call_soon(tap)
        await settled()
        return done

    assert ["a", "tap", "b", "another tap", "c"] == asyncio.run(run())


def test_a_piece_that_fails_holds_up_nobody() -> None:
    """What comes after it is done, and the loop is told of it."""

    async def run() -> tuple[list[str], list[str]]:
        later, done, blamed = Later(), list[str](), list[str]()
        asyncio.get_running_loop().set_exception_handler(lambda _loop, told: blamed.append(str(told["exception"])))
        later.soon(lambda: done.append(str(1 / 0)))
        later.soon(lambda: done.append("next"))
        await settled()
        return done, blamed

    assert (["next"], ["division by zero"]) == asyncio.run(run())


def test_it_can_be_used_again_when_all_is_done() -> None:
    """After a pause the next piece is done as the first was."""

    async def run() -> list[str]:
        later, done = Later(), list[str]()
        for name in "ab":
            later.soon(partial(done.append, name))
            await settled()
        return done

    assert ["a", "b"] == asyncio.run(run())
