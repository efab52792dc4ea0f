"""The screen shows something else, and the coach goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.cdp import Tab, tab
from tests.browser.conftest import Serving
from tests.browser.ears import SCRIPT, Ears

pytestmark = pytest.mark.browser

SPEED = 2
"""At a higher pace, a machine that stalls for half a second makes a cue so late that it is rightly not said."""

HEARD = "window.records = []; window.heard = (record) => window.records.push(record);"
LEADING = "document.querySelector('lead-view').leading"
ALL_SOUND = f"{LEADING}.client.timeline.cues.every((cue) => !cue.clip || {LEADING}.speaker.clips.has(cue.clip))"
BEGIN = """(async () => {
  const evening = document.querySelector('tonight-view').evening;
  evening.wish({ minutes: 5 });
  await evening.makePlan();
  await evening.open();
  location.hash = '#/lead';
})()"""
HAZEL = '[{ name: "Hazel", lang: "en-GB", localService: true, default: false }]'


def begin(page: Tab) -> None:
    """Be led, up to the first touch."""
    page.ask(BEGIN)
    page.wait_for(f"{LEADING}.status === 'preparing'")
    page.press("x")
    page.wait_for(f"{LEADING}.status === 'running'")


@pytest.mark.parametrize(("voices", "kind"), [("[]", "start"), (HAZEL, "speak")])
def test_a_hidden_page_goes_on_saying_everything(
    voices: str, kind: str, serve: Serving, chromium_path: str, tmp_path: Path
) -> None:
    """Behind another tab every cue is still said and shown at its time, by the coach's voice or the device's."""
    server = serve(SPEED)
    with tab(chromium_path, tmp_path / "profile") as page:
        page.before_each_page(f"{HEARD}window.voicesOfThisDevice = {voices};{SCRIPT}")
        page.go(f"{server.address}/")
        page.wait_for("document.querySelector('tonight-view').evening")
        page.press("x")
        begin(page)
        if kind == "start":  # a first session has every sound made, so that none is late at this pace
            page.wait_for(ALL_SOUND)
            page.ask("document.querySelector('lead-view').abandon()")
            page.wait_for("document.querySelector('tonight-view')")
            begin(page)
        page.wait_for(f"{LEADING}.position().played_s > 10")
        page.hide()
        hidden_from_ms = page.ask(f"{LEADING}.client.clock.now()")
        page.wait_for(f"{LEADING}.position().played_s > 65")
        assert page.ask("document.visibilityState") == "hidden"
        hidden_to_ms = page.ask(f"{LEADING}.client.clock.now()")
        caption = page.ask(f"{LEADING}.caption.text")
        ears = Ears(page.ask("window.records"), speed=SPEED)

    due = [cue for cue in ears.due()[0] if hidden_from_ms + 1000 < cue.at_ms < hidden_to_ms - 1000]
    said = ears.said() if kind == "start" else ears.spoken()
    assert len(due) >= 4
    assert [] == [
        cue for cue in due if not any(one.text == cue.text and abs(one.at_ms - cue.at_ms) < 2500 for one in said)
    ]
    assert caption in {cue["text"] for record in ears.of("timeline") for cue in record["timeline"]["cues"]}
