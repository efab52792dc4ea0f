"""Techniques and contacts as values, read from the tables `techniques.toml` and `contacts.toml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, cast

from backrub.anatomy import Breadth, Side
from backrub.data import load

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "PHASES",
    "PLACES",
    "PLACES_BY_POSITION",
    "POSITIONS",
    "Contact",
    "Dose",
    "Lubricant",
    "Pace",
    "PaceUnit",
    "Patch",
    "Technique",
    "contacts",
    "techniques",
]

PaceUnit = Literal["still", "cm_per_s", "per_min"]
Lubricant = Literal["glide", "any", "cloth"]

PHASES = ("prepare", "open", "warm-up", "work", "finish", "aftercare")
PLACES = ("hip", "beside", "head-end", "across", "behind")
POSITIONS = ("prone", "seated", "side-lying", "standing")

PLACES_BY_POSITION: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "prone": ("hip", "beside", "head-end", "across"),
        "seated": ("behind", "beside"),
        "side-lying": ("behind",),
        "standing": ("beside",),
    },
)
"""Where the giver can be for each position of the receiver."""


@dataclass(frozen=True, slots=True)
class Dose:
    """How long something lasts: the least that is worth doing, the usual, and the most [s]."""

    least_s: int
    usual_s: int
    most_s: int


@dataclass(frozen=True, slots=True)
class Pace:
    """A band of speed with its usual value, in cm/s or in cycles a minute."""

    unit: PaceUnit
    least: float
    usual: float
    most: float


@dataclass(frozen=True, slots=True)
class Patch:
    """An elliptical patch: width across the heading in hand breadths, length along it in hand lengths."""

    width: float
    length: float


@dataclass(frozen=True, slots=True)
class Contact:
    """A part of the hand that touches: the core that bears the weight, in a soft outline."""

    id: str
    breadth: Breadth
    core: Patch
    soft: Patch
    soft_forward: float
    source: str
    certainty: str
    hold: Patch | None = None


@dataclass(frozen=True, slots=True)
class Technique:
    """One way of working, with the limits that belong to it.

    Pressures are felt pressures, 1-10. `contacts`, `areas` and `places` are in order of preference.
    `dose_area` counts one side, or both together where `both_sides` is true. `areas_when_there`, `places_when_there`
    and `both_when_there` are not planned for, but good enough where hands, or the giver, are there already.
    """

    id: str
    contacts: tuple[str, ...]
    areas: tuple[str, ...]
    phases: tuple[str, ...]
    felt: tuple[int, int]
    cap: int
    pace: Pace
    dose_area: Dose
    both_sides: bool
    sedating: int
    places: tuple[str, ...]
    lubricant: Lubricant
    positions: tuple[str, ...]
    source: str
    certainty: str
    dose_spot: Dose | None = None
    pace_closing: Pace | None = None
    pace_return: Pace | None = None
    both_from: tuple[str, ...] = ()
    areas_when_there: tuple[str, ...] = ()
    places_when_there: tuple[str, ...] = ()
    both_when_there: tuple[str, ...] = ()
    area_caps: Mapping[str, int] = field(default_factory=dict)
    area_contacts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contact_places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contact_breadths: Mapping[str, Breadth] = field(default_factory=dict)
    constant_pressure: bool = False
    lean: bool = False
    only_if_wished: bool = False
    ticklish: bool = False
    unled: bool = False

    def cap_on(self, area: str) -> int:
        """Return the highest felt pressure this technique may ask for on an area."""
        return min(self.cap, self.area_caps.get(area, self.cap))

    def contacts_on(self, area: str) -> tuple[str, ...]:
        """Return the contacts that may be used on an area, best first."""
        return self.area_contacts.get(area, self.contacts)

    def places_for(self, contact: str, position: str = "prone") -> tuple[str, ...]:
        """Return where the giver may be when working with a contact, best first."""
        allowed = self.contact_places.get(contact, self.places)
        return tuple(place for place in allowed if place in PLACES_BY_POSITION[position])

    def works_both_sides(self, place: str) -> bool:
        """Tell whether the two hands work both sides at once from a giver's place."""
        return self.both_sides or place in self.both_from

    def works_from(self, place: str, side: Side) -> bool:
        """Tell whether it can be done from where the giver is already, planned for there or not."""
        if place not in self.places and place not in self.places_when_there:
            return False
        return side != "both" or self.works_both_sides(place) or place in self.both_when_there

    def breadth_of(self, contact: str) -> Breadth:
        """Return how broad a contact is as this technique uses it."""
        return self.contact_breadths.get(contact, contacts()[contact].breadth)

    @property
    def presses(self) -> bool:
        """Tell whether the technique can press, that is be felt at 3 or more."""
        return self.cap >= 3


@cache
def techniques() -> Mapping[str, Technique]:
    """Return every technique by its id, in the order of the table."""
    rows = load("techniques")
    return MappingProxyType({name: _technique(name, row) for name, row in _tables(rows)})


@cache
def contacts() -> Mapping[str, Contact]:
    """Return every contact by its id, in the order of the table."""
    rows = load("contacts")
    return MappingProxyType({name: _contact(name, row) for name, row in _tables(rows)})


def _tables(rows: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(name, row) for name, row in rows.items() if isinstance(row, dict)]


def _contact(name: str, row: dict[str, Any]) -> Contact:
    patches: dict[str, Any] = {key: Patch(**row[key]) for key in ("core", "soft", "hold") if key in row}
    plain = {key: value for key, value in row.items() if key not in patches}
    return Contact(id=name, **plain, **patches)


_TUPLES = (
    "contacts",
    "areas",
    "phases",
    "places",
    "positions",
    "both_from",
    "areas_when_there",
    "places_when_there",
    "both_when_there",
)
_TABLES_OF_TUPLES = ("area_contacts", "contact_places")
_PACES = ("pace", "pace_closing", "pace_return")


def _technique(name: str, row: dict[str, Any]) -> Technique:
    plain = {key: value for key, value in row.items() if key not in _CONVERTED}
    converted: dict[str, Any] = {key: tuple(row[key]) for key in _TUPLES if key in row}
    for key in _TABLES_OF_TUPLES:
        listed = {of: tuple(values) for of, values in row.get(key, {}).items()}
        converted[key] = MappingProxyType(listed)
    converted |= {key: MappingProxyType(row.get(key, {})) for key in ("area_caps", "contact_breadths")}
    converted |= {key: _pace(row, key) for key in _PACES}
    converted |= {f"dose_{of}": Dose(*row[f"dose_{of}_s"]) for of in ("area", "spot") if f"dose_{of}_s" in row}
    low, high = row["felt"]
    return Technique(id=name, felt=(low, high), **plain, **converted)


_CONVERTED = {
    *_TUPLES,
    *_TABLES_OF_TUPLES,
    *_PACES,
    *(
        "felt",
        "pace_unit",
        "pace_usual",
        "dose_area_s",
        "dose_spot_s",
        "area_caps",
        "contact_breadths",
    ),
}


def _pace(row: Mapping[str, Any], key: str) -> Pace | None:
    unit = cast("PaceUnit", row["pace_unit"])
    if key == "pace" and unit == "still":
        return Pace(unit, 0.0, 0.0, 0.0)
    if key not in row:
        return None
    least, most = row[key]
    usual = row["pace_usual"] if key == "pace" else (least + most) / 2
    return Pace(unit, float(least), float(usual), float(most))
