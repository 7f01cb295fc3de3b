"""An event out of the accounts that belong together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from isnad.model import Count, Event
from isnad.model.ids import digest
from isnad.weighing.accounts import NEVER, Account, Spot

_SHOWN = 6


def event(accounts: Sequence[Account]) -> Event:
    """What the accounts say together; of what they don't agree on the most frequent, then the finest.

    The id is that of the first claim by day of publication, document and place in the text.
    """
    ordered = sorted(accounts, key=lambda one: (one.published or date.max.toordinal(), one.document, one.id))
    head = ordered[0]
    told = [one for account in ordered for one in account.told]
    first, last = _days(ordered)
    place = _place([one.place for one in told if one.place])
    return Event(
        digest("event", head.id),
        head.type,
        tuple(one.claim for one in told),
        tuple(dict.fromkeys(account.document for account in ordered)),
        tuple(dict.fromkeys(account.outlet for account in ordered if account.outlet)),
        head.expected,
        _date(first),
        _date(last),
        _frequent(name for one in told for name in one.names[0]),
        _frequent(name for one in told for name in one.names[1]),
        place.name if place else None,
        place.lat if place else None,
        place.lon if place else None,
        _counts(ordered),
    )


def _days(accounts: Sequence[Account]) -> tuple[int, int]:
    given = Counter((one.first, one.last) for one in accounts if one.first)
    if given:
        return min(given, key=lambda days: (-given[days], days[1] - days[0], days))
    published = min((one.published for one in accounts if one.published), default=NEVER)
    return (NEVER, NEVER) if accounts[0].expected else (published, published)


def _place(spots: Sequence[Spot]) -> Spot | None:
    named = Counter(spot.name for spot in spots)
    return min(spots, key=lambda spot: (spot.radius or 0.0, -named[spot.name], spot.name), default=None)


def _counts(accounts: Iterable[Account]) -> Mapping[Count, tuple[int, int]]:
    made: dict[Count, tuple[int, int]] = {}
    for account in accounts:
        for name, (low, high) in account.counts.items():
            known = made.get(name, (low, high))
            made[name] = min(known[0], low), max(known[1], high)
    return made


def _frequent(names: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(names)
    return tuple(sorted(counted, key=lambda name: (-counted[name], name))[:_SHOWN])


def _date(day: int) -> date | None:
    return date.fromordinal(day) if day else None
