"""Which voice speaks: one that stays on this device, else the coach's own, else none; the words are always shown."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Serving, Visiting
from tests.browser.steps import begin, caption, open_session, plan, wait_until

pytestmark = pytest.mark.browser

FAR = '{ name: "Cloud", lang: "en-GB", localService: false, default: true }'
NEAR = '{ name: "Hazel", lang: "en-GB", localService: true, default: false }'
GERMAN = '{ name: "Anna", lang: "de-DE", localService: true, default: false }'


def test_a_local_voice_speaks_and_a_far_one_never_does(serve: Serving, visit: Visiting) -> None:
    """Of three voices only the local one of the right language is given sentences, each when it is due."""
    one = visit(serve(4), voices=f"[{FAR}, {GERMAN}, {NEAR}]")
    plan(one.page, 5)
    expect(one.page.locator(".sound")).to_contain_text("Hazel")
    open_session(one.page)
    one.page.keyboard.press("r")
    wait_until(one.page, 40)
    spoken = one.ears.of("speak")
    assert len(spoken) > 3
    assert {one["voice"] for one in spoken} == {"Hazel"}
    assert one.ears.of("start") == []
    texts = [one["text"] for one in spoken]
    assert len(texts) == len(set(texts))


def test_without_a_local_voice_the_coach_makes_its_own(serve: Serving, visit: Visiting) -> None:
    """With far and foreign voices only, the sound comes from the coach and no sentence goes to the browser's voices."""
    one = visit(serve(4), voices=f"[{FAR}, {GERMAN}]")
    plan(one.page, 5)
    expect(one.page.locator(".sound")).to_contain_text("made on this machine")
    one.page.get_by_role("button", name="Play it").click()
    open_session(one.page)
    one.page.keyboard.press("r")
    wait_until(one.page, 40)
    assert one.ears.of("speak") == []
    assert len(one.ears.said()) > 2


def test_without_any_voice_everything_is_still_shown(serve: Serving, visit: Visiting) -> None:
    """A page that can make no sound says so beforehand, and shows each cue."""
    one = visit(serve(4))
    one.page.add_init_script("delete window.AudioContext; window.AudioContext = undefined;")
    one.page.add_init_script("Reflect.deleteProperty(window, 'AudioContext');")
    one.page.reload()
    plan(one.page, 5)
    expect(one.page.locator(".sound")).to_contain_text("Every word will be on the screen")
    open_session(one.page)
    first = caption(one.page)
    one.page.keyboard.press("r")
    wait_until(one.page, 20)
    assert caption(one.page) not in {"", first}
    assert one.ears.of("start") == []


def test_after_a_reload_one_key_brings_the_sound_back(serve: Serving, visit: Visiting) -> None:
    """A reloaded page shows words and time at once, asks once for a key, and takes that key for nothing else."""
    one = visit(serve(4))
    begin(one)
    wait_until(one.page, 10)
    one.page.reload()
    overlay = one.page.get_by_text("Press any key for sound")
    expect(overlay).to_be_visible()
    wait_until(one.page, 16)
    one.page.keyboard.press(" ")
    expect(overlay).to_have_count(0)
    assert one.ears.commands() == ["start", "ready"]


def test_why_something_cannot_be_done_is_said_as_well(serve: Serving, visit: Visiting) -> None:
    """Whoever asks for a hold before there is any warm work reads why not, and hears it."""
    why = "Not a place for a still hold. Broad strokes do more here."
    one = visit(serve(1), voices=f"[{NEAR}]")
    plan(one.page, 5)
    open_session(one.page)
    one.page.keyboard.press("r")
    wait_until(one.page, 1)
    one.page.keyboard.press("t")
    expect(one.page.get_by_text(why)).to_be_visible()
    assert why in {spoken["text"] for spoken in one.ears.of("speak")}
