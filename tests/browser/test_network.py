"""Nothing leaves this machine: neither from the pages nor from the server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import Serving, Visiting
from tests.browser.served import WATCH, Served
from tests.browser.steps import begin, from_drawer, wait_until

pytestmark = pytest.mark.browser

ELSEWHERE = "http://192.0.2.1/"
"""An address that belongs to nobody (RFC 5737)."""


def test_a_whole_evening_asks_nobody_else_for_anything(serve: Serving, visit: Visiting) -> None:
    """From the first page to the answer at the end, every request and connection stays on this machine."""
    server = serve(30)
    one = visit(server)
    page = one.page
    begin(one)
    wait_until(page, 30)
    from_drawer(page, "1 min")
    page.wait_for_selector("after-view", timeout=60_000)
    page.mouse.click(200, 200)
    page.get_by_role("button", name="No", exact=True).click()
    page.get_by_role("status").wait_for()

    assert len(one.asked) > 20
    assert one.strangers() == []
    assert server.strangers() == []


def test_a_request_to_elsewhere_would_be_noticed(serve: Serving, visit: Visiting) -> None:
    """The log of requests catches one that is planted where the browser lets it through."""
    one = visit(serve(), bypass_csp=True)
    one.page.evaluate("(url) => fetch(url).catch(() => {})", ELSEWHERE)
    assert one.strangers() == [ELSEWHERE]


def test_the_page_itself_may_not_ask_elsewhere(serve: Serving, visit: Visiting) -> None:
    """The policy of the pages refuses a request to another address before it is made."""
    one = visit(serve())
    refused = one.page.evaluate(
        """(url) => new Promise((done) => {
          document.addEventListener('securitypolicyviolation', (event) => done(event.blockedURI), { once: true });
          fetch(url).catch(() => {});
        })""",
        ELSEWHERE,
    )
    assert refused.startswith("http://192.0.2.1")
    assert one.strangers() == []


def test_a_server_that_connects_elsewhere_would_be_noticed(tmp_path: Path) -> None:
    """The watch over the server writes down a connection that is planted."""
    served = Served(tmp_path)
    code = "import socket; s = socket.socket(); s.setblocking(False); s.connect_ex(('192.0.2.1', 80)); s.close()"
    environment = {**os.environ, "PYTHONPATH": str(WATCH), "BACKRUB_WATCHED": str(served.watched)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert served.strangers() == ["socket.connect 192.0.2.1"]
