"""An evening without a mouse, a finger or an eye on the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import FIRST_PAGE, Serving, Visiting
from tests.browser.steps import ALL_SOUND, wait_for_status, wait_until

pytestmark = pytest.mark.browser

KNEADS = """() => {
  const { leading } = document.querySelector('lead-view');
  Object.assign(leading.stepOf(leading.position().step), { technique: 'petrissage', label: 'kneading' });
}"""
"""Has the stroke be one that is not light."""
SHOWN = """() => {
  const path = document.querySelector('back-map').path;
  return [document.querySelector('lead-view').leading.position().pressure, path !== null];
}"""
"""Gives what is asked for, and whether hands are drawn."""


def tab_to(page: Page, name: str) -> None:
    """Go to a control with the tab key alone."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == name:
            return
    raise AssertionError(name)


FOCUSED = """() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.getAttribute('aria-label') ?? element?.innerText?.trim() ?? '';
}"""


def test_the_keyboard_alone_leads_from_the_first_page_to_aftercare(serve: Serving, visit: Visiting) -> None:
    """Minutes, a tense place, begin, plan, leading, the drawer and the last question are all reached with keys."""
    one = visit(serve(20))
    page = one.page
    tab_to(page, "How long")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="left shoulder").focus()
    page.keyboard.press("Enter")
    expect(page.locator("tonight-view [aria-live=polite]").last).to_contain_text("left shoulder: a little")
    tab_to(page, "None")
    page.keyboard.press("Enter")
    tab_to(page, "Begin")
    page.keyboard.press("Enter")
    page.wait_for_selector("plan-view .plan")
    tab_to(page, "Lead me")
    page.keyboard.press("Enter")
    page.wait_for_selector("lead-view .ready[data-kind=ready]")
    page.wait_for_function(ALL_SOUND)
    page.keyboard.press("Enter")
    wait_for_status(page, "running")
    wait_until(page, 15)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("pause, go on")
    page.keyboard.press("Escape")
    wait_for_status(page, "running")
    page.keyboard.press(" ")
    wait_for_status(page, "paused")
    page.keyboard.press(" ")
    wait_for_status(page, "running")
    tab_to(page, "More")
    page.keyboard.press("Enter")
    tab_to(page, "1 min")
    page.keyboard.press("Enter")
    page.wait_for_selector("after-view", timeout=60_000)
    page.keyboard.press("Enter")
    tab_to(page, "Yes")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Kept, on this machine only.")
    assert [] == one.complaints
    assert "stop" not in one.ears.commands()


def test_media_keys_pause_and_go_on(serve: Serving, visit: Visiting) -> None:
    """A headset's button rests the hands, and the next press goes on, lightly, as the screen says too.

    A whisper of sound keeps the keys ours. After the rest the screen shows no hands of the stroke, until it is taken up
    again.
    """
    one = visit(serve(4))
    page = one.page
    page.add_init_script(
        """window.mediaKeys = {};
        const real = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
        navigator.mediaSession.setActionHandler = (name, call) => {
          window.mediaKeys[name] = call;
          real(name, call);
        };"""
    )
    page.reload()
    page.wait_for_selector(FIRST_PAGE)
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="Lead me").click()
    page.wait_for_selector("lead-view .ready[data-kind=ready]")
    page.keyboard.press("r")
    wait_for_status(page, "running")
    page.evaluate(KNEADS)
    page.evaluate("() => window.mediaKeys.pause()")
    wait_for_status(page, "paused")
    page.evaluate("() => window.mediaKeys.pause()")
    wait_for_status(page, "running")
    expect(page.locator("lead-view .one-thing")).to_have_text("Lightly again")
    assert [1, False] == page.evaluate(SHOWN)
    page.wait_for_function("() => !document.querySelector('lead-view').leading.warming")
    expect(page.locator("lead-view .one-thing")).not_to_have_text("Lightly again")
    assert page.evaluate(SHOWN)[1]
    assert any(url.endswith("/quiet.wav") for url in one.asked)
    assert one.ears.commands() == ["start", "ready", "pause", "resume"]
