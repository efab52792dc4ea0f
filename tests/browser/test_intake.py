"""The deep intake, the health screen and spots: by keys alone, and for everybody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import FIRST_PAGE, Serving, Visiting
from tests.browser.served import Served
from tests.browser.steps import choose, go, make_card, serious, wishes
from tests.browser.test_access import sideways
from tests.browser.test_keyboard import tab_to

pytestmark = pytest.mark.browser

SENT = """() => { window.sent = []; const real = window.fetch;
  window.fetch = (path, options) => {
    window.sent.push([String(path), options?.body ?? '']);
    return real(path, options);
  };
}"""


def test_everything_of_the_deep_intake_is_said_by_keys(coach: Served, visit: Visiting) -> None:
    """Whatever may be said is reached with the keyboard, is told on the first page, and is in the plan that follows."""
    one = visit(coach)
    page = one.page
    tab_to(page, "Tell me more")
    page.keyboard.press("Enter")
    page.wait_for_selector("more-view .intake")
    for name in ("Sore muscles", "Light", "On one side", "Lotion", "Never", "15 min", "Cool", "Quiet"):
        choose(page, name, exact=True)
    for name in ("My hands are weak", "My hands are small", "Thumbs are sore", "Kneeling is hard", "My back is sore"):
        choose(page, name)
    for name in ("Nut or sesame allergy", "Nothing scented", "Condoms or other latex later", "Ticklish"):
        choose(page, name)
    told = page.locator(".advice")
    for words in (
        "trained therapist",
        "Strength is not what makes it good",
        "weaken latex",
        "Warm the room",
        "Two halves",
    ):
        expect(told.filter(has_text=words)).to_have_count(1)
    expected = {"intention": "sore", "soft": True, "position": "side-lying", "glide": "lotion", "experience": "new"}
    expected |= {"lasts_min": 15, "room": "cool", "talk": "quiet", "weak_hands": True, "small_hands": True}
    expected |= {"sore_thumbs": True, "kneels": False, "sore_back": True, "nut_allergy": True, "scent_free": True}
    expected |= {"latex": True, "ticklish": True}
    assert expected == {name: wishes(page)[name] for name in expected}
    go(page, "Done", "tonight-view")
    expect(page.locator(".said")).to_contain_text("My hands are weak")
    page.get_by_role("button", name="Begin").press("Enter")
    page.wait_for_selector("plan-view .plan")
    notes = page.locator("plan-view")
    for words in ("hand", "latex"):
        expect(notes).to_contain_text(words)
    assert one.complaints == []


def test_firm_and_deep_are_answered(coach: Served, visit: Visiting) -> None:
    """Only who likes it firm is asked about deep, and deep is answered with what helps; light takes both back."""
    page = visit(coach).page
    go(page, "Tell me more", "more-view")
    expect(page.get_by_role("checkbox", name="deep, it should hurt")).to_have_count(0)
    choose(page, "Firm", exact=True)
    choose(page, "deep, it should hurt")
    expect(page.locator(".advice").filter(has_text="pain is not what helps")).to_be_visible()
    choose(page, "Light", exact=True)
    assert {"soft": True, "firm": False, "deep": False} == {
        name: wishes(page)[name] for name in ("soft", "firm", "deep")
    }


def test_each_health_question_says_what_follows(coach: Served, visit: Visiting) -> None:
    """Every row of the table is a question of the page that tells what follows; no answer leaves the page for it."""
    page = visit(coach).page
    page.evaluate(SENT)
    page.get_by_role("button", name="Something").click()
    go(page, "All the questions", "health-view .group")
    screen = page.evaluate("() => document.querySelector('health-view').evening.screen")
    rows = [row for group in screen["groups"] for row in group["conditions"]]
    assert [row["id"] for row in rows] == page.locator("[data-condition]").evaluate_all(
        "(all) => all.map((one) => one.dataset.condition)"
    )
    for row in rows:
        question = page.locator(f"[data-condition='{row['id']}']")
        question.get_by_role("checkbox").focus()
        page.keyboard.press("Space")
        expect(question.locator(".says")).to_contain_text(row["says"])
        assert [one["id"] for one in row["actions"]] == question.locator(".action").evaluate_all(
            "(all) => all.map((one) => one.dataset.action)"
        )
        page.keyboard.press("Space")
    assert [] == wishes(page)["health"]["conditions"]
    asked = [path for path, body in page.evaluate("() => window.sent") if body]
    assert [] == asked


def test_an_emergency_is_answered_in_two_sentences(coach: Served, visit: Visiting) -> None:
    """With several grave answers only the call for help is said, and there is nothing to begin."""
    page = visit(coach).page
    page.get_by_role("button", name="Something").click()
    go(page, "All the questions", "health-view .group")
    choose(page, "Fever, or ill")
    expect(page.get_by_role("heading", name="Not tonight")).to_be_visible()
    choose(page, "Newly numb between the legs")
    expect(page.get_by_role("heading", name="Please call for help now")).to_be_visible()
    expect(page.locator(".not-tonight p")).to_have_count(1)
    text = page.locator(".not-tonight p").inner_text()
    assert text.count(".") <= 2
    go(page, "Done", "tonight-view")
    expect(page.get_by_role("button", name="Begin")).to_have_count(0)
    expect(page.get_by_role("heading", name="Please call for help now")).to_be_visible()
    choose(page, "Newly numb between the legs")
    choose(page, "Fever, or ill")
    expect(page.get_by_role("button", name="Begin")).to_be_visible()


def test_none_of_these_is_an_answer(coach: Served, visit: Visiting) -> None:
    """Whoever has read the questions and ticks none says so with one key."""
    page = visit(coach).page
    go(page, "Tell me more", "more-view")
    go(page, "All the questions", "health-view .group")
    choose(page, "A child")
    assert "something" == wishes(page)["health"]["answered"]
    choose(page, "A child")
    assert {"answered": "unanswered", "conditions": []} == wishes(page)["health"]
    page.get_by_role("button", name="None of these").press("Enter")
    page.wait_for_selector("tonight-view")
    assert {"answered": "none", "conditions": []} == wishes(page)["health"]
    expect(page.get_by_role("button", name="None", exact=True)).to_have_attribute("aria-pressed", "true")


def test_a_tender_spot_is_marked_by_keys_and_by_finger(coach: Served, visit: Visiting) -> None:
    """A spot to be held is set on a named place, is read out with it, is in the plan, and is taken away again."""
    one = visit(coach, viewport={"width": 390, "height": 844})
    page = one.page
    spoken = page.locator("tonight-view > .tonight > [aria-live=polite]")
    tab_to(page, "Mark a spot")
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="Tender spot")).to_be_focused()
    page.get_by_role("button", name="left shoulder").focus()
    page.keyboard.press("Enter")
    expect(spoken).to_have_text("Tender spot, left shoulder: to be held")
    expect(page.get_by_role("button", name="left shoulder, tender spot")).to_have_attribute("aria-pressed", "true")
    box = page.get_by_role("button", name="right shoulder").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.6)
    assert [("shoulders", "left"), ("shoulders", "right")] == [
        (spot["area"], spot["side"]) for spot in wishes(page)["tender"]
    ]
    chooser, back = page.locator(".spots").bounding_box(), page.locator("back-map").bounding_box()
    assert chooser is not None
    assert back is not None
    assert abs(chooser["y"] - (back["y"] + back["height"])) < 40
    page.get_by_role("button", name="Take away: Tender spot, right shoulder").press("Enter")
    expect(spoken).to_have_text("Tender spot, right shoulder: taken away")
    page.get_by_role("button", name="Done").press("Enter")
    expect(page.get_by_role("button", name="Mark a spot")).to_be_focused()
    page.get_by_role("button", name="None", exact=True).click()
    page.get_by_role("button", name="Begin").click()
    page.wait_for_selector("plan-view .plan")
    steps = page.evaluate("() => document.querySelector('plan-view').evening.plan.routine.steps")
    assert [("shoulders", "left")] == [(step["area"], step["side"]) for step in steps if step["kind"] == "hold"]


def test_a_spot_to_go_round_is_left_alone(coach: Served, visit: Visiting) -> None:
    """Another kind of spot is no place to hold; taps set and take it away as the drawing says."""
    page = visit(coach).page
    page.get_by_role("button", name="Mark a spot").click()
    choose(page, "Mole")
    page.get_by_role("button", name="right side").focus()
    page.keyboard.press("Enter")
    assert (["mole"], []) == ([mark["kind"] for mark in wishes(page)["marks"]], wishes(page)["tender"])
    expect(page.locator(".spots li")).to_contain_text("Mole, right side, 4 cm across")


def pages(page: Page) -> Iterator[str]:
    """Go through every page of the deep intake, each as full as it gets."""
    page.get_by_role("button", name="Mark a spot").click()
    page.get_by_role("button", name="left shoulder").focus()
    page.keyboard.press("Enter")
    yield "tonight, marking"
    page.get_by_role("button", name="Done").click()
    page.get_by_role("button", name="Something").click()
    choose(page, "Recent injury")
    yield "tonight, answered"
    go(page, "All the questions", "health-view .group")
    choose(page, "Newly numb between the legs")
    choose(page, "Allergic to nuts")
    yield "health, not tonight"
    choose(page, "Newly numb between the legs")
    go(page, "Done", "tonight-view")
    go(page, "Tell me more", "more-view")
    for name in ("Firm", "On one side", "Sore muscles"):
        choose(page, name, exact=True)
    for name in ("My hands are weak", "We both get one", "Condoms or other latex later"):
        choose(page, name)
    yield "more"
    go(page, "Done", "tonight-view")
    make_card(page, "A name as long as names are in some families")
    yield "card, open"
    page.get_by_role("button", name="Other cards").click()
    yield "cards"


SIZES = ((320, 640), (390, 844), (1280, 800))


def sideways_at(page: Page, sizes: tuple[tuple[int, int], ...] = SIZES) -> list[str]:
    """Give what sticks out of the screen sideways at some sizes."""
    found = []
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{width}: {one}" for one in sideways(page)]
    return found


def faults(page: Page) -> list[str]:
    """Give the serious faults that axe finds in the light and in the dark."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {one}" for one in serious(page)]
    return found


