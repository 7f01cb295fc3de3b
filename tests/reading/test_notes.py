"""Notes: what about a document makes its reading yield less, and who read it."""

import pytest

from builders import DAY, document
from isnad.model import Document
from isnad.reading.notes import notes_of, readable
from isnad.reading.provenance import provenance


def codes(document: Document) -> list[str]:
    return [note.code for note in notes_of(document)]


@pytest.mark.parametrize(
    ("text", "expected", "read"),
    [
        ("قصف الجيش القرية.", [], True),
        ("قصف الجيش Lashkar Gah.", [], True),
        ("", ["empty"], False),
        (" \n\t\u00a0", ["empty"], False),
        ("The army shelled the village.", ["no-arabic"], False),
        ("Армия обстреляла деревню", ["no-arabic"], False),
        ("12:30 - 14:50", ["no-arabic"], False),
        ("قصف الجيش القري\ufffd\ufffd", ["damaged"], True),
        ("قصف", [], True),
        ("\ufea7\ufe92\ufeae", [], True),
    ],
)
def test_notes(text: str, expected: list[str], read: bool) -> None:
    assert codes(document(text)) == expected
    assert readable(notes_of(document(text))) == read


def test_a_document_without_a_date_is_read_and_noted() -> None:
    notes = notes_of(document("قصف الجيش القرية.", published=None))
    assert [note.code for note in notes] == ["undated"] and readable(notes)


def test_notes_come_together_and_say_what_is_wrong() -> None:
    notes = notes_of(document("\ufffd", published=None))
    assert [note.code for note in notes] == ["no-arabic", "undated", "damaged"]
    assert all(note.detail for note in notes)
    assert "1 " in notes[-1].detail


def test_provenance_names_the_reader_and_what_it_knows() -> None:
    one = provenance()
    assert one.reader == "isnad.network"
    assert one.version
    assert len(one.knowledge) == 12 and int(one.knowledge, 16) >= 0
    assert provenance.__wrapped__() == one
    assert notes_of(document("قصف", published=DAY)) == ()
