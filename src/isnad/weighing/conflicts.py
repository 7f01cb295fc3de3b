"""What claims of one event can't all be so: denial, figures, days, places, who did it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import combinations

from isnad.knowledge.known import Actors
from isnad.model import COUNTS, Conflict, Count, Over, Side
from isnad.ontology.ontology import load_ontology
from isnad.weighing.accounts import Account, Spot, Told
from isnad.weighing.blame import Blame
from isnad.weighing.likeness import WIDE_KM, kilometres
from isnad.weighing.tellers import Tellers

_NEAR_KM = 15.0
_ROUNDED = 0.1
_NESTED = 3
"""Two names of places in one country of which one is wide exclude each other beyond so many of its radii."""
_STATES = frozenset(name for name, type in load_ontology().types.items() if type.kind == "state")
_MUTUAL = frozenset(name for name, type in load_ontology().types.items() if type.symmetric)


@dataclass(frozen=True, slots=True)
class Line:
    """One claim as it may contradict another. ``published`` and ``stated`` are ordinals, 0 where unknown.

    ``stated`` is the day as of which it says what it says.
    """

    told: Told
    published: int
    stated: int
    teller: object


Excludes = Callable[[Line, Line], bool]


def conflicts(accounts: Sequence[Account], *, actors: Actors) -> tuple[Conflict, ...]:
    """The conflicts among the claims that say it is so, and with those that say it is not.

    In the order denial, counts, days, places, actors; sides by their first day of publication. Order changes nothing.
    """
    if sum(len(account.told) for account in accounts) < 2:
        return ()
    expected = all(account.expected for account in accounts)
    stands = [
        (account, told)
        for account in accounts
        for told in account.told
        if (told.modality != "possible" if expected else told.modality == "actual")
    ]
    tellers = Tellers(accounts, actors)
    said = [Line(told, account.published, account.published, tellers.of(account, told)) for account, told in stands]
    held = [line for line in said if line.told.polarity == "+"]
    return (*_denied(said, held), *_counts(held), *_places_and_days(held, accounts), *_blamed(held, accounts, actors))


def _denied(said: Sequence[Line], held: Sequence[Line]) -> Iterator[Conflict]:
    denying = [line for line in said if line.told.polarity == "-"]
    if held and denying:
        yield _conflict("polarity", {"+": held, "-": denying})


def _counts(held: Sequence[Line]) -> Iterator[Conflict]:
    for name in COUNTS:
        lines = [line for line in held if name in line.told.counts]
        figures = {value: _stated(some) for value, some in _by(lines, partial(_figure, name)).items()}
        if len(figures) > 1:
            yield from _excluding("count", figures, _figures_exclude(name), count=name)


def _figure(name: Count, line: Line) -> str:
    low, high = line.told.counts[name]
    return str(low) if low == high else f"{low}-{high}"


def _figures_exclude(name: Count) -> Excludes:
    """Whether two figures contradict each other: a later higher one is the news, and nobody contradicts himself."""

    def exclude(a: Line, b: Line) -> bool:
        one, other = a.told.counts[name], b.told.counts[name]
        if a.teller == b.teller or not _apart(one, other) or _round(one, other):
            return False
        if not a.stated or not b.stated or a.stated == b.stated:
            return True
        first, second = (one, other) if a.stated < b.stated else (other, one)
        return second[1] < first[0]

    return exclude


def _stated(lines: Sequence[Line]) -> list[Line]:
    """The lines of one figure, each as of the day that its teller first gave it; an outlet's own, as of the first."""
    days: dict[object, int] = {}
    for line in lines:
        if line.published:
            days[line.teller] = min(line.published, days.get(line.teller, line.published))
    first = min(days.values(), default=0)
    return [replace(line, stated=days.get(line.teller, 0) if line.told.voices else first) for line in lines]


def _apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _round(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether one is the other in a round number: 2,000 for 2,100."""
    low, high = sorted((one[1], other[1]))
    rounded = any(figure >= 20 and str(figure).rstrip("0") in "123456789" for figure in (low, high))
    return rounded and high - low <= _ROUNDED * high


def _places_and_days(held: Sequence[Line], accounts: Sequence[Account]) -> Iterator[Conflict]:
    dated = [line for line in held if line.told.first and accounts[0].type not in _STATES]
    days = _by(dated, lambda line: _shown_days(line.told))
    if len(days) > 1:
        yield from _excluding("time", days, _days_exclude)
    placed = [line for line in held if line.told.place and line.told.place.lat is not None]
    places = _by(placed, lambda line: line.told.place.name if line.told.place else "")
    if len(places) > 1:
        yield from _excluding("place", places, _places_exclude)


def _days_exclude(a: Line, b: Line) -> bool:
    return a.teller != b.teller and _apart((a.told.first, a.told.last), (b.told.first, b.told.last))


def _places_exclude(a: Line, b: Line) -> bool:
    return a.teller != b.teller and _far(a.told.place, b.told.place)


def _far(a: Spot | None, b: Spot | None) -> bool:
    """Whether two places can't be one: neither lies within what the other's name covers."""
    if a is None or b is None:
        return False
    reach = (a.radius or 0.0) + (b.radius or 0.0)
    if a.country == b.country and max(a.radius or 0.0, b.radius or 0.0) >= WIDE_KM:
        reach *= _NESTED
    return kilometres(a, b) > max(_NEAR_KM, reach)


def _blamed(held: Sequence[Line], accounts: Sequence[Account], actors: Actors) -> Iterator[Conflict]:
    if accounts[0].type in _MUTUAL or len({tuple(line.told.actors) for line in held}) < 2:
        return
    blame = Blame(accounts, actors)
    blaming = [line for line in held if blame.of(line.told)]
    parties = _by(blaming, lambda line: blame.of(line.told))
    if len(parties) > 1:
        yield from _excluding("actor", parties, lambda a, b: blame.exclude(a.told, b.told))


def _by(lines: Iterable[Line], value: Callable[[Line], str]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(value(line), []).append(line)
    return found


def _excluding(
    over: Over, values: Mapping[str, Sequence[Line]], exclude: Excludes, *, count: Count | None = None
) -> Iterator[Conflict]:
    """One conflict of all values that exclude another, where there are any."""
    against = {
        value
        for one, other in combinations(values, 2)
        if any(exclude(a, b) for a in values[one] for b in values[other])
        for value in (one, other)
    }
    if against:
        yield _conflict(over, {value: values[value] for value in against}, count=count)


def _conflict(over: Over, values: Mapping[str, Sequence[Line]], *, count: Count | None = None) -> Conflict:
    sides = [_side(value, lines) for value, lines in values.items()]
    return Conflict(over, tuple(sorted(sides, key=lambda one: (one.since or date.max, one.value))), count)


def _side(value: str, lines: Sequence[Line]) -> Side:
    ordered = sorted(lines, key=lambda line: (line.published or date.max.toordinal(), line.told.claim))
    since = ordered[0].published
    return Side(value, tuple(line.told.claim for line in ordered), date.fromordinal(since) if since else None)


def _shown_days(told: Told) -> str:
    first, last = date.fromordinal(told.first).isoformat(), date.fromordinal(told.last).isoformat()
    return first if first == last else f"{first}/{last}"
