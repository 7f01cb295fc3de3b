"""Times: the days that an expression means for a claim of this stance."""

from datetime import date

from isnad.languages.ar.times import TimeExpression, find_times
from isnad.model import Span, TimeReference
from isnad.reading.candidates import Expression
from isnad.reading.sight import Sight


def time_reference(sight: Sight, one: Expression, *, ahead: bool) -> TimeReference:
    """The days of an expression; with ``ahead`` a bare weekday or month is the next, not the last."""
    span = Span(*sight.page.span(one.first, one.last))
    found = one.value
    assert isinstance(found, TimeExpression)
    if sight.document.published is None:
        return TimeReference(span, None, None, found.grain, "the document has no date")
    if ahead:
        found = _ahead(sight, found, sight.document.published)
    return TimeReference(span, found.first, found.last, found.grain, found.reason)


def _ahead(sight: Sight, found: TimeExpression, day: date) -> TimeExpression:
    text = sight.page.normal.text[found.start : found.end]
    return next((one for one in find_times(text, day, True) if one.first), found)
