"""Numbers in Arabic text: digits, words, both together, ranges and approximations.

Figures and number words are first joined to numbers (``join_numbers``), which the grammar of times also builds on;
``find_numbers`` then takes in what stands around them: ``more than``, ``between ... and ...``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from isnad.languages.ar.lexemes import Lexed, Lexeme, code, entries, expression, lex
from isnad.text.normal import key

_SCALES = ("thousand", "million", "milliard", "trillion", "dozen")
_MACROS = {
    "one": "<unit> | <unit-or-part>",
    "below-hundred": "(?:<one>|<eleven>)<ten> | <one><and><tens> | <one> | <ten> | <tens> | <digits>",
    "hundreds-of": "<hundreds> | (?:<one>|<digits>)?<hundred>",
    # A unit before a noun of parts begins the fraction: a hundred and three quarters.
    "count": "<hundreds-of>(?:(?!<and><one><parts>)<and><below-hundred>)? | <below-hundred>",
    "thousand-of": "(?:<count>|<big-digits>)(?:<thousand>|<thousands>) | <thousand> | <two-thousand>",
    "million-of": "(?:<thousand-of>|<count>|<big-digits>)(?:<million>|<millions>) | <million> | <two-million>",
    "milliard-of": "(?:<thousand-of>|<count>|<big-digits>)(?:<milliard>|<milliards>) | <milliard> | <two-milliard>",
    "trillion-of": "(?:<thousand-of>|<count>|<big-digits>)?<trillion>",
    "rest": "<and><count>(?!<ten>|<tens>|<thousand>|<million>|<parts>) | <hundreds-of>(?:<and><below-hundred>)?",
    "below-million": "(?:<and>?<thousand-of>)?(?:<rest>)?",
    "whole": (
        "<trillion-of>(?:<and><milliard-of>)?(?:<and><million-of>)?<below-million>"
        "| <milliard-of>(?:<and><million-of>)?<below-million> | <million-of><below-million>"
        "| <thousand-of><rest>? | (?:<count>|<big-digits>)?<dozen> | (?:<count><and>)?<two-dozen>"
        "| <count> | <big-digits> | <zero>"
    ),
    "share": "<half> | <part> | <two-parts> | <count><parts>",
    "vague": (
        "<few>?(?:<vague-tens>|<vague-hundreds>)(?:<thousands>|<thousand>|<millions>|<million>|<milliards>)?"
        "| <few>?(?:<thousands>|<millions>|<milliards>) | <few>"
    ),
    "many": "<thousands> | <millions> | <milliards>",
    "n": "<small> | <year-number> | <number> | <fraction>",
    "before": "<about> | <above> | <at-least> | <leastways> | <below> | <at-most> | <equal> | <or-equal>",
    "after": "<or-more> | <or-less> | <leastways> | <about> | <or-equal>",
}
_DUAL = re.compile("..[اي]ن$")
_VAGUE = {
    "few": (3, 9),
    "thousands": (2000, 9999),
    "millions": (2_000_000, 9_999_999),
    "milliards": (2e9, 9_999_999_999),
}


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    """Number words to numbers. The class in front spares the rest of the text the alternatives."""
    first = "".join(
        sorted({code("digits"), code("big-digits"), *(code(entry["role"]) for entry in entries("numerals"))})
    )
    told = expression(
        "(?P<ordinal>(?:<ordinal>|<one>)<ten>(?<=<ordinal><ten>) | (?:<hundred><and>)?<ordinal><and><tens> | <ordinal>)"
        "| (?P<share><unit-or-part>(?=<definite>) | <share>(?:<thousand>|<million>|<milliard>|<dozen>)?)"
        "| (?P<decimal><minus>?<whole><point><whole>)"
        "| (?P<number><minus>?<whole>(?:<and><share>(?:<thousand>|<million>|<milliard>)?)?)"
        "| (?P<vague><vague>)",
        _MACROS,
    )
    return re.compile(f"(?=[{first}])(?:{told})")


@lru_cache(maxsize=1)
def _phrase() -> re.Pattern[str]:
    """Numbers with what stands around them; duals, and one of several (أحد المحامين)."""
    told = expression(
        "(?P<range><before>*(?<!<tight-dash>)(?:<between>(?P<b1><n>)<and>(?P<b2><n>)"
        "| <from>(?P<f1><n>)(?:<to>|<until>)(?P<f2><n>)"
        "| (?P<d1><n>)(?:<dash>|<tight-dash>|<to>)(?P<d2><n>))(?!<tight-dash>|<tight-slash>))"
        "| (?P<bounds><before>+(?P<l><n>)<and><before>+(?P<h><n>))"
        "| (?P<ratio>(?P<over><n>)<divided>(?P<under><n>) | (?P<some><n>)?<piece>(?P<of><n>))"
        "| (?P<about><before>*(?P<a><n>|<vague-number>)<after>?)"
        "| (?P<ordinal><ordinal-number>)"
        "| (?P<pair><pair> | <eleven>(?=<definite>))",
        _MACROS,
    )
    return re.compile(f"(?![{code('word')}{code('definite')}{code('stop')}])(?:{told})")


@dataclass(frozen=True, slots=True)
class Number:
    """``text[start:end]`` says a number from ``low`` to ``high``; the same but for ranges and vague ones.

    ``approximate``: the text says about, more than, at least; or gives tens, hundreds, thousands.
    """

    start: int
    end: int
    low: float
    high: float
    ordinal: bool
    approximate: bool


def find_numbers(text: str) -> list[Number]:
    """The numbers of a text in normal form, in order, none overlapping."""
    lexed = join_numbers(text)
    return [number for match in _phrase().finditer(lexed.codes) for number in _found(match, lexed.lexemes)]


def dual_value(word: str) -> int | None:
    """2 where a word ends as dual nouns do, else None; sound plurals end so too, a lexicon must tell them."""
    return 2 if _DUAL.search(key(word)) else None


@lru_cache(maxsize=8)
def join_numbers(text: str) -> Lexed:
    """The lexemes of a text with each number made one: kinds ``small`` (a day of a month), ``year-number``, ``number``,
    ``fraction``, ``vague-number`` (its value a pair) and ``ordinal-number``."""
    lexed = lex(text)
    codes: list[str] = []
    lexemes: list[Lexeme] = []
    reached = 0
    for match in _number().finditer(lexed.codes):
        first, last = match.span()
        joined = _join(lexed.lexemes[first:last], str(match.lastgroup))
        codes += [lexed.codes[reached:first], code(joined.kind)]
        lexemes += lexed.lexemes[reached:first]
        lexemes.append(joined)
        reached = last
    return Lexed("".join(codes) + lexed.codes[reached:], lexemes + lexed.lexemes[reached:])


def _join(parts: Sequence[Lexeme], group: str) -> Lexeme:
    kind, value = _KINDS[group](parts)
    return Lexeme(kind, value, parts[0].start, parts[-1].end, parts[0].article)


def _decimal(parts: Sequence[Lexeme]) -> tuple[str, float]:
    """Five point two: what follows the point are the digits after it."""
    point = [part.kind for part in parts].index("point")
    return "number", float(f"{_whole(parts[:point])}.{_whole(parts[point + 1 :])}")


def _ordinal(parts: Sequence[Lexeme]) -> tuple[str, float]:
    return "ordinal-number", sum(part.value for part in parts if part.kind != "and")


def _share(parts: Sequence[Lexeme]) -> tuple[str, float]:
    *count, noun = [part for part in parts if part.kind not in _SCALES]
    scale = parts[-1].value if parts[-1].kind in _SCALES else 1
    over = 2 if noun.kind == "two-parts" else _whole(count) if count else 1
    return "fraction", over * scale / noun.value


def _cardinal(parts: Sequence[Lexeme]) -> tuple[str, float]:
    shares = [place for place, part in enumerate(parts) if part.kind in ("half", "part", "parts", "two-parts")]
    if not shares:
        value = _whole(parts)
        twenty_first = parts[0].article and parts[0].value in (1, 2) and parts[-1].kind == "tens"
        return ("ordinal-number" if twenty_first else _size(value)), value
    ands = [place for place in range(shares[0]) if parts[place].kind == "and"]
    cut = ands[-1]
    whole, share = _whole(parts[:cut]), _share(parts[cut + 1 :])[1]
    scale = parts[cut - 1].value if parts[cut - 1].kind in _SCALES and share < 1 else 1
    return "number", whole + share * scale


def _size(value: float) -> str:
    if 1 <= value <= 31 and value == int(value):
        return "small"
    return "year-number" if 1000 <= value <= 2100 and value == int(value) else "number"


def _whole(parts: Sequence[Lexeme]) -> float:
    """The value of digits and words in falling order of scale."""
    total: float = 0
    current: float = 0
    sign = 1
    for part in parts:
        scale = part.kind.rstrip("s")
        if part.kind == "minus":
            sign = -1
        elif scale in _SCALES:
            total, current = (total + current * part.value, 0) if current or not total else (total * part.value, 0)
            total = total or part.value
        elif part.kind == "hundred":
            current = (current or 1) * 100
        elif part.kind.startswith("two-"):
            total += part.value
        elif part.kind != "and":
            current += part.value
    whole = sign * (total + current)
    return int(whole) if whole == int(whole) else whole


def _vague(parts: Sequence[Lexeme]) -> tuple[str, tuple[float, float]]:
    """Tens are two dozen and more; tens of thousands twenty thousand and more."""
    named = [part for part in parts if part.kind != "few"] or list(parts)
    low, high = named[0].value if isinstance(named[0].value, list) else _VAGUE[named[0].kind]
    scale = named[1].value if len(named) > 1 else 1
    low -= low % 10 if scale > 1 else 0
    return "vague-number", (low * scale, (high + 1) * scale - 1)


_KINDS = {"ordinal": _ordinal, "share": _share, "decimal": _decimal, "number": _cardinal, "vague": _vague}


def _found(match: re.Match[str], lexemes: Sequence[Lexeme]) -> list[Number]:
    """One number, or two where a dash stands between figures that do not rise."""
    first, last = match.span()
    start, end = lexemes[first].start, lexemes[last - 1].end

    def value(group: str) -> float:
        place = match.start(group)
        return float(lexemes[place].value) if place >= 0 else 1

    if match["range"]:
        ends = next((group + "1", group + "2") for group in "bfd" if match[group + "1"])
        low, high = (_plain(value(group)) for group in ends)
        if low < high:
            return [Number(start, end, low, high, ordinal=False, approximate=False)]
        return [_exact(lexemes[match.start(group)]) for group in ends]
    if match["bounds"]:
        low, high = sorted((_plain(value("l")), _plain(value("h"))))
        return [Number(start, end, low, high, ordinal=False, approximate=False)]
    if match["ratio"]:
        over, under = (value("over"), value("under")) if match["over"] else (value("some"), value("of"))
        return [Number(start, end, over / (under or 1), over / (under or 1), ordinal=False, approximate=False)]
    if match["pair"]:
        return [_exact(lexemes[first])]
    if match["ordinal"]:
        return [Number(start, end, lexemes[first].value, lexemes[first].value, ordinal=True, approximate=False)]
    said = lexemes[match.start("a")]
    low, high = said.value if said.kind == "vague-number" else (said.value, said.value)
    approximate = said.kind == "vague-number" or last - first > 1
    return [Number(start, end, _plain(low), _plain(high), ordinal=False, approximate=approximate)]


def _exact(said: Lexeme) -> Number:
    return Number(said.start, said.end, _plain(said.value), _plain(said.value), ordinal=False, approximate=False)


def _plain(value: float) -> float:
    return int(value) if value == int(value) else value
