"""Wishes about a tender spot: here, a lump, nothing found, and what the receiver says while it is held."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from backrub.routine import Message, message
from backrub.session import events as ev
from backrub.session.commands import Command
from backrub.session.deciding import Desk, refused
from backrub.session.hold import SINK_ON_TAP_MS, leading, let_go, sink_again, still_now
from backrub.session.hurting import close_spot, flat_here, flat_stroke
from backrub.session.pressing import LEAST, ceiling, pressed
from backrub.session.putting_in import put_in
from backrub.session.state import Hold
from backrub.technique.limits import (
    CEILING,
    TOO_MUCH,
)
from backrub.units import ms

__all__ = ["HOLDING", "breath_back", "breath_held", "number_in_hold", "shift_hold", "start_pressure"]

LOW = 4
"""Up to this number a hold may sink a little more, once. Source: one teacher's script. Certainty: L."""

SINK_AGAIN_MS = ms(8)
"""Sinking a little more and asking again. Source: one teacher's script. Certainty: L."""

STILL_LEAST_MS = ms(30)
"""A spot that eases sooner is still held so long. Source: practice script. Certainty: L."""

_EASE_MS = ms(6)


def _held(desk: Desk) -> Hold:
    hold = leading(desk.state)
    if hold is None or hold.stage == "seek":
        raise refused("no-hold")
    return hold


def spot_here(desk: Desk, _command: Command) -> None:
    """Hold where the receiver says "there": in a planned slot from now, else in time that later work gives."""
    hold = leading(desk.state)
    if hold is None:
        put_in(desk)
        return
    if hold.number is not None:
        desk.heard("spot-here")
        return
    sink_again(desk, replace(hold, pressure=start_pressure(desk)), SINK_ON_TAP_MS, _found(desk))


def spot_lump(desk: Desk, _command: Command) -> None:
    """Leave a lump alone, and every spot near it."""
    over = _is_over(desk)
    if not over and leading(desk.state) is None:
        raise refused("no-hold")
    close_spot(desk, "lump")
    if over:
        desk.heard("spot-lump", "spot-lump")
    else:
        let_go(desk, "lump", "spot-lump", flat=True)


def spot_not_found(desk: Desk, _command: Command) -> None:
    """Leave it be: no second search."""
    if _is_over(desk):
        desk.heard("spot-not-found")
        return
    if leading(desk.state) is None:
        raise refused("no-hold")
    let_go(desk, "not-found", "spot-not-found", flat=True)


def number_in_hold(desk: Desk, number: int) -> None:
    """Follow the number said in a hold; 10 is a stop and comes not here."""
    hold = leading(desk.state)
    if hold is None:
        raise refused("no-hold")
    if number > TOO_MUCH:
        flat_here(desk, number, "spot-nine")
    elif number == TOO_MUCH:
        _eight(desk, hold)
    elif number > LOW:
        _good(desk, hold, number)
    else:
        _low(desk, hold, number)


def easing(desk: Desk, _command: Command) -> None:
    """Keep the same weight to the end."""
    if _is_over(desk):
        desk.heard("easing")
        return
    hold = _held(desk)
    if _breath_is_back(desk, hold):
        return
    _say(desk, hold, "easing", "hold-easing")


def same(desk: Desk, _command: Command) -> None:
    """That will do for this spot."""
    if _is_over(desk):
        desk.heard("same")
        return
    _held(desk)
    let_go(desk, "same", "hold-same", flat=False)


def worse(desk: Desk, _command: Command) -> None:
    """Off, and not there again, wherever in the hold it is said."""
    if desk.state.hold is None:
        raise refused("no-hold")
    _hurts(desk, "hold-worse")


def eased(desk: Desk, _command: Command) -> None:
    """Ease out, once it has been still for as long as is worth having."""
    if _is_over(desk):
        desk.heard("eased")
        return
    hold = _held(desk)
    if _breath_is_back(desk, hold):
        return
    least_ms = hold.begun_ms + STILL_LEAST_MS
    if hold.stage == "still" and desk.played_ms >= least_ms:
        let_go(desk, "eased", "hold-eased", flat=False)
        return
    if hold.stage == "still" and hold.ends_ms > least_ms:
        desk.cut("eased", least_ms + _EASE_MS - desk.state.slot.start_ms)
        hold = replace(hold, ends_ms=least_ms)
    _say(desk, hold, "eased", "hold-easing")


def radiates(desk: Desk, _command: Command) -> None:
    """Sharp, tingling or spreading: off at once, and that place is left."""
    _hurts(desk, "hold-radiates")


