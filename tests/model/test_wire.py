"""The JSON form of a reading: its shape, and offsets that lead to the words."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import given, settings

from builders import document, draft, source, span
from isnad.model import Note, Participant, PlaceReference, Provenance, Reading, Source, TimeReference, TurnedAway
from isnad.model.wire import Record, reading_record
from ledger.builders import readings

TEXT = "قال مسؤول محلي إن الجيش قصف مستودعا قرب حلب أمس، ما أدى إلى جرح 4 حراس."


def full() -> Reading:
    one = document(TEXT)
    claim = draft(
        one,
        "قصف",
        mode="aerial",
        actors=(Participant(span(TEXT, "الجيش"), "Syrian Army", "sy-army"),),
        targets=(Participant(span(TEXT, "مستودعا"), "مستودعا"),),
        chain=("s1",),
        quote="indirect",
        time=TimeReference(span(TEXT, "أمس"), date(2024, 5, 19), date(2024, 5, 19)),
        place=PlaceReference(span(TEXT, "حلب"), "Aleppo, Syria", 36.2, 37.16, "قرب", 10.0, "SY", 170063),
        counts={"injured": (4, 4)},
        confidence=0.87654,
    )
    turned = TurnedAway("doubled", span(TEXT, "جرح"), "ASSAULT", "x")
    voice = source(one, "s1", "مسؤول محلي", "anonymous")
    return Reading(one, Provenance("r", "1", "k"), (voice,), (claim,), (turned,), (Note("undated", "no day"),))


def spans(value: Any) -> Iterator[Record]:
    """Every record with offsets in a record."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        yield from (found for each in value.values() for found in spans(each))
    elif isinstance(value, list):
        yield from (found for each in value for found in spans(each))


def test_the_fields_that_are_promised() -> None:
    record = reading_record(full())
    assert set(record) == {"document", "sources", "claims", "turned_away", "notes", "provenance"}
    assert record["document"] == {
        "id": "d1",
        "published": "2024-05-20",
        "outlet": "البريد",
        "title": None,
        "url": None,
    }
    (claim,) = record["claims"]
    assert claim["trigger"]["text"] == "قصف"
    assert claim["actors"][0] | {"start": 0, "end": 0} == {
        "start": 0,
        "end": 0,
        "text": "الجيش",
        "name": "Syrian Army",
        "actor": "sy-army",
    }
    assert claim["injured"] == [4, 4] and "dead" not in claim
    assert claim["time"]["first"] == claim["time"]["last"] == "2024-05-19"
    assert (claim["place"]["lat"], claim["place"]["relation"]) == (36.2, "قرب")
    assert claim["confidence"] == 0.877
    assert record["notes"] == [{"code": "undated", "detail": "no day"}]
    assert record["provenance"] == {"reader": "r", "version": "1", "knowledge": "k"}


def test_what_is_not_said_is_null() -> None:
    one = document("قصف", published=None, outlet=None)
    claim = draft(one, "قصف", time=TimeReference(span("قصف", "قصف"), None, None, "day", "the document has no date"))
    record = reading_record(Reading(one, Provenance("r", "1", "k"), (), (claim,)))
    assert record["document"]["published"] is record["document"]["outlet"] is None
    (said,) = record["claims"]
    assert said["place"] is said["mode"] is None
    assert said["time"] is None
    assert said["unresolved_time"]["unresolved"] == "the document has no date"
    assert said["chain"] == said["actors"] == []


def test_every_offset_leads_to_its_words() -> None:
    found = list(spans(reading_record(full())))
    assert len(found) == 8
    for record in found:
        assert record.get("text", TEXT[record["start"] : record["end"]]) == TEXT[record["start"] : record["end"]]


def test_an_unnamed_voice_has_a_kind_and_its_words() -> None:
    (voice,) = reading_record(full())["sources"]
    assert voice["name"] is voice["actor"] is None
    assert voice["mentions"][0]["text"] == "مسؤول محلي"


def test_offsets_are_code_points_beyond_the_first_plane() -> None:
    one = document("🚨🚨 قصف")
    record = reading_record(Reading(one, Provenance("r", "1", "k"), (), (draft(one, "قصف"),)))
    assert record["claims"][0]["trigger"] == {"start": 3, "end": 6, "text": "قصف"}


@settings(max_examples=50)
@given(readings)
def test_any_reading_is_json_and_comes_back_the_same(reading: Reading) -> None:
    record = reading_record(reading)
    assert json.loads(json.dumps(record, ensure_ascii=False, allow_nan=False)) == record
    assert [claim["id"] for claim in record["claims"]] == [claim.id for claim in reading.claims]
    voices: list[Source] = list(reading.sources)
    assert [voice["kind"] for voice in record["sources"]] == [voice.kind for voice in voices]
