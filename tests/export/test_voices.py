"""Whom the words do not name is unnamed, whatever the reader made of them."""

from dataclasses import replace

import pytest

from isnad.export.redact import redacted
from isnad.export.voices import as_printed
from isnad.model import Source
from ledger.builders import reading, span


@pytest.mark.parametrize(
    ("words", "name", "actor", "kind"),
    [
        ("مسؤول ليبي", "Libya", "ly", "anonymous"),
        ("الضابط", "الضابط", None, "anonymous"),
        ("متحدث باسم القائد حفتر", "Khalifa Haftar", "ly-haftar", "anonymous"),
        ("القائد خليفة حفتر", "Khalifa Haftar", "ly-haftar", "person"),
        ("العقيد سامي المنصور", "العقيد سامي المنصور", None, "person"),
    ],
)
def test_whom_the_words_do_not_name_is_unnamed(words: str, name: str, actor: str | None, kind: str) -> None:
    text = f"قال {words} إن غارة وقعت في درنة."
    read = replace(
        reading("a", text, "غارة"), sources=(Source("s1", "person", (span(text, words),), name, actor=actor),)
    )
    (shown,) = as_printed(read).sources
    assert shown.kind == kind
    assert (shown.name is None) == (kind == "anonymous")
    assert (words in redacted(read).document.text) == (kind == "person")


def test_looking_twice_changes_nothing() -> None:
    text = "قال مسؤول ليبي إن غارة وقعت في درنة."
    read = replace(reading("a", text, "غارة"), sources=(Source("s1", "person", (span(text, "مسؤول ليبي"),), "Libya"),))
    assert as_printed(as_printed(read)) == as_printed(read)
