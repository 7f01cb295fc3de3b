"""Claims as rows of comma-separated values, one claim a row, for a spreadsheet or a data frame."""

import csv
from collections.abc import Iterable, Mapping
from typing import TextIO

from isnad.export.labels import Labels
from isnad.export.redact import redacted
from isnad.export.view import chain
from isnad.model import COUNTS, Claim, Reading

COLUMNS = (
    *("claim", "document", "outlet", "published", "title", "url"),
    *("type", "mode", "trigger", "actors", "targets", "polarity", "modality", "quote"),
    *("time", "first", "last", "place", "place_name", "lat", "lon", "country"),
    *(f"{name}_{end}" for name in COUNTS for end in ("low", "high")),
    *("chain", "voice", "voice_kind", "voice_side", "sentence", "confidence"),
)
FORMULA = ("=", "@", "\t", "\r")


def write_csv(readings: Iterable[Reading], out: TextIO, *, redact: bool = False) -> None:
    """A line of column names, then a row a claim. Several participants are joined by `; `, voices by ` < `."""
    table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    table.writeheader()
    for reading in readings:
        shown = redacted(reading) if redact else reading
        table.writerows(row(shown, claim) for claim in shown.claims)


def row(reading: Reading, claim: Claim) -> Mapping[str, object]:
    """The row of a claim; names are the canonical ones."""
    document, voices = reading.document, chain(reading, claim, Labels("en"))
    time, place, innermost = claim.time, claim.place, voices[-1]
    sides = {source.id: source.affiliation for source in reading.sources}
    made: dict[str, object] = {
        "claim": claim.id,
        "document": document.id,
        "outlet": document.outlet,
        "published": document.published,
        "title": document.title,
        "url": document.url,
        "type": claim.type,
        "mode": claim.mode,
        "trigger": claim.trigger.of(document.text),
        "actors": "; ".join(one.name for one in claim.actors),
        "targets": "; ".join(one.name for one in claim.targets),
        "polarity": claim.polarity,
        "modality": claim.modality,
        "quote": claim.quote,
        "chain": " < ".join(voice.name or voice.kind for voice in voices),
        "voice": innermost.name,
        "voice_kind": innermost.kind,
        "voice_side": sides.get(claim.chain[-1]) if claim.chain else None,
        "sentence": claim.sentence.of(document.text),
        "confidence": round(claim.confidence, 3),
    }
    if time:
        made |= {"time": time.span.of(document.text), "first": time.first, "last": time.last}
    if place:
        made |= {"place": place.span.of(document.text), "place_name": place.name}
        made |= {"lat": place.lat, "lon": place.lon, "country": place.country}
    for name, (low, high) in claim.counts.items():
        made |= {f"{name}_low": low, f"{name}_high": high}
    return {name: cell(value) for name, value in made.items()}


def cell(value: object) -> object:
    """The value, kept from being taken for a formula by a spreadsheet."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
