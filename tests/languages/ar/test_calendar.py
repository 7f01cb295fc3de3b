"""Spans of days, and that every name of the calendar is known in its example."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.languages.ar import calendar
from isnad.languages.ar.lexemes import entries, lex
from isnad.text.normal import normalise

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("entry", entries("calendar"), ids=lambda entry: entry["example"])
def test_every_name_is_known_in_its_example(entry: dict[str, Any]) -> None:
    kinds = (entry["kind"], f"doubtful-{entry['kind']}")
    found = [word for word in lex(normalise(entry["example"]).text).lexemes if word.kind in kinds]
    assert any(word.value == entry["value"] for word in found)


@given(DAYS)
def test_a_week_is_monday_to_sunday_and_holds_its_day(day: date) -> None:
    first, last = calendar.week_span(day)
    assert (first.weekday(), last.weekday()) == (0, 6)
    assert first <= day <= last


@given(DAYS, st.integers(0, 6))
def test_weekdays_before_and_after_are_within_a_week(day: date, weekday: int) -> None:
    before, after = calendar.weekday_before(day, weekday), calendar.weekday_after(day, weekday)
    assert before.weekday() == after.weekday() == weekday
    assert 0 <= (day - before).days < 7
    assert 0 <= (after - day).days < 7


@given(DAYS, st.integers(-60, 60))
def test_months_added_keep_the_day_or_end_the_month(day: date, months: int) -> None:
    moved = calendar.add_months(day, months)
    assert moved.day == min(day.day, calendar.month_span(moved.year, moved.month)[1].day)


def test_hijri_months_follow_each_other() -> None:
    spans = [calendar.hijri_month_span(1445, month) for month in range(1, 13)]
    assert all((after[0] - before[1]).days == 1 for before, after in pairwise(spans))
    assert calendar.hijri_year_span(1445) == (spans[0][0], spans[-1][1])
    assert spans[8] == (date(2024, 3, 11), date(2024, 4, 9))


def test_hijri_years_without_tables_are_refused() -> None:
    with pytest.raises(OverflowError):
        calendar.hijri_month_span(1200, 1)


def test_winter_goes_on_into_the_next_year() -> None:
    assert calendar.season_span(2015, 12) == (date(2015, 12, 1), date(2016, 2, 29))
