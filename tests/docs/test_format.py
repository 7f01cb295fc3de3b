"""The page on formats has every field that is read or written, and its example is one."""

import json
import re
from collections.abc import Iterator
from datetime import date

import pytest

from isnad.export import csv, documents
from isnad.export.jsonl import record
from isnad.ingest.documents import FORMATS
from isnad.model import (
    COUNTS,
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

from .pages import page, section, told

TEXT = "قتل اثنان"
AT = Span(0, 3)


def full(*, resolved: bool) -> Reading:
    """A reading in which every field is there."""
    day = date(2024, 2, 3) if resolved else None
    one = Claim(
        id="c",
        trigger=AT,
        type="ASSAULT",
        sentence=Span(0, 9),
        actors=(Participant(AT, "a"),),
        targets=(Participant(AT, "b"),),
        chain=("s1",),
        time=TimeReference(AT, day, day, unresolved=None if resolved else "vague"),
        place=PlaceReference(AT, "p"),
        counts=dict.fromkeys(COUNTS, (2, 2)),
    )
    return Reading(
        Document("d", TEXT),
        Provenance("r", "v", "k"),
        (Source("s1", "person", (AT,)),),
        (one,),
        (TurnedAway("doubled", AT, "ASSAULT"),),
        (Note("undated"),),
    )


def keys(value: object) -> Iterator[str]:
    """All keys of a JSON value, however deep."""
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def spans(value: object) -> Iterator[dict[str, object]]:
    """All objects with words and offsets."""
    if isinstance(value, dict):
        if {"start", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


@pytest.mark.parametrize("resolved", [True, False])
def test_every_json_field_is_on_the_page(resolved: bool) -> None:
    assert set(keys(record(full(resolved=resolved), evidence=True))) - told("format") == set()


def test_the_example_has_the_shape_of_a_reading() -> None:
    (printed,) = re.findall(r"```json\n(.*?)```", page("format"), re.S)
    (text,) = re.findall(r"Of the text `(.*?)`", page("format"))
    example, real = json.loads(printed), record(full(resolved=True))
    assert example.keys() == real.keys()
    for part in ("document", "provenance"):
        assert example[part].keys() == real[part].keys()
    assert example["sources"][0].keys() == real["sources"][0].keys()
    assert example["claims"][0].keys() | {*COUNTS} == real["claims"][0].keys()
    assert all(text[one["start"] : one["end"]] == one["text"] for one in spans(example))


def test_every_column_is_on_the_page() -> None:
    assert set(csv.COLUMNS) - set(re.findall(r"`(\w+)`", section(page("format"), "## CSV out"))) == set()
    assert set(documents.COLUMNS) - told("format") == set()


def test_every_kind_of_file_and_field_that_is_read_is_on_the_page() -> None:
    assert set(FORMATS) - set(re.findall(r"`(\.\w+)`", section(page("format"), "## In"))) == set()
    fields = set(Document.__slots__)
    assert fields - set(re.findall(r"^\| `(\w+)`", section(page("format"), "## In"), re.M)) == set()
