"""A person card: made, kept, used, read back, and taught by a session that was kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Serving, Visit, Visiting
from tests.browser.served import Served
from tests.browser.steps import begin, choose, go, make_card, serious, wait_for_event, wait_until, wishes
from tests.browser.test_access import sideways
from tests.browser.test_keyboard import tab_to

pytestmark = pytest.mark.browser


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


def everything(folder: Path) -> str:
    """Give every byte in a data folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() for path in files).decode("utf-8", "replace")
