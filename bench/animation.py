"""What drawing costs: lighting a back, and one frame of two moving hands. Run `python -m bench.animation`.

Both are measured in a real Chromium: the light in the page's own worker, the frames by a trace of the page that leads.
A frame is counted twice: by the wall's clock, and by how long the page's thread ran, whatever else the machine does.
"""

from __future__ import annotations

import itertools
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))
from chromium import ensure_chromium

from bench.report import emit, quantile, table
from bench.server import served

SIZE: ViewportSize = {"width": 1280, "height": 720}
SETTLED_MS = 8_000
TRACED_MS = 6_000
BAKES = 7
ASKING_MS = 400
CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline.frame"]
WORK = {
    "FunctionCall",
    "FireAnimationFrame",
    "RunMicrotasks",
    "TimerFire",
    "EventDispatch",
    "UpdateLayoutTree",
    "Layout",
}
"""What a trace calls script, style and layout; events inside one another count once."""

# Each body is another one, so that nothing is kept; the first also starts the worker and compiles its code. The page
# makes the worker ready while it asks whose back it is: the first is measured asked at once, and after that while.
BAKE = """async ([times, wait_ms]) => {
  const { prepare, relief } = await import("/lib/relief.js");
  prepare();
  await new Promise((done) => setTimeout(done, wait_ms));
  const taken = [];
  const time = async (size, facing) => {
    const began = performance.now();
    await relief(size, { palette: "day", facing, px_per_mm: 1 });
    return performance.now() - began;
  };
  for (let count = 0; count < times; count += 1)
    taken.push(await time({ u_mm: 470 + count, shoulders_mm: 380, hips_mm: 270 }, "up"));
  return { bakes: taken, relit: await time({ u_mm: 470 + times - 1, shoulders_mm: 380, hips_mm: 270 }, "left") };
}"""


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as data, served(Path(data)) as (_, address), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=ensure_chromium(), args=["--autoplay-policy=no-user-gesture-required"]
        )
        figures = {**bake_figures(browser, address), **frame_figures(browser, address)}
        browser.close()
    targets = {
        "first_bake_ms": 150.0,
        "bake_p50_ms": 150.0,
        "frame_p50_ms": 8.0,
        "frame_thread_p99_ms": 8.0,
        "relight_ms": 150.0,
    }
    table((name, figure, targets.get(name), _unit(name)) for name, figure in figures.items())
    emit("animation", figures)


def _unit(name: str) -> str:
    return name.rpartition("_")[2] if name.endswith(("_ms", "_s")) else ""


def bake_figures(browser: Browser, address: str) -> dict[str, float]:
    """Give how long the light takes for a new body, first and later, and from another side of the same one [ms]."""
    at_once, prepared = _baked(browser, address, 0), _baked(browser, address, ASKING_MS)
    first, *later = prepared["bakes"]
    return {
        "first_bake_at_once_ms": at_once["bakes"][0],
        "first_bake_ms": first,
        "bake_p50_ms": quantile(sorted(later), 0.5),
        "relight_ms": prepared["relit"],
    }


def _baked(browser: Browser, address: str, wait_ms: int) -> dict[str, Any]:
    page = browser.new_page(viewport={"width": 320, "height": 240})
    page.goto(f"{address}/favicon.svg")
    found: dict[str, Any] = page.evaluate(BAKE, [BAKES, wait_ms])
    page.close()
    return found


def frame_figures(browser: Browser, address: str) -> dict[str, float]:
    """Give what the main thread does in a frame while hands move, and how many frames were dropped."""
    page = browser.new_page(viewport=SIZE)
    be_led(page, address)
    browser.start_tracing(page=page, categories=CATEGORIES)
    page.wait_for_timeout(TRACED_MS)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    page.close()
    frames, ran = sorted(work_of_frames(events, "dur")), sorted(work_of_frames(events, "tdur"))
    names = [event["name"] for event in events]
    return {
        "frame_p50_ms": quantile(frames, 0.5),
        "frame_p99_ms": quantile(frames, 0.99),
        "frame_most_ms": frames[-1],
        "frame_thread_p50_ms": quantile(ran, 0.5),
        "frame_thread_p99_ms": quantile(ran, 0.99),
        "frames_with_work": len(frames),
        "frames_drawn": names.count("DrawFrame"),
        "frames_dropped": names.count("DroppedFrame"),
    }


def be_led(page: Page, address: str) -> None:
    """Go from the first page to hands that move."""
    page.goto(f"{address}/")
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="Lead me").click()
    page.wait_for_selector("lead-view .ready[data-kind=ready]")
    page.keyboard.press("r")
    page.wait_for_selector("lead-view back-map")
    page.evaluate("() => { const one = document.querySelector('lead-view').leading; one.ask({ kind: 'next' }); }")
    page.wait_for_timeout(SETTLED_MS)


def work_of_frames(events: list[dict[str, Any]], clock: str) -> Iterator[float]:
    """Give, for each frame in which the page worked, the time of its script, style and layout [ms].

    Args:
        events: The trace.
        clock: What counts: "dur" for the wall's clock, "tdur" for the thread's own.
    """
    spans = [event for event in events if event.get("ph") == "X" and event.get("dur") and event["name"] in WORK]
    threads = [event["tid"] for event in spans if event["name"] == "FireAnimationFrame"]
    ours = sorted((e for e in spans if e["tid"] == max(set(threads), key=threads.count)), key=lambda e: e["ts"])
    outer = list(_outermost(ours))
    begun = [event["ts"] for event in ours if event["name"] == "FireAnimationFrame"]
    for first, after in itertools.pairwise(begun):
        yield sum(event.get(clock, 0) for event in outer if first <= event["ts"] < after) / 1000


def _outermost(spans: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Leave out what lies inside something before it."""
    until = 0
    for event in spans:
        if event["ts"] >= until:
            yield event
            until = event["ts"] + event["dur"]


if __name__ == "__main__":
    main()
