"""How many cases each kind of test tries: reduced for every day, in full with `./test --deep`."""

from __future__ import annotations

import os
from typing import NamedTuple

DEEP = bool(os.environ.get("BACKRUB_DEEP"))


class Count(NamedTuple):
    """A number of cases for every day, and one for the long run."""

    reduced: int
    deep: int


COUNTS = {
    "examples": Count(25, 500),  # a property that names no count of its own
    "wishes": Count(60, 5_000),  # random wishes composed and held against every promise
    "intakes": Count(40, 5_000),  # random answers of two people, contradictory ones too, held against everything
    "clashes": Count(5, 5_000),  # the same, asked for the fewest wishes that clash
    "brute-force": Count(12, 400),  # small cases where the best answer is found by trying all
    "commands": Count(60, 5_000),  # random command sequences given to the engine
    "evenings": Count(100, 20_000),  # simulated sessions with plans from a table
    "composed evenings": Count(8, 400),  # simulated sessions with plans that are composed
    "shared evenings": Count(8, 2_000),  # simulated sessions on several servers that share a store
    "crashes": Count(16, 10_000),  # writes of one simulated session that its process does not survive
    "messages": Count(60, 3_000),  # whatever may come over a socket, on each listener
    "greetings": Count(15, 400),  # whatever may be said first
    "requests": Count(3, 100),  # random requests to each address of the API
    "persons": Count(12, 200),  # bodies over which each path keeps clear of bone
    "marked maps": Count(5, 240),  # sets of marks whose words are laid out at each width and size of text
    "texts": Count(50, 2_000),  # random arguments put into each message
}


def count(name: str) -> int:
    """Give how many cases of this kind to try in this run."""
    return COUNTS[name].deep if DEEP else COUNTS[name].reduced
