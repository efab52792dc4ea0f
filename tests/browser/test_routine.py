"""The page of a routine: what is written is checked while it changes, drawn, laid out, saved, opened and led."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Serving, Visit, Visiting
from tests.browser.steps import plan, serious
from tests.browser.test_access import SCREENS, sideways

pytestmark = pytest.mark.browser

LIBRARY = Path(__file__).resolve().parents[2] / "routines"
GENTLE = (
    "title: Små strök\nfor: 3 min on a mat, with oil\nwarm up\n3 min effleurage, whole back, palms, pressure 2 to 1\n"
)
TEXT = "() => document.querySelector('routine-editor').text"
WRITE = "(text) => document.querySelector('routine-view').editor.setText(text)"
GO = "([line, column]) => document.querySelector('routine-editor').goTo(line, column)"
REFUSED = (
    "document.addEventListener('securitypolicyviolation', (event) => console.error('refused', event.violatedDirective))"
)


def open_page(one: Visit) -> Page:
    """Go to the page from the first one, by its link, and wait until it can be written in."""
    one.page.add_init_script(REFUSED)
    one.page.reload()
    one.page.get_by_role("link", name="write your own").click()
    one.page.get_by_role("textbox", name="The routine, line by line").wait_for()
    expect(one.page.get_by_role("heading", level=1)).to_have_text("The twenty-minute classic")
    return one.page


def write(page: Page, text: str) -> None:
    """Put a text in place of the one there."""
    page.evaluate(WRITE, text)


def found(page: Page) -> Any:  # noqa: ANN401 - a locator's own type is not exported under a name
    """Give what was found, one after the other."""
    return page.locator(".findings li")


def test_the_editor_is_fetched_on_its_own_page_only(serve: Serving, visit: Visiting) -> None:
    """The first page is light; the page of a routine fetches the editor, and nothing from anywhere else."""
    one = visit(serve())
    assert not any("codemirror" in url or "routine" in url for url in one.asked)
    open_page(one)
    assert any("codemirror" in url for url in one.asked)
    assert [] == one.strangers()
    assert [] == one.complaints


def test_a_slip_is_found_while_it_is_typed_and_a_word_completed(serve: Serving, visit: Visiting) -> None:
    """What was typed is marked in the text and said beside it; the right word is offered, and all is well again."""
    one = visit(serve())
    page = open_page(one)
    expect(page.get_by_text("Nothing to say: a kind rub.")).to_be_visible()
    page.evaluate(GO, [25, 1])
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("1 min kneading, sholders")
    expect(found(page).first).to_contain_text("line 26")
    expect(found(page).first).to_contain_text("sholders")
    expect(page.get_by_role("button", name="Lead this")).to_be_disabled()
    page.locator(".cm-lintRange-error").wait_for()
    for _ in "olders":
        page.keyboard.press("Backspace")
    page.keyboard.press("Control+Space")
    page.locator("routine-editor").get_by_role("option", name="shoulders").click()
    expect(page.locator(".findings li[data-severity=error]")).to_have_count(0)
    expect(page.get_by_text("21:00 in all.")).to_be_visible()
    assert [] == one.complaints


def test_words_asked_for_while_others_are_on_their_way_are_offered(serve: Serving, visit: Visiting) -> None:
    """A slow answer that has nothing to offer does not swallow the question that came after it."""
    one = visit(serve())
    page = open_page(one)
    page.evaluate(GO, [25, 1])
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("1 min kneading, sholder")
    expect(found(page).first).to_contain_text("sholder")
    held: list[Route] = []
    page.route("**/api/routines/complete", lambda route: held.append(route), times=1)  # noqa: PLW0108 - it is marked
    with page.expect_request("**/api/routines/complete"):
        page.keyboard.type("s")
    expect(found(page).first).to_contain_text("sholders")
    for _ in "olders":
        page.keyboard.press("Backspace")
    expect(found(page).first).to_contain_text("“sh”")
    page.keyboard.press("Control+Space")
    held[0].continue_()
    page.locator("routine-editor").get_by_role("option", name="shoulders").click()
    expect(page.locator(".findings li[data-severity=error]")).to_have_count(0)


def test_a_routine_is_written_from_an_empty_page(serve: Serving, visit: Visiting) -> None:
    """From headings alone to a rub, with a slip that one press mends; the cursor is where it was mended."""
    one = visit(serve())
    page = open_page(one)
    page.get_by_label("Library").select_option("an empty page")
    expect(page.get_by_role("heading", level=1)).to_have_text("A routine of your own")
    page.wait_for_function("() => document.querySelector('routine-editor').cursor().line === 1")
    page.keyboard.type(" evening")
    page.evaluate(GO, [5, 1])
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("  3 min caress, uper back, sholders")
    expect(found(page)).to_have_count(2)
    page.get_by_role("button", name="mend this, in line 6").first.press("Enter")
    page.wait_for_function("() => document.querySelector('routine-editor').text.includes('upper back, sholders')")
    assert {"line": 6, "column": 17} == page.evaluate("() => document.querySelector('routine-editor').cursor()")
    expect(page.locator(".tools [role=status]")).to_contain_text("mended")
    assert page.evaluate("() => document.activeElement.localName") == "routine-editor"
    assert [] == one.complaints


def test_spots_to_go_round_stand_on_the_map_of_the_body_it_is_for(serve: Serving, visit: Visiting) -> None:
    """The back beside the text is the one the strokes are drawn on: its size, and what is to be left alone there."""
    page = open_page(visit(serve()))
    usual = "() => document.querySelector('back-map')?.atlas?.frame.u_mm"
    page.wait_for_function(usual)
    before = page.evaluate(usual)
    page.evaluate("() => { document.querySelector('routine-view').evening.wish({ body: { stature_mm: 1950 } }); }")
    page.evaluate("() => { location.hash = '#/'; }")
    page.get_by_role("link", name="write your own").click()
    page.wait_for_function("(before) => document.querySelector('back-map')?.atlas?.frame.u_mm > before", arg=before)
    write(page, "keep off: mole, 4 cm right, 22 cm down, 6 cm across\n" + GENTLE)
    page.wait_for_function("() => document.querySelector('back-map').wishes.marks[0]?.kind === 'mole'")


def test_ribbon_map_and_cursor_follow_each_other(serve: Serving, visit: Visiting) -> None:
    """In a stroke's line its step is chosen and its hands are drawn; choosing a step puts the cursor in its line."""
    page = open_page(visit(serve()))
    page.evaluate(GO, [15, 4])
    page.wait_for_function("() => document.querySelector('back-map').path?.technique === 'effleurage'")
    expect(page.locator(".here")).to_contain_text("Long strokes")
    page.locator("plan-ribbon").get_by_role("button", name="Kneading").first.press("Enter")
    page.wait_for_function("() => document.querySelector('routine-view').desk.line === 21")
    page.wait_for_function("() => document.querySelector('back-map').path?.technique === 'petrissage'")
    page.evaluate(GO, [9, 1])
    expect(page.locator(".here")).to_contain_text("Put the cursor in a line with a stroke")


