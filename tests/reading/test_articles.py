"""Short articles of our own, read by the network that the package ships."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from builders import cases, document, span
from isnad.model import COUNTS, Claim, Reading, Span
from isnad.model.wire import reading_record
from isnad.reading.reader import read
from reading.test_reader import ARTICLE, ODD, holds, nobody_is_named, settled

pytestmark = pytest.mark.usefixtures("shipped")
CASES = cases("reading")


@cache
def reading_of(text: str) -> Reading:
    (reading,) = read([document(text)])
    return reading


def near(spans: list[Span], text: str, words: str) -> bool:
    """Whether one of the spans shares letters with the words."""
    return any(one.overlaps(span(text, words)) for one in spans)


def mentions(reading: Reading, id: str) -> list[Span]:
    return [at for source in reading.sources if source.id == id for at in source.mentions]


def checks(reading: Reading, said: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Everything that a case says of one claim, and whether it is so; all is wrong of a claim that was not found."""
    text, at = reading.document.text, span(reading.document.text, said["trigger"])
    claim = next((one for one in reading.claims if one.trigger.overlaps(at) and one.type == said["type"]), None)
    yield "claim", claim is not None
    for name, value in said.items():
        if name not in ("trigger", "type"):
            yield name, claim is not None and _right(reading, claim, name, value, text)


def _right(reading: Reading, claim: Claim, name: str, value: Any, text: str) -> bool:
    if name == "stance":
        return bool(claim.polarity + claim.modality == value)
    if name == "voice":
        return bool(claim.chain) and near(mentions(reading, claim.chain[-1]), text, value)
    if name == "voices":
        found = [near(mentions(reading, id), text, words) for id, words in zip(claim.chain, value, strict=False)]
        return len(claim.chain) == len(value) and all(found)
    if name == "place":
        return claim.place is not None and near([claim.place.span], text, value)
    if name in COUNTS:
        return claim.counts.get(name) == tuple(value)
    return near([one.span for one in {"actor": claim.actors, "target": claim.targets}[name]], text, value)


def of_case(case: dict[str, Any]) -> list[tuple[str, bool]]:
    reading, text = reading_of(case["text"]), case["text"]
    found = [
        (f"{said['trigger']}: {what}", right)
        for said in case.get("claims", ())
        for what, right in checks(reading, said)
    ]
    for words, kind in case.get("voices", ()):
        kinds = {one.kind for one in reading.sources if near(list(one.mentions), text, words)}
        found.append((f"{words}: {kind}", kind in kinds))
    types = {claim.type for claim in reading.claims}
    return [*found, *((f"no {name}", name not in types) for name in case.get("none", ()))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_most_of_an_article_is_read(case: dict[str, Any]) -> None:
    found = of_case(case)
    wrong = [what for what, right in found if not right]
    assert len(wrong) <= max(1, 0.4 * len(found)), wrong


def test_nearly_all_is_read_over_all_articles() -> None:
    """Weights may change; what they read of plain press sentences may not get worse."""
    found = [(case["name"], what, right) for case in CASES for what, right in of_case(case)]
    wrong = [(name, what) for name, what, right in found if not right]
    assert len(wrong) <= 0.12 * len(found), wrong


@pytest.mark.parametrize("text", [ARTICLE, *(case["text"] for case in CASES)], ids=range(len(CASES) + 1))
def test_laws(text: str) -> None:
    reading = reading_of(text)
    holds(reading)
    nobody_is_named(reading)
    (again,) = read([document(text)])
    assert again == reading
    for claim in reading_record(reading)["claims"]:
        for one in (claim["trigger"], *claim["actors"], *claim["targets"]):
            assert one["text"] == text[one["start"] : one["end"]] != ""


@pytest.mark.parametrize("name", ODD)
def test_odd_texts(name: str) -> None:
    holds(reading_of(ODD[name]))


def test_company_changes_nothing() -> None:
    together = [settled(reading) for reading in read([document(case["text"]) for case in CASES])]
    assert together == [settled(reading_of(case["text"])) for case in CASES]


def test_an_unnamed_source_of_a_named_body() -> None:
    text = (
        "حزب الله: لا انسحاب\n"
        "قال مسؤول في حزب الله لوكالة الأنباء الفرنسية إن الحزب لن ينسحب من الحدود.\n"
        "وأضاف المسؤول الذي رفض الكشف عن هويته لأنه غير مخول بالحديث إلى الصحافة أن المفاوضات مستمرة."
    )
    reading = reading_of(text)
    unnamed = [one for one in reading.sources if one.kind == "anonymous"]
    assert unnamed
    assert all(one.name is one.actor is None for one in unnamed)
    assert unnamed[0].affiliation == "Hezbollah"
    assert all(one.reason in text for one in unnamed if one.reason)
