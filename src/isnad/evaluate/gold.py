"""Gold and system files: records by document id, and the documents that they speak of."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from isnad.errors import BadData

Record = dict[str, Any]


def load(path: Path) -> dict[str, Record]:
    """The records of a JSON Lines file by document id. BadData: a line is no record, or an id comes twice."""
    made: dict[str, Record] = {}
    for place, record in _records(path):
        name = record["document"]["id"]
        if name in made:
            raise BadData(f"{path}: {place}: the document {name} comes twice")
        made[name] = record
    return made


def texts(path: Path, gold: dict[str, Record]) -> Path:
    """The file that holds the documents' texts: the gold file itself, or `documents.jsonl` beside it."""
    if all("text" in record["document"] for record in gold.values()):
        return path
    beside = path.with_name("documents.jsonl")
    if not beside.is_file():
        raise BadData(f"{path}: holds no texts, and there is no {beside.name} beside it")
    return beside


def _records(path: Path) -> Iterator[tuple[str, Record]]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadData(f"{path}: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield f"line {number}", _record(line, f"{path}: line {number}")


def _record(line: str, place: str) -> Record:
    try:
        record: Record = json.loads(line)
        missing = [name for name in ("document", "sources", "claims") if name not in record]
        if missing or "id" not in record["document"]:
            raise BadData(f"{place}: no {missing[0] if missing else 'document id'}")
    except (ValueError, TypeError, AttributeError) as error:
        raise BadData(f"{place}: not a record: {error}") from error
    return record