def test_a_rule_is_explained_and_a_finding_leads_to_its_place(serve: Serving, visit: Visiting) -> None:
    """The finding's button puts the cursor there; its page says why."""
    page = open_page(visit(serve()))
    write(page, "work\n  3 min  petrissage, along the spine, palms, pressure 3\n")
    spine = page.locator(".findings li[data-code=RUB101]")
    spine.locator("summary").click()
    expect(spine).to_contain_text("The spinous processes lie under thin skin")
    spine.locator(".found").click()
    assert {"line": 2, "column": 22} == page.evaluate("() => document.querySelector('routine-editor').cursor()")
    page.locator("[data-mend=all]").click()
    expect(page.locator(".tools [role=status]")).to_contain_text("mended")
    assert "along the spine" not in page.evaluate(TEXT)
    page.locator(".cm-content").press("Control+z")
    assert "along the spine" in page.evaluate(TEXT)


def test_a_routine_is_laid_out_saved_and_opened_again(serve: Serving, visit: Visiting, tmp_path: Path) -> None:
    """The file has the text under the name of its title; opening it brings the same text back; JSON becomes text."""
    one = visit(serve())
    page = open_page(one)
    write(page, GENTLE)
    expect(page.get_by_role("heading", level=1)).to_have_text("Små strök")
    page.get_by_role("button", name="lay out").click()
    expect(page.get_by_text("Laid out.")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("button", name="save").click()
    assert "sma-strok.rub" == saved.value.suggested_filename
    file = tmp_path / "mine.rub"
    saved.value.save_as(file)
    assert file.read_text(encoding="utf-8") == page.evaluate(TEXT)
    assert "  3 min    effleurage, whole back" in page.evaluate(TEXT)
    page.get_by_label("open").set_input_files(LIBRARY / "wake-up.rub")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wake up")
    page.get_by_label("Library").select_option("before-sleep")
    expect(page.get_by_role("heading", level=1)).to_have_text("Before sleep")
    assert (LIBRARY / "before-sleep.rub").read_text(encoding="utf-8") == page.evaluate(TEXT)


def test_what_was_written_is_led(serve: Serving, visit: Visiting) -> None:
    """From the text to being prepared, with its own steps; coming back, the text is as it was left."""
    one = visit(serve(20))
    page = open_page(one)
    page.get_by_label("Library").select_option("five-minutes-after-work")
    expect(page.get_by_role("heading", level=1)).to_have_text("Five minutes after work")
    page.get_by_role("button", name="Lead this").click()
    page.wait_for_selector("lead-view .ready[data-kind=ready]")
    techniques = "() => document.querySelector('lead-view').leading.plan.routine.steps.map((step) => step.technique)"
    assert "clothed-rub" in page.evaluate(techniques)
    page.evaluate("() => { location.hash = '#/routine'; }")
    expect(page.get_by_role("heading", level=1)).to_have_text("Five minutes after work")


def test_a_plan_opens_as_text(serve: Serving, visit: Visiting) -> None:
    """The plan page's own plan can be read, changed and led as text, and nothing is found in it."""
    one = visit(serve())
    plan(one.page, 10)
    one.page.get_by_role("button", name="as text").click()
    expect(one.page.get_by_text("10:00 in all.")).to_be_visible()
    expect(one.page.get_by_role("button", name="Lead this")).to_be_enabled()
    expect(one.page.locator(".findings li:not([data-severity=info])")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800)])
