"""The days that one point in time names: a date, a weekday, a month, a part of a year.

A point comes as its words (lexemes of known kinds); what it leaves unsaid is filled from the publication date, and from
whether the clause speaks of the future.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from isnad.languages.ar import calendar
from isnad.languages.ar.calendar import HIJRI_YEARS, Span
from isnad.languages.ar.lexemes import Lexeme
from isnad.languages.ar.timeparts import PARTS, months_of, part_of
from isnad.languages.ar.timewords import (
    DAYS,
    MONTHS,
    YEARS,
    Days,
    Frame,
    Said,
    one_day,
    recurring,
    resolve_year,
    spanning,
)

_LEADS = ("daypart", "night", "adverb", "hour-of", "zone", "clock", "hour")


def resolve_point(words: Sequence[Lexeme], frame: Frame) -> Days | None:
    """The days of a point, None where the calendar has none such (31 June)."""
    said = Said(_without_lead(words))
    try:
        return next((days for rule in _RULES if (days := rule(said, frame))), None)
    except (ValueError, OverflowError):
        return None


def _without_lead(words: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """A point without the hour and the part of the day before it, or the adverb after it."""
    trimmed = words[:-1] if len(words) > 1 and words[-1].kind == "adverb" else words
    leads = [place for place, word in enumerate(trimmed) if word.kind in _LEADS]
    return trimmed[leads[-1] + 1 :] if leads and leads[-1] + 1 < len(trimmed) else trimmed


def _numeric(said: Said, frame: Frame) -> Days | None:
    """12/3/2018, 2018-03-12, 12/3: the day comes before the month unless it cannot."""
    numbers = [int(word.value) for word in said.words if word.kind in (*DAYS, *YEARS)]
    if said.has(*MONTHS) or len(numbers) < 2 or not said.has("tight-slash", "tight-dash", "tight-dot", "slash"):
        return None
    if len(numbers) == 2 and max(numbers) > 1000:
        return spanning(calendar.month_span(max(numbers), min(numbers)), "month")
    if numbers[0] > 31:
        numbers.reverse()
    day, month, *rest = numbers
    if month > 12:
        day, month = month, day
    if not rest:
        return recurring(frame, None, lambda year: one_day(date(year, month, day)), frame.published.year, "day")
    return spanning(one_day(date(rest[0] + 2000 if rest[0] < 100 else rest[0], month, day)), "day")


def _month(said: Said, frame: Frame) -> Days | None:
    """A month by its name, or a day of it."""
    month = said.get(*MONTHS)
    if month is None or said.has("week") or (said.has("weekday", "weekday-bare") and not said.has(*DAYS)):
        return None
    hijri = said.has("hijri", "doubtful-hijri")
    day = said.get(*DAYS)
    year = resolve_year(said, frame)

    def span(of: int) -> Span:
        if day:
            return one_day(calendar.hijri_day(of, month, int(day)) if hijri else date(of, month, int(day)))
        return calendar.hijri_month_span(of, month) if hijri else calendar.month_span(of, month)

    grain = "day" if day else "month"
    if year is not None and (not hijri or year in HIJRI_YEARS):
        return part_of(said, spanning(span(year), grain))
    this_year = _hijri_year(frame.published) if hijri else frame.published.year
    relation = said.relation if not said.has("year") else None
    return part_of(said, recurring(frame, relation, span, this_year, grain))


def _hijri_year(day: date) -> int:
    return next((year for year in HIJRI_YEARS if calendar.hijri_year_span(year)[1] >= day), HIJRI_YEARS[-1])


def _month_unit(said: Said, frame: Frame) -> Days | None:
    """Last month, this month, the 17th of last month."""
    if (not said.has("month-unit") and not (said.has(*DAYS) and said.has("present"))) or said.has(*MONTHS):
        return None
    of = calendar.add_months(frame.published.replace(day=1), said.relation or 0)
    if said.has("year") and said.relation is None:
        return None
    if said.has("rest"):
        return Days(frame.published, calendar.month_span(of.year, of.month)[1], "month")
    if said.has("weekday", "weekday-bare", "week"):
        return None
    if said.has(*DAYS):
        return spanning(one_day(of.replace(day=int(said.get(*DAYS)))), "day")
    return part_of(said, spanning(calendar.month_span(of.year, of.month), "month"))


def _year(said: Said, frame: Frame) -> Days | None:
    """2011, last year, the Hijri year 1439, the third quarter of 2016."""
    year = resolve_year(said, frame)
    if year is None and said.has("year") and said.has("rest", *PARTS):
        year = frame.published.year
    if year is None or said.has("week", "season", "weekday", "century", "feast", *MONTHS):
        return None
    if said.has("era-hijri") and year in HIJRI_YEARS:
        return part_of(said, spanning(calendar.hijri_year_span(year), "year"))
    if said.has("rest"):
        return Days(frame.published, date(year, 12, 31), "year")
    if said.has("fraction"):
        return _fraction_of_year(said, date(year, 1, 1))
    return part_of(said, spanning(calendar.year_span(year), "year"))


def _fraction_of_year(said: Said, first: date) -> Days | None:
    months = round(12 * said.get("fraction"))
    which = int(said.get("ordinal-number") or 12 // months)
    return spanning(months_of(first, (which - 1) * months + 1, which * months), "quarter")


def _weekday_of_month(said: Said, frame: Frame) -> Days | None:
    """The first Friday of July."""
    weekday, which = said.get("weekday", "weekday-bare"), said.get("ordinal-number")
    if weekday is None or which is None or not said.has("month-unit", *MONTHS) or said.has(*YEARS, "tight-slash"):
        return None
    month = _containing(said, frame, drop=("weekday", "weekday-bare", "ordinal-number", "day"))
    if month is None or month.grain != "month":
        return None
    day = calendar.weekday_after(month.first, weekday) + timedelta(7 * (int(which) - 1))
    return spanning(one_day(day), "day") if day <= month.last else None


def _containing(said: Said, frame: Frame, *, drop: Sequence[str]) -> Days | None:
    return resolve_point([word for word in said.words if word.kind not in drop], frame)


def _week_of(said: Said, frame: Frame) -> Days | None:
    """The third week of a month or a year: weeks belong to the period that holds their Thursday."""
    if not said.has("week") or not said.has("ordinal-number", "recent", "last"):
        return None
    if not (said.has("month-unit", "year", *MONTHS, "year-number")):
        return None
    period = _containing(said, frame, drop=("week", "ordinal-number", "recent", "last"))
    if period is None:
        return None
    if said.has("ordinal-number"):
        thursday = calendar.weekday_after(period.first, 3) + timedelta(7 * (int(said.get("ordinal-number")) - 1))
    else:
        thursday = calendar.weekday_before(period.last, 3)
    return spanning(calendar.week_span(thursday), "week")


def _week(said: Said, frame: Frame) -> Days | None:
    """Last week, this week, Friday of next week."""
    if not said.has("week"):
        return None
    if said.has(*MONTHS):
        day = _containing(said, frame, drop=("week",))
        return spanning(calendar.week_span(day.first), "week") if day and day.grain == "day" else None
    monday = calendar.week_span(frame.published)[0] + timedelta(7 * (said.relation or 0))
    if said.has("weekday"):
        return spanning(one_day(monday + timedelta(said.get("weekday"))), "day")
    if said.has("rest"):
        return Days(frame.published, monday + timedelta(6), "week")
    return part_of(said, spanning(calendar.week_span(monday), "week"))


def _weekend(said: Said, frame: Frame) -> Days | None:
    """Saturday and Sunday of this week; in what is past, of the last week that is over or nearly so."""
    if not said.has("weekend"):
        return None
    saturday = calendar.week_span(frame.published)[0] + timedelta(5 + 7 * (said.relation or 0))
    if said.relation is None and not frame.future and saturday > frame.published:
        saturday -= timedelta(7)
    return Days(saturday, saturday + timedelta(1), "week")


def _weekday(said: Said, frame: Frame) -> Days | None:
    """The last such day up to publication, or the next where it lies ahead."""
    weekday = said.get("weekday", "weekday-bare")
    if weekday is None or said.has("week", *MONTHS):
        return None
    relation, published = said.relation, frame.published
    if said.has("dayrel", "today"):
        near = published + timedelta(said.get("dayrel", "today"))
        return spanning(one_day(calendar.weekday_before(near + timedelta(3), weekday)), "day")
    if said.has(*DAYS) and (dated := _weekday_on(said, published)):
        return dated
    if relation is None or relation == 0:
        near = (
            calendar.weekday_after(published, weekday) if frame.future else calendar.weekday_before(published, weekday)
        )
    elif relation < 0:
        near = calendar.weekday_before(published + timedelta(7 * relation + 6), weekday)
    else:
        near = calendar.weekday_after(published + timedelta(1), weekday)
    return spanning(one_day(near), "day")


def _weekday_on(said: Said, published: date) -> Days | None:
    """Thursday the 21st: the nearest such day, none where this month and those beside it have no such Thursday."""
    months = [calendar.add_months(published.replace(day=1), shift) for shift in (0, -1, 1)]
    day, weekday = int(said.get(*DAYS)), said.get("weekday", "weekday-bare")
    days = [month.replace(day=day) for month in months if day <= calendar.month_span(month.year, month.month)[1].day]
    return next((spanning(one_day(each), "day") for each in days if each.weekday() == weekday), None)


def _dayrel(said: Said, frame: Frame) -> Days | None:
    """Today, yesterday, the day after tomorrow."""
    if not said.has("dayrel", "today"):
        return None
    return spanning(one_day(frame.published + timedelta(said.get("dayrel", "today"))), "day")


def _season(said: Said, frame: Frame) -> Days | None:
    first_month, year = said.get("season"), resolve_year(said, frame)
    if first_month is None or (year is None and said.relation is None and not said.article("season")):
        return None
    if year is not None:
        return part_of(said, spanning(calendar.season_span(year, first_month), "season"))
    relation = said.relation
    return part_of(
        said,
        recurring(frame, relation, lambda of: calendar.season_span(of, first_month), frame.published.year, "season"),
    )


def _feast(said: Said, frame: Frame) -> Days | None:
    if said.has("named"):
        return spanning(one_day(said.get("named")), "day")
    if not said.has("feast"):
        return None
    system, month, day, length = said.get("feast")
    nth = said.get("ordinal-number")
    day, length = (day + int(nth) - 1, 1) if nth else (day, length)

    def span(of: int) -> Span:
        first = calendar.hijri_day(of, month, day) if system == "hijri" else date(of, month, day)
        return first, first + timedelta(length - 1)

    year = resolve_year(said, frame)
    if year is not None:
        years = [_hijri_year(date(year, 1, 1)), _hijri_year(date(year, 12, 31))] if system == "hijri" else [year]
        return next((spanning(span(of), "day") for of in years if span(of)[0].year == year), None)
    this_year = _hijri_year(frame.published) if system == "hijri" else frame.published.year
    return recurring(frame, said.relation, span, this_year, "day")


def _decade(said: Said, frame: Frame) -> Days | None:
    if said.has("decade"):
        century = _century_start(said, frame) if said.has("century") else frame.published.year // 100 * 100
        first = century + said.get("decade")
        first -= 100 if first > frame.published.year and not said.has("century") else 0
        return part_of(said, spanning(calendar.years_span(first, first + 9), "decade"))
    if not said.has("decade-unit"):
        return None
    if said.has("century"):
        first = _century_start(said, frame) + 10 * (int(said.get("ordinal-number")) - 1)
    else:
        first = frame.published.year // 10 * 10 + 10 * (said.relation or 0)
    return part_of(said, spanning(calendar.years_span(first, first + 9), "decade"))


def _century_start(said: Said, frame: Frame) -> int:
    after = said.words[[word.kind for word in said.words].index("century") + 1 :]
    which = next((int(word.value) for word in after if word.kind in DAYS), None)
    return 100 * (which - 1) if which else (frame.published.year // 100 + (said.relation or 0)) * 100


def _century(said: Said, frame: Frame) -> Days | None:
    """The nineteenth century: 1800 to 1899, as its decades are."""
    if not said.has("century"):
        return None
    first = _century_start(said, frame)
    return part_of(said, spanning(calendar.years_span(max(first, 1), first + 99), "century"))


_RULES: tuple[Callable[[Said, Frame], Days | None], ...] = (
    _numeric,
    _weekday_of_month,
    _week_of,
    _feast,
    _decade,
    _century,
    _month,
    _month_unit,
    _season,
    _week,
    _weekend,
    _weekday,
    _dayrel,
    _year,
)
