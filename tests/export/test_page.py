"""The reading page: whole, safe, and true to the text."""

import re
from datetime import date
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.export import Labels, redacted
from isnad.export.html import page
from isnad.export.labels import check, interface
from isnad.export.marks import paragraphs
from isnad.model import Document, Provenance, Reading, Source, Span
from ledger.builders import claim, claims, sources

READER = Provenance("x", "1", "k")
TEXT = "هجوم على المرفأ\nقال مصدر ملاحي إن هجوما وقع.\n\n<script>alert(1)</script> & نهاية"


def test_every_string_is_in_both_languages() -> None:
    assert check() == []
    assert all(said.keys() == {"en", "ar"} for rows in interface().values() for said in rows.values())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.lists(claims, max_size=4), st.lists(sources, max_size=2))
def test_pieces_make_up_the_text(text: str, found: list, voices: list) -> None:
    reading = Reading(Document("d", text), READER, tuple(voices), tuple(found))
    lines = ["".join(piece.text for sentence in line for piece in sentence.pieces) for line in paragraphs(reading)]
    assert lines == [line for line in text.split("\n") if line.strip()]


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=120), st.lists(claims, max_size=3), st.lists(sources, max_size=2))
def test_any_reading_has_a_page(text: str, found: list, voices: list) -> None:
    reading = Reading(Document("d", text, date(2024, 1, 1), title=text[:9]), READER, tuple(voices), tuple(found))
    for lang in ("ar", "en"):
        for hidden in (False, True):
            HTMLParser().feed(page([reading], Labels(lang), redact=hidden))


def test_a_page_needs_nothing_else_and_runs_nothing_of_the_text() -> None:
    document = Document("d", TEXT, url="javascript:alert(2)", title="هجوم على المرفأ")
    printed = page([Reading(document, READER)], Labels("ar"))
    assert "<script>alert" not in printed and "javascript:" not in printed
    assert not re.search(r'(?:src|href)="(?!#)', printed) and "@import" not in printed and "url(" not in printed
    assert 'dir="rtl"' in printed


def test_marks_lead_to_claims_and_back() -> None:
    document = Document("d", TEXT, title="هجوم على المرفأ")
    told = claim(document, "هجوما", chain=("s1",))
    at = TEXT.index("مصدر ملاحي")
    reading = Reading(document, READER, (Source("s1", "anonymous", (Span(at, at + 10),)),), (told,))
    printed = page([reading, reading], Labels("en"))
    links = set(re.findall(r'href="#([^"]+)"', printed))
    assert {"a1c1", "a1t1", "a2c1", "a2t1"} <= links <= set(re.findall(r'id="([^"]+)"', printed))


def test_redaction_keeps_every_offset() -> None:
    document = Document("d", TEXT, title="هجوم على المرفأ")
    at = TEXT.index("مصدر ملاحي")
    reading = Reading(document, READER, (Source("s1", "anonymous", (Span(at, at + 10),)),), (claim(document, "هجوما"),))
    hidden = redacted(reading)
    assert len(hidden.document.text) == len(TEXT) and "ملاحي" not in hidden.document.text
    assert hidden.claims[0].trigger.of(hidden.document.text) == "هجوما"
    assert redacted(hidden) == hidden
