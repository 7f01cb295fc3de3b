"""Times: the days that an expression means for a claim of this stance."""

from dataclasses import replace
from datetime import date, timedelta

from isnad.languages.ar.times import TimeExpression, find_times, told_when
from isnad.model import Span, TimeReference
from isnad.reading.candidates import Expression
from isnad.reading.sight import Sight

_LONG, _NEAR = timedelta(days=240), timedelta(days=60)


def time_reference(sight: Sight, one: Expression, *, ahead: bool, trigger: int) -> TimeReference:
    """The days of an expression; with ``ahead`` a bare weekday or month is the next, not the last.

    A trigger (its first token) that began at the time since which something else has lasted gets the days of that time.
    """
    span = Span(*sight.page.span(one.first, one.last))
    found = one.value
    assert isinstance(found, TimeExpression)
    if sight.document.published is None:
        return TimeReference(span, None, None, found.grain, "the document has no date")
    if ahead or _long_ago(found, sight.document.published):
        later = _ahead(sight, found, sight.document.published)
        found = later if ahead or _soon(later, sight.document.published) else found
    if found.inner and _begins_it(sight, one, trigger):
        first, last = found.inner
        found = replace(found, first=first, last=last, grain="day" if first == last else "range")
    return TimeReference(span, found.first, found.last, found.grain, found.reason)


def _begins_it(sight: Sight, one: Expression, trigger: int) -> bool:
    """Whether a trigger is what happened at the beginning: منذ أن *هاجم* القرية في مايو, منذ 2015 عندما *هاجمها*."""
    end = sight.page.tokens.ends[one.last - 1]
    return one.first <= trigger < one.last or (one.last <= trigger and told_when(sight.page.normal.text, end))


def _long_ago(found: TimeExpression, published: date) -> bool:
    return found.grain == "day" and found.first is not None and published - found.first > _LONG


def _soon(found: TimeExpression, published: date) -> bool:
    """A day and month without a year that would be most of a year ago, and is near ahead, is the one ahead."""
    return found.first is not None and found.first - published < _NEAR


def _ahead(sight: Sight, found: TimeExpression, day: date) -> TimeExpression:
    text = sight.page.normal.text[found.start : found.end]
    return next((one for one in find_times(text, day, True) if one.first), found)
