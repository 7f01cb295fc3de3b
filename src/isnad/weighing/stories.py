"""The sentences of a page that are its story: neither credits nor bylines, nor what the page prints beside it."""

import re

from isnad.languages.ar.credit_words import credit_words, letters
from isnad.text.normal import fold
from isnad.text.sentences import sentences
from isnad.weighing.credits import is_credit

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_QUOTATION = re.compile(r"«[^«»\n]*»|“[^“”\n]*”|„[^„“”\n]*[“”]|\"[^\"\n]*\"")
_STOP = tuple('.!?؟…:"»”)')
_BYLINE_WORDS = 8
_TITLE_WORDS = 25
_NAME_WORDS = 3
_OPENING = 60


def story(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of a text in normal form that tell its story, in order."""
    outside = _beside(text)
    return [span for span in sentences(text) if not any(start <= span[0] < end for start, end in outside)]


def without_quotations(text: str) -> str:
    """The text with blanks for what stands in quotation marks, of the same length; names and terms in marks stay.

    Two documents that quote one speech share the words and have not copied each other.
    """
    return _QUOTATION.sub(_blank, text)


def _blank(quotation: re.Match[str]) -> str:
    return quotation[0] if len(quotation[0].split()) <= _NAME_WORDS else " " * len(quotation[0])


def _beside(text: str) -> list[tuple[int, int]]:
    """The lines that are no part of the story; the titles of other texts follow the words that lead to them."""
    words, outside, following = credit_words(), [], False
    for found in _LINE.finditer(text):
        line = found[0].strip()
        opening = fold(line[:_OPENING])
        if words.related.match(opening):
            following = True
        elif following:
            following = not line.endswith(_STOP) and len(line.split()) <= _TITLE_WORDS
        if following or words.openings.match(opening) or _is_short_aside(line, opening):
            outside.append(found.span())
    return outside


def _is_short_aside(line: str, opening: str) -> bool:
    if len(line.split()) > _BYLINE_WORDS:
        return False
    words = credit_words()
    return bool(words.bylines.match(opening)) or letters(line) in words.lines or is_credit(line)
