"""Sentence spans over a normal text.

A line is a sentence's outer limit, so that a headline stands alone; only in text that was wrapped at a fixed width do
lines run on. Inside a line a stop ends a sentence unless it belongs to a number, an initial or an abbreviation, or
stands in a quotation that goes on.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from isnad.text.lines import blocks

_STOP = re.compile(r"[.؟?!؛;…]+[\"»”'’)\]]*|(?<!\S)[•▪●◾■]")
_CLOSING = "\"»”'’)]"
_QUOTE = re.compile('["«»“”]')
_INITIAL = re.compile(r"(?:^|[^\w])\w$|(?:^|[^\w])[A-Z][a-z]{1,2}$")
_YEAR = re.compile(r"\d ?(?:م|ه)$")
_LIST_NUMBER = re.compile(r"\s*\d{1,2}$")
_LONG_QUOTE = 240
_CLAUSE = 60


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences in order. White space between them is left out and nothing else."""
    spans: list[tuple[int, int]] = []
    for start, end in blocks(text):
        for first, last in pairwise([start, *_borders(text, start, end), end]):
            piece = text[first:last]
            if stripped := piece.strip():
                first += len(piece) - len(piece.lstrip())
                spans.append((first, first + len(stripped)))
    return spans


def _borders(text: str, start: int, end: int) -> Iterator[int]:
    quotations: list[tuple[int, int]] | None = None
    begun = start
    for stop in _STOP.finditer(text, start, end):
        here = stop.start() if stop[0][0] in "•▪●◾■" else stop.end()
        if here < end and (here == stop.start() or _ends(text, stop, begun, end)):
            quotations = _quotations(text, start, end) if quotations is None else quotations
            if not any(first < stop.start() and here <= last for first, last in quotations):
                yield here
                begun = here


def _ends(text: str, stop: re.Match[str], begun: int, end: int) -> bool:
    """Whether a stop inside a line ends a sentence when no quotation keeps it open."""
    at, here = stop.span()
    signs, after = stop[0].rstrip(_CLOSING), text[here : here + 2].lstrip()[:1]
    if after in ("،", ",", ")", "؛", ":") or text[at - 1 : at] == "(":
        return False
    if signs == ".":
        return _full_stop(text, at, here, begun)
    if set(signs) <= {".", "…"}:
        return at - begun >= _CLAUSE and end - here >= _CLAUSE and text[here].isspace()
    return True


def _full_stop(text: str, at: int, here: int, begun: int) -> bool:
    before, after = text[at - 1 : at], text[here]
    if (after.isdigit() and before.isdigit()) or (after.isascii() and after.isalnum() and before.isascii()):
        return False
    head = text[max(begun, at - 12) : at]
    if _LIST_NUMBER.fullmatch(head) and at - begun < 12:
        return False
    return not _INITIAL.search(head) or bool(_YEAR.search(head))


def _quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans between quotation marks in a line that are short enough to hold a sentence together."""
    spans, opened = [], -1
    for mark in _QUOTE.finditer(text, start, end):
        if opened < 0 and mark[0] in '"«“':
            opened = mark.start()
        elif opened >= 0 and mark[0] in '"»”':
            if mark.start() - opened <= _LONG_QUOTE:
                spans.append((opened, mark.start()))
            opened = -1
    return spans
