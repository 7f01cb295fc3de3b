"""Copies as JSON objects and as rows of a table of comma-separated values."""

from collections.abc import Callable
from typing import Any

from isnad.export.csv import cell
from isnad.export.labels import Labels
from isnad.export.reasons import reason
from isnad.model import Copy, Document

Record = dict[str, Any]
COPY_COLUMNS = (
    *("first", "second", "kind", "containment", "ordered", "wire", "reason"),
    *("first_outlet", "first_published", "second_outlet", "second_published", "sentences"),
)


def copy_record(copy: Copy) -> Record:
    """The pair as one JSON object; offsets of the sentences are code points into the texts as published."""
    pairs = [[[one.start, one.end], [other.start, other.end]] for one, other in copy.sentences]
    return {
        "documents": list(copy.documents),
        "kind": copy.kind,
        "containment": copy.containment,
        "reason": reason(copy.reason, Labels("en")),
        "code": copy.reason.code,
        "ordered": copy.ordered,
        "wire": copy.wire,
        "sentences": pairs,
    }


def copy_row(copy: Copy, document: Callable[[str], Document]) -> Record:
    """The pair as a row; ``first`` was copied from where it is `ordered`."""
    first, second = map(document, copy.documents)
    made: Record = {
        "first": first.id,
        "second": second.id,
        "kind": copy.kind,
        "containment": copy.containment,
        "ordered": copy.ordered,
        "wire": copy.wire,
        "reason": reason(copy.reason, Labels("en")),
        "first_outlet": first.outlet,
        "first_published": first.published,
        "second_outlet": second.outlet,
        "second_published": second.published,
        "sentences": len(copy.sentences),
    }
    return {name: cell(value) for name, value in made.items()}
