"""The beginning, the middle, the end and the halves of a period."""

from collections.abc import Callable
from datetime import date, timedelta

from isnad.languages.ar import calendar
from isnad.languages.ar.calendar import Span
from isnad.languages.ar.timewords import Days, Said

PARTS = ("period-part", "first-half", "second-half", "last")


def part_of(said: Said, days: Days) -> Days:
    """The beginning, middle or end of a period, where one was said."""
    part = said.get(*PARTS)
    if part is None or days.grain == "day":
        return days
    return Days(*_PART_OF[days.grain](days.first, days.last, part), days.grain)


def _part_of_month(first: date, last: date, part: str) -> Span:
    ends = {"early": (1, 10), "middle": (11, 20), "first-half": (1, 15), "second-half": (16, 0)}.get(part, (21, 0))
    return first + timedelta(ends[0] - 1), first + timedelta(ends[1] - 1) if ends[1] else last


def _part_of_year(first: date, last: date, part: str) -> Span:
    ends = {"early": (1, 3), "middle": (5, 8), "late": (10, 12), "first-half": (1, 6), "second-half": (7, 12)}.get(
        part, (12, 12)
    )
    return months_of(first, *ends)


def months_of(first: date, begin: int, end: int) -> Span:
    """From the ``begin``-th to the ``end``-th month of a period."""
    return calendar.add_months(first, begin - 1), calendar.add_months(first, end) - timedelta(1)


def _part_of_season(first: date, last: date, part: str) -> Span:
    return months_of(first, *{"early": (1, 1), "middle": (2, 2)}.get(part, (3, 3)))


def _part_of_week(first: date, last: date, part: str) -> Span:
    begin, end = {"early": (0, 1), "middle": (2, 3), "first-half": (0, 3), "second-half": (3, 6), "late": (4, 6)}.get(
        part, (5, 6)
    )
    return first + timedelta(begin), first + timedelta(end)


def _part_of_years(first: date, last: date, part: str) -> Span:
    """Of a decade or a century: its first three tenths, its middle, its last three tenths."""
    tenth = (last.year - first.year + 1) // 10
    begin, end = {"early": (0, 3), "middle": (4, 7), "first-half": (0, 5), "second-half": (5, 10)}.get(part, (7, 10))
    return calendar.years_span(first.year + begin * tenth, first.year + end * tenth - 1)


_PART_OF: dict[str, Callable[[date, date, str], Span]] = {
    "month": _part_of_month,
    "year": _part_of_year,
    "quarter": _part_of_season,
    "season": _part_of_season,
    "week": _part_of_week,
    "decade": _part_of_years,
    "century": _part_of_years,
}
