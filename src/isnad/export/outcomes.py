"""What became of expectations as JSON objects and as rows of a table of comma-separated values."""

from typing import Any

from isnad.export.csv import cell
from isnad.export.labels import Labels
from isnad.export.reasons import reason
from isnad.model import Outcome
from isnad.model import Record as Track

Record = dict[str, Any]
OUTCOME_COLUMNS = ("event", "kind", "voice", "status", "due", "reason", "claims", "by")
TRACK_COLUMNS = ("voice", "kind", "status", "count", "examples")


def outcome_record(one: Outcome) -> Record:
    """The outcome as one JSON object; ``voice`` is None for an unnamed one."""
    return {
        "event": one.event,
        "kind": one.kind,
        "status": one.status,
        "voice": one.voice,
        "claims": list(one.claims),
        "due": one.due.isoformat() if one.due else None,
        "by": list(one.by),
        "reason": reason(one.reason, Labels("en")),
        "code": one.reason.code,
    }


def outcome_row(one: Outcome) -> Record:
    """The outcome as a row; claims are joined by `; `."""
    made = outcome_record(one) | {"claims": "; ".join(one.claims), "by": "; ".join(one.by)}
    return {name: cell(made[name]) for name in OUTCOME_COLUMNS}


def track_record(one: Track) -> Record:
    """What became of what a named voice held out, as one JSON object: counts with claims as examples."""
    tallies = [
        {"kind": row.kind, "status": row.status, "count": row.count, "examples": list(row.examples)}
        for row in one.tallies
    ]
    return {"voice": one.voice, "tallies": tallies}


def track_rows(one: Track) -> list[Record]:
    """The rows of a voice, one for each kind and status."""
    return [
        {"voice": cell(one.voice), "kind": row.kind, "status": row.status, "count": row.count}
        | {"examples": "; ".join(row.examples)}
        for row in one.tallies
    ]
