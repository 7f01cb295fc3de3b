"""The days that one point in time names: a date, a weekday, a month, a part of a year.

A point comes as its words (lexemes of known kinds); what it leaves unsaid is filled from the publication date, and from
whether the clause speaks of the future.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from isnad.languages.ar import calendar
from isnad.languages.ar.calendar import HIJRI_YEARS, Span
from isnad.languages.ar.lexemes import Lexeme

RELATIONS = ("past", "gone", "recent", "present", "next", "following", "after-next")
MONTHS = ("month", "doubtful-month", "hijri", "doubtful-hijri")
DAYS = ("small", "ordinal-number")
YEARS = ("year-number", "number")
_LEADS = ("daypart", "night", "adverb", "hour-of", "zone", "clock", "hour")
_PARTS = ("period-part", "first-half", "second-half", "last")


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


def _numeric(said: Said, frame: Frame) -> Days | None:
    """12/3/2018, 2018-03-12, 12/3: the day comes before the month unless it cannot."""
    numbers = [int(word.value) for word in said.words if word.kind in (*DAYS, *YEARS)]
    if said.has(*MONTHS) or len(numbers) < 2 or not said.has("tight-slash", "tight-dash", "tight-dot", "slash"):
        return None
    if len(numbers) == 2 and max(numbers) > 1000:
        return _days(calendar.month_span(max(numbers), min(numbers)), "month")
    if numbers[0] > 31:
        numbers.reverse()
    day, month, *rest = numbers
    if month > 12:
        day, month = month, day
    if not rest:
        return _recurring(frame, None, lambda year: _one(date(year, month, day)), frame.published.year, "day")
    return _days(_one(date(rest[0] + 2000 if rest[0] < 100 else rest[0], month, day)), "day")


def _days(span: Span, grain: str) -> Days:
    return Days(*span, grain)


def _one(day: date) -> Span:
    return day, day


def _recurring(frame: Frame, relation: int | None, span: Callable[[int], Span], year: int, grain: str) -> Days:
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
        return _days(min(spans, key=lambda days: abs((days[0] - published).days)), grain)
    else:
        include = False
    if relation > 0:
        chosen = (
            [days for days in spans if days[1] >= published]
            if include
            else [days for days in spans if days[0] > published]
        )
        return _days(chosen[min(relation, 2) - 1], grain)
    chosen = (
        [days for days in spans if days[0] <= published] if include else [days for days in spans if days[1] < published]
    )
    return _days(chosen[relation], grain)


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
            return _one(calendar.hijri_day(of, month, int(day)) if hijri else date(of, month, int(day)))
        return calendar.hijri_month_span(of, month) if hijri else calendar.month_span(of, month)

    grain = "day" if day else "month"
    if year is not None and (not hijri or year in HIJRI_YEARS):
        return _part(said, _days(span(year), grain))
    this_year = _hijri_year(frame.published) if hijri else frame.published.year
    relation = said.relation if not said.has("year") else None
    return _part(said, _recurring(frame, relation, span, this_year, grain))


def _hijri_year(day: date) -> int:
    return next((year for year in HIJRI_YEARS if calendar.hijri_year_span(year)[1] >= day), HIJRI_YEARS[-1])


def _part(said: Said, days: Days) -> Days:
    """The beginning, middle or end of a period, where one was said."""
    part = said.get(*_PARTS)
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
    return _months_of(first, *ends)


def _months_of(first: date, begin: int, end: int) -> Span:
    return calendar.add_months(first, begin - 1), calendar.add_months(first, end) - timedelta(1)


def _part_of_season(first: date, last: date, part: str) -> Span:
    return _months_of(first, *{"early": (1, 1), "middle": (2, 2)}.get(part, (3, 3)))


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
        return _days(_one(of.replace(day=int(said.get(*DAYS)))), "day")
    return _part(said, _days(calendar.month_span(of.year, of.month), "month"))


def _year(said: Said, frame: Frame) -> Days | None:
    """2011, last year, the Hijri year 1439, the third quarter of 2016."""
    year = resolve_year(said, frame)
    if year is None and said.has("year") and said.has("rest", *_PARTS):
        year = frame.published.year
    if year is None or said.has("week", "season", "weekday", "century", "feast", *MONTHS):
        return None
    if said.has("era-hijri") and year in HIJRI_YEARS:
        return _part(said, _days(calendar.hijri_year_span(year), "year"))
    if said.has("rest"):
        return Days(frame.published, date(year, 12, 31), "year")
    if said.has("fraction"):
        return _fraction_of_year(said, date(year, 1, 1))
    return _part(said, _days(calendar.year_span(year), "year"))


def _fraction_of_year(said: Said, first: date) -> Days | None:
    months = round(12 * said.get("fraction"))
    which = int(said.get("ordinal-number") or 12 // months)
    return _days(_months_of(first, (which - 1) * months + 1, which * months), "quarter")


def _weekday_of_month(said: Said, frame: Frame) -> Days | None:
    """The first Friday of July."""
    weekday, which = said.get("weekday", "weekday-bare"), said.get("ordinal-number")
    if weekday is None or which is None or not said.has("month-unit", *MONTHS) or said.has(*YEARS, "tight-slash"):
        return None
    month = _containing(said, frame, drop=("weekday", "weekday-bare", "ordinal-number", "day"))
    if month is None or month.grain != "month":
        return None
    day = calendar.weekday_after(month.first, weekday) + timedelta(7 * (int(which) - 1))
    return _days(_one(day), "day") if day <= month.last else None


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
    return _days(calendar.week_span(thursday), "week")


def _week(said: Said, frame: Frame) -> Days | None:
    """Last week, this week, Friday of next week."""
    if not said.has("week"):
        return None
    if said.has(*MONTHS):
        day = _containing(said, frame, drop=("week",))
        return _days(calendar.week_span(day.first), "week") if day and day.grain == "day" else None
    monday = calendar.week_span(frame.published)[0] + timedelta(7 * (said.relation or 0))
    if said.has("weekday"):
        return _days(_one(monday + timedelta(said.get("weekday"))), "day")
    if said.has("rest"):
        return Days(frame.published, monday + timedelta(6), "week")
    return _part(said, _days(calendar.week_span(monday), "week"))


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
        return _days(_one(calendar.weekday_before(near + timedelta(3), weekday)), "day")
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
    return _days(_one(near), "day")


def _weekday_on(said: Said, published: date) -> Days | None:
    """Thursday the 21st: the nearest such day, none where this month and those beside it have no such Thursday."""
    months = [calendar.add_months(published.replace(day=1), shift) for shift in (0, -1, 1)]
    day, weekday = int(said.get(*DAYS)), said.get("weekday", "weekday-bare")
    days = [month.replace(day=day) for month in months if day <= calendar.month_span(month.year, month.month)[1].day]
    return next((_days(_one(each), "day") for each in days if each.weekday() == weekday), None)


def _dayrel(said: Said, frame: Frame) -> Days | None:
    """Today, yesterday, the day after tomorrow."""
    if not said.has("dayrel", "today"):
        return None
    return _days(_one(frame.published + timedelta(said.get("dayrel", "today"))), "day")


def _season(said: Said, frame: Frame) -> Days | None:
    first_month, year = said.get("season"), resolve_year(said, frame)
    if first_month is None or (year is None and said.relation is None and not said.article("season")):
        return None
    if year is not None:
        return _part(said, _days(calendar.season_span(year, first_month), "season"))
    relation = said.relation
    return _part(
        said,
        _recurring(frame, relation, lambda of: calendar.season_span(of, first_month), frame.published.year, "season"),
    )


def _feast(said: Said, frame: Frame) -> Days | None:
    if said.has("named"):
        return _days(_one(said.get("named")), "day")
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
        return next((_days(span(of), "day") for of in years if span(of)[0].year == year), None)
    this_year = _hijri_year(frame.published) if system == "hijri" else frame.published.year
    return _recurring(frame, said.relation, span, this_year, "day")


def _decade(said: Said, frame: Frame) -> Days | None:
    if said.has("decade"):
        century = _century_start(said, frame) if said.has("century") else frame.published.year // 100 * 100
        first = century + said.get("decade")
        first -= 100 if first > frame.published.year and not said.has("century") else 0
        return _part(said, _days(calendar.years_span(first, first + 9), "decade"))
    if not said.has("decade-unit"):
        return None
    if said.has("century"):
        first = _century_start(said, frame) + 10 * (int(said.get("ordinal-number")) - 1)
    else:
        first = frame.published.year // 10 * 10 + 10 * (said.relation or 0)
    return _part(said, _days(calendar.years_span(first, first + 9), "decade"))


def _century_start(said: Said, frame: Frame) -> int:
    after = said.words[[word.kind for word in said.words].index("century") + 1 :]
    which = next((int(word.value) for word in after if word.kind in DAYS), None)
    return 100 * (which - 1) if which else (frame.published.year // 100 + (said.relation or 0)) * 100


def _century(said: Said, frame: Frame) -> Days | None:
    """The nineteenth century: 1800 to 1899, as its decades are."""
    if not said.has("century"):
        return None
    first = _century_start(said, frame)
    return _part(said, _days(calendar.years_span(max(first, 1), first + 99), "century"))


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
