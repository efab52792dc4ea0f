"""Which sentences a session is likely to say, so that their sound is ready before it is needed."""

from __future__ import annotations

from collections.abc import Iterator

from backrub.app.conducting import Conductor
from backrub.app.speaking import Shelf
from backrub.routine import Routine
from backrub.session import Begin, Command, Engine, Setting, Timeline
from backrub.session.script import MOMENTS, moment
from backrub.words import Words

__all__ = ["likely_lines", "prepare_speech", "timeline_lines"]

HARDEST = 7


def prepare_speech(shelf: Shelf, conductor: Conductor, words: Words) -> None:
    """Find the voice and have everything rendered that a session may say; the first time this takes a moment."""
    if shelf.find_voice():
        shelf.prepare(timeline_lines(conductor.timeline(), words), words.locale)
        shelf.prepare(likely_lines(conductor.setting(), conductor.plan(), words), words.locale)


def timeline_lines(timeline: Timeline, words: Words) -> tuple[str, ...]:
    """Give what is to be spoken, in order, each line once."""
    spoken = (words.text(cue.what) for cue in timeline.cues if cue.kind != "show")
    return tuple(dict.fromkeys(spoken))


def likely_lines(setting: Setting, routine: Routine, words: Words) -> tuple[str, ...]:
    """Give what is said from the first touch on, in order, then every answer that may have to come at once."""
    led = timeline_lines(_led(setting, routine), words)
    return tuple(dict.fromkeys((*led, *_answers(setting, routine, words))))


def _led(setting: Setting, routine: Routine) -> Timeline:
    """Give the timeline as it will be once they are ready: until then the session's own holds the preparations only."""
    engine = Engine.new(setting)
    engine.receive(Begin(routine, setting), at_ms=0)
    engine.receive(Command("start"), at_ms=0)
    engine.receive(Command("ready"), at_ms=0)
    return engine.timeline()


def _answers(setting: Setting, routine: Routine, words: Words) -> Iterator[str]:
    ceilings = {round(step.pressure[1]) for step in routine.steps if step.kind == "hold" and step.pressure}
    for name in MOMENTS:
        for ceiling in sorted(ceilings or {HARDEST}):
            for draft in moment(name, setting, ceiling=ceiling):
                if draft.kind != "show":
                    yield words.text(draft.what)
