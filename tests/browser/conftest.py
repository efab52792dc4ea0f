"""What the browser tests share: a server, a page with ears, and a log of everything a page asks for."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.ears import SCRIPT, Ears
from tests.browser.served import Served

TIMEOUT_MS = 30_000
OUT = Path(__file__).resolve().parents[2] / "out" / "browser"
FAILED = pytest.StashKey[bool]()
FIRST_PAGE = "tonight-view back-map [data-place]"
"""What is there last when the first page opens: its words come before the drawing, and that before its places."""

expect.set_options(timeout=TIMEOUT_MS)  # what is expected is waited for as long as anything else


@dataclass
class Visit:
    """One page on one server: what it heard, what it asked for, what it complained of."""

    server: Served
    page: Page
    ears: Ears
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def strangers(self) -> list[str]:
        """Give every address asked for that is not this server's own."""
        own = (f"{self.server.address}/", f"ws://127.0.0.1:{self.server.port}/", "blob:")
        return [url for url in self.asked if not url.startswith(own)]


USUAL: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
"""How a page is opened where nothing else is asked for. Without a graphics card hands that glide take a whole core, and
what is said beside them comes late; whoever looks at motion asks for it with `MOVING`."""

MOVING = {"reduced_motion": "no-preference"}

Visiting = Callable[..., Visit]
Serving = Callable[..., Served]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serving]:
    """Start servers, each ended with the test."""
    with ExitStack() as running:

        def start(speed: float = 1) -> Served:
            folder = tmp_path / f"server-{speed}"
            folder.mkdir(parents=True)
            return running.enter_context(Served(folder, speed))

        yield start


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether the test failed, for the fixtures that end after it."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visiting]:
    """Open pages with ears, each in a context of its own; what a failed test saw last is kept in out/browser."""
    seen: list[Visit] = []
    with ExitStack() as opened:

        def open_page(server: Served, *, path: str = "/", voices: str = "[]", **options: Any) -> Visit:  # noqa: ANN401 - as Playwright takes them
            context = browser.new_context(**USUAL | options)
            opened.callback(context.close)
            seen.append(_listen(context, server, path, voices))
            return seen[-1]

        yield open_page
        if request.node.stash.get(FAILED, False):
            for number, one in enumerate(seen):
                _keep(one, OUT / f"{request.node.name}-{number}")


def _keep(visit: Visit, where: Path) -> None:
    where.parent.mkdir(parents=True, exist_ok=True)
    visit.page.screenshot(path=where.with_suffix(".png"))
    records = [json.dumps(record) for record in visit.ears.records]
    where.with_suffix(".jsonl").write_text("\n".join([json.dumps(visit.complaints), *records]), encoding="utf-8")


def _listen(context: BrowserContext, server: Served, path: str, voices: str) -> Visit:
    context.set_default_timeout(TIMEOUT_MS)
    ears = Ears(speed=server.speed)
    context.expose_binding("heard", lambda _source, record: ears.hear(record))
    context.add_init_script(f"window.voicesOfThisDevice = {voices};{SCRIPT}")
    page = context.new_page()
    visit = Visit(server, page, ears)
    context.on("request", lambda request: visit.asked.append(request.url))
    page.on("websocket", lambda socket: visit.asked.append(socket.url))
    page.on("console", lambda said: visit.complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.goto(server.address + path)
    page.wait_for_selector(FIRST_PAGE)
    return visit


@pytest.fixture(scope="module")
def coach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Give one server for all that keeps nothing."""
    with Served(tmp_path_factory.mktemp("coach")) as served:
        yield served
