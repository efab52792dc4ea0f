"""Stop: weight off, hands away, silence; and nothing is asked."""

from __future__ import annotations

import signal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Serving, Visiting
from tests.browser.steps import begin, open_session, plan, wait_for_status, wait_until

pytestmark = pytest.mark.browser


def test_stop_is_shown_in_the_same_moment_and_no_stroke_is_said_after_it(serve: Serving, visit: Visiting) -> None:
    """After stop the screen is black, only the lines of stop are said, and the session is over for the server."""
    one = visit(serve(4))
    page, ears = one.page, one.ears
    begin(one)
    wait_until(page, 20)
    page.keyboard.press("Escape")
    stopped = page.evaluate("() => document.querySelector('lead-view').leading.status")
    assert stopped == "stopped"
    expect(page.get_by_role("alert").first).to_contain_text("Hands away, gently.")
    assert page.evaluate("() => getComputedStyle(document.querySelector('.stopped')).backgroundColor") == "rgb(0, 0, 0)"

    page.wait_for_function("() => document.querySelector('lead-view').leading.view.status === 'stopped'")
    at_ms = ears.time_of("stopped")
    page.wait_for_function(f"() => document.querySelector('lead-view').leading.client.clock.now() > {at_ms + 16_000}")
    after = [cue.text for cue in ears.said() if cue.wall_ms >= ears.asked_wall_ms("stop")]
    assert 1 <= len(after) <= 3
    assert [] == [text for text in after if "stroke" in text.lower()]


def test_a_stop_before_the_first_touch_costs_one_tap(serve: Serving, visit: Visiting) -> None:
    """Nothing has begun: no key leaves by a slip, and one tap says the preparations again; hands come on ready."""
    one = visit(serve(8))
    page = one.page
    plan(page, 5)
    open_session(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("alert").first).to_have_text("Stopped. Nothing has begun.")
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Get ready again").click()
    wait_for_status(page, "preparing")
    page.keyboard.press("r")
    wait_for_status(page, "running")
    assert ["start", "stop", "resume", "ready"] == one.ears.commands()


def test_stop_needs_no_server(serve: Serving, visit: Visiting) -> None:
    """With the server gone stop still makes the page black and silent at once."""
    server = serve(4)
    one = visit(server)
    begin(one)
    server.end(signal.SIGKILL)
    one.page.get_by_role("button", name="stop").click()
    expect(one.page.get_by_role("alert").first).to_contain_text("Hands away, gently.")
    stopped_ms = one.page.evaluate("() => document.querySelector('lead-view').leading.client.clock.now()")
    one.page.wait_for_function(
        f"() => document.querySelector('lead-view').leading.client.clock.now() > {stopped_ms + 30_000}"
    )
    assert [] == [cue for cue in one.ears.said() if cue.at_ms > stopped_ms + 1000]


def test_after_a_stop_nothing_is_asked_until_somebody_touches_the_screen(serve: Serving, visit: Visiting) -> None:
    """The keep-or-not question comes only with a touch, with no chosen, and no leaves nothing behind."""
    server = serve(4)
    one = visit(server)
    begin(one)
    one.page.get_by_role("button", name="stop").click()
    one.page.wait_for_function("() => document.querySelector('lead-view').leading.view.status === 'stopped'")
    expect(one.page.get_by_text("Keep this session?")).to_have_count(0)
    one.page.mouse.click(300, 300)
    one.page.get_by_role("button", name="No", exact=True).click()
    expect(one.page.get_by_role("status")).to_contain_text("Nothing of it is left on this machine.")
    assert one.page.evaluate("() => sessionStorage.getItem('backrub-pass')") is None
