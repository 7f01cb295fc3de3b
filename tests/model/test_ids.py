"""Ids are content: the same content always has the same id, and nothing else has it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.model import Document, Span
from isnad.model.ids import claim_id, digest, text_id, version_id

ARTICLE = Document("a1", "قصف على المدينة", date(2024, 5, 20), "البريد", "قصف", "https://example.org/1")
parts = st.lists(st.text(max_size=4), max_size=4)


def test_ids_never_change() -> None:
    """Ledgers hold these ids: another answer here is a break with every ledger there is."""
    assert digest() == "e4a6a0577479b2b4"
    assert digest("a", "ب") == "30fdbdb60631bb82"
    assert version_id(ARTICLE) == "adecf4155b945b85"
    assert text_id("قصف", outlet="البريد") == "beeab5e2bb551b03"
    assert claim_id(ARTICLE, trigger=Span(0, 3), type="ASSAULT") == "4685f12d2c10516e"


@given(parts, parts)
def test_borders_of_parts_count(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


@pytest.mark.parametrize(("one", "other"), [(("ab", "c"), ("a", "bc")), (("", "a"), ("a", "")), (("a",), ("a", ""))])
def test_where_a_part_ends_counts(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert digest(*one) != digest(*other)


@given(st.text(st.characters(), max_size=9))
def test_any_text_has_an_id(text: str) -> None:
    assert len(text_id(text)) == 16
    assert int(text_id(text), 16) >= 0


def test_lone_surrogates_have_ids_of_their_own() -> None:
    assert text_id("\ud800") != text_id("\udfff") != text_id("\ufffd")


@pytest.mark.parametrize(
    "change", [{"id": "a2"}, {"text": "قصف على القرية"}, {"outlet": "الشاهد"}, {"published": date(2024, 5, 21)}]
)
def test_another_text_day_or_outlet_is_another_version(change: dict[str, object]) -> None:
    assert version_id(replace(ARTICLE, **change)) != version_id(ARTICLE)  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [{"title": None}, {"url": None}])
def test_title_and_address_are_no_part_of_a_version(change: dict[str, object]) -> None:
    assert version_id(replace(ARTICLE, **change)) == version_id(ARTICLE)  # type: ignore[arg-type]


def test_a_claim_is_its_trigger_type_and_text() -> None:
    here = claim_id(ARTICLE, trigger=Span(0, 3), type="ASSAULT")
    assert claim_id(replace(ARTICLE, outlet=None, url=None), trigger=Span(0, 3), type="ASSAULT") == here
    assert claim_id(ARTICLE, trigger=Span(0, 3), type="THREATEN") != here
    assert claim_id(ARTICLE, trigger=Span(0, 4), type="ASSAULT") != here
    assert claim_id(ARTICLE, trigger=Span(1, 3), type="ASSAULT") != here
    assert claim_id(replace(ARTICLE, text="قصف"), trigger=Span(0, 3), type="ASSAULT") != here


def test_a_document_without_an_id_is_its_text_in_its_outlet() -> None:
    assert text_id("قصف", outlet="البريد") != text_id("قصف", outlet="الشاهد") != text_id("قصف")
    assert text_id("قصف") == text_id("قصف", outlet=None)
