"""What about a document makes its reading yield less, said beside the reading."""

import re

from isnad.model import Document, Note

_ARABIC = re.compile("[\u0621-\u064a\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_LEAST = 0.3
_DECAYED = "\ufffd"


def notes_of(document: Document) -> tuple[Note, ...]:
    """The notes of a document: `empty`, `no-arabic`, `undated`, `damaged`; none for a sound one."""
    letters = len(_LETTER.findall(document.text))
    notes = []
    if not document.text.strip():
        notes.append(Note("empty", "there is no text"))
    elif not letters or len(_ARABIC.findall(document.text)) < _LEAST * letters:
        notes.append(Note("no-arabic", f"fewer than {_LEAST:.0%} of {letters} letters are Arabic"))
    if document.published is None:
        notes.append(Note("undated", "times that count from the day of publication stay unresolved"))
    if damaged := document.text.count(_DECAYED):
        notes.append(Note("damaged", f"{damaged} characters were lost before the text came here"))
    return tuple(notes)


def readable(notes: tuple[Note, ...]) -> bool:
    """Whether there is anything for the reader to read."""
    return not any(note.code in ("empty", "no-arabic") for note in notes)
