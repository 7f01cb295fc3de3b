"""Short articles of our own, read by the network that the package ships."""

from functools import cache
from typing import Any

import pytest

from builders import cases, document, span
from isnad.model import COUNTS, Claim, Reading, Span
from isnad.model.wire import reading_record
from isnad.reading.network import Network
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


def faults(reading: Reading, claim: Claim, said: dict[str, Any]) -> list[str]:
    """What a claim has not got that it should have."""
    text, found = reading.document.text, []
    if said.get("stance", claim.polarity + claim.modality) != claim.polarity + claim.modality:
        found.append(f"stance {claim.polarity}{claim.modality}")
    for role, spans in (("actor", claim.actors), ("target", claim.targets)):
        if role in said and not near([one.span for one in spans], text, said[role]):
            found.append(role)
    if "voice" in said and not (claim.chain and near(mentions(reading, claim.chain[-1]), text, said["voice"])):
        found.append("voice")
    for id, words in zip(claim.chain, said.get("voices", ()), strict=False):
        if not near(mentions(reading, id), text, words):
            found.append("voices")
    if "place" in said and not (claim.place and near([claim.place.span], text, said["place"])):
        found.append("place")
    return found + [name for name in COUNTS if name in said and claim.counts.get(name) != tuple(said[name])]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_a_reading_holds(case: dict[str, Any]) -> None:
    reading = reading_of(case["text"])
    wrong = []
    for said in case.get("claims", ()):
        at = span(case["text"], said["trigger"])
        found = [one for one in reading.claims if one.trigger.overlaps(at) and one.type == said["type"]]
        wrong += [(said, faults(reading, found[0], said) if found else "missing")]
    assert [each for each in wrong if each[1]] == []
    for words, kind in case.get("voices", ()):
        voices = [one for one in reading.sources if near(list(one.mentions), case["text"], words)]
        assert kind in [one.kind for one in voices], words
    assert not {claim.type for claim in reading.claims} & set(case.get("none", ()))


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


def test_an_article_with_an_unnamed_source_of_a_named_body(shipped: Network) -> None:
    text = (
        "قال مسؤول في حزب الله لوكالة الأنباء الفرنسية إن الحزب لن ينسحب من الحدود.\n"
        "وأضاف المسؤول الذي رفض الكشف عن هويته لأنه غير مخول بالحديث إلى الصحافة أن المفاوضات مستمرة."
    )
    (reading,) = read([document(text)], network=shipped)
    (source,) = (one for one in reading.sources if one.kind == "anonymous")
    assert source.name is source.actor is None
    assert source.affiliation == "Hezbollah"
    assert len(source.mentions) == 2
    assert source.reason and source.reason in text
