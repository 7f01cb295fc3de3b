"""Who had a shared text from whom: what time and credits say of it, and no more."""

from dataclasses import dataclass

from isnad.model.weighed import Reason
from isnad.weighing.outlets import outlets
from isnad.weighing.sketch import Sketch


@dataclass(frozen=True, slots=True)
class Descent:
    """``source`` is the document that was copied from, None where nothing says which; ``agency``: both have an
    agency's text, ``wire`` says whose where it is known."""

    reason: Reason
    source: str | None = None
    agency: bool = False
    wire: str | None = None


def descent(one: Sketch, other: Sketch) -> Descent:
    """What is known of two documents that share a text; the same for the other order of the two.

    An agency's own text comes before all who credit it, an outlet's before who credits the outlet. Two documents
    that credit agencies have it from there, whichever came first. Only where no agency is credited does an earlier
    day say who had it from whom.
    """
    first, second = sorted((one, other), key=lambda each: each.document)
    return _within(first, second) or _credited(first, second) or _agency(first, second) or _by_day(first, second)


def _within(one: Sketch, other: Sketch) -> Descent | None:
    if one.outlet is None or one.outlet != other.outlet:
        return None
    both = _agencies(one) & _agencies(other)
    reason = Reason("own-update", (one.outlet,))
    return Descent(reason, _earlier(one, other), wire=both.pop() if len(both) == 1 else None)


def _credited(one: Sketch, other: Sketch) -> Descent | None:
    for source, taker in ((one, other), (other, one)):
        if source.outlet and source.outlet in (*taker.credits.wires, *taker.credits.outlets, *taker.credits.names):
            agency = source.outlet in taker.credits.wires
            reason = Reason("credited", (source.outlet,))
            return Descent(reason, source.document, agency, source.outlet if agency else None)
    return None


def _agency(one: Sketch, other: Sketch) -> Descent | None:
    """Where only one credits an agency, the text that both have is still the agency's."""
    mine, theirs = _agencies(one), _agencies(other)
    if mine and theirs and not mine & theirs:
        return Descent(Reason("two-wires", tuple(sorted(mine | theirs))))
    if named := sorted(mine & theirs or mine | theirs):
        reason = Reason("same-wire" if mine & theirs else "one-wire", tuple(named))
        return Descent(reason, agency=True, wire=named[0] if len(named) == 1 else None)
    return Descent(Reason("agencies"), agency=True) if one.credits.many or other.credits.many else None


def _by_day(one: Sketch, other: Sketch) -> Descent:
    if source := _earlier(one, other):
        days = sorted(str(each.published) for each in (one, other))
        return Descent(Reason("earlier", tuple(days)), source)
    return Descent(Reason("same-day" if one.published and other.published else "undated"))


def _earlier(one: Sketch, other: Sketch) -> str | None:
    if one.published is None or other.published is None or one.published == other.published:
        return None
    return one.document if one.published < other.published else other.document


def _agencies(one: Sketch) -> set[str]:
    """The agencies that a document credits or is of; what stands where an agency's name does is taken for one."""
    own = {one.outlet} & outlets().wires if one.outlet else set()
    return {*one.credits.wires, *one.credits.names, *own}
