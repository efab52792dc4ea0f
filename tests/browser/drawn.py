"""The pages' own files served alone, and a drawn back by itself on a page."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

ALONE = """async ({ style, set }) => {
  await import("./elements/back-map.js");
  const { LABELS } = await import("./gallery-data.js");
  const atlas = await (await fetch("./gallery-atlas.json")).json();
  const map = document.createElement("back-map");
  map.style.cssText = style;
  Object.assign(map, { atlas, labels: LABELS, ...set });
  document.body.replaceChildren(map);
  window.told = [];
  for (const kind of ["area-tap", "area-hold", "spot-mark", "spot-change", "spot-remove"])
    map.addEventListener(kind, (event) => window.told.push([kind, event.detail]));
  await settled();
  async function settled() {
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise(requestAnimationFrame);
      await map.updateComplete;
    }
  }
  Object.assign(window, { settled });
}"""
SET = """async (set) => {
  Object.assign(document.querySelector("back-map"), set);
  await window.settled();
}"""
SCREEN = """async (mm) => {
  const { toScreen } = await import("./lib/back-view.js");
  const map = document.querySelector("back-map");
  const box = map.getBoundingClientRect();
  const [left, top] = toScreen(map.view, mm);
  return [box.left + left, box.top + top];
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served_alone() -> Iterator[str]:
    """Serve the pages' files without the coach; give the address of the folder, with its last slash."""
    folder = str(files("backrub.web") / "static")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def put_map(page: Page, address: str, style: str = "block-size: 100vh", **properties: object) -> None:
    """Leave nothing on a page but a drawn back with these properties."""
    page.goto(f"{address}gallery.html#parts")
    page.evaluate(ALONE, {"style": style, "set": properties})


def set_map(page: Page, **properties: object) -> None:
    """Give the drawn back other properties and wait until it shows them."""
    page.evaluate(SET, properties)


def on_screen(page: Page, x_mm: float, y_mm: float) -> tuple[float, float]:
    """Give where a place of the back is on the page [px]."""
    left, top = page.evaluate(SCREEN, [x_mm, y_mm])
    return left, top


def told(page: Page) -> list[tuple[str, dict[str, Any]]]:
    """Give what the drawn back told since it was put there, or since the last time this was asked."""
    return [(kind, detail) for kind, detail in page.evaluate("() => window.told.splice(0)")]
