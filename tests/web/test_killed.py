"""A coach that is killed with a phone joined, and started again: nobody needs a code, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed

from tests.web.killing import killable
from tests.web.phoning import front, join, open_door
from tests.web.talking import Page, open_session
from tests.web.test_phones import Phone


def test_a_phone_that_was_joined_goes_on_after_a_kill(tmp_path: Path) -> None:
    """Its pass, its answers, what it asked for and who is here are as they were, once the giver's page is back."""
    with killable(tmp_path) as before:
        opened = open_session(before.address)
        giver = Page(before.address, opened)
        giver.ask("start")
        giver.ask("ready")
        door = open_door(before.address, opened)
        joined = join(door)
        phone = Phone(door, joined)
        giver.hear("view", lambda view: view["present"] == ["receiver"])
        remembered = open_door(before.address, opened, None)
        answer = phone.ask("softer", command="mine")
        giver.hear("view", lambda view: view["version"] >= answer["seq"])
        lighter = pressures(giver)
        before.kill()
        for page in (giver, phone):
            with pytest.raises(ConnectionClosed):
                page.hear("never")
            page.close()
    with killable(tmp_path, before.port) as after:
        giver = Page(after.address, opened)
        again = open_door(after.address, opened, None, port=remembered["port"], passes=remembered["passes"])
        assert door["port"] == again["port"]
        phone = Phone(again, joined)
        giver.hear("view", lambda view: view["present"] == ["receiver"])
        assert ("running", lighter) == (phone.last["view"]["status"], pressures(phone))
        assert answer == phone.ask("softer", command="mine")
        assert "ack" in phone.ask("stop")
        assert "receiver" == giver.hear("view", lambda view: view["status"] == "stopped")["view"]["stopped_by"]
        assert front(again) == front(door)
        phone.close()
        giver.close()


def pressures(page: Page) -> list[object]:
    """Give what each step asks for, as a page knows it."""
    return [step["pressure"] for step in page.last["view"]["steps"]]
