"""The drawn parts in a real browser: the back is lit, answers fingers and keys, and hands move on it."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.steps import serious

pytestmark = pytest.mark.browser

SCENES = ("choose", "plan", "lead", "hold", "after", "parts")
LISTEN = """() => {
  window.told = [];
  for (const kind of ["area-tap", "area-hold", "step-select"])
    document.addEventListener(kind, (event) => window.told.push([kind, event.detail.area ?? event.detail.index]));
}"""
ON_SCREEN = """async ([x, y]) => {
  const { toScreen } = await import("./lib/back-view.js");
  const map = document.querySelector("back-map");
  const box = map.getBoundingClientRect();
  const [left, top] = toScreen(map.view, [x, y]);
  return [box.left + left, box.top + top];
}"""
INK = """() => {
  const canvas = document.querySelector("back-map").shadowRoot.querySelector(".live");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let sum = 0;
  for (let at = 3; at < data.length; at += 4) sum += data[at];
  return sum;
}"""
SECOND_OF_MOTION = """() => {
  const map = document.querySelector("back-map");
  const at = (seconds) => { map.playhead_s = seconds; return { ...map.handsAt.right }; };
  return [at(1), at(2)];
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def static() -> Iterator[str]:
    """Serve the pages' files alone."""
    folder = str(files("backrub.web") / "static")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/gallery.html"
    server.shutdown()
    server.server_close()


def _open(browser: Browser, address: str, *, still: bool = False) -> tuple[Page, list[str]]:
    motion: Literal["reduce", "no-preference"] = "reduce" if still else "no-preference"
    page = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion=motion).new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    page.evaluate("() => window.galleryReady")
    page.evaluate(LISTEN)
    return page, complaints


@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_is_drawn_without_a_fault(browser: Browser, static: str, scene: str) -> None:
    """Each scene of the gallery draws, throws nothing, and has no serious fault of accessibility."""
    page, complaints = _open(browser, f"{static}#{scene}")
    found = serious(page)
    page.context.close()
    assert [] == complaints
    assert [] == found


def test_a_finger_marks_the_place_it_touches(browser: Browser, static: str) -> None:
    """A tap on the right shoulder is told as the right shoulder, and the button says so."""
    page, _ = _open(browser, f"{static}#choose")
    page.mouse.click(*page.evaluate(ON_SCREEN, [-100, 35]))
    told = page.evaluate("() => window.told")
    pressed = page.get_by_role("button", name="left shoulder, a little").get_attribute("aria-pressed")
    page.context.close()
    assert [["area-tap", "shoulders"]] == told
    assert pressed == "true"


def test_keys_do_what_fingers_do(browser: Browser, static: str) -> None:
    """Arrows walk the places, Enter taps and Delete leaves alone."""
    page, _ = _open(browser, f"{static}#choose")
    page.get_by_role("button", name="left shoulder").focus()
    for key in ("ArrowDown", "ArrowRight", "Enter", "Delete"):
        page.keyboard.press(key)
    told = page.evaluate("() => window.told")
    left_alone = page.get_by_role("button", name="between the blades, right, left alone").count()
    page.context.close()
    assert [["area-tap", "between-blades"], ["area-hold", "between-blades"]] == told
    assert left_alone == 1


def test_a_step_of_the_ribbon_can_be_chosen(browser: Browser, static: str) -> None:
    """Choosing a step tells its index and marks it."""
    page, _ = _open(browser, f"{static}#plan")
    page.get_by_role("button", name="Round the blade").click()
    told = page.evaluate("() => window.told")
    pressed = page.get_by_role("button", name="Round the blade").get_attribute("aria-pressed")
    page.context.close()
    assert [["step-select", 10]] == told
    assert pressed == "true"


def test_hands_are_drawn_and_move_with_the_playhead(browser: Browser, static: str) -> None:
    """A second later the hand is nearer the head, and both are on the canvas."""
    page, _ = _open(browser, f"{static}#lead")
    ink = page.evaluate(INK)
    before, after = page.evaluate(SECOND_OF_MOTION)
    page.context.close()
    assert ink > 0
    assert after["y"] < before["y"] - 20


def test_without_motion_the_hands_stand_still(browser: Browser, static: str) -> None:
    """Where less motion is asked for, the same picture stays whatever the playhead says."""
    page, _ = _open(browser, f"{static}#lead", still=True)
    moved = page.evaluate(
        "() => { const map = document.querySelector('back-map'); map.playhead_s = 3; return Object.keys(map.handsAt); }"
    )
    ink = page.evaluate(INK)
    page.context.close()
    assert [] == moved
    assert ink > 0
