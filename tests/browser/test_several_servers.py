"""One of several servers dies, and the room does not notice."""

from __future__ import annotations

import signal

import pytest

from tests.browser.conftest import Serving, Visiting
from tests.browser.relay import Relay
from tests.browser.steps import begin, played_s, wait_for_status, wait_until

pytestmark = pytest.mark.browser


def test_when_its_server_is_killed_the_page_goes_on_at_another(
    serve: Serving, visit: Visiting, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a reload and without a word twice; what was asked at the moment of death is done once."""
    monkeypatch.setenv("BACKRUB_STORE", database)
    one, two = serve(1), serve(1.0)
    with Relay(one.port, two.port) as relay:
        here = visit(relay)
        page, ears = here.page, here.ears
        begin(here)
        page.evaluate("() => { window.neverReloaded = true; }")
        wait_until(page, 2)

        one.end(signal.SIGKILL)
        stood_s = played_s(page)
        page.keyboard.press("ArrowDown")
        page.wait_for_function("() => document.querySelector('lead-view').leading.client.waiting === 0")
        wait_until(page, stood_s + 5)
        assert page.evaluate("() => window.neverReloaded")
        wait_for_status(page, "running")
        assert ["start", "ready", "softer"] == list(dict.fromkeys(ears.commands()))
        assert 1 == ears.events().count("pressure-changed")
        texts = [cue.text for cue in ears.said()]
        assert len(texts) == len(set(texts))
        assert "open" == page.evaluate("() => document.querySelector('lead-view').leading.client.connection")
