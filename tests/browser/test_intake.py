"""The deep intake, the health screen, spots and the person card: by keys alone, for everybody, forgotten when asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Serving, Visit, Visiting
from tests.browser.served import Served
from tests.browser.steps import begin, serious, wait_for_event, wait_until
from tests.browser.test_access import sideways
from tests.browser.test_keyboard import tab_to

pytestmark = pytest.mark.browser

WISHES = "() => document.querySelector('#main').firstElementChild.evening.wishes"
SENT = """() => { window.sent = []; const real = window.fetch;
  window.fetch = (path, options) => {
    window.sent.push([String(path), options?.body ?? '']);
    return real(path, options);
  };
}"""


@pytest.fixture(scope="module")
def coach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Give one server for all that keeps nothing."""
    with Served(tmp_path_factory.mktemp("coach")) as served:
        yield served


def wishes(page: Page) -> dict[str, Any]:
    """Give what the page would ask for."""
    fields: dict[str, Any] = page.evaluate(WISHES)
    return fields


def choose(page: Page, name: str, *, exact: bool = False) -> None:
    """Choose one of a few, or tick a box, by keys."""
    field = page.get_by_role("radio", name=name, exact=exact).or_(page.get_by_role("checkbox", name=name, exact=exact))
    field.focus()
    page.keyboard.press("Space")


def go(page: Page, link: str, view: str) -> None:
    """Follow a link by keys."""
    page.get_by_role("link", name=link).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(view)


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


def make_card(page: Page, name: str) -> None:
    """Make a card of tonight's answers and have it kept, by keys."""
    go(page, "A person card", "card-view .intake")
    page.get_by_role("button", name="Make one of tonight’s answers").press("Enter")
    page.wait_for_selector(".qr img")
    page.get_by_label("Whose it is").fill(name)
    page.get_by_role("button", name="Keep it on this machine").press("Enter")
    expect(page.get_by_role("button", name="Forget it")).to_be_focused()


def test_a_card_is_kept_used_changed_and_forgotten(serve: Serving, visit: Visiting) -> None:
    """A card carries what lasts to another evening and is changed in place; forgotten, no byte of it is on the disk."""
    server = serve()
    one = visit(server)
    page = one.page
    go(page, "Tell me more", "more-view")
    choose(page, "Firm", exact=True)
    choose(page, "Nut or sesame allergy")
    go(page, "Done", "tonight-view")
    make_card(page, "Plum-tree")
    assert "Plum-tree" in everything(server.data)
    choose(page, "Light", exact=True)
    expect(page.locator("textarea.code")).to_have_value(re.compile("firm=soft"))
    page.reload()
    page.wait_for_selector("card-view .kept li")
    page.get_by_role("button", name="Use tonight: Plum-tree").press("Enter")
    page.wait_for_selector("tonight-view")
    assert (True, True) == (wishes(page)["soft"], wishes(page)["nut_allergy"])
    go(page, "With the card of Plum-tree", "card-view [data-card]")
    page.get_by_role("button", name="Do not use it").press("Enter")
    assert (False, False) == (wishes(page)["soft"], wishes(page)["nut_allergy"])
    page.get_by_role("button", name="Forget it").press("Enter")
    expect(page.get_by_text("None so far.")).to_be_visible()
    expect(page.get_by_role("heading", name="Kept on this machine")).to_be_focused()
    assert "Plum-tree" not in everything(server.data)
    assert one.complaints == []


