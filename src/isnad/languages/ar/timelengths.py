"""Lengths of time in words: two years and a half, a month and 21 days."""

from collections.abc import Sequence
from datetime import date, timedelta

from isnad.languages.ar import calendar
from isnad.languages.ar.lexemes import Lexeme

NUMBERS = ("small", "year-number", "number")
UNIT_DAYS = {
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1,
    "week": 7,
    "month": 30,
    "year": 365,
    "decade": 3650,
    "century": 36500,
}
_UNIT_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def measure(words: Sequence[Lexeme]) -> list[tuple[float, str]]:
    """A length as (number, unit) pairs: two years and a half, a month and 21 days."""
    said: list[tuple[float, str]] = []
    number: float | None = None
    for word in words:
        if word.kind in (*NUMBERS, "ordinal-number"):
            number = word.value
        elif word.kind == "fraction" and said:
            said[-1] = (said[-1][0] + word.value, said[-1][1])
        elif word.kind == "fraction":
            number = word.value
        elif word.value in UNIT_DAYS or word.kind in ("night", "today"):
            unit = word.value if word.value in UNIT_DAYS else "day"
            said.append((number if number is not None else 2 if word.kind.startswith("two-") else 1, unit))
            number = None
        elif word.kind in ("in", "from"):
            break
    if (
        number is not None
        and len(said) == 1
        and any(word.kind in ("days", "weeks", "months", "years") for word in words)
    ):
        said[0] = (number, said[0][1])
    return said


def length_in_days(words: Sequence[Lexeme]) -> float:
    """A month counts 30 days, a year 365."""
    return sum(number * UNIT_DAYS[unit] for number, unit in measure(words))


def shift(day: date, words: Sequence[Lexeme], sign: int) -> date:
    """A day moved by a length; whole months and years move by the calendar."""
    for number, unit in measure(words):
        months = number * _UNIT_MONTHS.get(unit, 0)
        if months and months == int(months):
            day = calendar.add_months(day, sign * int(months))
        elif unit not in ("hour", "minute"):
            day += sign * timedelta(round(number * UNIT_DAYS[unit]))
        else:
            day += sign * timedelta(int(number * UNIT_DAYS[unit]))
    return day


def grain(words: Sequence[Lexeme]) -> str:
    """The unit that a length is told in first."""
    return measure(words)[0][1]
