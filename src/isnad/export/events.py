"""Events as JSON objects and as rows of a table of comma-separated values."""

from typing import Any

from isnad.export.csv import cell
from isnad.export.labels import Labels
from isnad.export.reasons import reason
from isnad.model import COUNTS, Conflict, Event, Origin, Origins

Record = dict[str, Any]
EVENT_COLUMNS = (
    *("id", "type", "expected", "first", "last", "actors", "targets", "place", "lat", "lon"),
    *(f"{name}_{end}" for name in COUNTS for end in ("low", "high")),
    *("origins_low", "origins_high", "voices", "common_link", "circular", "opposed", "conflicts"),
    *("articles", "outlets", "claims", "documents"),
)


def event_record(event: Event) -> Record:
    """The event as one JSON object: ids of documents and claims as given, days in ISO form, reasons in English."""
    return {
        "id": event.id,
        "type": event.type,
        "documents": list(event.documents),
        "claims": list(event.claims),
        "origins": origins_record(event.origins),
        "conflicts": [conflict_record(one) for one in event.conflicts],
        "first": event.first.isoformat() if event.first else None,
        "last": event.last.isoformat() if event.last else None,
        "expected": event.expected,
        "outlets": list(event.outlets),
        "actors": list(event.actors),
        "targets": list(event.targets),
        "place": event.place,
        "lat": event.lat,
        "lon": event.lon,
        "counts": {name: list(event.counts[name]) for name in COUNTS if name in event.counts},
    }


def origins_record(found: Origins) -> Record:
    """The range, what holds the voices together, and each origin with its claims; a name that is not shown is None."""
    return {
        "low": found.low,
        "high": found.high,
        "common_link": found.common_link,
        "circular": [list(circle) for circle in found.circular],
        "reasons": [reason(one, Labels("en")) for one in found.reasons],
        "codes": [one.code for one in found.reasons],
        "origins": [_origin(one) for one in found.origins],
        "disjoint": found.disjoint,
        "opposed": found.opposed,
        "admissions": list(found.admissions),
    }


def conflict_record(one: Conflict) -> Record:
    """Over what, and who says what since when."""
    sides = [
        {"value": side.value, "claims": list(side.claims), "since": side.since.isoformat() if side.since else None}
        for side in one.sides
    ]
    return {"over": one.over, "count": one.count, "sides": sides}


def event_row(event: Event) -> Record:
    """The event as a row; several names are joined by `; `, the voices of a circle by ` < `."""
    found = event.origins
    made: Record = {
        "id": event.id,
        "type": event.type,
        "expected": event.expected,
        "first": event.first,
        "last": event.last,
        "actors": "; ".join(event.actors),
        "targets": "; ".join(event.targets),
        "place": event.place,
        "lat": event.lat,
        "lon": event.lon,
        "origins_low": found.low,
        "origins_high": found.high,
        "voices": "; ".join(one.name or one.kind for one in found.origins),
        "common_link": found.common_link,
        "circular": "; ".join(" < ".join(circle) for circle in found.circular),
        "opposed": found.opposed,
        "conflicts": "; ".join(dict.fromkeys(one.count or one.over for one in event.conflicts)),
        "articles": len(event.documents),
        "outlets": len(event.outlets),
        "claims": len(event.claims),
        "documents": "; ".join(event.documents),
    }
    for name, (low, high) in event.counts.items():
        made |= {f"{name}_low": low, f"{name}_high": high}
    return {name: cell(value) for name, value in made.items()}


def _origin(one: Origin) -> Record:
    return {
        "kind": one.kind,
        "name": one.name or None,
        "side": one.side,
        "claims": list(one.claims),
        "documents": list(one.documents),
        "counted": one.counted,
    }
