"""The conditions of a search as options."""

from datetime import date
from typing import Annotated, Literal

import typer

from isnad import desk
from isnad.cli import options
from isnad.model import Modality, Polarity

Kind = Literal["person", "organization", "media", "document", "anonymous", "unknown", "outlet"]
Actor = Annotated[str | None, typer.Option("--actor", help="Who takes part: a name in Arabic or English, or an id.")]
Type = Annotated[str | None, typer.Option("--type", help="Type of the claim, such as ASSAULT.")]
Since = Annotated[
    date | None, typer.Option("--since", parser=options.day, metavar="DAY", help="Events on this day or later.")
]
Until = Annotated[
    date | None, typer.Option("--until", parser=options.day, metavar="DAY", help="Events on this day or earlier.")
]


def point(value: str) -> tuple[float, float, float]:
    """LAT,LON,KM in degrees and kilometres."""
    try:
        lat, lon, km = (float(part) for part in value.split(","))
    except ValueError as error:
        raise typer.BadParameter(
            f"{value!r}: write it as 32.89,13.19,50 (degrees north, degrees east, kilometres)"
        ) from error
    if abs(lat) > 90 or abs(lon) > 180 or km < 0:
        raise typer.BadParameter(f"{value!r}: is no place on the globe")
    return lat, lon, km


def query(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help="Words in any form; in quotation marks, as they stand."),
    ] = None,
    actor: Actor = None,
    type: Type = None,
    mode: Annotated[str | None, typer.Option("--mode", help="Mode within the type, such as aerial.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Name of the place.")] = None,
    near: Annotated[
        str | None, typer.Option("--near", metavar="LAT,LON,KM", help="Within so many kilometres of a point.")
    ] = None,
    since: Since = None,
    until: Until = None,
    source: Annotated[
        str | None, typer.Option("--source", help="A named voice on the chain, by name or affiliation.")
    ] = None,
    source_kind: Annotated[
        Kind | None, typer.Option("--source-kind", help="Kind of a voice on the chain; outlet: no voice is cited.")
    ] = None,
    modality: Annotated[Modality | None, typer.Option("--modality", help="How the voice puts it.")] = None,
    polarity: Annotated[Polarity | None, typer.Option("--polarity", help="+ or -.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Who published it.")] = None,
) -> desk.Query:
    """The query of the options, without a limit."""
    return desk.Query(
        text=" ".join(words) if words else None,
        actor=actor,
        type=type,
        mode=mode,
        place=place,
        near=point(near) if near else None,
        since=since,
        until=until,
        source=source,
        source_kind=source_kind,
        modality=modality,
        polarity=polarity,
        outlet=outlet,
        limit=None,
    )
