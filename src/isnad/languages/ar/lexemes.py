"""Words of number and time in a text, as a string of one code a token: grammars are regular expressions over it.

A lexicon entry has a *kind* (``weekday``, ``two-days``, ``since``); each kind is one private code point. Tokens that no
lexicon knows are of kind ``word`` or ``definite``. Patterns name kinds in angle brackets: ``<since><weekday><past>?``.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

import yaml

from isnad.text.normal import fold, key

_LEXICONS = ("calendar", "numerals", "times")
# Words; 1,234,567.8; 17,5; 1 234 567; 21:30; digits; marks.
_TOKEN = re.compile(
    r"[^\W\d_]+"
    r"|(?:(?<!\d[.,٫٬،])(?:\d{1,3}(?:[,٬،]\d{3})+(?:[.,٫]\d+)?(?!\d)|\d+[.,٫]\d+(?![.,٫]?\d)"
    r"|\d{1,3}(?: \d{3})+(?:\.\d+)?(?!\d))|\d{1,2}:\d\d(?::\d\d)?|\d+)"
    r"|\S|\n"
)
_MARKS = {"/": "slash", "(": "open", ")": "close"} | dict.fromkeys("-–—~", "dash") | dict.fromkeys("،,|", "comma")
_PROCLITICS = {"و": ("and",), "ف": ("and",), "ب": ("in",), "ل": ("for",), "وب": ("and", "in"), "ول": ("and", "for")}
_ARTICLE = "ال"
_LONGEST_FIGURE = 25


class Lexeme(NamedTuple):
    """A token of the text, or a phrase that a lexicon holds: ``text[start:end]``."""

    kind: str
    value: Any
    start: int
    end: int
    article: bool = False


class Lexed(NamedTuple):
    """``codes[i]`` is the code of ``lexemes[i]``."""

    codes: str
    lexemes: list[Lexeme]


_WORD, _DEFINITE = Lexeme("word", None, 0, 0), Lexeme("definite", None, 0, 0)
_codes: dict[str, str] = {}


def code(kind: str) -> str:
    """The one character that stands for a kind in patterns and in ``Lexed.codes``."""
    return _codes.setdefault(kind, chr(0xE000 + len(_codes)))


def expression(pattern: str, macros: Mapping[str, str]) -> str:
    """A pattern over kinds as a regular expression over codes; a name in ``macros`` stands for its own pattern."""

    def named(match: re.Match[str]) -> str:
        name = match[1]
        return f"(?:{expression(macros[name], macros)})" if name in macros else code(name)

    return re.sub(r"(?<!\?P)<([a-z-]+)>", named, re.sub(r"\s+", "", pattern))


def entries(lexicon: str) -> list[dict[str, Any]]:
    """The entries of one of the lexicons of number and time, as they stand in its file."""
    file = resources.files(__package__) / "lexicon" / f"{lexicon}.yaml"
    loaded: list[dict[str, Any]] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return loaded


class _Piece(NamedTuple):
    code: str
    kind: str
    value: Any
    first: int
    last: int
    article: bool


_Table = dict[str, tuple[_Piece, ...]]


def _variants(form: str, *, article: bool, doubtful: bool) -> Iterable[tuple[str, str, bool]]:
    """Spellings of a form with its proclitics, none for a doubtful one: (proclitic, word, has the article)."""
    bare = [(form, form.startswith(_ARTICLE))] + ([(_ARTICLE + form, True)] if article else [])
    for word, definite in bare:
        yield "", word, definite
        for proclitic in ("و",) if doubtful else _PROCLITICS:
            merged = proclitic.endswith("ل") and word.startswith(_ARTICLE)
            yield proclitic, word[1:] if merged else word, definite


def _pieces(kind: str, value: Any, proclitic: str, word: str, article: bool) -> tuple[_Piece, ...]:
    kinds = _PROCLITICS.get(proclitic, ())
    clitics = [_piece(name, name, place, place + 1) for place, name in enumerate(kinds)]
    return (*clitics, _piece(kind, value, len(proclitic), len(proclitic) + len(word), article=article))


def _piece(kind: str, value: Any, first: int, last: int, *, article: bool = False) -> _Piece:
    return _Piece(code(kind), kind, value, first, last, article)


@lru_cache(maxsize=1)
def _table() -> tuple[_Table, dict[str, list[str]]]:
    """Spelling to pieces, and for the spellings of several tokens their first word to the spellings, longest first."""
    table: _Table = {}
    plain: _Table = {}
    for entry in (entry for lexicon in _LEXICONS for entry in entries(lexicon)):
        kind, value = _kind(entry), entry.get("value")
        for form in map(key, entry["forms"]):
            options = {option: entry.get(option, False) for option in ("article", "doubtful")}
            for proclitic, word, definite in _variants(form, **options):
                target = table if proclitic else plain
                target.setdefault(proclitic + word, _pieces(kind, value, proclitic, word, definite))
    table.update(plain)
    table.setdefault("و", (_piece("and", "and", 0, 1),))
    table.setdefault(_ARTICLE, (_piece("article", None, 0, 2, article=True),))
    table.setdefault("ل" + _ARTICLE[1:], (_piece("for", "for", 0, 2, article=True),))
    phrases: dict[str, list[str]] = {}
    for form in sorted((form for form in table if " " in form), key=len, reverse=True):
        phrases.setdefault(form.split()[0], []).append(form)
    return table, phrases


def _kind(entry: Mapping[str, Any]) -> str:
    kind: str = entry.get("kind") or entry["role"]
    return f"doubtful-{kind}" if entry.get("doubtful") else kind


@lru_cache(maxsize=8)
def lex(text: str) -> Lexed:
    """The tokens of a text in normal form; a phrase that a lexicon holds is one token, a proclitic one of its own.

    Words of no lexicon share one lexeme of kind ``word``, with the article ``definite``, without offsets: patterns
    neither begin nor end with them.
    """
    table, phrases = _table()
    folded = fold(text)
    codes: list[str] = []
    lexemes: list[Lexeme] = []
    reached, word_code, definite_code = 0, code("word"), code("definite")
    for match in _TOKEN.finditer(folded):
        token = match.group()
        pieces = table.get(token)
        if pieces is None and token not in phrases and token[0].isalpha():
            if match.start() >= reached:
                definite = token.startswith(_ARTICLE)
                codes.append(definite_code if definite else word_code)
                lexemes.append(_DEFINITE if definite else _WORD)
            continue
        start, end = match.span()
        if start < reached:
            continue
        if token in phrases:
            pieces, reached = _longest(folded, start, end, phrases[token], table) or (pieces, end)
        if pieces is None:
            lexeme = _WORD if token[0].isalpha() else _unlisted(token, folded, start, end)
            codes.append(code(lexeme.kind))
            lexemes.append(lexeme)
            continue
        for piece in pieces:
            codes.append(piece.code)
            lexemes.append(Lexeme(piece.kind, piece.value, start + piece.first, start + piece.last, piece.article))
    return Lexed("".join(codes), lexemes)


def _longest(
    text: str, start: int, end: int, phrases: list[str], table: _Table
) -> tuple[tuple[_Piece, ...], int] | None:
    """The longest phrase that stands at a place, and where it ends."""
    if text[end : end + 1] != " ":
        return None
    for phrase in phrases:
        last = start + len(phrase)
        if text.startswith(phrase, start) and not text[last : last + 1].isalnum():
            return table[phrase], last
    return None


def _unlisted(token: str, text: str, start: int, end: int) -> Lexeme:
    """Figures and marks."""
    if token[0].isdecimal() and len(token) < _LONGEST_FIGURE:
        return _figure(token, start, end)
    glued = text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()
    if glued and token in "-/.":
        return Lexeme({"-": "tight-dash", "/": "tight-slash", ".": "tight-dot"}[token], token, start, end)
    return Lexeme("full-stop" if token == "." else _MARKS.get(token, "stop"), token, start, end)


def _figure(token: str, start: int, end: int) -> Lexeme:
    """Digits to a whole or a decimal number; a thousands mark is followed by three digits."""
    if ":" in token:
        return Lexeme("clock", token, start, end)
    plain = re.sub(r"[,٬،](?=\d{3}(?:\D|$))| ", "", token)
    value = float(re.sub(r"[,٫،]", ".", plain)) if re.search(r"[.,٫،]", plain) else int(plain)
    if isinstance(value, int) and value < 1000:
        return Lexeme("digits", value, start, end)
    return Lexeme("big-digits", int(value) if value == int(value) else value, start, end)
