"""One stroke of a technique as both hands' paths: sampled, closed, and within every limit of the place.

*Conventions* back frame, mm: x to the receiver's right, y towards the feet. A heading is where the fingers point: 0 to
the head, clockwise seen from above, so 90 is the receiver's right. Hands are the giver's left and right. A sample's
place is the middle of the bearing core, where the weight is. Pressures are felt pressures, 1-10.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from shapely import Point

from backrub.anatomy import SIDES, Atlas, Motion, Side, require_area
from backrub.errors import CannotBeDone, UsageError
from backrub.technique.ground import Ground, core_of
from backrub.technique.limits import CEILING, HOLD_USUAL_S, PACE_ADJUST, PRESSING
from backrub.technique.model import Pace, Technique, techniques
from backrub.technique.paths import INWARD_DEG, SHAPES, Turn, Work, support
from backrub.technique.reach import hand_over
from backrub.technique.stroke import Hand, Samples, StrokePath
from backrub.technique.trace import Draft, NoWayError, Timing, Track, trace

__all__ = ["stroke_path"]

_BREATH_S = 4.0
_TAKES_TURNS = frozenset({"petrissage", "waist-spread", "side-pull", "tapotement"})
_MOST_LIFTED = 0.35
_LEAST_SHARE = 0.5
_NEARLY = 0.25  # as near as this to what was asked is felt as the same; a stroke rises and falls on its way
_CLOSE_MM = 40.0


def stroke_path(  # noqa: PLR0913 - each is one word of a step
    technique_id: str,
    atlas: Atlas,
    area: str,
    side: Side,
    *,
    contact: str | None = None,
    pressure: tuple[float, float] | None = None,
    pace: float | None = None,
    place: str | None = None,
    cap: float | None = None,
    spot_mm: tuple[float, float] | None = None,
    hold_s: float = HOLD_USUAL_S,
) -> StrokePath:
    """Draw one stroke of a technique on a back.

    Args:
        technique_id: Which technique.
        atlas: The receiver's back, with the giver's hand sizes.
        area: Area or composite id.
        side: The receiver's side, or both where the giver's place allows it.
        contact: The part of the hand; by default the first of the technique's that can do it here.
        pressure: Felt pressure at a step's start and end; the loop is drawn at the higher. Default: the usual.
        pace: cm/s or cycles a minute, as the technique counts; by default its usual pace.
        place: Where the giver is; by default the technique's first that fits.
        cap: Highest felt pressure for this person today.
        spot_mm: For a hold, where in the back frame.
        hold_s: For a hold, how long.

    Returns:
        The loop. Where a place is delicate it is lighter than asked: see `reached`.

    Raises:
        UsageError: An unknown technique or area, or a pace outside the technique's band.
        CannotBeDone: The technique, contact, place or back does not allow it here.
    """
    technique = _known(technique_id)
    require_area(area)
    felt = min(max(pressure or technique.felt), technique.cap_on(area), cap or CEILING, CEILING)
    _check(technique, area, side, place)
    refused: CannotBeDone | None = None
    for each in _contacts(technique, area, contact, place):
        where = place or _first_place(technique, area, side, each)
        asked = _Asked(technique, area, side, each, felt, _paced(technique, pace), where, spot_mm, hold_s)
        try:
            return _drawn(asked, atlas)
        except CannotBeDone as error:
            refused = refused or error
    raise refused or CannotBeDone(technique_id, area, "not-this-contact")


@dataclass(frozen=True, slots=True)
class _Asked:
    """Everything that decides a path, checked."""

    technique: Technique
    area: str
    side: Side
    contact: str
    felt: float
    pace: float
    place: str
    spot_mm: tuple[float, float] | None
    hold_s: float

    def __hash__(self) -> int:
        return hash((self.technique.id, self.area, self.side, self.contact, self.felt, self.pace, self.place))

    @property
    def motion(self) -> Motion:
        named: dict[str, Motion] = {"resting-hands": "still", "tender-spot-hold": "hold", "tapotement": "tapping"}
        if self.contact == "finger-tips":
            return "feather"
        return named.get(self.technique.id, "gliding")


def _known(technique_id: str) -> Technique:
    if technique_id not in techniques():
        known = ", ".join(techniques())
        raise UsageError(f"no technique is called {technique_id!r}", "technique", f"Use one of: {known}")
    return techniques()[technique_id]


def _check(technique: Technique, area: str, side: Side, place: str | None) -> None:
    if area not in technique.areas + technique.areas_when_there:
        raise CannotBeDone(technique.id, area, "not-there")
    if place is not None and place not in technique.places + technique.places_when_there:
        raise CannotBeDone(technique.id, area, "not-from-here")
    if side == "both" and not (technique.both_sides or technique.both_from):
        raise CannotBeDone(technique.id, area, "one-side-at-a-time")
    if side == "both" and place is not None and not technique.works_from(place, side):
        raise CannotBeDone(technique.id, area, "one-side-at-a-time")


def _contacts(technique: Technique, area: str, contact: str | None, place: str | None) -> tuple[str, ...]:
    allowed = technique.contacts_on(area)
    if contact is not None:
        allowed = tuple(each for each in allowed if each == contact)
    if place is None:
        return allowed
    there = technique.places_when_there
    return tuple(each for each in allowed if place in (*technique.contact_places.get(each, technique.places), *there))


def _first_place(technique: Technique, area: str, side: Side, contact: str) -> str:
    places = technique.contact_places.get(contact, technique.places)
    fitting = [place for place in places if side != "both" or technique.works_both_sides(place)]
    if not fitting:
        raise CannotBeDone(technique.id, area, "one-side-at-a-time")
    return fitting[0]


def _paced(technique: Technique, pace: float | None) -> float:
    if pace is None or technique.pace.unit == "still":
        return technique.pace.usual
    _band_of(technique, pace)
    return pace


def _band_of(technique: Technique, pace: float) -> Pace:
    """Return the band a pace belongs to, the usual or the closing one."""
    for band in (technique.pace, technique.pace_closing):
        if band is not None and _within(band, pace):
            return band
    least, most = technique.pace.least, technique.pace.most
    raise UsageError(f"{pace:g} is not a pace of {technique.id}", "pace", f"Give {least:g} to {most:g}")


def _within(band: Pace, pace: float) -> bool:
    return band.least * (1 - PACE_ADJUST) <= pace <= band.most * (1 + PACE_ADJUST)


@lru_cache(maxsize=256)
def _drawn(asked: _Asked, atlas: Atlas) -> StrokePath:
    drafts = _drafts(asked, atlas)
    tracks = _together(asked, atlas, drafts)
    working = [tracks[hand] for hand, role in drafts.items() if role.works]
    _refuse_if_lost(asked, atlas, working)
    return StrokePath(
        technique=asked.technique.id,
        area=asked.area,
        side=asked.side,
        place=asked.place,
        contact=asked.contact,
        cycle_s=working[0].cycle_s,
        cycles=next(role.draft.cycles for role in drafts.values() if role.works),
        felt=asked.felt,
        reached=max(float(track.pressure.max()) for track in working),
        hands={hand: _samples(role, tracks[hand]) for hand, role in drafts.items()},
    )


@dataclass(frozen=True, slots=True)
class _Role:
    """What one of the giver's hands does: work, or lie quietly."""

    draft: Draft
    works: bool = True
    shift: float = 0.0


