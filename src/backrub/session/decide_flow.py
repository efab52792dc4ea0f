"""Wishes about the session as a whole: start, first touch, pause, stop, going on, who is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from backrub.routine import Message
from backrub.session import events as ev
from backrub.session.commands import Command
from backrub.session.deciding import Desk, refused
from backrub.session.passing import begin_step
from backrub.session.resting import end_hold, went_on_earlier, were_at_rest
from backrub.session.sharing import next_timed
from backrub.units import ms

__all__ = ["FLOW", "rest"]

HANDS_AWAY_MS = ms(3)
"""After a receiver's stop the hands are away within this time. Certainty: H."""

SHORT_REST_MS = ms(60)
"""A pause longer than this lets a back cool and tighten. Source: our design. Certainty: ENG."""

REWARM_MS = (ms(15), ms(30))
"""How long pressure takes to come back after a short pause (three light strokes) and a long one. Certainty: ENG."""


def start(desk: Desk, _command: Command) -> None:
    """Begin the preparations."""
    if not desk.state.slots:
        raise refused("not-started")
    desk.emit(ev.SessionStarted(*desk.stamp))


def ready(desk: Desk, _command: Command) -> None:
    """Lay hands on."""
    desk.emit(ev.FirstTouch(*desk.stamp))
    first = next_timed(desk.state.slots, -1)
    if first is not None:
        begin_step(desk, first)


def rest(desk: Desk, reason: str, moment: str | None) -> None:
    """Let hands come to rest; a hold in progress is over, for it cannot be taken up again."""
    end_hold(desk, "paused")
    desk.emit(ev.Paused(*desk.stamp, reason, desk.answer(moment) if moment else None))


def pause(desk: Desk, command: Command) -> None:
    """Let hands rest, still; the giver's rest since they asked, however late that is heard, and need not be told."""
    rested = command.by == "giver" and were_at_rest(desk)
    if desk.state.status == "finished" and not rested:
        raise refused("finished")
    if desk.state.status == "paused" and not rested:
        desk.heard("pause")
    else:
        rest(desk, "asked", None if rested else "pause-giver")


def stop(desk: Desk, command: Command) -> None:
    """Stop at once: hands away for the receiver, or whoever watches; at rest for the giver."""
    giver = command.by in ("giver", "coach")
    if desk.state.status == "stopped" and (giver or desk.state.stopped_by not in ("giver", "coach")):
        desk.heard("stop")
        return
    were_at_rest(desk)
    end_hold(desk, "stopped")
    told = _told(desk, "stop-giver" if giver else "stop-receiver")
    desk.emit(ev.Stopped(*desk.stamp, command.by, None if giver else HANDS_AWAY_MS, told))


def stop_on_their_word(desk: Desk) -> None:
    """Stop as the receiver wishes, whoever passed it on."""
    were_at_rest(desk)
    end_hold(desk, "stopped")
    desk.emit(ev.Stopped(*desk.stamp, "receiver", HANDS_AWAY_MS, _told(desk, "stop-receiver")))


def _told(desk: Desk, moment: str) -> Message | None:
    """Say it whenever hands may be on the back, at rest too."""
    return Message(moment) if desk.state.current is not None else None


def resume(desk: Desk, command: Command) -> None:
    """Go on where it was, lighter at first; after a receiver's stop only the receiver may.

    Before the first touch either of the two may: the preparations begin again, and hands come only on "ready".
    """
    state = desk.state
    if state.status == "stopped" and state.current is None and not state.finished_at_ms:
        desk.emit(ev.SessionStarted(*desk.stamp))
        return
    if state.status == "stopped":
        theirs = state.stopped_by not in ("giver", "coach")
        if theirs and command.by != "receiver":
            raise refused("not-yours")
        if state.current is None or state.base_played_ms >= state.total_ms:
            raise refused("stopped")
    rested_ms = desk.at_ms - (state.rested_at_ms if state.rested_at_ms is not None else desk.at_ms)
    rewarm_ms = REWARM_MS[1] if rested_ms > SHORT_REST_MS or state.status == "stopped" else REWARM_MS[0]
    told = None if went_on_earlier(desk, rewarm_ms) else Message("re-warm")
    desk.emit(ev.Resumed(*desk.stamp, rewarm_ms, told))


def join(desk: Desk, command: Command) -> None:
    """Note who is there."""
    if command.by not in desk.state.present:
        desk.emit(ev.Joined(*desk.stamp))


def leave(desk: Desk, command: Command) -> None:
    """Note who is there no more."""
    if command.by in desk.state.present:
        desk.emit(ev.Left(*desk.stamp))


def heard(desk: Desk, command: Command) -> None:
    """Note a wish that is fulfilled already."""
    desk.heard(command.kind)


FLOW: Mapping[str, Callable[[Desk, Command], None]] = MappingProxyType(
    {
        "start": start,
        "ready": ready,
        "pause": pause,
        "stop": stop,
        "resume": resume,
        "join": join,
        "leave": leave,
        "heard": heard,
    }
)