def test_a_card_comes_back_from_its_text_or_a_file(coach: Served, visit: Visiting, tmp_path: Path) -> None:
    """What their phone held fills the wishes, as text or as a file; anything else is said to be no card."""
    page = visit(coach).page
    go(page, "A person card", "card-view .intake")
    field = page.get_by_label("The card as text")
    field.fill("a shopping list")
    page.get_by_role("button", name="Read it").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("no person card")
    field.fill("backrub-card 1;firm=soft;pos=seated;no=waist:both;p=shoulders:-3:3;a77b556a")
    page.get_by_role("button", name="Read it").press("Enter")
    page.wait_for_selector(".qr img")
    expect(page.locator(".learnt")).to_contain_text("A little softer on the shoulders")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="save as a file").click()
    waiting.value.save_as(tmp_path / "card.txt")
    page.get_by_role("button", name="Other cards").press("Enter")
    page.get_by_label("open a file").set_input_files(tmp_path / "card.txt")
    page.wait_for_selector(".qr img")
    choose(page, "Firmer", exact=True)
    expect(page.locator(".learnt")).to_contain_text("A little firmer on the shoulders")
    page.locator("[data-learnt=shoulders] .button.quiet").press("Enter")
    expect(page.get_by_text("Nothing yet.")).to_be_visible()
    page.get_by_role("button", name="Use tonight").press("Enter")
    go(page, "Done", "tonight-view")
    expect(page.get_by_role("button", name="low back, left, left alone")).to_be_visible()
    assert "seated" == wishes(page)["position"]


def lead_with_a_wish(one: Visit) -> None:
    """Be led for a while, say softer, and stop."""
    begin(one, 5)
    wait_until(one.page, 35)
    one.page.keyboard.press("ArrowDown")
    wait_for_event(one, "pressure-changed")
    one.page.keyboard.press("Escape")
    one.page.wait_for_function("() => document.querySelector('lead-view').leading.view.status === 'stopped'")
    one.page.mouse.click(300, 300)
    one.page.wait_for_selector("after-view .keep")


def test_a_kept_session_teaches_and_a_card_is_offered(serve: Serving, visit: Visiting) -> None:
    """After yes the page says what was learnt, lets it be corrected and added to, and keeps a card if wanted."""
    server = serve(20)
    one = visit(server)
    page = one.page
    lead_with_a_wish(one)
    tab_to(page, "Yes")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Kept, on this machine only.")
    expect(page.get_by_role("heading", name="For next time")).to_be_visible()
    expect(page.locator(".learnt")).to_contain_text("softer")
    assert [] == serious(page)
    assert [] == sideways(page)
    page.locator(".liked button").first.press("Enter")
    expect(page.locator(".learnt li").nth(1)).to_be_visible()
    page.get_by_label("Whose it is").fill("Pear-tree")
    page.get_by_role("button", name="Keep a card").press("Enter")
    expect(page.locator(".next")).to_contain_text("Written on the card of Pear-tree")
    expect(page.get_by_role("heading", name="For next time")).to_be_focused()
    page.get_by_role("link", name="Done").press("Enter")
    page.wait_for_selector("tonight-view")
    go(page, "A person card", "card-view .kept")
    page.get_by_role("button", name="Use tonight: Pear-tree").press("Enter")
    page.wait_for_selector("tonight-view")
    assert wishes(page)["likes"]["pressed"]
    assert one.complaints == []


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
    one = visit(serve(), viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    found = {name: (faults(one.page), sideways_at(one.page)) for name in pages(one.page)}
    assert {name: ([], []) for name in found} == found
    assert one.complaints == []


def test_the_deep_intake_fits_with_text_twice_as_large(serve: Serving, visit: Visiting) -> None:
    """At 200 % text nothing of it sticks out sideways."""
    one = visit(serve(), viewport={"width": 390, "height": 844})
    larger = {"fontSizes": {"standard": 32, "fixed": 26}}
    one.page.context.new_cdp_session(one.page).send("Page.setFontSizes", larger)
    one.page.reload()
    one.page.wait_for_selector("tonight-view back-map")
    found = {name: sideways_at(one.page, SIZES[1:]) for name in pages(one.page)}
    assert {name: [] for name in found} == found


def test_the_deep_intake_is_mirrored_from_the_right(coach: Served, visit: Visiting) -> None:
    """Written from right to left ticks stand on the right of their words, and nothing sticks out."""
    page = visit(coach, viewport={"width": 390, "height": 844}).page
    page.goto(f"{page.url}?dir=rtl")
    page.wait_for_selector("tonight-view back-map")
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


def everything(folder: Path) -> str:
    """Give every byte in a data folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() for path in files).decode("utf-8", "replace")
