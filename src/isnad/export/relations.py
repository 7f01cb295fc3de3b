"""Relations of actors as JSON objects and as rows of a table of comma-separated values."""

from typing import Any

from isnad.export.csv import cell
from isnad.model import Relation

Record = dict[str, Any]
RELATION_COLUMNS = ("actor", "other", "value", "claims", "first", "last", "days", "turning_points")


def relation_record(one: Relation) -> Record:
    """The relation as one JSON object; ``value`` and the weights of days run from -10, conflict, to 10, cooperation."""
    return {
        "actors": list(one.actors),
        "value": round(one.value, 3),
        "claims": one.claims,
        "points": [[day.isoformat(), round(weight, 3)] for day, weight in one.points],
        "turning_points": [
            {
                "day": turn.day.isoformat(),
                "before": round(turn.before, 3),
                "after": round(turn.after, 3),
                "claims": list(turn.claims),
            }
            for turn in one.turning_points
        ],
    }


def relation_row(one: Relation) -> Record:
    """The relation as a row; turning points as `day: before > after`, joined by `; `."""
    turns = (f"{turn.day.isoformat()}: {turn.before:.1f} > {turn.after:.1f}" for turn in one.turning_points)
    made: Record = {
        "actor": one.actors[0],
        "other": one.actors[1],
        "value": round(one.value, 3),
        "claims": one.claims,
        "first": one.points[0][0] if one.points else None,
        "last": one.points[-1][0] if one.points else None,
        "days": len(one.points),
        "turning_points": "; ".join(turns),
    }
    return {name: cell(value) for name, value in made.items()}