def _drafts(asked: _Asked, atlas: Atlas) -> dict[Hand, _Role]:
    """Share the stroke out between the giver's hands."""
    technique = asked.technique
    if technique.id == "hug-rub":
        side: Hand = "left" if asked.side == "left" else "right"
        return _one_and_support(asked, atlas, side)
    if asked.side == "both":
        turns = technique.id in _TAKES_TURNS
        on_left, on_right = _draft(asked, atlas, "left"), _draft(asked, atlas, "right")
        roles = {"left": _Role(on_left), "right": _Role(on_right, shift=0.5 / on_right.cycles if turns else 0.0)}
        return {hand_over(asked.place, over): roles[over] for over in SIDES}
    if technique.id in _TAKES_TURNS and not _in_line(asked):
        return _two_in_turn(asked, atlas, asked.side)
    return _one_and_support(asked, atlas, asked.side)


def _in_line(asked: _Asked) -> bool:
    """Tell whether two hands would lie one behind the other, each on the other's forearm, so that one has to do."""
    return asked.technique.id == "petrissage" and asked.area != "shoulders" and asked.place != "across"


def _two_in_turn(asked: _Asked, atlas: Atlas, side: Hand) -> dict[Hand, _Role]:
    first, second = _draft(asked, atlas, side, turn="first"), _draft(asked, atlas, side, turn="second")
    # The second hand works further along, always on its own side of the first, so that arms never cross.
    follows = hand_over(asked.place, side)
    return {_other(follows): _Role(first), follows: _Role(second, shift=0.5 / second.cycles)}


def _one_and_support(asked: _Asked, atlas: Atlas, side: Hand) -> dict[Hand, _Role]:
    hug = asked.technique.id == "hug-rub"
    hand = hand_over(asked.place, side, facing_them=hug)
    ground = Ground(atlas, _other(side), "palms", core_of("palms", atlas, "still"), "still")
    heading = INWARD_DEG if hug else 180.0 if asked.place == "head-end" else 0.0
    quiet = _Role(support(ground, asked.area, heading), works=False)
    return {hand: _Role(_draft(asked, atlas, side)), _other(hand): quiet}


