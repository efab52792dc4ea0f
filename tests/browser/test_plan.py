"""The plan page: what is tried on it, another plan, wishes that clash, both getting one, a hug that is only learnt."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Serving, Visiting
from tests.browser.steps import from_drawer, mark_very_tense, open_session, plan, serious, wait_for_status
from tests.browser.test_access import sideways
from tests.browser.test_keyboard import tab_to

pytestmark = pytest.mark.browser

SETTLED = "() => document.querySelector('plan-view')?.desk.busy === false"
SHOWN = "() => document.querySelector('plan-view').desk.plan.routine"
LED = "() => document.querySelector('lead-view').leading.plan?.routine"
SEED = "() => document.querySelector('plan-view').desk.wishes.seed"


def settled(page: Page) -> None:
    """Wait until nothing more is being solved."""
    page.wait_for_function(SETTLED)


def done_in(routine: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Give what is done where; how long is told to the second only once whole strokes fill each step."""
    return [(step["kind"], step.get("technique"), step.get("area"), step.get("side")) for step in routine["steps"]]


def led(page: Page) -> dict[str, Any]:
    """Wait for the plan of the session, and give it."""
    page.wait_for_function(LED)
    routine: dict[str, Any] = page.evaluate(LED)
    return routine


def test_a_slider_is_solved_while_it_moves_and_said_aloud(serve: Serving, visit: Visiting) -> None:
    """By keyboard alone: turned up, a place gets more, in a table and aloud; put back, there is the plan of before."""
    one = visit(serve())
    page = one.page
    plan(page, 15)
    before = page.evaluate(SHOWN)
    tab_to(page, "What if …")
    page.keyboard.press("Enter")
    tab_to(page, "low back")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    settled(page)
    slider = page.get_by_role("slider", name="low back", exact=True)
    expect(slider).to_have_attribute("aria-valuetext", "very")
    row = page.get_by_role("row", name="Low back").first
    expect(row).to_contain_text("very tense")
    expect(page.locator(".try > [aria-live=polite]")).to_contain_text("before")
    changed = page.evaluate(SHOWN)
    assert done_in(before) != done_in(changed)
    assert ([], []) == (serious(page), sideways(page))
    tab_to(page, "put it back")
    page.keyboard.press("Enter")
    expect(page.locator(".changes")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert before == page.evaluate(SHOWN)
    assert [] == one.complaints


def test_another_plan_is_drawn_led_and_had_again_by_its_number(serve: Serving, visit: Visiting) -> None:
    """Another plan has other strokes and a number; typed again later, the number gives it again; it is led as shown."""
    one = visit(serve())
    page = one.page
    mark_very_tense(page, "right shoulder")
    plan(page, 20)
    best = page.evaluate(SHOWN)
    page.get_by_role("button", name="another plan").click()
    settled(page)
    drawn, seed = page.evaluate(SHOWN), page.evaluate(SEED)
    assert seed > 0
    assert done_in(best) != done_in(drawn)
    page.get_by_role("button", name="the best one again").click()
    settled(page)
    assert best == page.evaluate(SHOWN)
    page.locator(".what-if summary").click()
    page.get_by_label("Plan number").fill(str(seed))
    page.keyboard.press("Enter")
    page.wait_for_function("(seed) => document.querySelector('plan-view').evening.plan.seed === seed", arg=seed)
    assert drawn == page.evaluate(SHOWN)
    open_session(page)
    assert done_in(drawn) == done_in(led(page))


def test_wishes_that_clash_are_dropped_with_a_tap(serve: Serving, visit: Visiting) -> None:
    """Too short for a tense place: either is dropped with a tap. With nothing left to stroke there is a way on too."""
    one = visit(serve(), viewport={"width": 390, "height": 844})
    page = one.page
    mark_very_tense(page, "right shoulder")
    plan(page, 3)
    clash = page.get_by_role("region", name="Not all of this together")
    expect(clash).to_contain_text("very tense: the shoulders, right")
    assert ([], []) == (serious(page), sideways(page))
    clash.get_by_role("button", name="3 minutes: take 15").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("15 minutes")
    expect(clash).to_have_count(0)
    page.get_by_role("link", name="change my answers").click()
    everywhere = [{"area": area, "side": "both"} for area in ("whole-back", "shoulders", "neck-base")]
    page.locator("tonight-view").evaluate("(view, avoid) => view.evening.wish({ avoid })", everywhere)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("No plan yet")
    assert ([], []) == (serious(page), sideways(page))
    page.get_by_role("button", name="drop").first.click()
    expect(page.locator("plan-view plan-ribbon")).to_be_visible()


def test_both_get_one(serve: Serving, visit: Visiting) -> None:
    """Two equal halves: the second has wishes and health answers of their own, also after a reload, and is led next."""
    one = visit(serve(12))
    page = one.page
    mark_very_tense(page, "right shoulder")
    plan(page, 15)
    page.get_by_role("button", name="we both get one").click()
    expect(page.get_by_text("6 minutes each, and 3 minutes to change places.")).to_be_visible()
    first = page.evaluate(SHOWN)
    page.get_by_role("radio", name="then").check(force=True)
    second = page.evaluate(SHOWN)
    assert (360, 360) == (first["duration_s"], second["duration_s"])
    assert done_in(first) != done_in(second)
    open_session(page)
    assert done_in(first) == done_in(led(page))
    page.reload()
    page.wait_for_selector(".sound-overlay")
    page.keyboard.press("x")
    page.wait_for_selector("lead-view .ready[data-kind=ready]")
    page.keyboard.press("r")
    wait_for_status(page, "running")
    from_drawer(page, "1 min")
    page.wait_for_selector("after-view", timeout=60_000)
    page.mouse.click(5, 5)
    page.get_by_role("button", name="No", exact=True).click()
    late: list[Route] = []
    page.route("**/api/screen", lambda route: late.append(route))  # noqa: PLW0108 - a tick may come before its screen
    with page.expect_request("**/api/screen"):
        page.get_by_role("link", name="Change places").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Change places")
    page.get_by_role("button", name="Something").click()
    page.get_by_role("checkbox", name="Fever").check()
    late.pop().continue_()
    expect(page.get_by_role("heading", name="Not tonight")).to_be_visible()
    expect(page.get_by_role("button", name="Lead me")).to_have_count(0)
    page.get_by_role("button", name="None", exact=True).click()
    mark_very_tense(page, "left side")
    assert ([], []) == (serious(page), sideways(page))
    tab_to(page, "Lead me")
    page.keyboard.press("Enter")
    page.wait_for_selector("lead-view .ready[data-kind=ready]")
    routine = led(page)
    assert 360 == routine["duration_s"]
    assert "sides" in {step.get("area") for step in routine["steps"]}
    assert [] == [text for text in one.complaints if "422" not in text]


def test_a_hug_is_read_and_never_led(serve: Serving, visit: Visiting) -> None:
    """Where a hug is chosen there is a page to read, with nothing on it that leads."""
    one = visit(serve(), viewport={"width": 320, "height": 640})
    page = one.page
    page.locator("tonight-view").evaluate("(view) => view.evening.wish({ position: 'hug' })")
    page.get_by_role("button", name="Learn the hug").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A hug that rubs the back")
    assert page.get_by_role("listitem").count() >= 5
    expect(page.get_by_role("button", name="Lead me")).to_have_count(0)
    assert ([], []) == (serious(page), sideways(page))
    page.get_by_role("link", name="change my answers").click()
    page.wait_for_selector("tonight-view")
    assert [] == one.complaints
