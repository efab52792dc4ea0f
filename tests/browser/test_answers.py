"""The first page and the plan: what is asked, what is answered on the spot, and what is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import FIRST_PAGE, Serving, Visiting
from tests.browser.steps import begin, from_drawer, plan

pytestmark = pytest.mark.browser

LAID_OUT = """() => ['header p', '.minutes', '.where-tight', '.hero'].map((part) => {
  const { left, top, width } = document.querySelector(`.tonight ${part}`).getBoundingClientRect();
  return [part, left, top, width];
})"""


def test_one_tap_on_begin_is_enough(serve: Serving, visit: Visiting) -> None:
    """With nothing answered there is a plan of fifteen minutes, and neither health answer was chosen for anybody."""
    one = visit(serve())
    for name in ("None", "Something"):
        expect(one.page.get_by_role("button", name=name, exact=True)).to_have_attribute("aria-pressed", "false")
    one.page.get_by_role("button", name="Begin").click()
    expect(one.page.get_by_role("heading", level=1)).to_contain_text("15 minutes")
    assert one.page.evaluate("() => document.querySelector('plan-view').evening.plan.routine.duration_s") == 900


def test_an_answer_that_forbids_a_rub_is_answered_on_the_spot(serve: Serving, visit: Visiting) -> None:
    """A fever says why not tonight, kindly, and there is nothing to begin until the answer is taken back."""
    one = visit(serve())
    page = one.page
    page.get_by_role("button", name="Something").click()
    fever = page.get_by_role("checkbox", name="Fever")
    fever.check()
    expect(page.get_by_role("heading", name="Not tonight")).to_be_visible()
    expect(page.get_by_role("button", name="Begin")).to_have_count(0)
    fever.uncheck()
    expect(page.get_by_role("button", name="Begin")).to_be_visible()


def test_the_back_is_tapped_for_more_and_held_to_be_left_alone(serve: Serving, visit: Visiting) -> None:
    """Taps on a shoulder make it a little, quite and very tense; a press and hold leaves it alone."""
    one = visit(serve())
    page = one.page
    spoken = page.locator("tonight-view > .tonight > [aria-live=polite]")
    target = page.get_by_role("button", name="right shoulder")
    box = target.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.6
    for level in ("a little", "quite", "very"):
        page.mouse.click(x, y)
        expect(spoken).to_have_text(f"right shoulder: {level}")
    page.mouse.move(x, y)
    page.mouse.down()
    expect(spoken).to_have_text("right shoulder: left alone")
    page.mouse.up()


def test_the_plan_changes_by_a_chip_and_can_be_taken_along(serve: Serving, visit: Visiting, tmp_path: Path) -> None:
    """Longer makes it longer, a step says why it is there, and the file holds the routine to the second."""
    one = visit(serve())
    page = one.page
    plan(page, 10)
    page.get_by_role("button", name="longer").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("15 minutes")
    expect(page.locator(".step")).to_contain_text("Why")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="as a file").click()
    waiting.value.save_as(tmp_path / "plan.json")
    routine = json.loads((tmp_path / "plan.json").read_text())
    assert routine["format"] == 1
    assert sum(step["duration_s"] for step in routine["steps"]) == routine["duration_s"] == 900


def test_print_shows_a_table_and_nothing_else(serve: Serving, visit: Visiting) -> None:
    """On paper every step that takes time is a row."""
    one = visit(serve())
    plan(one.page, 10)
    one.page.emulate_media(media="print")
    expect(one.page.locator(".plan")).to_be_hidden()
    expect(one.page.locator(".printed tbody tr").first).to_be_visible()


def test_the_end_is_dark_and_asks_only_when_touched(serve: Serving, visit: Visiting) -> None:
    """For half a minute nothing is shown; a touch brings the question, and no is chosen."""
    one = visit(serve(20))
    page = one.page
    before = page.evaluate(LAID_OUT)
    begin(one)
    from_drawer(page, "1 min")
    page.wait_for_selector("after-view .after", timeout=60_000)
    expect(page.get_by_text("Keep this session?")).to_have_count(0)
    page.mouse.click(200, 200)
    expect(page.get_by_role("button", name="No", exact=True)).to_have_class("button chosen")
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Nothing of it is left on this machine.")
    expect(page.get_by_role("heading", name="For next time")).to_have_count(0)
    page.get_by_role("link", name="Done").click()
    page.wait_for_selector(FIRST_PAGE)
    expect(page.get_by_text("A back rub is going on.")).to_have_count(0)
    assert before == page.evaluate(LAID_OUT)  # nothing of the pages that came between is left on it
