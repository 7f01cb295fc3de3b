"""`isnad search`."""

from datetime import date
from typing import Annotated, Literal

import typer

from isnad import desk
from isnad.cli import options
from isnad.cli.options import Exit
from isnad.cli.output import write
from isnad.config import LEDGER
from isnad.model import Modality, Polarity

Kind = Literal["person", "organization", "media", "document", "anonymous", "unknown", "outlet"]


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


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help="Words in any form; in quotation marks, as they stand."),
    ] = None,
    ledger: options.LedgerPath = LEDGER,
    actor: Annotated[
        str | None, typer.Option("--actor", help="Who takes part: a name in Arabic or English, or an id.")
    ] = None,
    type: Annotated[str | None, typer.Option("--type", help="Type of the claim, such as ASSAULT.")] = None,
    mode: Annotated[str | None, typer.Option("--mode", help="Mode within the type, such as aerial.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Name of the place.")] = None,
    near: Annotated[
        str | None, typer.Option("--near", metavar="LAT,LON,KM", help="Within so many kilometres of a point.")
    ] = None,
    since: Annotated[
        date | None, typer.Option("--since", parser=options.day, metavar="DAY", help="Events on this day or later.")
    ] = None,
    until: Annotated[
        date | None, typer.Option("--until", parser=options.day, metavar="DAY", help="Events on this day or earlier.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", help="A named voice on the chain, by name or affiliation.")
    ] = None,
    source_kind: Annotated[
        Kind | None, typer.Option("--source-kind", help="Kind of a voice on the chain; outlet: no voice is cited.")
    ] = None,
    modality: Annotated[Modality | None, typer.Option("--modality", help="How the voice puts it.")] = None,
    polarity: Annotated[Polarity | None, typer.Option("--polarity", help="+ or -.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Who published it.")] = None,
    limit: options.Limit = 50,
    form: options.Formatted = "table",
    lang: options.Language = "en",
    redact: options.Redact = False,
    output: options.Output = None,
) -> None:
    """Find claims in a ledger: by words, and by who, what, where, when and on whose word."""
    query = desk.Query(
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
        limit=limit or None,
    )
    with desk.open_ledger(ledger) as file:
        hits, total = file.search(query), file.count(query)
        write(desk.grouped(hits), form=form, lang=lang, redact=redact, output=output, evidence=True)
    typer.echo(f"{len(hits)} of {total} claims", err=True)
    raise typer.Exit(Exit.OK if hits else Exit.SOME)
