"""Play evenings again: `python -m tests.simulation SEED [--planner composer] [--mutation NAME] [--story]`."""

from __future__ import annotations

import argparse
import logging
import sys

from backrub.errors import CommandRefused
from backrub.session import Command, Wish
from tests.simulation.judge import WatchedEngine
from tests.simulation.mutations import MUTATIONS
from tests.simulation.trial import played

EVERY = 100


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def tell(engine: WatchedEngine, wish: Wish, at_ms: int, refused: str | None) -> None:
    """Print what became of a wish."""
    what = type(wish).__name__
    if isinstance(wish, Command):
        what = f"{wish.by} {wish.kind} {'' if wish.value is None else wish.value}"
    view = engine.view()
    say(f"{at_ms / 1000:9.3f} s  {view.status:9} step {view.step}  {what} {refused or ''}")


class Narrated(WatchedEngine):
    """An engine whose every wish is printed."""

    def receive(self, wish: Wish, at_ms: int, asked_at_ms: int | None = None) -> None:
        """Carry out a wish and print it."""
        try:
            super().receive(wish, at_ms, asked_at_ms)
        except CommandRefused as refusal:
            tell(self, wish, at_ms, f"refused: {refusal.code}")
            raise
        tell(self, wish, at_ms, None)


def main() -> int:
    """Play what is asked for; return 1 if anything did not hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("seed", type=int, help="the first seed")
    parser.add_argument("--to", type=int, help="and every one up to this")
    parser.add_argument("--planner", choices=("table", "composer"), default="table")
    parser.add_argument("--mutation", choices=tuple(MUTATIONS), help="plant a fault")
    parser.add_argument("--story", action="store_true", help="print every wish")
    asked = parser.parse_args()
    logging.disable()
    broken = 0
    last = asked.seed if asked.to is None else asked.to
    for seed in range(asked.seed, last + 1):
        outcome = played(seed, asked.planner, asked.mutation, Narrated if asked.story else WatchedEngine)
        broken += bool(outcome.broken)
        for what in outcome.broken:
            say(f"{seed}: {what}")
        if seed == last or (seed - asked.seed) % EVERY == EVERY - 1:
            done = seed - asked.seed + 1
            say(f"{done} evenings, {broken} of them broken; the last: {outcome.status} {outcome.digest}")
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
