"""What people do on the pages, as sentences a test can read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
ALL_SOUND = """() => {
  const { plan, speaker } = document.querySelector('lead-view').leading;
  return plan.clips.every((clip) => speaker.clips.has(clip));
}"""
IN_AREA = """([area, elapsed_s]) => {
  const leading = document.querySelector('lead-view')?.leading;
  const position = leading?.position();
  return position && leading.stepOf(position.step)?.area === area && position.elapsed_s > elapsed_s;
}"""
KEEP_CAPTIONS = """() => {
  const line = document.querySelector('lead-view [aria-live=polite]');
  window.captions = [];
  new MutationObserver(() => window.captions.push(line.textContent.trim()))
    .observe(line, { childList: true, characterData: true, subtree: true });
}"""
POSITION = "() => document.querySelector('lead-view')?.leading.position()"
WISHES = "() => document.querySelector('#main').firstElementChild.evening.wishes"


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


def make_card(page: Page, name: str) -> None:
    """Make a card of tonight's answers and have it kept, by keys."""
    go(page, "A person card", "card-view .intake")
    page.get_by_role("button", name="Make one of tonight’s answers").press("Enter")
    page.wait_for_selector(".qr img")
    page.get_by_label("Whose it is").fill(name)
    page.get_by_role("button", name="Keep it on this machine").press("Enter")
    expect(page.get_by_role("button", name="Forget it")).to_be_focused()


def choose_minutes(page: Page, minutes: int) -> None:
    """Set how long, from the keyboard."""
    slider = page.get_by_role("slider", name="How long")
    slider.focus()
    page.keyboard.press("Home")
    for _ in range(minutes - 3):
        page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", f"{minutes} minutes")


def mark_very_tense(page: Page, place: str) -> None:
    """Mark a place on the drawn back as very tense, from the keyboard."""
    target = page.get_by_role("button", name=place)
    for _ in range(3):
        target.focus()
        page.keyboard.press("Enter")


def plan(page: Page, minutes: int, *, healthy: bool = True) -> None:
    """Answer the first page and have a plan made."""
    choose_minutes(page, minutes)
    if healthy:
        page.get_by_role("button", name="None", exact=True).click()
    page.get_by_role("button", name="Begin").click()
    page.wait_for_selector("plan-view .plan h1")


def open_session(page: Page) -> None:
    """Go on to be led, up to the preparations."""
    page.get_by_role("button", name="Lead me").click()
    page.wait_for_selector("lead-view .ready[data-kind=ready]")


def begin(visit: Visit, minutes: int = 5) -> None:
    """Be led from the first page to the first touch, with every sound fetched before it."""
    plan(visit.page, minutes)
    open_session(visit.page)
    visit.page.wait_for_function(ALL_SOUND)
    visit.page.keyboard.press("r")
    visit.page.wait_for_selector("lead-view .words")


def wait_until(page: Page, played_s: float) -> None:
    """Wait until so much of the session was played."""
    page.wait_for_function(f"(s) => ({POSITION})()?.played_s >= s", arg=played_s)


def wait_in(page: Page, area: str, elapsed_s: float) -> None:
    """Wait until hands have been on an area for so long within one step."""
    page.wait_for_function(IN_AREA, arg=[area, elapsed_s])


def wait_for_event(visit: Visit, kind: str) -> None:
    """Wait until the server told of an event of a kind."""
    for _ in range(600):
        if kind in visit.ears.events():
            return
        visit.page.evaluate("() => new Promise(requestAnimationFrame)")
    raise AssertionError(visit.ears.events())


def keep_captions(page: Page) -> None:
    """Have the leading page remember all it shows as said, for at a rehearsal's pace no caption stays."""
    page.evaluate(KEEP_CAPTIONS)


def wait_for_caption(page: Page, text: str) -> None:
    """Wait until the page has shown something as said since `keep_captions`."""
    page.wait_for_function("(text) => window.captions.includes(text)", arg=text)


def from_drawer(page: Page, name: str) -> None:
    """Choose something in the quiet drawer."""
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name=name).click()


def played_s(page: Page) -> float:
    """Give how much of the session was played [s]."""
    return float(page.evaluate(POSITION)["played_s"])


def wait_for_status(page: Page, status: str) -> None:
    """Wait until the leading page shows a status."""
    page.wait_for_selector(f"lead-view .lead[data-status={status}]")


def caption(page: Page) -> str:
    """Give what the page shows as last said."""
    return page.locator("lead-view [aria-live=polite]").first.inner_text()


def serious(page: Page) -> list[str]:
    """Give the serious faults that axe finds on the page as it is."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    rules = {"resultTypes": ["violations"]}
    found = page.evaluate("(rules) => axe.run(document, rules)", rules)["violations"]
    return [
        " ".join([one["id"], node["html"][:120], *node["failureSummary"].split()])
        for one in found
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"]
    ]