def test_text_twice_as_large_fits(width: int, height: int, serve: Serving, visit: Visiting) -> None:
    """At 200 % text nothing sticks out sideways, and the editor keeps its peace."""
    one = visit(serve(), viewport={"width": width, "height": height})
    larger = {"fontSizes": {"standard": 32, "fixed": 26}}  # as a person sets it in the browser
    one.page.context.new_cdp_session(one.page).send("Page.setFontSizes", larger)
    page = open_page(one)
    write(page, "work\n  3 min  petrissage, along the spine, elbow\n  2 min  zzz\n")
    found(page).first.wait_for()
    assert ([], []) == (sideways(page), one.complaints)


@pytest.mark.parametrize("screen", SCREENS)
def test_the_page_has_no_serious_fault_and_does_not_stick_out(screen: str, serve: Serving, visit: Visiting) -> None:
    """Axe finds nothing serious, with and without findings, and nothing has to be scrolled sideways."""
    one = visit(serve(), **SCREENS[screen])
    page = open_page(one)
    assert ([], []) == (serious(page), sideways(page))
    write(page, "work\n  3 min  petrissage, along the spine, elbow\n  2 min  zzz\n")
    found(page).first.wait_for()
    page.locator(".findings summary").first.click()
    assert ([], []) == (serious(page), sideways(page))
    assert [] == one.complaints