def _draft(asked: _Asked, atlas: Atlas, side: Hand, turn: Turn = "alone") -> Draft:
    technique = asked.technique
    core = core_of(asked.contact, atlas, asked.motion, technique.breadth_of(asked.contact))
    ground = Ground(atlas, side, asked.contact, core, asked.motion)
    spot = (ground.sign * asked.spot_mm[0], asked.spot_mm[1]) if asked.spot_mm else None
    work = Work(technique, asked.area, asked.felt, asked.pace, asked.place, ground, spot, turn)
    return SHAPES[technique.id](work)


def _other(side: Hand) -> Hand:
    return "left" if side == "right" else "right"


def _together(asked: _Asked, atlas: Atlas, drafts: dict[Hand, _Role]) -> dict[Hand, Track]:
    """Trace both hands so that their loops last equally long.

    Raises:
        CannotBeDone: A hand has no way left to go, or the two cannot keep together.
    """
    working = {hand: role for hand, role in drafts.items() if role.works}
    try:
        tracks = {
            hand: trace(role.draft, asked.felt, _timing(asked, role.draft), role.shift)
            for hand, role in working.items()
        }
    except NoWayError as error:
        reason = "left-alone" if _spared(asked, atlas) else "no-room"
        raise CannotBeDone(asked.technique.id, asked.area, reason) from error
    cycle_s = _common_length(asked, atlas, [track.cycle_s for track in tracks.values()])
    for hand, role in drafts.items():
        if hand not in tracks:
            tracks[hand] = trace(role.draft, 1.0, Timing(cycle_s=cycle_s))
        elif tracks[hand].cycle_s != cycle_s:
            pace = asked.pace if asked.technique.pace.unit == "cm_per_s" else None
            tracks[hand] = trace(role.draft, asked.felt, Timing(pace, cycle_s), role.shift)
    return tracks


def _common_length(asked: _Asked, atlas: Atlas, lengths_s: list[float]) -> float:
    """Return the longer loop's length, or one at which neither hand leaves the technique's band.

    Raises:
        CannotBeDone: One hand's way round is so much longer that the two cannot keep together.
    """
    longest, shortest = max(lengths_s), min(lengths_s)
    if asked.technique.pace.unit != "cm_per_s" or longest == shortest:
        return longest
    band = _band_of(asked.technique, asked.pace)
    cycle_s = min(longest, shortest * max(1.0, asked.pace / band.least))
    if asked.pace * longest / cycle_s > band.most * (1 + PACE_ADJUST):
        raise CannotBeDone(asked.technique.id, asked.area, "left-alone" if atlas.personal else "no-room")
    return cycle_s


def _timing(asked: _Asked, draft: Draft) -> Timing:
    if asked.technique.pace.unit == "cm_per_s":
        return Timing(pace_cm_per_s=asked.pace)
    if asked.technique.pace.unit == "per_min":
        return Timing(cycle_s=draft.cycles * 60.0 / asked.pace)
    return Timing(cycle_s=asked.hold_s if asked.motion == "hold" else _BREATH_S)


def _refuse_if_lost(asked: _Asked, atlas: Atlas, working: list[Track]) -> None:
    """Refuse a stroke of which the limits left too little.

    Raises:
        CannotBeDone: A hand cannot press at all where it should, or would be in the air too long.
    """
    reason = "left-alone" if _spared(asked, atlas) else "no-room"
    wanted = PRESSING if asked.felt >= PRESSING else asked.felt * _LEAST_SHARE
    for track in working:
        meant = track.asked > 0.3 * asked.felt
        lifted = float(np.mean(track.pressure[meant] < 0.05)) if meant.any() else 1.0
        if float(track.pressure.max()) < wanted - _NEARLY or lifted > _MOST_LIFTED:
            raise CannotBeDone(asked.technique.id, asked.area, reason)


def _spared(asked: _Asked, atlas: Atlas) -> bool:
    """Tell whether a place the person wants left alone lies in or close to the area."""
    area = atlas.area(asked.area, asked.side)
    return any(area.distance(Point(zone.x_mm, zone.y_mm)) < zone.radius_mm + _CLOSE_MM for zone in atlas.personal)


def _samples(role: _Role, track: Track) -> Samples:
    pressure = np.round(np.floor(track.pressure * 100) / 100, 2)
    return Samples(
        contact=role.draft.ground.contact,
        works=role.works,
        t_s=tuple(np.round(track.t_s, 4).tolist()),
        x_mm=tuple(np.round(track.x_mm, 2).tolist()),
        y_mm=tuple(np.round(track.y_mm, 2).tolist()),
        heading_deg=tuple((np.round(track.heading_deg, 1) % 360.0).tolist()),
        pressure=tuple(pressure.tolist()),
        down=tuple((pressure > 0.05).tolist()),
    )
