"""What the pages cost, and how punctual the coach is. Run `python -m bench.page [--hidden-minutes 6.5]`.

The first page is loaded cold over loopback. Then a session is led in front of the eyes, and another behind a tab that
really hides it, with both kinds of voice: lateness is the time a sentence was handed to the voice (a device's), or the
time at which it lies on the audio clock (the coach's own), less the time it was due, in real milliseconds.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))
from chromium import ensure_chromium

from bench.report import emit, quantile, table
from tests.browser.cdp import Tab, tab
from tests.browser.ears import SCRIPT, Ears
from tests.browser.served import Served

SPEED = 4
SHOWN_S = 60
HEARD = "window.records = []; window.heard = (record) => window.records.push(record);"
HAZEL = '[{ name: "Hazel", lang: "en-GB", localService: true, default: false }]'
LEADING = "document.querySelector('lead-view').leading"
ALL_SOUND = f"{LEADING}.client.timeline.cues.every((cue) => !cue.clip || {LEADING}.speaker.clips.has(cue.clip))"
BEGIN = """(async () => {
  const evening = document.querySelector('tonight-view').evening;
  evening.wish({ minutes: 45 });
  await evening.makePlan();
  await evening.open();
  location.hash = '#/lead';
})()"""
ALL_THERE = """(() => {
  const all = performance.getEntriesByType('resource');
  const quiet_ms = performance.now() - Math.max(...all.map((one) => one.responseEnd));
  return all.some((one) => one.name.includes('/api/atlas')) && quiet_ms > 1000;
})()"""
LOADED = """(() => {
  const HEAD = 300;  // what Chromium counts for the head of every answer, whatever its size
  const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
  const bytes = all.reduce((sum, one) => sum + Math.max(0, one.transferSize - HEAD), 0);
  return { bytes, requests: all.length, paint_ms: paint };
})()"""


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hidden-minutes", type=float, default=6.5)
    hidden_s = parser.parse_args().hidden_minutes * 60
    figures = first_page()
    for name, voices in (("clips", "[]"), ("device", HAZEL)):
        figures |= {f"{name}_shown_{key}": value for key, value in lateness(voices, SHOWN_S, hide=False).items()}
        figures |= {f"{name}_hidden_{key}": value for key, value in lateness(voices, hidden_s, hide=True).items()}
    targets = {"first_page_kb": 120.0, "first_paint_ms": 500.0}
    targets |= {name: 50.0 for name in figures if name.endswith("_p99_ms")}
    table((name, figure, targets.get(name), name.rpartition("_")[2]) for name, figure in figures.items())
    emit("page", figures)


def first_page() -> dict[str, float]:
    """Load the first page in a browser that has never seen it, from a server that has just been asked once."""
    with tempfile.TemporaryDirectory() as folder, Served(Path(folder)) as server:
        for warm in (False, True):
            with tab(ensure_chromium(), Path(folder) / f"profile-{warm}") as page:
                page.go(server.address)
                page.wait_for(ALL_THERE)
                page.wait_for("performance.getEntriesByName('first-contentful-paint').length > 0")
                loaded = page.ask(LOADED)
    return {
        "first_page_kb": loaded["bytes"] / 1000,
        "first_page_requests": loaded["requests"],
        "first_paint_ms": loaded["paint_ms"],
    }


def lateness(voices: str, real_s: float, *, hide: bool) -> dict[str, float]:
    """Lead a session for so long and give how late its sentences were."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Served(Path(folder), SPEED) as server,
        tab(ensure_chromium(), Path(folder) / "profile") as page,
    ):
        page.before_each_page(f"{HEARD}window.voicesOfThisDevice = {voices};{SCRIPT}")
        page.go(server.address)
        page.wait_for("document.querySelector('tonight-view').evening")
        page.press("x")
        begin(page)
        if hide:
            page.hide()
        start_ms = page.ask(f"{LEADING}.client.clock.now()")
        page.patience_s = real_s + 60
        page.wait_for(f"{LEADING}.client.clock.now() > {start_ms + real_s * SPEED * 1000}")
        if hide and page.ask("document.visibilityState") != "hidden":
            raise AssertionError
        ears = Ears(page.ask("window.records"), speed=SPEED)
    return late_ms(ears, start_ms)


def begin(page: Tab) -> None:
    """Be led up to the first touch, with every sound there."""
    page.ask(BEGIN)
    page.wait_for(f"{LEADING}.status === 'preparing'")
    page.press("x")
    page.wait_for(f"{LEADING}.status === 'running'")
    page.wait_for(f"{LEADING}.speaker.mode !== 'clips' || {ALL_SOUND}")


def late_ms(ears: Ears, start_ms: float) -> dict[str, float]:
    """Compare what was said with what was due, sentence by sentence."""
    said = ears.spoken() or ears.said()
    end_ms = max(one.at_ms for one in said)
    late = []
    for due in ears.due()[0]:
        nearest = min(
            (one for one in said if one.text == due.text), key=lambda one: abs(one.at_ms - due.at_ms), default=None
        )
        if nearest and start_ms < due.at_ms <= end_ms:
            late.append(abs(nearest.at_ms - due.at_ms) / SPEED)
    late.sort()
    return {"cues": len(late), "late_p50_ms": quantile(late, 0.5), "late_p99_ms": quantile(late, 0.99)}


if __name__ == "__main__":
    main()
