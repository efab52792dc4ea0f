"""`backrub map`: draw the back, a stroke, or a whole rub; or give it as JSON; or say what lies at a point."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from backrub.anatomy import Atlas, Posture
    from backrub.app.pictures import Look
    from backrub.words import Words

__all__ = ["map_back"]

PNG_WIDTH_PX = 1200
PICTURES = (".svg", ".png")


def map_back(
    *,
    out: Path | None = typer.Option(None, "-o", metavar="FILE", help="Write the picture: .svg, or .png."),
    stature: float | None = typer.Option(None, metavar="CM", help="Height; alone it tells the length to 4 cm."),
    mass: float | None = typer.Option(None, metavar="KG", help="Weight of the receiver."),
    sex: str | None = typer.Option(None, metavar="f|m", help="Where known."),
    length: float | None = typer.Option(
        None, metavar="CM", help="From the big bone at the base of the neck to the line of the hip bones: to 2 cm."
    ),
    shoulders: float | None = typer.Option(
        None, metavar="HANDS", help="The shoulders are so many of the giver's hand breadths wide, such as 4.5."
    ),
    hand: float | None = typer.Option(None, metavar="CM", help="The giver's hand, wrist to middle finger tip."),
    blades: float | None = typer.Option(None, metavar="CM", help="From spine to the inner border of a blade, 5 to 10."),
    posture: str = typer.Option(
        "prone", help="prone (arms beside the body), prone-arms-up, seated-forward, side-lying or standing."
    ),
    mark: list[str] = typer.Option(
        [], metavar="KIND=X,Y[,R]", help="A place left alone, in mm; such as mole=40,210,8."
    ),
    zones: str | None = typer.Option(
        None, metavar="FILE", help="Such places as a JSON list: kind, x_mm, y_mm, radius_mm."
    ),
    technique: str | None = typer.Option(None, metavar="ID", help="Draw one stroke; an SVG shows it moving."),
    area: str | None = typer.Option(
        None, metavar="AREA", help="Where that stroke is done; its first place if not given."
    ),
    side: str | None = typer.Option(None, metavar="left|right|both", help="The receiver's side of that stroke."),
    place: str | None = typer.Option(None, help="Where the giver is: hip, beside, across, head-end or behind."),
    routine: str | None = typer.Option(
        None, metavar="FILE", help="Draw where hands go in a rub, how long and how hard."
    ),
    at: str | None = typer.Option(None, metavar="X,Y", help="Say what lies at a point, in mm."),
    theme: str = typer.Option("auto", help="day, candle, or auto: as the reader's screen is set."),
    width: int | None = typer.Option(None, min=200, max=8000, metavar="PX", help="How wide it will be shown."),
    text: int = typer.Option(100, min=50, max=300, metavar="PERCENT", help="Size of the text."),
    plain: bool = typer.Option(False, "--plain", help="Without light and shade: a small file."),
    as_json: bool = typer.Option(False, "--json", help="Print numbers in mm instead."),
) -> None:
    """Draw the map of one back, a stroke on it, or a whole rub; or say what lies at a point of it.

    Lengths: x grows to the receiver's right and y to the feet, from the big bone at the base of the neck.

    Example: backrub map --stature 172 --mass 68 --sex f -o back.svg
    """
    from typing import get_args

    from backrub.anatomy import POSTURES, Theme
    from backrub.app.maps import map_of
    from backrub.app.pictures import Look
    from backrub.cli.backs import body_of, zones_of
    from backrub.cli.naming import choice
    from backrub.words import Words

    words, lying = Words("en"), choice(posture, POSTURES, "--posture")
    body = body_of(
        stature_cm=stature,
        mass_kg=mass,
        sex=sex,
        length_cm=length,
        shoulder_hands=shoulders,
        hand_cm=hand,
        blades_cm=blades,
    )
    atlas = map_of(body, lying).with_personal_zones(*zones_of(mark, zones))
    look = Look(choice(theme, get_args(Theme), "--theme"), width, text / 100, not plain)
    if at is not None:
        _say_place(atlas, at, words, as_json)
    elif technique is not None:
        from backrub.cli.backs import stroke_of

        path = stroke_of(atlas, technique, area, side, place)
        if as_json:
            _print_json(path.as_json())
            return
        from backrub.app.pictures import picture_of_stroke

        _give(picture_of_stroke(atlas, lying, path, words, look), out, look)
    elif routine is not None:
        _give(_picture_of_routine(atlas, lying, routine, words, look), out, look)
    elif as_json:
        _print_numbers(atlas, lying, words)
    else:
        from backrub.app.pictures import picture_of_back

        _give(picture_of_back(atlas, lying, words, look), out, look)


def _print_numbers(atlas: Atlas, posture: Posture, words: Words) -> None:
    from backrub.app.pictures import layers_to_json
    from backrub.wire.atlas import atlas_to_json

    _print_json(atlas_to_json(atlas, words) | {"posture": posture, "structures": layers_to_json(atlas)})


def _picture_of_routine(atlas: Atlas, posture: Posture, file: str, words: Words, look: Look) -> str:
    from backrub.app.pictures import picture_of_routine
    from backrub.cli.routines import read_routine

    return picture_of_routine(atlas, posture, read_routine(file), words, look)


def _say_place(atlas: Atlas, at: str, words: Words, as_json: bool) -> None:
    from backrub.app.pictures import look_at
    from backrub.cli.backs import point_of

    found = look_at(atlas, *point_of(at), words)
    if as_json:
        _print_json(found)
        return
    for key in ("place", "beside"):
        if found[key]:
            typer.echo(found[key])
    for key in ("areas", "zones", "layers"):
        if found[key]:
            typer.echo(f"{key}: {', '.join(each['label'] for each in found[key])}")
    typer.echo("limits: " + ", ".join(f"{breadth} {limit}" for breadth, limit in found["limits"].items()))


def _print_json(value: object) -> None:
    import json

    typer.echo(json.dumps(value, ensure_ascii=False))


def _give(picture: str, out: Path | None, look: Look) -> None:
    """Write the picture to its file, or print it."""
    if out is None:
        typer.echo(picture)
        return
    if out.suffix.lower() not in PICTURES:
        from backrub.errors import UsageError

        raise UsageError(f"{out.name} is no kind of picture made here", "-o", f"End it in {' or '.join(PICTURES)}")
    if out.suffix.lower() == ".png":
        from backrub.adapters.picture import png_of
        from backrub.cli.backs import write_bytes

        write_bytes(out, png_of(picture, look.width_px or PNG_WIDTH_PX))
    else:
        from backrub.cli.writing import write_file

        write_file(out, picture)
    typer.echo(f"Wrote {out}.", err=True)
