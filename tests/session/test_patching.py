"""What a client is told of a timeline when it holds the one before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backrub.session import Command, Engine, Timeline, patch_between, patched
from tests.session.plans import at, begun


def told(engine: Engine, command: Command, at_ms: int) -> tuple[Timeline, Timeline]:
    """Give the timelines before and after a wish."""
    engine.advance(at_ms)
    before = engine.timeline()
    engine.receive(command, at_ms)
    return before, engine.timeline()


def test_a_tap_costs_a_fraction_of_the_whole() -> None:
    """After "just right" most cues are not told again."""
    before, after = told(begun(), Command("just-right", "receiver"), at(130))
    patch = patch_between(before, after)
    assert (before.version, after.version) == (patch.since, patch.version)
    assert len(patch.cues) < len(after.cues) / 4


def test_what_a_rest_puts_off_is_only_moved() -> None:
    """After a pause the cues still to come are told by their new times."""
    engine = begun()
    engine.receive(Command("pause"), at(130))
    _, after = told(engine, Command("resume"), at(200))
    later = Timeline(after.version + 1, tuple(replace(cue, at_ms=cue.at_ms + 500) for cue in after.cues), None)
    patch = patch_between(after, later)
    assert ((), ()) == (patch.cues, patch.gone)
    assert [(cue.id, cue.at_ms + 500) for cue in after.cues] == list(patch.moved)


def test_softer_tells_the_cues_that_aim_lower() -> None:
    """A cue whose target changed is told whole, with its new target."""
    before, after = told(begun(), Command("softer", "receiver"), at(130))
    changed = {cue.id: cue.target for cue in patch_between(before, after).cues}
    aimed = {cue.id: cue.target for cue in before.cues}
    lower = [name for name, target in changed.items() if name in aimed and target != aimed[name]]
    assert lower
    assert patched(before, patch_between(before, after)) == after


def test_a_patch_of_another_version_is_not_put_on() -> None:
    """Whoever holds another version learns that it does not fit."""
    before, after = told(begun(), Command("just-right", "receiver"), at(130))
    with pytest.raises(ValueError, match="does not fit"):
        patched(after, patch_between(before, after))