def breath_back(desk: Desk) -> bool:
    """Take "just right" in a hold for what it means: the breath is back, or that is the weight."""
    hold = leading(desk.state)
    if hold is None or hold.stage == "seek":
        return False
    if not _breath_is_back(desk, hold):
        _good(desk, hold, None if (hold.number or 0) >= TOO_MUCH else hold.number)
    return True


def breath_held(desk: Desk) -> bool:
    """Go lighter in a hold and wait for the breath; give False outside of one."""
    hold = leading(desk.state)
    if hold is None or hold.stage == "seek":
        return False
    lighter = replace(hold, pressure=max(LEAST, hold.pressure - 1))
    until_ms = hold.breath_until_ms or desk.played_ms + ms(5)
    _say(desk, replace(lighter, breath_until_ms=until_ms), "breath-held", "breath-held")
    return True


def shift_hold(desk: Desk, wish: str, by: float, moment: str) -> None:
    """Make a hold in progress softer or firmer by its own pressure."""
    hold = desk.state.hold
    if hold is None:
        return
    highest = ceiling(desk.state, desk.state.slot.step)
    _say(desk, replace(hold, pressure=max(LEAST, min(highest, hold.pressure + by))), wish, moment)


def _say(desk: Desk, hold: Hold, wish: str, moment: str | None) -> None:
    desk.emit(
        ev.HoldAnswered(
            *desk.stamp,
            wish,
            hold.ends_ms,
            hold.pressure,
            hold.number,
            hold.lows,
            hold.eights,
            hold.breath_until_ms,
            desk.answer(moment) if moment else None,
        )
    )


def _breath_is_back(desk: Desk, hold: Hold) -> bool:
    if hold.breath_until_ms is None:
        return False
    _say(desk, replace(hold, breath_until_ms=None), "breath-back", "breath-back")
    return True


def _hurts(desk: Desk, moment: str) -> None:
    if desk.state.hold is not None and desk.state.hold.stage != "broad":
        flat_here(desk, None, moment)
    else:
        flat_stroke(desk, None, moment)


def _is_over(desk: Desk) -> bool:
    """Tell whether the spot is let go of already: what was asked then has been done."""
    return desk.state.hold is not None and leading(desk.state) is None


def start_pressure(desk: Desk) -> float:
    """Give the pressure at which the hold in progress starts to sink in."""
    return _pressures(desk)[0]


def _pressures(desk: Desk) -> tuple[float, float]:
    return pressed(desk.state, desk.state.slot).pressure or (LEAST, LEAST)


def _good(desk: Desk, hold: Hold, number: int | None) -> None:
    calm = replace(hold, number=number, eights=0, breath_until_ms=None)
    if hold.stage == "still":
        _say(desk, calm, "rate", "spot-good")
    else:
        still_now(desk, calm, desk.answer("spot-good"))


def _low(desk: Desk, hold: Hold, number: int) -> None:
    more = replace(hold, number=number, lows=hold.lows + 1, eights=0, breath_until_ms=None)
    if hold.stage == "seek":
        sink_again(
            desk,
            replace(more, pressure=max(hold.pressure, start_pressure(desk))),
            SINK_AGAIN_MS,
            desk.answer("spot-low"),
        )
        return
    if hold.lows:
        if hold.stage == "still":
            _say(desk, more, "rate", "spot-enough")
        else:
            still_now(desk, more, desk.answer("spot-enough"))
        return
    more = replace(more, pressure=min(_pressures(desk)[1], hold.pressure + 1))
    sink_again(desk, more, SINK_AGAIN_MS, desk.answer("spot-low"))


def _eight(desk: Desk, hold: Hold) -> None:
    step, half = desk.state.slot.step, max(LEAST, hold.pressure / 2)
    if step.area is not None:
        desk.emit(ev.CeilingSet(*desk.stamp, step.area, step.side, None, half))
    if hold.eights:
        let_go(desk, "too-much", "breath-not-back", flat=True)
        return
    lighter = replace(hold, number=TOO_MUCH, pressure=half, eights=1, breath_until_ms=None)
    if hold.stage == "seek":
        sink_again(desk, lighter, SINK_AGAIN_MS, desk.answer("spot-eight"))
    else:
        _say(desk, lighter, "rate", "spot-eight")


def _found(desk: Desk) -> Message | None:
    top = min(CEILING, round(_pressures(desk)[1]))
    return message("spot-here", ceiling=top) if desk.state.status == "running" else None


HOLDING: Mapping[str, Callable[[Desk, Command], None]] = MappingProxyType(
    {
        "spot-here": spot_here,
        "spot-lump": spot_lump,
        "spot-not-found": spot_not_found,
        "easing": easing,
        "eased": eased,
        "same": same,
        "worse": worse,
        "radiates": radiates,
    }
)
