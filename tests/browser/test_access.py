"""Every page for everybody: screen readers, large text, small screens, the other reading direction, less motion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import FIRST_PAGE, MOVING, Serving, Visit, Visiting
from tests.browser.steps import begin, from_drawer, open_session, plan, serious, wait_for_status, wait_until

pytestmark = pytest.mark.browser

SCREENS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}, **MOVING},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "laptop": {"viewport": {"width": 1280, "height": 800}, **MOVING},
    "dark": {"viewport": {"width": 1280, "height": 720}, "color_scheme": "dark"},
}
OVERFLOW = """() => [...document.querySelectorAll('main *')].filter((element) => {
  const box = element.getBoundingClientRect();
  const hidden = element.closest('.visually-hidden, .printed, back-map, plan-ribbon, dialog:not([open])');
  return !hidden && box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
}).map((element) => `${element.tagName}.${element.className}`).slice(0, 5)"""


def pages(one: Visit) -> Iterator[str]:
    """Go through every page, giving the name of each when it is there."""
    page = one.page
    yield "tonight"
    page.get_by_role("button", name="Something").click()
    yield "tonight, answered"
    plan(page, 5)
    yield "plan"
    open_session(page)
    yield "preparing"
    page.keyboard.press("r")
    wait_for_status(page, "running")
    yield "leading"
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("dialog").wait_for()
    loud = page.locator("dialog input[type=range]")
    assert "auto" != loud.evaluate("(input) => getComputedStyle(input).accentColor")  # dressed as the rest of the page
    yield "drawer"
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    page.keyboard.press(" ")
    wait_for_status(page, "paused")
    yield "paused"
    page.keyboard.press(" ")
    wait_for_status(page, "running")
    from_drawer(page, "1 min")
    page.wait_for_selector("after-view", timeout=60_000)
    page.mouse.click(5, 5)
    page.get_by_text("Keep this session?").wait_for()
    yield "after"


def sideways(page: Page) -> list[str]:
    """Give what sticks out of the screen sideways."""
    found: list[str] = page.evaluate(OVERFLOW)
    return found


@pytest.mark.parametrize("screen", SCREENS)
def test_no_page_has_a_serious_fault_or_sticks_out(screen: str, serve: Serving, visit: Visiting) -> None:
    """Axe finds nothing serious on any page, and nothing has to be scrolled sideways."""
    one = visit(serve(20), **SCREENS[screen])
    found = {name: (serious(one.page), sideways(one.page)) for name in pages(one)}
    assert {name: ([], []) for name in found} == found
    assert one.complaints == []


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800)])
def test_text_twice_as_large_fits(width: int, height: int, serve: Serving, visit: Visiting) -> None:
    """At 200 % text nothing sticks out sideways on any page."""
    one = visit(serve(20), viewport={"width": width, "height": height})
    larger = {"fontSizes": {"standard": 32, "fixed": 26}}  # as a person sets it in the browser
    one.page.context.new_cdp_session(one.page).send("Page.setFontSizes", larger)
    one.page.reload()
    one.page.wait_for_selector(FIRST_PAGE)
    found = {name: sideways(one.page) for name in pages(one)}
    assert {name: [] for name in found} == found


SHORT = ["kneading", "Slowly."]
LONG = [
    "spreading the low back by the heel of a hand",
    "With the heel of one hand from beside the spine out over the waist to the hip, and lift to come back.",
]
SAID = """async ([label, text]) => {
  const view = document.querySelector('lead-view');
  view.leading.stepOf(view.leading.position().step).label = label;
  view.leading.caption = { text };
  view.requestUpdate();
  await view.updateComplete;
  const [name, how, clock] = ['.one-thing', '.how', 'pulse-ring'].map((one) => document.querySelector(`.lead ${one}`));
  const free_px = clock.getBoundingClientRect().top - how.getBoundingClientRect().bottom;
  return [parseFloat(getComputedStyle(name).fontSize), free_px];
}"""
"""Shows a name and what is said; gives how large the name is then, and how much is free over the clock [px]."""
LEADING = ".lead button, .lead .one-thing, .lead pulse-ring"
OUT_OF_SIGHT = """(leading) => [...document.querySelectorAll(leading)].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.top < -1 || box.bottom > innerHeight + 1 || box.height < 20;
}).map((one) => one.className)"""


def test_a_phone_lying_on_its_side_shows_everything_that_leads(serve: Serving, visit: Visiting) -> None:
    """Every target, the one thing and the time left are in sight at once on 844 × 390 px."""
    one = visit(serve(4), viewport={"width": 844, "height": 390}, **MOVING)
    begin(one)
    wait_until(one.page, 2)
    assert [] == one.page.evaluate(OUT_OF_SIGHT, LEADING)
    assert [] == sideways(one.page)


def test_long_words_never_lie_over_the_clock(serve: Serving, visit: Visiting) -> None:
    """The longest name with a long sentence keeps off the time left; short ones are as large as ever."""
    one = visit(serve(1))
    begin(one)
    for width, height in ((1280, 800), (1024, 600)):
        one.page.set_viewport_size({"width": width, "height": height})
        usual_px, _ = one.page.evaluate(SAID, SHORT)
        smaller_px, free_px = one.page.evaluate(SAID, LONG)
        assert free_px >= 0
        assert smaller_px < usual_px
        assert usual_px == one.page.evaluate(SAID, SHORT)[0]


def test_written_from_the_right_the_page_is_mirrored_and_the_body_is_not(serve: Serving, visit: Visiting) -> None:
    """From right to left the answers change sides; the receiver's left shoulder stays on the left of the drawing."""
    one = visit(serve(20))
    where = "() => document.querySelector('.answers').getBoundingClientRect().left"
    shoulder = "() => { const map = document.querySelector('back-map'); const box = map.getBoundingClientRect();"
    shoulder += " const left = map.shadowRoot.querySelector('[aria-label^=\"left shoulder\"]').getBoundingClientRect();"
    shoulder += " return (left.left + left.right) / 2 < (box.left + box.right) / 2; }"
    assert one.page.evaluate(where) > 640
    assert one.page.evaluate(shoulder)
    one.page.goto(f"{one.server.address}/?dir=rtl")
    one.page.wait_for_selector(FIRST_PAGE)
    one.page.get_by_role("button", name="left shoulder").wait_for()
    assert one.page.evaluate(where) < 640
    assert one.page.evaluate(shoulder)
    assert {name: [] for name in ["tonight"]} == {"tonight": sideways(one.page)}


def test_with_less_motion_nothing_moves_by_itself(serve: Serving, visit: Visiting) -> None:
    """Hands stand still as outlines, and the pulse ring goes on in eighths."""
    one = visit(serve(4))
    begin(one)
    wait_until(one.page, 5)
    assert one.page.evaluate("() => document.querySelector('back-map').reduced")
    assert one.page.evaluate("() => document.querySelector('pulse-ring').phase * 8 % 1") == 0