def test_the_deep_intake_is_for_everybody(serve: Serving, visit: Visiting) -> None:
    """Axe finds nothing serious on any of its pages, light or dark, and nothing sticks out sideways, down to 320 px."""
    one = visit(serve(), viewport={"width": 390, "height": 844})
    found = {name: (faults(one.page), sideways_at(one.page)) for name in pages(one.page)}
    assert {name: ([], []) for name in found} == found
    assert one.complaints == []


def test_the_deep_intake_fits_with_text_twice_as_large(serve: Serving, visit: Visiting) -> None:
    """At 200 % text nothing of it sticks out sideways."""
    one = visit(serve(), viewport={"width": 390, "height": 844})
    larger = {"fontSizes": {"standard": 32, "fixed": 26}}
    one.page.context.new_cdp_session(one.page).send("Page.setFontSizes", larger)
    one.page.reload()
    one.page.wait_for_selector(FIRST_PAGE)
    found = {name: sideways_at(one.page, SIZES[1:]) for name in pages(one.page)}
    assert {name: [] for name in found} == found


def test_the_deep_intake_is_mirrored_from_the_right(coach: Served, visit: Visiting) -> None:
    """Written from right to left ticks stand on the right of their words, and nothing sticks out."""
    page = visit(coach, viewport={"width": 390, "height": 844}).page
    page.goto(f"{page.url}?dir=rtl")
    page.wait_for_selector(FIRST_PAGE)
    page.get_by_role("button", name="Mark a spot").click()
    found = [sideways_at(page)]
    go(page, "Tell me more", "more-view")
    found.append(sideways_at(page))
    tick, word = page.get_by_role("checkbox", name="Ticklish"), page.locator(".tick span", has_text="Ticklish")
    assert (tick.bounding_box() or {"x": 0})["x"] > (word.bounding_box() or {"x": 0})["x"]
    go(page, "All the questions", "health-view .group")
    choose(page, "Fever, or ill")
    found.append(sideways_at(page))
    assert [[], [], []] == found
