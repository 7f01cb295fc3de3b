"""Whether two accounts speak of one happening: a table of named features whose sum decides, and why.

After the models of Fellegi and Sunter (1969): a feature that agrees adds the logarithm of how much likelier that is for
one happening than for two, one that differs takes away; the figures are ours. A refusal is final.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

from isnad.model import Count, Reason, great_circle_km
from isnad.ontology.ontology import load_ontology
from isnad.weighing.accounts import Account, Spot
from isnad.weighing.keys import SPAN
from isnad.weighing.parties import Parties, agreement, known

ENOUGH = 0.0
APART = -3.5
TOGETHER = -1.0
"""What two claims of one type start from, in two documents and in one."""
WIDE_KM = 55.0
_STATES = frozenset(name for name, type in load_ontology().types.items() if type.kind == "state")
_TITLE, _WORDS = 5.0, 6.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """The features of a pair with what each adds; ``refused``: they can't be one, whatever the sum."""

    features: Mapping[str, float]
    score: float
    refused: str | None = None
    decided: bool = False
    """By a person: nothing else weighs against it."""

    @property
    def alike(self) -> bool:
        """Whether the two are taken for one happening."""
        return self.refused is None and self.score >= ENOUGH

    def reason(self, *values: str) -> Reason:
        """The features in the order of their weight, as one reason."""
        if self.refused:
            return Reason("kept-apart", (self.refused, *values))
        told = sorted(self.features.items(), key=lambda item: (-abs(item[1]), item[0]))
        names = " ".join(f"{name}{value:+.1f}" for name, value in told if name != "start")
        return Reason("same-happening" if self.alike else "not-enough", (names, *values))


def likeness(a: Account, b: Account) -> Likeness:
    """How alike two accounts of one type and one standing (both expected, or neither) are. Symmetric."""
    one_document = a.reading == b.reading
    found = {"start": TOGETHER if one_document else APART}
    found["days"], apart = _days(a, b)
    if apart:
        return Likeness(found, -9.0, apart)
    found["place"], apart = _place(a.place, b.place)
    if apart:
        return Likeness(found, -9.0, apart)
    found["actors"] = _parties(a.actors, b.actors, differ=1.0)
    found["targets"] = _parties(a.targets, b.targets, differ=1.0)
    found["counts"] = _counts(a, b)
    found["mode"] = _mode(a, b)
    found["words"] = _WORDS * _shared(a.words, b.words) - (0.0 if one_document else 1.0)
    if not one_document:
        found["titles"] = _TITLE * _shared(a.title, b.title) - 0.5
    return Likeness(found, sum(found.values()))


def _days(a: Account, b: Account) -> tuple[float, str | None]:
    if a.type in _STATES:
        return 0.3, None
    if a.first and b.first:
        gap = max(a.first - b.last, b.first - a.last)
        if gap > 0:
            coarse = max(a.last - a.first, b.last - b.first) > 2
            return (-2.0 * gap, None) if coarse and gap <= 2 else (0.0, "days")
        return (1.8, None) if max(a.last - a.first, b.last - b.first) <= 2 else (0.4, None)
    if a.first or b.first:
        dated, other = (a, b) if a.first else (b, a)
        return _published_after(other.published - dated.last, other.published - dated.first, expected=a.expected)
    if a.reading == b.reading:
        return 0.5, None
    gap = abs(a.published - b.published)
    return (0.0, "days") if gap > SPAN else (max(-3.0, 0.9 - 0.45 * gap), None)


def _published_after(since_last: int, since_first: int, *, expected: bool) -> tuple[float, str | None]:
    """What the day of publication says of an account that gives no day, beside one that does."""
    if expected:
        return (0.3, None) if -SPAN <= since_first <= 3 else (0.0, "days")
    if since_first < 0:
        return (-1.0, None) if since_first >= -1 else (0.0, "days")
    return (0.0, "days") if since_last > SPAN else (max(-3.0, 0.8 - 0.4 * max(0, since_last - 1)), None)


def _place(a: Spot | None, b: Spot | None) -> tuple[float, str | None]:
    if a is None or b is None:
        return 0.0, None
    if a.name == b.name:
        return (0.6, None) if _wide(a) else (2.0, None)
    if a.lat is None or b.lat is None:
        return -0.5, None
    apart = kilometres(a, b)
    reach = max(a.radius or 0.0, b.radius or 0.0)
    if _wide(a) or _wide(b):
        near = apart <= 1.5 * reach and (a.country == b.country or a.country is None or b.country is None)
        return (0.3, None) if near else (-1.5, None if apart < 3 * reach else "place")
    if apart <= max(15.0, reach):
        return 1.2, None
    return (-1.5, None) if apart <= 60 else (0.0, "place")


def kilometres(a: Spot, b: Spot) -> float:
    """The distance of two points on the sphere; both must have one."""
    assert a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None
    return great_circle_km(a.lat, a.lon, b.lat, b.lon)


def _wide(spot: Spot) -> bool:
    return (spot.radius or 0.0) >= WIDE_KM


def _parties(a: Parties, b: Parties, *, differ: float) -> float:
    if not a or not b:
        return 0.0
    both = agreement(a, b)
    if both:
        return min(2.5, 0.6 * both)
    return -differ * (1.5 if known(a) and known(b) else 0.6)


def _counts(a: Account, b: Account) -> float:
    total = 0.0
    for name, one in a.counts.items():
        if name in b.counts:
            total += _count(name, one, b.counts[name])
    return max(-2.0, min(3.0, total))


def _count(name: Count, one: tuple[int, int], other: tuple[int, int]) -> float:
    if one == other:
        return min(2.2, 0.4 + 0.4 * log2(1 + one[0]))
    if one[0] <= other[1] and other[0] <= one[1]:
        return 0.5
    ratio = max(one[0], other[0], 1) / max(1, min(one[1], other[1]))
    return -0.2 if ratio <= 1.6 else -0.8 if ratio <= 4 else -1.6


def _mode(a: Account, b: Account) -> float:
    if not a.modes or not b.modes:
        return 0.0
    return 0.5 if a.modes & b.modes else -0.7


def _shared(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The share of the rarity of the poorer one's words that the other has too; 0 where either has hardly any."""
    if len(a) > len(b):
        a, b = b, a
    poorer = sum(a.values())
    both = sum(weight for word, weight in a.items() if word in b)
    return both / max(poorer, 8.0)
