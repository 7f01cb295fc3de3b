"""What each rule of ``patterns/times.yaml`` makes of its match: days, or the reason why there are none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from isnad.languages.ar import calendar
from isnad.languages.ar.lexemes import Lexeme
from isnad.languages.ar.timelengths import NUMBERS, UNIT_DAYS, grain, length_in_days, measure, shift
from isnad.languages.ar.timepoints import resolve_point
from isnad.languages.ar.timewords import DAYS, MONTHS, RELATIONS, YEARS, Days, Frame


@dataclass(frozen=True, slots=True)
class Match:
    """The words of an expression, of its two ends where it is a range, and the days resolved before it (``near``: a few
    words before)."""

    words: Sequence[Lexeme]
    a: Sequence[Lexeme]
    b: Sequence[Lexeme]
    anchor: Days | None
    near: bool
    frame: Frame

    def says(self, *kinds: str) -> bool:
        return any(word.kind in kinds for word in self.words)

    def point(self) -> Sequence[Lexeme]:
        """The words of the point that stands in it."""
        return self.a or next((word.value for word in reversed(self.words) if word.kind.endswith("-point")), [])


@dataclass(frozen=True, slots=True)
class Answer:
    """``days`` or the ``reason`` for none; ``length`` in days where one is measured; ``inner``: the point in it."""

    kind: str
    days: Days | None = None
    reason: str | None = None
    length: float | None = None
    inner: Days | None = None


def _point(match: Match) -> Answer:
    days = resolve_point(match.point(), match.frame)
    return Answer("point", days, None if days else "the calendar has no such day")


def _range(match: Match) -> Answer | None:
    a, b = _shared(match.a, match.b)
    frame = match.frame
    first, last = resolve_point(a, frame), resolve_point(b, frame)
    if first is None or last is None:
        return None
    if first.first > last.last and frame.future:
        last = resolve_point(b, Frame(first.first, future=True))
    elif first.first > last.last:
        first = resolve_point([word for word in a if word.kind not in RELATIONS], Frame(last.last, future=False))
    if first is None or last is None or first.first > last.last:
        return Answer("range", None, "the range ends before it begins")
    return Answer("range", Days(first.first, last.last, "range"))


def _shared(a: Sequence[Lexeme], b: Sequence[Lexeme]) -> tuple[Sequence[Lexeme], Sequence[Lexeme]]:
    """Both ends with the month, the year and the relation that only one of them says."""
    if not {word.kind for word in (*a, *b)} - {*DAYS, *YEARS, "article"}:
        bare = all(word.kind == "year-number" for word in (*a, *b))
        return (a, b) if bare else ([], [])
    if any(word.kind.startswith("tight-") for word in (*a, *b)):
        return a, b
    groups = [(*MONTHS, "month-unit"), ("year", *YEARS, "era", "era-hijri"), (*RELATIONS, "this")]
    if any(word.kind == "year" for word in b) and not any(word.kind in YEARS for word in b):
        groups = [groups[0], groups[1] + groups[2]]
    for kinds in groups:
        said_a, said_b = ([word for word in end if word.kind in kinds] for end in (a, b))
        dated = any(word.kind in ("weekday", "dayrel", "today", "week") for word in a)
        if said_b and not said_a and not (dated and kinds is not groups[-1]):
            a = [*a, *said_b]
        elif said_a and not said_b and kinds is groups[0]:
            b = [*b, *said_a]
    return a, b


def _nights(match: Match) -> Answer | None:
    """One day and the next: the night between them, or both."""
    answer = _range(match)
    if not answer or not answer.days or (answer.days.last - answer.days.first).days != 1:
        return None
    return answer


def _since_length(match: Match) -> Answer:
    published = match.frame.published
    first = shift(published, match.words, -1)
    return Answer("since", Days(first, published, "range"), length=length_in_days(match.words))


def _since(match: Match) -> Answer:
    published = match.frame.published
    future = match.frame.future and match.words[0].kind == "starting"
    days = resolve_point(match.point(), Frame(published, future))
    if days is None:
        return Answer("since", None, "the calendar has no such day")
    return Answer("since", Days(days.first, published, "range") if days.first <= published else days, inner=days)


def _since_then(match: Match) -> Answer:
    if match.anchor is None or match.anchor.first > match.frame.published:
        return Answer("since", None, "it points back to a time that was not resolved")
    return Answer("since", Days(match.anchor.first, match.frame.published, "range"))


def _ago(match: Match) -> Answer:
    """Days, weeks and months are counted to the day, one or two years to the month, more to the year."""
    return _before(match, match.frame.published, "point")


def _before(match: Match, until: date, kind: str) -> Answer:
    day = shift(until, match.words, -1)
    (number, unit), *more = measure(match.words)
    length = length_in_days(match.words)
    if unit in ("year", "decade", "century") and not more and (number >= 3 or unit != "year"):
        return Answer(kind, Days(*calendar.year_span(day.year), "year"), length=length)
    if unit == "year" and not more:
        return Answer(kind, Days(*calendar.month_span(day.year, day.month), "month"), length=length)
    return Answer(kind, Days(day, day, "day"), length=length)


def _from_event(match: Match) -> Answer:
    return Answer("point", None, "counted from an event whose day is not said", length_in_days(match.words))


def _after_event(match: Match) -> Answer:
    """Two days after the attack: the attack is dated, back from the day named just before, else from publication."""
    return _before(match, _base(match), "event")


def _base(match: Match) -> date:
    """The day named just before, else that of publication."""
    near = match.near and match.anchor and match.anchor.grain == "day"
    return match.anchor.first if near and match.anchor else match.frame.published


def _from_now(match: Match) -> Answer:
    day = shift(match.frame.published, match.words, 1)
    return Answer("point", Days(day, day, "day"), length=length_in_days(match.words))


def _morrow(match: Match) -> Answer:
    """On the day after the attack: the attack is dated."""
    day = _base(match) - timedelta(1)
    return Answer("event", Days(day, day, "day"))


def _after(match: Match) -> Answer:
    if not match.frame.future:
        return _from_event(match)
    day = shift(match.frame.published, match.words, 1)
    return Answer("point", Days(day, day, "day"), length=length_in_days(match.words))


def _nth_day(match: Match) -> Answer:
    """On its nth day: from its first day to publication."""
    which = next(int(word.value) for word in match.words if word.kind in (*NUMBERS, "ordinal-number"))
    published = match.frame.published
    if not match.says("for", "running", "article") or not 1 < which <= 20000:
        return Answer("point", None, "the nth day of something whose first day is not said")
    return Answer("since", Days(published - timedelta(which - 1), published, "range"), length=which)


def _last_length(match: Match) -> Answer:
    published, length = match.frame.published, length_in_days(match.words)
    relation = next((word.value for word in match.words if word.kind in RELATIONS), -1)
    unit = grain(match.words)
    if relation == 0:
        return Answer("duration", None, "a length without a beginning", length)
    if relation > 0:
        first = published + timedelta(1) if unit not in ("hour", "minute") else published
        last = published + timedelta(ceil(length)) if unit in ("hour", "minute") else shift(published, match.words, 1)
        return Answer("duration", Days(first, last, "range"), length=length)
    if unit in ("hour", "minute"):
        return Answer("duration", Days(published - timedelta(ceil(length)), published, "range"), length=length)
    last = published - timedelta(1) if unit == "day" else published
    return Answer("duration", Days(shift(published, match.words, -1), last, "range"), length=length)


def _during_length(match: Match) -> Answer:
    """Up to publication, or from it on where the clause speaks of the future."""
    published, length = match.frame.published, length_in_days(match.words)
    if match.frame.future:
        last = max(published, shift(published, match.words, 1) - timedelta(1))
        return Answer("duration", Days(published, last, "range"), length=length)
    last = published - timedelta(1) if grain(match.words) == "day" else published
    return Answer("duration", Days(shift(published, match.words, -1), last, "range"), length=length)


def _lasting(match: Match) -> Answer:
    if match.frame.future and match.says("lasting", "for"):
        return _during_length(match)
    return Answer("duration", None, "a length without a beginning", length_in_days(match.words))


def _whole(match: Match) -> Answer:
    return Answer("duration", None, "a length without a beginning", length_in_days(match.words[1:]))


def _vague_length(match: Match) -> Answer:
    return Answer("vague", None, "too vague to have days")


def _part_so_far(match: Match) -> Answer:
    """Earlier this month: from its first day to publication; later: from publication to its last."""
    days = resolve_point(match.point(), match.frame)
    published = match.frame.published
    if days is None or days.grain == "day" or not days.first <= published <= days.last:
        return Answer("point", days, None if days else "the calendar has no such day")
    earlier = match.says("earlier")
    return Answer("point", replace(days, last=published) if earlier else replace(days, first=published))


def _until(match: Match) -> Answer:
    days = resolve_point(match.point(), match.frame)
    if days is None:
        return Answer("until", None, "the calendar has no such day")
    if days.last < match.frame.published:
        ahead = resolve_point(match.point(), replace(match.frame, future=True)) if match.says("by") else None
        days = ahead if ahead and match.frame.future else days
    over = days.last < match.frame.published
    return Answer("until", days if over else Days(match.frame.published, days.last, "range"), inner=days)


def _same(match: Match) -> Answer:
    """The same day, month or year as the expression before it."""
    if match.anchor is None:
        return Answer("point", None, "it points back to a time that was not resolved")
    unit = next((word.value for word in match.words if word.value in UNIT_DAYS), "day")
    first = match.anchor.first
    if unit == "day":
        return (
            Answer("point", match.anchor)
            if match.anchor.grain == "day"
            else Answer("point", None, "no day was named before it")
        )
    spans = {"week": calendar.week_span(first), "month": calendar.month_span(first.year, first.month)}
    return Answer("point", Days(*spans.get(unit, calendar.year_span(first.year)), unit))


def _next_day(match: Match) -> Answer:
    if match.anchor is None or match.anchor.grain != "day":
        return Answer("point", None, "it points back to a time that was not resolved")
    day = match.anchor.last + timedelta(1)
    return Answer("point", Days(day, day, "day"))


def _last_night(match: Match) -> Answer:
    published = match.frame.published
    return Answer("point", Days(published - timedelta(1), published, "day"))


def _now(match: Match) -> Answer:
    return Answer("now", Days(match.frame.published, match.frame.published, "day"))


def _vague(match: Match) -> Answer:
    return Answer("vague", None, "too vague to have days")


RULES: dict[str, Callable[[Match], Answer | None]] = {
    "point": _point,
    "range": _range,
    "nights": _nights,
    "since_length": _since_length,
    "since": _since,
    "since_then": _since_then,
    "ago": _ago,
    "from_event": _from_event,
    "after": _after,
    "from_now": _from_now,
    "morrow": _morrow,
    "after_event": _after_event,
    "nth_day": _nth_day,
    "last_length": _last_length,
    "during_length": _during_length,
    "lasting": _lasting,
    "whole": _whole,
    "vague_length": _vague_length,
    "part_so_far": _part_so_far,
    "until": _until,
    "same": _same,
    "next_day": _next_day,
    "last_night": _last_night,
    "now": _now,
    "vague": _vague,
}
