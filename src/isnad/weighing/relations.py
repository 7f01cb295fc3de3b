"""How each two actors stand to each other over time, and when that turned."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby, pairwise, product
from math import tanh

from isnad.knowledge.known import Actors
from isnad.model import Relation, TurningPoint
from isnad.ontology.ontology import load_ontology
from isnad.weighing.deeds import STANCE, Deed
from isnad.weighing.party_names import PartyNames
from isnad.weighing.turning import Level, levels

HALF_LIFE = 30
"""Days after which a day's reports weigh half."""
SCALE = 10.0
_SHOWN = 3

Points = Sequence[tuple[date, float]]


@dataclass(frozen=True, slots=True, order=True)
class _Step:
    """What one event adds between two actors."""

    day: date
    event: str
    value: float
    claims: tuple[str, ...]


def relations(deeds: Iterable[Deed], *, actors: Actors) -> list[Relation]:
    """A relation for each two actors that something was reported between, by name.

    An actor of the knowledge base goes by its name there; another counts if its name stands in quotation marks
    somewhere among the parties (`PartyNames`). A deed is between actor and target, in symmetric types between any two
    who take part. An event counts once for a pair. It adds its type's weight, by stance (`STANCE`), times 1 - 2^-n for
    n independent origins. None is between a body and what it is part of.
    """
    told = sorted(
        (deed for deed in deeds if load_ontology()[deed.type].weight), key=lambda one: (one.event, one.claims)
    )
    names = PartyNames(told, actors=actors)
    rows = sorted((pair, step) for deed in told for pair, step in _steps(deed, names))
    pairs = groupby(rows, lambda row: row[0])
    return [_relation(pair, _once_an_event([step for _, step in some])) for pair, some in pairs]


def smoothed(points: Points) -> list[tuple[date, float]]:
    """The level after each day: the mean of the days so far, each weighing half as much every `HALF_LIFE` days.

    One further day of nothing is counted in, so that a single report does not make a relation.
    """
    made: list[tuple[date, float]] = []
    total = weight = 0.0
    before = points[0][0] if points else date.min
    for day, value in points:
        kept = 0.5 ** ((day - before).days / HALF_LIFE)
        total, weight, before = total * kept + value, weight * kept + 1.0, day
        made.append((day, total / (weight + 1.0)))
    return made


def _steps(deed: Deed, names: PartyNames) -> Iterator[tuple[tuple[str, str], _Step]]:
    kind = load_ontology()[deed.type]
    acting, others = names.of(deed.actors), names.of(deed.targets)
    found = combinations(sorted(acting | others), 2) if kind.symmetric else product(acting, others)
    value = kind.weight * STANCE[deed.modality] * (1.0 - 0.5 ** max(1, deed.origins))
    for one, other in {(min(pair), max(pair)) for pair in found}:
        if one != other and not names.kin(one, other):
            yield (one, other), _Step(deed.day, deed.event, value, deed.claims)


def _once_an_event(steps: Iterable[_Step]) -> list[_Step]:
    """The step of each event that stands most, with the claims of all."""
    by_event = groupby(sorted(steps, key=lambda one: (one.event, -abs(one.value), one)), lambda one: one.event)
    made = (list(some) for _, some in by_event)
    return sorted(_Step(some[0].day, some[0].event, some[0].value, _claims(some)) for some in made)


def _relation(pair: tuple[str, str], steps: Sequence[_Step]) -> Relation:
    days = groupby(steps, lambda one: one.day)
    points = tuple((day, SCALE * tanh(sum(one.value for one in some) / SCALE)) for day, some in days)
    stretches = levels([one.day.toordinal() for one in steps], [one.value for one in steps])
    turns = tuple(_turn(steps, *two) for two in pairwise(stretches))
    return Relation(pair, smoothed(points)[-1][1], len(_claims(steps)), points, turns)


def _turn(steps: Sequence[_Step], before: Level, after: Level) -> TurningPoint:
    """With the claims that differ most: some of before, then some of after."""
    sign = 1.0 if after.mean > before.mean else -1.0
    earlier = sorted(
        steps[before.start : before.end], key=lambda one: (sign * one.value, -one.day.toordinal(), one.event)
    )
    later = sorted(steps[after.start : after.end], key=lambda one: (-sign * one.value, one.day, one.event))
    shown = (*sorted(earlier[:_SHOWN]), *sorted(later[:_SHOWN]))
    return TurningPoint(steps[after.start].day, before.mean, after.mean, tuple(one.claims[0] for one in shown))


def _claims(steps: Iterable[_Step]) -> tuple[str, ...]:
    return tuple(sorted({claim for step in steps for claim in step.claims}))
