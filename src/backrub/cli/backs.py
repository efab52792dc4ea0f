"""Reading what people type of a back: its measures, places on it, a stroke."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from backrub.anatomy import Body, PersonalZone, Side
from backrub.errors import CannotBeDone, UsageError

if TYPE_CHECKING:
    from backrub.anatomy import Atlas
    from backrub.technique import StrokePath

__all__ = ["body_of", "point_of", "stroke_of", "write_bytes", "zones_of"]

MM_PER_CM = 10.0
USUAL_RADIUS_MM = 20.0
MEASURES = {
    "--stature": ("stature_mm", MM_PER_CM),
    "--mass": ("mass_kg", 1.0),
    "--length": ("c7_to_crest_mm", MM_PER_CM),
    "--shoulders": ("shoulder_hand_breadths", 1.0),
    "--hand": ("hand_length_mm", MM_PER_CM),
    "--blades": ("blade_gap_mm", MM_PER_CM),
}


def body_of(
    *,
    stature_cm: float | None,
    mass_kg: float | None,
    sex: str | None,
    length_cm: float | None,
    shoulder_hands: float | None,
    hand_cm: float | None,
    blades_cm: float | None,
) -> Body:
    """Give a body from what people measured.

    Raises:
        UsageError: A measure is not one of an adult; in the unit it was given in.
    """
    from backrub.anatomy.body import ALLOWED

    given = dict(zip(MEASURES, (stature_cm, mass_kg, length_cm, shoulder_hands, hand_cm, blades_cm), strict=True))
    fields: dict[str, Any] = {}
    for option, value in given.items():
        name, unit = MEASURES[option]
        least, most = (bound / unit for bound in ALLOWED[name])
        if value is None:
            continue
        if not least <= value <= most:
            raise UsageError(f"{value:g} is out of range", option, f"Give {least:g} to {most:g}")
        fields[name] = value * unit
    return Body(sex=_sex(sex), **fields)


def _sex(sex: str | None) -> Any:  # noqa: ANN401 - Body says which letters it takes
    if sex not in {None, "f", "m"}:
        raise UsageError(f"{sex!r} is not known here", "--sex", "Use f or m, or leave it out")
    return sex


def point_of(text: str, option: str = "--at") -> tuple[float, float]:
    """Read a point in mm.

    Raises:
        UsageError: It is not two numbers.
    """
    numbers = _numbers(text)
    if len(numbers) != 2:
        raise UsageError(f"{text!r} is no point", option, "Write it as 42,190: mm to the right, and mm down")
    return numbers[0], numbers[1]


def zones_of(marks: list[str], file: str | None) -> tuple[PersonalZone, ...]:
    """Read places that are left alone.

    Raises:
        UsageError: One cannot be read.
    """
    return (*(_mark(text) for text in marks), *(_from_file(file) if file else ()))


def _mark(text: str) -> PersonalZone:
    kind, _, rest = text.partition("=")
    numbers = _numbers(rest)
    if not kind or len(numbers) not in {2, 3}:
        raise UsageError(f"{text!r} is no mark", "--mark", "Write it as mole=40,210,8: kind, x, y and radius in mm")
    return PersonalZone(kind, numbers[0], numbers[1], numbers[2] if len(numbers) == 3 else USUAL_RADIUS_MM)


def _numbers(text: str) -> tuple[float, ...]:
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError:
        return ()


def _from_file(file: str) -> tuple[PersonalZone, ...]:
    import json

    from backrub.cli.routines import read_file

    what = "Write a JSON list of places with kind, x_mm, y_mm and radius_mm"
    try:
        rows = json.loads(read_file(file))
        return tuple(
            PersonalZone(
                str(row["kind"]), float(row["x_mm"]), float(row["y_mm"]), float(row.get("radius_mm", USUAL_RADIUS_MM))
            )
            for row in rows
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UsageError(f"holds no places ({error})", file, what) from None


def stroke_of(atlas: Atlas, technique: str, area: str | None, side: str | None, place: str | None) -> StrokePath:
    """Give one stroke of a technique, on its first area and side where none is named.

    Raises:
        UsageError: A word is not known, or the stroke cannot be done there; it says why.
    """
    from typing import get_args

    from backrub.cli.naming import choice, read_avoid
    from backrub.routine import message
    from backrub.technique import PLACES, stroke_path, techniques
    from backrub.words import Words

    known = techniques()[choice(technique, tuple(techniques()), "--technique")]
    where = read_avoid(area).area if area else known.areas[0]
    on: Side = choice(side, get_args(Side), "--side") if side else ("both" if known.both_sides else "right")
    try:
        return stroke_path(known.id, atlas, where, on, place=choice(place, PLACES, "--place") if place else None)
    except CannotBeDone as error:
        why = Words("en").text(message(f"cannot-{error.reason}"))
        raise UsageError(why.removesuffix("."), f"{error.technique} on {error.area}") from None


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file.

    Raises:
        UsageError: It cannot be written there.
    """
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"cannot be written ({error.strerror})", str(path), "Name another file with -o") from error
