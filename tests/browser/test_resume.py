"""The coach's machine goes away in mid-session, and the room does not notice."""

from __future__ import annotations

import signal

import pytest

from tests.browser.conftest import FIRST_PAGE, Serving, Visiting
from tests.browser.steps import begin, played_s, wait_for_status, wait_until

pytestmark = pytest.mark.browser

CONNECTED = "(how) => document.querySelector('lead-view').leading.client.connection === how"


def test_a_killed_server_goes_on_where_it_was_without_a_reload(serve: Serving, visit: Visiting) -> None:
    """The page leads on by itself; the server started again takes up the session, with what was asked meanwhile."""
    server = serve(2)
    one = visit(server)
    page, ears = one.page, one.ears
    begin(one)
    page.evaluate("() => { window.neverReloaded = true; }")
    wait_until(page, 4)
    said_before = len(ears.said())

    server.end(signal.SIGKILL)
    page.wait_for_function(CONNECTED, arg="lost")
    assert "working on its own" in page.locator(".top-line").inner_text().lower()
    stood_s = played_s(page)
    page.keyboard.press("ArrowDown")
    wait_until(page, stood_s + 6)

    server.start()
    page.wait_for_function(CONNECTED, arg="open")
    page.wait_for_function("() => document.querySelector('lead-view').leading.client.waiting === 0")
    wait_until(page, stood_s + 12)
    assert page.evaluate("() => window.neverReloaded")
    wait_for_status(page, "running")
    assert ears.commands() == ["start", "ready", "softer"]
    assert "pressure-changed" in ears.events()
    texts = [cue.text for cue in ears.said()]
    assert len(texts) > said_before
    assert len(texts) == len(set(texts))


def test_a_closed_tab_is_found_again(serve: Serving, visit: Visiting) -> None:
    """Whoever closes the tab by a slip is shown the way back on the first page, for as long as the session goes on."""
    one = visit(serve(2))
    begin(one)
    page = one.page.context.new_page()
    one.page.goto("about:blank")
    page.goto(one.server.address)
    page.get_by_role("link", name="Go back to it").click()
    wait_for_status(page, "running")
    page.keyboard.press("Escape")
    wait_for_status(page, "stopped")
    page.goto(one.server.address)
    page.reload()
    page.wait_for_selector(FIRST_PAGE)
    later = page.context.new_page()
    later.goto(one.server.address)
    later.wait_for_selector(FIRST_PAGE)
    assert 0 == later.get_by_role("link", name="Go back to it").count()


def test_a_lost_line_pauses_when_asked(serve: Serving, visit: Visiting) -> None:
    """Without the server, pause still rests the hands and falls silent, and the server learns of it."""
    server = serve(2)
    one = visit(server)
    begin(one)
    wait_until(one.page, 3)
    server.end(signal.SIGKILL)
    one.page.wait_for_function(CONNECTED, arg="lost")
    one.page.keyboard.press(" ")
    wait_for_status(one.page, "paused")
    stood_s = played_s(one.page)

    assert played_s(one.page) == stood_s
    count = len(one.ears.said())
    server.start()
    one.page.wait_for_function("() => document.querySelector('lead-view').leading.view.status === 'paused'")
    wait_for_status(one.page, "paused")
    assert played_s(one.page) == pytest.approx(stood_s, abs=1)
    assert one.ears.commands() == ["start", "ready", "pause"]
    assert len(one.ears.said()) <= count + 1
