"""Two people have a back rub: what the coach says, in what order, and when."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from tests.browser.conftest import Serving, Visiting
from tests.browser.ears import Said, hold_against
from tests.browser.steps import (
    begin,
    from_drawer,
    mark_very_tense,
    wait_for_event,
    wait_for_status,
    wait_in,
    wait_until,
)

pytestmark = pytest.mark.browser

SPEED = 5
"""Quick enough to sit through, slow enough that a second of the session is longer than this machine's worst moment."""


def test_a_whole_session_is_said_in_order_to_the_second(serve: Serving, visit: Visiting) -> None:
    """Over a pause, a reload, more minutes, a stay and a tender spot, all that is due is said once, within a second."""
    one = visit(serve(SPEED))
    page, ears = one.page, one.ears
    mark_very_tense(page, "left shoulder")
    mark_very_tense(page, "right shoulder")
    begin(one, 5)

    wait_until(page, 30)
    page.keyboard.press(" ")
    wait_for_status(page, "paused")
    page.keyboard.press(" ")
    wait_for_status(page, "running")

    wait_until(page, 60)
    ears.reloads_wall_ms.append(time.time() * 1000)  # noqa: TID251 - the same clock as the page's
    page.reload()
    page.wait_for_selector(".sound-overlay")
    page.keyboard.press("x")
    page.wait_for_selector(".sound-overlay", state="detached")

    wait_in(page, "shoulders", 12)
    from_drawer(page, "Five more minutes")
    wait_for_event(one, "plan-adopted")
    page.keyboard.press("s")
    wait_in(page, "shoulders", 62)
    page.keyboard.press("t")
    page.wait_for_selector(".lead[data-hold=sink]")
    page.keyboard.press("8")
    page.wait_for_selector(".lead[data-hold=still] .numbers")  # too much: they are asked again
    page.keyboard.press("6")
    page.wait_for_selector(".lead[data-hold=still] .thirds")
    page.keyboard.press("e")
    page.wait_for_selector(".lead[data-hold=broad]")
    from_drawer(page, "1 min")
    page.wait_for_selector("after-view", timeout=90_000)

    asked = ["start", "ready", "pause", "resume", "more-minutes", "stay"]
    asked += ["spot-here", "rate", "rate", "easing", "end-in"]
    assert [] == ears.of("refused")
    assert asked == ears.commands()
    touched_ms, ended_ms = ears.time_of("first-touch") - 1000, ears.time_of("finished")
    due = [cue for cue in ears.due()[0] if touched_ms < cue.at_ms < ended_ms]
    said = [cue for cue in ears.said() if touched_ms < cue.at_ms < ended_ms]
    held = hold_against(due, said, within_ms=1000)
    assert [] == held.missing
    assert [want.text for want, _ in held.kept] == [
        want.text for want, _ in sorted(held.kept, key=lambda pair: pair[1].at_ms)
    ]
    assert [] == [cue for cue in held.beyond if not is_near(cue, ears.planned())]
    assert [] == [cue for cue, after in pairwise(said) if cue.text == after.text and after.at_ms - cue.at_ms < 5000]
    assert len(due) > 20
    assert one.complaints == []


def is_near(cue: Said, others: list[Said]) -> bool:
    """Tell whether a sentence is one of the others, said about then."""
    return any(cue.text == other.text and abs(cue.at_ms - other.at_ms) < 4000 for other in others)
