"""A reading as rows of the testimony tables, and back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from isnad.errors import BadLedger
from isnad.model import (
    Claim,
    Document,
    Note,
    Participant,
    PlaceReference,
    Provenance,
    Reading,
    Source,
    Span,
    TimeReference,
    TurnedAway,
)
from isnad.model.ids import digest, version_id

Row = tuple[Any, ...]
Parts = dict[str, list[Row]]
"""Rows by table."""

PARTS = (
    "sources", "mentions", "claims", "chains", "participants", "times", "places", "counts", "turned_away", "notes",
)  # fmt: skip
TESTIMONY = ("versions", "readings", "arrivals", *PARTS, "judgements")
"""Every table of testimony, those that others refer to first."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one reading; those of ``parts`` come without the reading's id, which covers them."""

    version: Row
    reading: Row
    parts: Parts


def version_row_id(document: Document) -> str:
    """The id of a version: `version_id` covers no title and no address, so they are taken in here."""
    return digest("row", version_id(document), json.dumps([document.outlet, document.title, document.url]))


def unfold(reading: Reading) -> Rows:
    """The reading as rows; equal readings give equal rows, and only they."""
    document = reading.document
    version = version_row_id(document)
    parts: Parts = {name: [] for name in PARTS}
    for place, source in enumerate(reading.sources):
        _unfold_source(place, source, parts)
    for place, claim in enumerate(reading.claims):
        _unfold_claim(place, claim, parts)
    for place, draft in enumerate(reading.turned_away):
        span = draft.trigger
        parts["turned_away"].append((place, draft.reason, span.start, span.end, draft.type, draft.detail))
    parts["notes"] = [(place, note.code, note.detail) for place, note in enumerate(reading.notes)]
    made = reading.provenance
    by = (made.reader, made.version, made.knowledge)
    id = digest("reading", version, *by, json.dumps(parts, sort_keys=True))
    day = document.published.isoformat() if document.published else None
    text = (version, document.id, document.outlet, day, document.title, document.url, document.text)
    return Rows(text, (id, version, *by), parts)


def _unfold_source(place: int, one: Source, parts: Parts) -> None:
    parts["sources"].append(
        (place, one.id, one.kind, one.name, one.affiliation, one.number, one.actor, one.reason),
    )
    parts["mentions"] += [(place, turn, span.start, span.end) for turn, span in enumerate(one.mentions)]


def _unfold_claim(place: int, one: Claim, parts: Parts) -> None:
    spans = (one.trigger.start, one.trigger.end, one.sentence.start, one.sentence.end)
    parts["claims"].append(
        (place, one.id, one.type, one.mode, one.quote, one.polarity, one.modality, *spans, float(one.confidence)),
    )
    parts["chains"] += [(place, turn, source) for turn, source in enumerate(one.chain)]
    for role, takers in (("actor", one.actors), ("target", one.targets)):
        parts["participants"] += [
            (place, role, turn, taker.span.start, taker.span.end, taker.name, taker.actor)
            for turn, taker in enumerate(takers)
        ]
    if one.time:
        parts["times"].append((place, *_time_row(one.time)))
    if one.place:
        parts["places"].append((place, *_place_row(one.place)))
    parts["counts"] += [(place, name, low, high) for name, (low, high) in sorted(one.counts.items())]


def _time_row(time: TimeReference) -> Row:
    first, last = (day.isoformat() if day else None for day in (time.first, time.last))
    return time.span.start, time.span.end, first, last, time.grain, time.unresolved


def _place_row(place: PlaceReference) -> Row:
    # SQLite has no minus nought: added to nought it is one, and its reading keeps its id.
    lat, lon, radius = (None if one is None else one + 0.0 for one in (place.lat, place.lon, place.radius_km))
    return place.span.start, place.span.end, place.name, lat, lon, place.relation, radius, place.country, place.geonames


def fold(version: Row, provenance: Row, parts: Parts) -> Reading:
    """The reading that was unfolded, every table's rows in order. BadLedger: the rows are damaged."""
    try:
        return Reading(
            fold_document(version),
            Provenance(*provenance),
            _sources(parts),
            _claims(parts),
            tuple(TurnedAway(row[1], Span(row[2], row[3]), row[4], row[5]) for row in parts["turned_away"]),
            tuple(Note(code, detail) for _, code, detail in parts["notes"]),
        )
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise BadLedger(f"the reading of {version[1]} is damaged: {error!r}") from error


def fold_document(row: Row) -> Document:
    """The document of a row of `versions`."""
    _, id, outlet, published, title, url, text = row
    return Document(id, text, _day(published), outlet, title, url)


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _gathered(rows: Sequence[Row]) -> dict[int, list[Row]]:
    made: dict[int, list[Row]] = {}
    for first, *rest in rows:
        made.setdefault(first, []).append(tuple(rest))
    return made


def _sources(parts: Parts) -> tuple[Source, ...]:
    mentions = _gathered(parts["mentions"])
    return tuple(
        Source(id, kind, tuple(Span(*row[1:]) for row in mentions.get(place, ())), name, side, number, actor, reason)
        for place, id, kind, name, side, number, actor, reason in parts["sources"]
    )


def _claims(parts: Parts) -> tuple[Claim, ...]:
    around = {name: _gathered(parts[name]) for name in ("chains", "participants", "times", "places", "counts")}
    return tuple(_claim(row, {name: rows.get(row[0], []) for name, rows in around.items()}) for row in parts["claims"])


def _claim(row: Row, around: dict[str, list[Row]]) -> Claim:
    _, id, type, mode, quote, polarity, modality, *spans, confidence = row
    return Claim(
        id=id,
        trigger=Span(*spans[:2]),
        type=type,
        sentence=Span(*spans[2:]),
        actors=_takers(around["participants"], "actor"),
        targets=_takers(around["participants"], "target"),
        chain=tuple(source for _, source in around["chains"]),
        quote=quote,
        polarity=polarity,
        modality=modality,
        mode=mode,
        time=next((_time(*time) for time in around["times"]), None),
        place=next((PlaceReference(Span(*place[:2]), *place[2:]) for place in around["places"]), None),
        counts={name: (low, high) for name, low, high in around["counts"]},
        confidence=confidence,
    )


def _takers(rows: Sequence[Row], wanted: str) -> tuple[Participant, ...]:
    return tuple(
        Participant(Span(start, end), name, actor) for role, _, start, end, name, actor in rows if role == wanted
    )


def _time(start: int, end: int, first: str | None, last: str | None, *rest: Any) -> TimeReference:
    return TimeReference(Span(start, end), _day(first), _day(last), *rest)
