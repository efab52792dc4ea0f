"""How long after a key is pressed its findings stand on the page of a routine. Run `python -m bench.editor`.

Keys are pressed one at a time in a real browser, over loopback; the time runs from the key's event to the frame in
which what was found in that very text is on the screen.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))
from chromium import ensure_chromium

from bench.notation import text_of_lines
from bench.report import emit, quantile, table
from tests.browser.served import Served

KEYS = 60
TARGET_MS = 120.0
READY = "() => document.querySelector('routine-view')?.desk.checked"
SETTLED = "() => { const { desk } = document.querySelector('routine-view'); return desk.checkedText === desk.text; }"
PUT = """([text, line]) => {
  const view = document.querySelector('routine-view');
  view.editor.setText(text);
  view.editor.goTo(line, 1);
}"""
WATCH = """() => {
  const { desk } = document.querySelector('routine-view');
  window.taken = [];
  let pressed = 0;
  addEventListener('keydown', () => { pressed = performance.now(); }, true);
  desk.addEventListener('change', () => {
    if (!pressed || desk.checkedText !== desk.text) return;
    const since = pressed;
    pressed = 0;
    requestAnimationFrame(() => window.taken.push(performance.now() - since));
  });
}"""


def main() -> None:
    """Measure and report."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder, Served(Path(folder)) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure_chromium(), args=["--no-sandbox"])
        for count in (40, 200):
            taken = keystrokes(browser.new_page(), server.address, text_of_lines(count))
            figures |= {f"lines_{count}_p50_ms": quantile(taken, 0.5), f"lines_{count}_p95_ms": quantile(taken, 0.95)}
        browser.close()
    table((name, figure, TARGET_MS if "_40_" in name else None, "ms") for name, figure in figures.items())
    emit("editor", {name: round(figure, 1) for name, figure in figures.items()})


def keystrokes(page: Page, address: str, text: str) -> list[float]:
    """Give how long each of some keys took, shortest first [ms]."""
    page.goto(f"{address}/#/routine")
    page.wait_for_function(READY)
    page.evaluate(PUT, [text, 16])
    page.wait_for_function(SETTLED)
    page.evaluate(WATCH)
    page.keyboard.press("End")
    for number in range(KEYS):
        before = page.evaluate("() => window.taken.length")
        page.keyboard.press("abcdefghij"[number % 10])
        page.wait_for_function("(before) => window.taken.length > before", arg=before)
    taken: list[float] = page.evaluate("() => window.taken")
    page.close()
    return sorted(taken)


if __name__ == "__main__":
    main()
