"""Attempts to find out who an unnamed voice is. All of them must fail: people are at risk behind these words."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.model import Copy, Origins, Reason
from isnad.weighing.accounts import Account, Voice
from isnad.weighing.conflicts import conflicts
from isnad.weighing.namings import lore
from isnad.weighing.origins import origins
from isnad.weighing.voices import same_voice
from weighing.account_builders import KINDS, account, known, told

OFFICER = "a: ضابط في نسور الوادي"
OFFICIAL = "p: الناطق باسم نسور الوادي المقدم مراد الأسمري"
SENTENCE = "أطلقت الوحدة ست قذائف على السوق ثم صمتت المدافع"


def weigh(*accounts: Account, **said: Any) -> Origins:
    return origins(accounts, actors=known(), **said)


def documents_of(found: Origins, words: str) -> list[tuple[str, ...]]:
    return [one.documents for one in found.origins if one.name == words]


def test_one_descriptor_in_many_papers_is_never_one_person() -> None:
    papers = [account(outlet, told(outlet, OFFICER)) for outlet in ("البريد", "المرفأ", "الضحى", "السهل", "النخيل")]
    found = weigh(*papers)
    assert all(len(documents) == 1 for documents in documents_of(found, OFFICER[3:]))
    assert (found.low, found.high) == (1, 5)


def test_nor_in_one_paper_on_two_days() -> None:
    found = weigh(account("البريد", told("a", OFFICER)), account("البريد", told("b", OFFICER), day=1))
    assert documents_of(found, OFFICER[3:]) == [("البريد 0",), ("البريد 1",)]


def test_the_same_sentence_does_not_give_a_voice_away() -> None:
    found = weigh(
        account("البريد", told("a", "a: ضابط", words=SENTENCE)),
        account("المرفأ", told("b", "a: ضابط في المنطقة", words=SENTENCE)),
        account("الضحى", told("c", "p: المقدم مراد الأسمري", words=SENTENCE)),
    )
    assert [one.claims for one in found.origins if one.kind == "anonymous"] == [("a",), ("b",)]
    assert [one.claims for one in found.origins if one.kind == "person"] == [("c",)]


@pytest.mark.parametrize("named", [OFFICIAL, "o: نسور الوادي", "p: القائد في نسور الوادي سامي الحداد"])
def test_an_official_of_the_same_body_is_not_the_unnamed_one(named: str) -> None:
    found = weigh(account("البريد", told("a", OFFICER)), account("المرفأ", told("b", named)))
    assert len(found.origins) == 2
    assert not any(OFFICER[3:] in reason.values and named[3:] in reason.values for reason in found.reasons)
    assert [one.counted for one in found.origins if one.kind == "anonymous"] == [False]


def test_nor_is_one_of_the_same_affiliation_in_the_knowledge_base() -> None:
    found = weigh(
        account("البريد", told("a", "a: مسؤول = Foreign Ministry of Egypt")),
        account("المرفأ", told("b", "p: الوزير سامي عزمي = Foreign Ministry of Egypt")),
        account("الضحى", told("c", "a: دبلوماسي = Foreign Ministry of Egypt")),
    )
    assert sorted(one.claims for one in found.origins) == [("a",), ("b",), ("c",)]
    assert not any("سامي" in word for reason in found.reasons for word in reason.values)


def test_a_copy_of_the_text_unites_no_unnamed_voice_with_a_name() -> None:
    copy = Copy(("x", "y"), "copy", 1.0, Reason("earlier"), ordered=True)
    found = weigh(
        account("البريد", told("a", OFFICER), document="x"),
        account("المرفأ", told("b", OFFICIAL), document="y"),
        copies=[copy],
    )
    assert len(found.origins) == 2


def test_no_judgement_unites_an_unnamed_voice_with_a_name() -> None:
    pair = {"a": frozenset({"b"}), "b": frozenset({"a"})}
    found = weigh(account("البريد", told("a", OFFICER)), account("المرفأ", told("b", OFFICIAL)), together=pair)
    assert len(found.origins) == 2
    assert Reason("kept-unnamed") in found.reasons
    assert not any(OFFICER[3:] in reason.values and OFFICIAL[3:] in reason.values for reason in found.reasons)


def test_nor_two_judgements_by_way_of_an_outlets_own_word() -> None:
    three = {"a": frozenset({"o"}), "b": frozenset({"o"}), "o": frozenset({"a", "b"})}
    found = weigh(
        account("البريد", told("a", OFFICER)),
        account("المرفأ", told("b", OFFICIAL)),
        account("الضحى", told("o", counts={"dead": 70})),
        together=three,
    )
    assert not any({"a", "b"} <= set(one.claims) for one in found.origins)


def test_a_description_is_as_printed_and_not_enriched() -> None:
    slipped = Voice("s1", "anonymous", "مسؤول", "محمد الأسمري", "un", None)
    heard = replace(told("a"), voices=(slipped,))
    (origin,) = weigh(account("البريد", heard)).origins
    assert (origin.kind, origin.name, origin.side) == ("anonymous", "مسؤول", None)


def test_nothing_that_could_be_joined_leaves() -> None:
    heard = replace(told("a"), voices=(Voice("secret-17", "anonymous", "ضابط", None, None, None),))
    assert "secret-17" not in repr(weigh(account("البريد", heard)))


@pytest.mark.parametrize("words", ["الضابط", "ضابط في الجيش", "مسؤول رفيع", "شاهد"])
def test_a_voice_without_a_name_is_protected_though_it_passes_for_a_person(words: str) -> None:
    found = weigh(account("البريد", told("a", f"p: {words}")), account("المرفأ", told("b", f"p: {words}")))
    assert [len(one.documents) for one in found.origins] == [1, 1]
    assert {one.kind for one in found.origins} == {"anonymous"}


def test_two_unnamed_voices_described_alike_do_not_contradict_or_correct_themselves() -> None:
    first = account("البريد", told("a", "a: مصدر أمني", polarity="-", by="نسور الوادي", counts={"dead": 9}))
    second = account("المرفأ", told("b", "a: مصدر أمني", by="نسور الوادي", counts={"dead": 4}), day=1)
    third = account("الضحى", told("c", "a: مصدر أمني", counts={"dead": 3}), day=2)
    assert not weigh(first, second).admissions
    assert {"count", "polarity"} == {one.over for one in conflicts([first, second, third], actors=known())}


VOICES = [
    OFFICER,
    "a: ضابط",
    "a: مصدر",
    "u: أنباء",
    "p: الضابط",
    OFFICIAL,
    "p: الأسمري",
    "o: نسور الوادي",
    "m: المرفأ",
    "d: بيان",
]


@given(st.data())
def test_no_way_leads_from_an_unnamed_voice_to_a_name(data: st.DataObject) -> None:
    """Whatever is told, copied, credited and judged, no origin holds the word of both."""
    accounts = []
    chain = st.lists(st.sampled_from(VOICES), max_size=2, unique=True)
    for n in range(data.draw(st.integers(2, 5))):
        said = [told(f"{n} {m}", *one) for m, one in enumerate(data.draw(st.lists(chain, min_size=1, max_size=3)))]
        accounts.append(account(data.draw(st.sampled_from(["البريد", "المرفأ"])), *said, day=n // 2, document=f"d{n}"))
    pairs = list(combinations([one.document for one in accounts], 2))
    copies = [
        Copy(pair, "copy", 1.0, Reason("earlier"), ordered=True) for pair in data.draw(st.lists(st.sampled_from(pairs)))
    ]
    claims = [one.claim for each in accounts for one in each.told]
    together = {claim: frozenset(data.draw(st.lists(st.sampled_from(claims), max_size=2))) for claim in claims}
    found = weigh(*accounts, copies=copies, together=together)
    inner = {one.claim: one.voices[-1] for each in accounts for one in each.told if one.voices}
    for origin in found.origins:
        namings = [lore(known()).naming(inner[claim]) for claim in origin.claims if claim in inner]
        spoken = [one for one in namings if one.kind != "media" and one.shown not in ("المرفأ",)]
        assert len({one.unnamed for one in spoken}) <= 1


@given(st.sampled_from(VOICES), st.sampled_from(VOICES))
def test_an_unnamed_voice_is_the_same_as_none(a: str, b: str) -> None:
    one, other = (lore(known()).naming(told("x", written).voices[0]) for written in (a, b))
    if one.unnamed or other.unnamed:
        assert same_voice(one, other) is None
    assert {"anonymous", "unknown"} <= set(KINDS.values())
