"""Readings as JSON Lines, in the form of `isnad.model.wire`."""

import json
from collections.abc import Iterable
from typing import TextIO

from isnad.export.redact import redacted
from isnad.model import Reading
from isnad.model.wire import Record, reading_record


def write_jsonl(readings: Iterable[Reading], out: TextIO, *, redact: bool = False, evidence: bool = False) -> None:
    """One reading a line, as each comes."""
    for reading in readings:
        out.write(json.dumps(record(reading, redact=redact, evidence=evidence), ensure_ascii=False) + "\n")


def record(reading: Reading, *, redact: bool = False, evidence: bool = False) -> Record:
    """The reading's JSON object; with ``evidence`` each claim's sentence has its words beside its offsets.

    With ``redact`` an unnamed voice keeps its id inside the document, its kind and its affiliation alone.
    """
    shown = redacted(reading) if redact else reading
    made = reading_record(shown)
    if redact:
        made["sources"] = [_unnamed(source) for source in made["sources"]]
    if evidence:
        for claim, row in zip(shown.claims, made["claims"], strict=True):
            row["sentence"]["text"] = claim.sentence.of(shown.document.text)
    return made


def _unnamed(source: Record) -> Record:
    if source["kind"] != "anonymous":
        return source
    return {
        name: value if name in ("id", "kind", "affiliation", "mentions") else None for name, value in source.items()
    }
