"""What the words of a point in time say by kind, and what they are resolved against."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from isnad.languages.ar.calendar import Span
from isnad.languages.ar.lexemes import Lexeme

RELATIONS = ("past", "gone", "recent", "present", "next", "following", "after-next")
MONTHS = ("month", "doubtful-month", "hijri", "doubtful-hijri")
DAYS = ("small", "ordinal-number")
YEARS = ("year-number", "number")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a point is resolved against."""

    published: date
    future: bool


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, both included, and the length of the calendar unit that was named."""

    first: date
    last: date
    grain: str


class Said:
    """The words of a point by kind."""

    def __init__(self, words: Iterable[Lexeme]) -> None:
        self.words = list(words)
        self._by_kind: dict[str, Lexeme] = {}
        for word in self.words:
            self._by_kind.setdefault(word.kind, word)

    def has(self, *kinds: str) -> bool:
        return any(kind in self._by_kind for kind in kinds)

    def get(self, *kinds: str) -> Any:
        """The value of the first of these kinds that was said, None where none was."""
        return next((self._by_kind[kind].value for kind in kinds if kind in self._by_kind), None)

    def article(self, kind: str) -> bool:
        return kind in self._by_kind and self._by_kind[kind].article

    @property
    def relation(self) -> int | None:
        """-1 past, 0 present, 1 next, 2 the one after; None where not said."""
        value: int | None = self.get(*RELATIONS, "this")
        return value


def resolve_year(said: Said, frame: Frame) -> int | None:
    """The year that was said, in its own calendar."""
    if said.has("year-number"):
        return int(said.get("year-number"))
    if said.has("year") and said.has("number"):
        return int(said.get("number"))
    if said.has("year") and said.relation is not None:
        return frame.published.year + said.relation
    return None


def spanning(span: Span, grain: str) -> Days:
    """The days of a span whose calendar unit is ``grain``."""
    return Days(*span, grain)


def one_day(day: date) -> Span:
    """A span of one day."""
    return day, day


def recurring(frame: Frame, relation: int | None, span: Callable[[int], Span], year: int, grain: str) -> Days:
    """What comes once a year, in the year that the relation to the publication asks for."""
    spans = []
    for candidate in range(year - 5, year + 6):
        try:
            spans.append(span(candidate))
        except (ValueError, OverflowError):
            continue
    published = frame.published
    if relation is None:
        relation, include = (1, True) if frame.future else (-1, True)
    elif relation == 0:
        return spanning(min(spans, key=lambda days: abs((days[0] - published).days)), grain)
    else:
        include = False
    if relation > 0:
        chosen = (
            [days for days in spans if days[1] >= published]
            if include
            else [days for days in spans if days[0] > published]
        )
        return spanning(chosen[min(relation, 2) - 1], grain)
    chosen = (
        [days for days in spans if days[0] <= published] if include else [days for days in spans if days[1] < published]
    )
    return spanning(chosen[relation], grain)
