"""From wishes to a routine: the stages in their order, for a whole rub and for the rest of a running one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from backrub.anatomy import SIDES, sides_of
from backrub.compose.allowed import can_reach
from backrub.compose.answers import gave_way, left_out, notes, title
from backrub.compose.arcs import (
    arrive,
    break_steps,
    fading,
    finish_steps,
    last_rest,
    light_steps,
    pause,
    turn_over,
    warm_up,
)
from backrub.compose.barring import barring
from backrub.compose.blocks import GRID_S, LOW, Block, blocks
from backrub.compose.done import NOTHING, Done
from backrub.compose.minutes import choose
from backrub.compose.ride import with_rides
from backrub.compose.scores import Minutes
from backrub.compose.shape import Shape, shape_of
from backrub.compose.spreading import Go, parted, spread
from backrub.compose.strokes import Timed, When, long_stroke, settled, stroke
from backrub.compose.terms import OneSide, Terms, terms_for
from backrub.compose.walk import Station, Visit
from backrub.compose.weights import arc
from backrub.compose.work import BREAK, Piece, in_order, pieces_of, steps_of, telling_of
from backrub.errors import UsageError
from backrub.person import Wishes, validate
from backrub.routine import Message, Routine, Side, message
from backrub.technique import techniques

__all__ = ["compose", "plan"]


def compose(wishes: Wishes, seed: int | None = None) -> Routine:
    """Plan the rub that serves some wishes best, or with a seed another one nearly as good.

    The same wishes and the same seed always give the same routine, and every routine obeys every rule.

    Args:
        wishes: What the two wish for.
        seed: 0 for the best plan; any other number for one that scores at most `surprise_loss` less; None for the one
            that the wishes name.

    Raises:
        NotTonight: A health answer forbids a rub today.
        UsageError: A wish cannot be read, or every place is to be left alone.
    """
    validate(wishes)
    return plan(terms_for(wishes), seed=wishes.seed if seed is None else seed)


def plan(terms: Terms, done: Done = NOTHING, station: Station | None = None, seed: int = 0) -> Routine:
    """Plan what some terms come to, from a station on.

    Args:
        terms: What the wishes come to.
        done: What a running rub has already had.
        station: Where the giver is in a running rub.
        seed: 0 for the best plan, another number for another good one.

    Raises:
        UsageError: Every place is to be left alone.
    """
    terms = settled(terms)
    if long_stroke(terms) is None:
        places = ", ".join(barring(terms))
        raise UsageError(
            "no place is left for a stroke", "avoid", f"Take one of these from what is left alone: {places}"
        )
    shape = shape_of(terms, warm_done_s=done.warm_s, begun=done.begun)
    if len(terms.halves) > shape.sides:  # too late to turn over
        terms = replace(terms, halves=terms.halves[:1])
        shape = shape_of(terms, warm_done_s=done.warm_s, begun=done.begun)
    terms, candidates, minutes = _chosen(terms, shape, done, seed)
    if not done.begun and _begins_low(terms, minutes):
        terms = replace(terms, halves=terms.halves[::-1])
        shape = shape_of(terms)
        terms, candidates, minutes = _chosen(terms, shape, done, seed)
    draft = _Draft(terms, shape, minutes, _starts(terms, station))
    timed = tuple(draft.steps())
    first = timed[0].station
    return Routine(
        title=title(terms),
        duration_s=terms.total_s,
        position=terms.position,
        surface=terms.surface,
        lubricant=terms.glide,
        steps=with_rides(terms, timed, done.steps),
        cap=terms.cap,
        giver_side="right" if first == "right" else "left",
        optimal=minutes.optimal,
        gap=minutes.gap,
        gave_way=gave_way(terms, candidates, minutes.chosen),
        left_out=left_out(terms, candidates, minutes.chosen),
        notes=(*notes(terms, minutes.chosen), *_numbered(seed)),
    )


def _numbered(seed: int) -> tuple[Message, ...]:
    """Say by which number another plan than the best can be had again."""
    return (message("note-seed", seed=seed),) if seed else ()


def _chosen(terms: Terms, shape: Shape, done: Done, seed: int) -> tuple[Terms, tuple[Block, ...], Minutes]:
    """Choose, and choose again without what cannot get round the person's own spots.

    Paths are drawn only for what was chosen: what was not need not be possible, so this is still the best choice.
    """
    while True:
        candidates = blocks(terms, done)
        minutes = choose(terms, shape, candidates, done, seed)
        lost = frozenset(
            (block.technique, block.area, side)
            for block in minutes.chosen
            for side, _ in block.sides
            if not can_reach(terms, techniques()[block.technique], block.area, side, block.contact)
        )
        parted = lost | {(technique, area, one) for technique, area, side in lost for one in sides_of(side)}
        if not lost:
            return terms, candidates, minutes
        terms = replace(terms, unreachable=terms.unreachable | parted)


def _begins_low(terms: Terms, minutes: Minutes) -> bool:
    """Tell whether of the first half of a side-lying rub only the low back is worked, and more of the second."""
    if len(terms.halves) < len(SIDES):
        return False
    worked = {(block.area, one) for block in minutes.chosen for side, _ in block.sides for one in sides_of(side)}
    upper = {side for area, side in worked if area not in LOW}
    return terms.halves[0] not in upper and terms.halves[1] in upper


def _starts(terms: Terms, station: Station | None) -> tuple[Station, ...]:
    if station is not None:
        return (station,)
    return ("left", "right") if terms.position == "prone" else ("behind",)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A plan being put together from what the stages decided."""

    terms: Terms
    shape: Shape
    minutes: Minutes
    starts: tuple[Station, ...]

    def steps(self) -> Iterator[Timed]:
        """Give the steps that take time, in order, adding up to the total exactly."""
        if len(self.terms.halves) > 1:
            yield from self._halves()
            return
        side = self.terms.halves[0] if self.terms.halves else None
        pieces = self._pieces(side)
        visits = in_order(self.terms, pieces, self._ends(), self.starts)
        here = visits[0].station if self.starts != ("left", "right") else self._first(visits)
        yield from arrive(self.terms, here, self.shape.opening, side or "both")
        yield from warm_up(self.terms, here, self.minutes.warm, side or "both")
        yield from self._work(pieces, visits, side or "both")
        yield from self._end(visits[-1].station, side)

    def _first(self, visits: Sequence[Visit]) -> Station:
        """Begin on the flank of the first stroke, or opposite where the walk begins at the head."""
        flanks = [visit.station for visit in visits if visit.station in self.starts]
        heads_off = visits[0].station not in self.starts
        if not flanks:
            return self.starts[0]
        if heads_off:
            return "left" if flanks[0] == "right" else "right"
        return flanks[0]

    def _halves(self) -> Iterator[Timed]:
        """Side-lying: each side in turn is warmed, worked and closed, with a turn between."""
        terms, units = self.terms, self.minutes
        yield from arrive(terms, "behind", self.shape.opening, terms.halves[0])
        for number, half in enumerate(terms.halves):
            if number >= len(terms.halves) - self.shape.warm_sides:
                yield from warm_up(terms, "behind", units.warm, half)
            pieces = self._pieces(half)
            visits = in_order(replace(terms, rested=True), pieces, ("behind",), ("behind",))
            yield from self._work(pieces, visits, half, self._pieces(terms.halves[0]) if number else ())
            if number == 0:
                closing = units.finish * GRID_S
                yield from fading(terms, "behind", "work", closing, half)
                yield turn_over()
        yield from self._end("behind", terms.halves[-1])

    def _pieces(self, side: OneSide | None) -> tuple[Piece, ...]:
        pieces = pieces_of(self.terms, self.minutes)
        return tuple(piece for piece in pieces if side is None or piece.side in (side, "both"))

    def _ends(self) -> tuple[Station, ...]:
        if self.terms.position != "prone":
            return ("behind",)
        flanks_only = self.shape.skin or self.shape.tapping
        return ("left", "right") if flanks_only else ("left", "right", "head")

    def _work(
        self, pieces: Sequence[Piece], visits: Sequence[Visit], side: Side = "both", before: Sequence[Piece] = ()
    ) -> Iterator[Timed]:
        """Give the work in order, with light strokes spread between its pieces."""
        by_key = {piece.key: piece for piece in pieces}
        telling = telling_of(self._pieces(None), visits, before)
        light = self._light([by_key.get(visit.key) for visit in visits], visits, side)
        for index, visit in enumerate(visits):
            if visit.key == BREAK:
                yield from break_steps(self.terms, visit.station)
            elif visit.key in by_key:
                yield from steps_of(self.terms, by_key[visit.key], visit.station, telling[visit.key])
            for spot, units in light.get(index, ()):
                reason = message("why-rest" if spot.technique.id == "resting-hands" else "why-light")
                when = When(visit.station, "work", units * GRID_S)
                yield stroke(self.terms, spot, when, (2.0, 2.0), (reason,))

    def _light(self, pieces: Sequence[Piece | None], visits: Sequence[Visit], side: Side) -> Mapping[int, list[Go]]:
        """Give the light strokes after each visit, with the rest of a long half in their middle."""
        goes = light_steps(self.terms, self.minutes.light, side)
        rest = pause(self.terms, side)
        middle = len(goes) // 2
        goes = (*goes[:middle], rest, *goes[middle:]) if rest else goes
        at = next((index for index, visit in enumerate(visits) if visit.key == BREAK), None)
        if at is None:
            return spread(goes, pieces)
        worked = [sum(piece.units for piece in part if piece) for part in (pieces[:at], pieces[at:])]
        before = self.shape.opening + self.minutes.warm + worked[0]
        after = self.minutes.finish + self.shape.skin + self.shape.tapping + self.shape.last_rest + worked[1]
        first, second = parted(goes, before, after + round(arc("link_s")) // GRID_S)
        later = spread(second, pieces[at + 1 :])
        return {
            **spread(first, pieces[:at] or (None,)),
            **{at + 1 + index: each for index, each in later.items()},
        }

    def _end(self, station: Station, side: OneSide | None) -> Iterator[Timed]:
        beyond_grid_s = self.terms.total_s % GRID_S
        finish_s = self.minutes.finish * GRID_S
        yield from finish_steps(self.terms, self.shape, station, finish_s, side or "both")
        yield from last_rest(self.terms, station, self.shape.last_rest * GRID_S + beyond_grid_s, side or "both")
