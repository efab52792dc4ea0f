"""`backrub map`: draw the back, or give it as JSON."""

from __future__ import annotations

from pathlib import Path

import typer

__all__ = ["map_back"]


def map_back(
    out: Path | None = typer.Option(None, "-o", metavar="FILE.svg", help="Write the picture to a file."),
    stature: float | None = typer.Option(None, metavar="CM", help="Height of the receiver."),
    mass: float | None = typer.Option(None, metavar="KG", help="Weight of the receiver."),
    sex: str | None = typer.Option(None, metavar="f|m", help="Where known."),
    as_json: bool = typer.Option(False, "--json", help="Print landmarks, areas and zones in mm."),
) -> None:
    """Draw the map of one back: areas, and where not to press.

    Example: backrub map --stature 172 --mass 68 --sex f -o back.svg
    """
    import json

    from backrub.app.maps import draw_map, map_of
    from backrub.cli.compose import write_file
    from backrub.wire.atlas import atlas_to_json, body_of_measures, map_labels
    from backrub.words import Words

    words = Words("en")
    atlas = map_of(body_of_measures(stature, mass, sex))
    if as_json:
        typer.echo(json.dumps(atlas_to_json(atlas, words), ensure_ascii=False))
        return
    picture = draw_map(atlas, map_labels(words))
    if out is None:
        typer.echo(picture)
    else:
        write_file(out, picture)
        typer.echo(f"Wrote {out}.", err=True)
