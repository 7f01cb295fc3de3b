"""The JSON form of a reading: what `isnad read --format jsonl` prints and the ledger hands back."""

from datetime import date
from typing import Any

from isnad.model.claim import COUNTS, Claim, Participant, PlaceReference, TimeReference
from isnad.model.reading import Reading
from isnad.model.source import Source
from isnad.model.span import Span

Record = dict[str, Any]


def reading_record(reading: Reading) -> Record:
    """The reading as one JSON object; offsets are code points into the text as published."""
    document = reading.document
    text = document.text
    return {
        "document": {
            "id": document.id,
            "published": document.published.isoformat() if document.published else None,
            "outlet": document.outlet,
            "title": document.title,
            "url": document.url,
        },
        "sources": [source_record(source, text) for source in reading.sources],
        "claims": [claim_record(claim, text) for claim in reading.claims],
        "turned_away": [
            {"reason": draft.reason, "type": draft.type, "trigger": _span(draft.trigger, text), "detail": draft.detail}
            for draft in reading.turned_away
        ],
        "notes": [{"code": note.code, "detail": note.detail} for note in reading.notes],
        "provenance": {
            "reader": reading.provenance.reader,
            "version": reading.provenance.version,
            "knowledge": reading.provenance.knowledge,
        },
    }


def source_record(source: Source, text: str) -> Record:
    """One voice."""
    return {
        "id": source.id,
        "kind": source.kind,
        "name": source.name,
        "affiliation": source.affiliation,
        "number": source.number,
        "mentions": [_span(mention, text) for mention in source.mentions],
        "actor": source.actor,
        "reason": source.reason,
    }


def claim_record(claim: Claim, text: str) -> Record:
    """One claim mention; a count that is not stated is left out."""
    record: Record = {
        "id": claim.id,
        "trigger": _span(claim.trigger, text),
        "type": claim.type,
        "mode": claim.mode,
        "actors": [_participant(one, text) for one in claim.actors],
        "targets": [_participant(one, text) for one in claim.targets],
        "chain": list(claim.chain),
        "quote": claim.quote,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "time": _time(claim.time, text) if claim.time and claim.time.first else None,
        "unresolved_time": _time(claim.time, text) if claim.time and not claim.time.first else None,
        "place": _place(claim.place, text),
        "sentence": _span(claim.sentence),
        "confidence": round(claim.confidence, 3),
    }
    record.update({name: list(claim.counts[name]) for name in COUNTS if name in claim.counts})
    return record


def _span(span: Span, text: str | None = None) -> Record:
    record: Record = {"start": span.start, "end": span.end}
    return record if text is None else record | {"text": span.of(text)}


def _participant(one: Participant, text: str) -> Record:
    return _span(one.span, text) | {"name": one.name, "actor": one.actor}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _time(time: TimeReference | None, text: str) -> Record | None:
    if time is None:
        return None
    dated = {"first": _day(time.first), "last": _day(time.last), "grain": time.grain, "unresolved": time.unresolved}
    return _span(time.span, text) | dated


def _place(place: PlaceReference | None, text: str) -> Record | None:
    if place is None:
        return None
    return _span(place.span, text) | {
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "relation": place.relation,
        "radius_km": place.radius_km,
        "country": place.country,
        "geonames": place.geonames,
    }
