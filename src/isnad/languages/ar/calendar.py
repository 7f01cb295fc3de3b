"""Days, weeks, months, seasons and years as spans of days, in the Gregorian and the Hijri (Umm al-Qura) calendar.

A span is its first and last day, both included. Weeks begin on Monday. Names of months, weekdays, seasons and feasts
are in ``lexicon/calendar.yaml``.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from hijridate import Hijri

Span = tuple[date, date]
HIJRI_YEARS = range(1343, 1501)


def month_span(year: int, month: int) -> Span:
    """A Gregorian month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_span(year: int) -> Span:
    """A Gregorian year."""
    return date(year, 1, 1), date(year, 12, 31)


def years_span(first: int, last: int) -> Span:
    """From the first day of one year to the last day of another."""
    return date(first, 1, 1), date(last, 12, 31)


def week_span(day: date) -> Span:
    """The Monday to Sunday that hold a day."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def season_span(year: int, first_month: int) -> Span:
    """The three months from ``first_month``; winter begins in December of ``year``."""
    return month_span(year, first_month)[0], add_months(month_span(year, first_month)[0], 3) - timedelta(1)


def hijri_month_span(year: int, month: int) -> Span:
    """A Hijri month; OverflowError outside the years of the Umm al-Qura tables, 1343 to 1500."""
    return hijri_day(year, month, 1), hijri_day(year, month, Hijri(year, month, 1).month_length())


def hijri_year_span(year: int) -> Span:
    """A Hijri year; OverflowError outside 1343 to 1500."""
    return hijri_day(year, 1, 1), hijri_month_span(year, 12)[1]


@lru_cache(maxsize=4096)
def hijri_day(year: int, month: int, day: int) -> date:
    """The Gregorian date of a Hijri day; OverflowError outside 1343 to 1500, ValueError past the month's end."""
    gregorian = Hijri(year, month, day).to_gregorian()
    return date(gregorian.year, gregorian.month, gregorian.day)


def add_months(day: date, months: int) -> date:
    """The same day of a later (or earlier) month, or that month's last day where it is shorter."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday on or before a day; Monday is 0."""
    return day - timedelta((day.weekday() - weekday) % 7)


def weekday_after(day: date, weekday: int) -> date:
    """The next such weekday on or after a day."""
    return day + timedelta((weekday - day.weekday()) % 7)
