"""Expressions of time in Arabic text, resolved to days against the publication date.

The words of time (``lexicon/times.yaml``) are matched by the patterns of ``patterns/times.yaml``; each pattern names a
rule of ``timerules`` that makes days of it. An expression that has no days says why.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

import yaml

from isnad.languages.ar.lexemes import Lexed, Lexeme, code, expression, lex
from isnad.languages.ar.numerals import join_numbers
from isnad.languages.ar.timerules import RULES, Answer, Match
from isnad.languages.ar.timewords import Days, Frame

Future = Callable[[int, int], bool] | bool
_NEAR = 40
_ANCHORS = ("point", "range")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """``text[start:end]`` of the normal form, and its ``first`` and ``last`` day, both included.

    Without days it has a ``reason`` and no ``grain``, else one of day, week, month, season, quarter, year, decade,
    century, range. ``kind``: point, range, since, until, duration, event (it dates the event named right after it),
    now or vague. ``length``: days that it measures, if any. ``inner``: first and last day of the point that a since or
    until names.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    grain: str
    kind: str
    reason: str | None = None
    length: float | None = None
    inner: tuple[date, date] | None = None


class Grammar(NamedTuple):
    """The patterns compiled: of points with their kinds, of expressions together and each with its rule."""

    points: re.Pattern[str]
    kinds: Sequence[str]
    expressions: re.Pattern[str]
    each: Sequence[re.Pattern[str]]
    rules: Sequence[str]


def patterns() -> dict[str, Any]:
    """``patterns/times.yaml`` as it stands."""
    file = resources.files(__package__) / "patterns" / "times.yaml"
    loaded: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return loaded


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The grammar of ``patterns/times.yaml``, compiled once."""
    told = patterns()
    points, expressions = ([_compiled(each["of"], told) for each in told[name]] for name in ("points", "expressions"))
    return Grammar(
        _alternatives(points, told["never-first"]["points"]),
        [each["kind"] for each in told["points"]],
        _alternatives(expressions, told["never-first"]["expressions"]),
        [re.compile(each) for each in expressions],
        [each["rule"] for each in told["expressions"]],
    )


def _compiled(pattern: str, told: dict[str, Any]) -> str:
    return expression(pattern, told["macros"])


def _alternatives(wholes: Sequence[str], passed: Sequence[str]) -> re.Pattern[str]:
    """One expression whose group ``p3`` is the fourth pattern; none begins with the kinds to pass."""
    named = (re.sub(r"\?P<[ab]>", "?:", whole) for whole in wholes)
    joined = "|".join(f"(?P<p{place}>{whole})" for place, whole in enumerate(named))
    return re.compile(f"(?![{''.join(map(code, passed))}])(?:{joined})")


def find_times(text: str, published: date, future: Future = False) -> list[TimeExpression]:
    """The expressions of time of a text in normal form, in order, none overlapping.

    ``future``: whether the clause that holds a span speaks of what is to come.
    """
    compiled = grammar()
    joined = _join_points(join_numbers(text), compiled)
    found: list[TimeExpression] = []
    anchor: Days | None = None
    place = 0
    while first := compiled.expressions.search(joined.codes, place):
        place = first.start() + 1
        for rule, match in _readings(compiled, first, joined.codes):
            words = joined.lexemes[match.start() : match.end()]
            start, end = words[0].start, words[-1].end
            frame = Frame(published, future if isinstance(future, bool) else future(start, end))
            a, b = _ends(match, joined.lexemes)
            near = bool(found) and start - found[-1].end < _NEAR
            answer = _answer(rule, Match(words, a, b, anchor, near, frame))
            if answer is not None:
                found.append(_expression(start, end, answer))
                anchor = answer.inner or (answer.days if answer.kind in _ANCHORS else None) or anchor
                place = match.end()
                break
    return found


def told_when(text: str, end: int) -> bool:
    """Whether the words right after a place in a text in normal form begin to tell what happened then (عندما)."""
    first = [word.kind for word in lex(text[end : end + _NEAR]).lexemes[:2] if word.kind != "comma"]
    return first[:1] == ["when"]


def joined_codes(text: str) -> str:
    """The codes of a text with its numbers and points joined, which the expressions are matched on."""
    return _join_points(join_numbers(text), grammar()).codes


def _answer(rule: str, match: Match) -> Answer | None:
    try:
        return RULES[rule](match)
    except (ValueError, OverflowError):
        return Answer("vague", None, "outside the calendar")


def _readings(compiled: Grammar, first: re.Match[str], codes: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The patterns that match where the first one does, in order: the next is asked where a rule declines."""
    for place in range(_place(first), len(compiled.each)):
        match = compiled.each[place].match(codes, first.start())
        if match:
            yield compiled.rules[place], match


def _place(match: re.Match[str]) -> int:
    """The number of the pattern that matched."""
    return int(str(match.lastgroup)[1:])


def _ends(match: re.Match[str], lexemes: Sequence[Lexeme]) -> tuple[Sequence[Lexeme], Sequence[Lexeme]]:
    """The words of a and b, those of a point laid open."""
    spans = [match.span(end) if end in match.re.groupindex else (0, 0) for end in "ab"]
    a, b = ([part for word in lexemes[first:last] for part in _parts(word)] for first, last in spans)
    return a, b


def _parts(word: Lexeme) -> Sequence[Lexeme]:
    return word.value if word.kind.endswith("-point") else [word]


def _join_points(lexed: Lexed, compiled: Grammar) -> Lexed:
    """The lexemes with those of each point made one, whose value is the lexemes themselves."""
    codes: list[str] = []
    lexemes: list[Lexeme] = []
    reached = 0
    for match in compiled.points.finditer(lexed.codes):
        first, last = match.span()
        kind = compiled.kinds[_place(match)]
        words = lexed.lexemes[first:last]
        codes += [lexed.codes[reached:first], code(kind)]
        lexemes += [*lexed.lexemes[reached:first], Lexeme(kind, words, words[0].start, words[-1].end)]
        reached = last
    return Lexed("".join(codes) + lexed.codes[reached:], lexemes + lexed.lexemes[reached:])


def _expression(start: int, end: int, answer: Answer) -> TimeExpression:
    days, inner = answer.days, (answer.inner.first, answer.inner.last) if answer.inner else None
    first, last, grain = (days.first, days.last, days.grain) if days else (None, None, "")
    return TimeExpression(start, end, first, last, grain, answer.kind, answer.reason, answer.length, inner)
