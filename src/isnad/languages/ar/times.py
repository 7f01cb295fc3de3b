"""Expressions of time in Arabic text, resolved to days against the publication date.

The words of time (``lexicon/times.yaml``) are matched by the patterns of ``patterns/times.yaml``; each pattern names a
rule of ``timerules`` that makes days of it. An expression that has no days says why.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

import yaml

from isnad.languages.ar.lexemes import Lexed, Lexeme, code, expression
from isnad.languages.ar.numerals import join_numbers
from isnad.languages.ar.timepoints import Days, Frame
from isnad.languages.ar.timerules import RULES, Answer, Match

Future = Callable[[int, int], bool] | bool


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """``text[start:end]`` of the normal form, and its ``first`` and ``last`` day, both included.

    Without days it has a ``reason``. ``grain``: day, week, month, season, quarter, year, decade, century or range, empty
    without days. ``kind``: point, range, since, until, duration, now or vague. ``length``: days that it measures, if any.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    grain: str
    kind: str
    reason: str | None = None
    length: float | None = None


class _Grammar(NamedTuple):
    points: re.Pattern[str]
    kinds: Sequence[str]
    expressions: re.Pattern[str]
    rules: Sequence[str]


def patterns() -> dict[str, Any]:
    """``patterns/times.yaml`` as it stands."""
    file = resources.files(__package__) / "patterns" / "times.yaml"
    loaded: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return loaded


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    told = patterns()
    points, expressions = told["points"], told["expressions"]
    return _Grammar(
        _alternatives([each["of"] for each in points], told["macros"]),
        [each["kind"] for each in points],
        _alternatives([each["of"] for each in expressions], told["macros"]),
        [each["rule"] for each in expressions],
    )


def _alternatives(wholes: Sequence[str], macros: dict[str, str]) -> re.Pattern[str]:
    """One expression whose group ``p3`` is the fourth pattern; its ends are ``a3`` and ``b3``."""
    named = [re.sub(r"\?P<([ab])>", rf"?P<\g<1>{place}>", whole) for place, whole in enumerate(wholes)]
    return re.compile("|".join(f"(?P<p{place}>{expression(each, macros)})" for place, each in enumerate(named)))


def find_times(text: str, published: date, future: Future = False) -> list[TimeExpression]:
    """The expressions of time of a text in normal form, in order, none overlapping.

    ``future``: whether the clause that holds a span speaks of what is to come.
    """
    grammar = _grammar()
    joined = _join_points(join_numbers(text), grammar)
    found: list[TimeExpression] = []
    anchor: Days | None = None
    for match in grammar.expressions.finditer(joined.codes):
        words = joined.lexemes[match.start() : match.end()]
        start, end = words[0].start, words[-1].end
        ahead = future if isinstance(future, bool) else future(start, end)
        place = _place(match)
        ends = [_end(match, joined.lexemes, f"{end}{place}") for end in "ab"]
        answer = RULES[grammar.rules[place]](Match(words, *ends, anchor, Frame(published, ahead)))
        if answer is None:
            continue
        found.append(_expression(start, end, answer))
        anchor = answer.days if answer.days and answer.kind != "now" else anchor
    return found


def _place(match: re.Match[str]) -> int:
    """The number of the pattern that matched."""
    groups = match.groupdict()
    return next(int(name[1:]) for name, words in groups.items() if words is not None and name[0] == "p")


def _end(match: re.Match[str], lexemes: Sequence[Lexeme], group: str) -> Sequence[Lexeme]:
    """The words of one end of a range, those of a point laid open."""
    if group not in match.re.groupindex:
        return ()
    words = lexemes[match.start(group) : match.end(group)]
    return [part for word in words for part in (word.value if word.kind.endswith("-point") else [word])]


def _join_points(lexed: Lexed, grammar: _Grammar) -> Lexed:
    """The lexemes with those of each point made one, whose value is the lexemes themselves."""
    codes: list[str] = []
    lexemes: list[Lexeme] = []
    reached = 0
    for match in grammar.points.finditer(lexed.codes):
        first, last = match.span()
        kind = grammar.kinds[_place(match)]
        words = lexed.lexemes[first:last]
        codes += [lexed.codes[reached:first], code(kind)]
        lexemes += [*lexed.lexemes[reached:first], Lexeme(kind, words, words[0].start, words[-1].end)]
        reached = last
    return Lexed("".join(codes) + lexed.codes[reached:], lexemes + lexed.lexemes[reached:])


def _expression(start: int, end: int, answer: Answer) -> TimeExpression:
    days = answer.days
    if days is None:
        return TimeExpression(start, end, None, None, "", answer.kind, answer.reason, answer.length)
    return TimeExpression(start, end, days.first, days.last, days.grain, answer.kind, None, answer.length)
