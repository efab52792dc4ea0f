"""How old events become new ones: one pure step from each version to the next, kept for ever.

When a field of an event changes its meaning or its name, its class gets the next `v` and this table gets the step from
the version before. A step takes a record and returns the record one version newer; it never looks at other events.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

__all__ = ["UPCASTS", "lifted"]

Record = Mapping[str, Any]
Upcast = Callable[[Record], Record]

UPCASTS: Mapping[tuple[str, int], Upcast] = MappingProxyType(
    {
        # A setting learnt whether the giver can kneel; until then everybody was told to.
        ("session-planned", 1): lambda record: {**record, "setting": {**record["setting"], "kneels": True}},
        # A stage of a hold learnt since when its spot is held still; of an old one nobody knows.
        ("hold-stage-began", 1): lambda record: {**record, "still_from_ms": None},
    }
)
"""By kind and the version it starts from."""


def lifted(record: Record, upcasts: Mapping[tuple[str, int], Upcast] = UPCASTS) -> Record:
    """Lift a record step by step until there is no newer version of its kind."""
    while (step := upcasts.get((record["kind"], record["v"]))) is not None:
        record = {**step(record), "v": record["v"] + 1}
    return record
