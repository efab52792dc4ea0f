"""The vendored libraries are what their list says, and obey the content security policy."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

VENDOR = Path(__file__).resolve().parents[2] / "src" / "backrub" / "web" / "static" / "vendor"
LIBRARIES = json.loads((VENDOR / "vendor.json").read_text(encoding="utf-8"))["libraries"]
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'"
SCRIPT = """
import { html, render, styleMap } from "./vendor/lit.js";
const show = (styles) => render(html`<p style=${styleMap(styles)}>.</p>`, document.body);
const read = () => document.querySelector("p").style.cssText;
document.addEventListener("securitypolicyviolation", (event) => { window.refused = event.violatedDirective; });
const seen = [];
for (const styles of [{ "inline-size": "3px", "--pulse": 2 }, { "--pulse": 4 }, { "--pulse": null }]) {
  show(styles);
  seen.push(read());
}
window.seen = seen;
"""


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library["name"])
def test_each_library_has_its_hash_licence_and_types(library: dict[str, str]) -> None:
    """What is served is the file whose hash was written down, beside its licence and types."""
    file = VENDOR / library["file"]

    assert library["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert file.with_suffix(".LICENSE").stat().st_size > 1_000
    assert file.with_suffix(".d.ts").exists()


def test_nothing_else_is_vendored() -> None:
    """Every file in the folder belongs to a library on the list."""
    stems = {Path(library["file"]).stem for library in LIBRARIES}

    assert {"vendor"} == {path.name.split(".")[0] for path in VENDOR.iterdir()} - stems


def answer(route: Route) -> None:
    """Serve a page under the strict policy, our script, and the vendored files."""
    name = route.request.url.rsplit("/", 1)[-1]
    bodies = {"": "<!doctype html><body><script type=module src=try.js></script>", "try.js": SCRIPT}
    body = bodies.get(name) if name in bodies else (VENDOR / name).read_text(encoding="utf-8")
    kind = "text/javascript" if name.endswith(".js") else "text/html"
    route.fulfill(body=body, headers={"content-security-policy": POLICY, "content-type": kind})


@pytest.mark.browser
def test_styles_are_set_under_the_strict_policy(browser: Browser) -> None:
    """The styleMap we ship sets and takes away properties where a style attribute would be refused."""
    page = browser.new_page()
    page.route("**/*", answer)
    page.goto("http://coach.test/")
    page.wait_for_function("window.seen")

    assert ["inline-size: 3px; --pulse: 2;", "--pulse: 4;", ""] == page.evaluate("window.seen")
    assert page.evaluate("window.refused") is None
    page.close()
