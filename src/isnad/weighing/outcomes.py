"""What became of what was planned, foretold, threatened or demanded."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from isnad.knowledge.known import Actors
from isnad.model import Outcome, Reason, Status
from isnad.weighing.accounts import Account
from isnad.weighing.expectations import Saying, sayings
from isnad.weighing.settling import Candidate, Match, matches

_Verdict = tuple[Status, Reason, tuple[str, ...]]


def outcome(
    expectation: Sequence[Account],
    candidates: Iterable[Candidate],
    *,
    event: str,
    today: date,
    actors: Actors,
    threats: Collection[str] = (),
) -> tuple[Outcome, ...]:
    """What became of an expected event by ``today``, for each kind and voice that said it before it was done.

    ``candidates`` are events that somebody says happened, or did not, with their ids. ``threats`` are the claims that
    `expectations.threats` finds. A promise that something will not be is broken by the deed; where its time has gone
    by without it, it is lapsed with the reason `unbroken-until`, for that nothing is reported fulfils nothing. A plan
    for days long gone has no outcome. Statuses are those of ``today``: later news may change them.
    """
    found = matches(expectation, candidates)
    said = sayings(expectation, actors=actors, threats=threats)
    off = [one for one in said if _is_calling_off(one, said)]
    ahead = [one for one in said if one not in off and not one.gone and not _done_before(one, found)]
    return tuple(_outcome(one, event, _verdict(one, event, found, off, today.toordinal())) for one in ahead)


def _outcome(saying: Saying, event: str, verdict: _Verdict) -> Outcome:
    status, reason, by = verdict
    due = date.fromordinal(saying.last) if saying.last else None
    return Outcome(event, saying.kind, saying.claims, status, saying.voice, due, by, reason)


def _verdict(saying: Saying, event: str, found: Sequence[Match], off: Sequence[Saying], today: int) -> _Verdict:
    """The deed outweighs its denial: that the two stand against each other is the conflict of the deed's event."""
    deeds = [one for one in found if _fulfils(one, saying)]
    denials = [one for one in found if _settles(one, saying)]
    if saying.polarity == "-":
        return _of_promise(saying, deeds, denials, today)
    if deeds:
        return _done(saying, deeds[0])
    if denials:
        return "broken", *_settled("broken-by", saying, denials[0])
    later = [one for one in off if one.published > saying.published]
    if later:
        return "broken", Reason("broken-by", (event, "called-off")), later[0].claims
    return _waiting(saying, today)


def _of_promise(saying: Saying, deeds: Sequence[Match], denials: Sequence[Match], today: int) -> _Verdict:
    """Of what was said not to come."""
    if deeds:
        return "broken", *_settled("broken-by", saying, deeds[0])
    kept = [one for one in denials if not one.refused]
    if kept:
        return "fulfilled", *_settled("fulfilled-by", saying, kept[0])
    status, reason, by = _waiting(saying, today)
    return (status, Reason("unbroken-until", reason.values), by) if status == "lapsed" else (status, reason, by)


def _done(saying: Saying, deed: Match) -> _Verdict:
    """A deed that gives no day was done on the day before it was told, at the latest."""
    days = (deed.first if deed.dated else deed.told - 1) - saying.last
    if saying.last and days > 0:
        return "late", *_settled("late-by", saying, deed, str(days))
    return "fulfilled", *_settled("fulfilled-by", saying, deed)


def _settled(code: str, saying: Saying, match: Match, *values: str) -> tuple[Reason, tuple[str, ...]]:
    by = tuple(claim for published, claim in match.by if published >= saying.begins)
    return Reason(code, (*values, match.event, match.features)), by


def _waiting(saying: Saying, today: int) -> _Verdict:
    """Open for good where neither a day nor a publication is known."""
    last, grace = saying.ends
    if not saying.begins:
        return "open", Reason("still-open"), ()
    values = (date.fromordinal(last).isoformat(), str(grace))
    lapsed = today > last + grace
    return ("lapsed", Reason("lapsed-after", values), ()) if lapsed else ("open", Reason("still-open", values), ())


def _fulfils(match: Match, saying: Saying) -> bool:
    """A deed that gives no day is told after the expectation was; else it was known when that was said."""
    if match.polarity == "-" or match.refused:
        return False
    return match.last >= saying.begins if match.dated else match.told > saying.begins


def _settles(match: Match, saying: Saying) -> bool:
    """That it has not happened says nothing while there is time left; to refuse a demand settles it at once."""
    if match.refused:
        return saying.kind == "demand" and match.told_last >= saying.begins
    return match.polarity == "-" and match.told_last > (saying.last or saying.published)


def _is_calling_off(saying: Saying, said: Iterable[Saying]) -> bool:
    """Whether it says that what was held out before is no longer planned; alone, it is a promise of its own."""
    off = saying.polarity == "-" and saying.kind in ("plan", "threat")
    return off and any(one.polarity == "+" and one.published < saying.published for one in said)


def _done_before(saying: Saying, found: Iterable[Match]) -> bool:
    """Whether the deed was told before this was said, so that it foretells nothing."""
    deeds = [one for one in found if one.polarity == "+" and not one.refused]
    return bool(deeds) and not any(_fulfils(one, saying) for one in deeds)
