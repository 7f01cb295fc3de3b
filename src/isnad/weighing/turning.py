"""When a series changed its level for good: cumulated sums, split again on each side as long as a change stands out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import sqrt

LEAST = 5
"""So many values must lie on each side of a change."""
STEP = 2.0
"""The least change of the mean, on the scale of the values."""
CLEAR = 4.0
"""How many times its own error the change must be.

The greatest of all splits of a series without change exceeds it in under 1 of 100 series of 20 to 1000 independent
values, normal or drawn from the weights of the ontology (2000 series of each length).
"""
_LEAST_SPREAD = 1.0


@dataclass(frozen=True, slots=True)
class Level:
    """Values from ``start`` up to ``end`` of the series, and their mean."""

    start: int
    end: int
    mean: float


def levels(days: Sequence[int], values: Sequence[float]) -> list[Level]:
    """The stretches of a series, in order of days, that keep one level; one stretch where nothing changed for good.

    A level begins with a new day and has at least `LEAST` values on more than one day: a single bad day is no change.
    Binary segmentation (Scott and Knott 1974) over cumulated sums (Page 1954).
    """
    sums = (list(accumulate(values, initial=0.0)), list(accumulate((one * one for one in values), initial=0.0)))
    cuts = [0, *_cuts(days, sums, 0, len(values)), len(values)]
    made = ((start, end) for start, end in pairwise(cuts) if end > start)
    return [Level(start, end, (sums[0][end] - sums[0][start]) / (end - start)) for start, end in made]


_Sums = tuple[list[float], list[float]]


def _cuts(days: Sequence[int], sums: _Sums, start: int, end: int) -> Iterator[int]:
    places = [place for place in range(start + LEAST, end - LEAST + 1) if _parts(days, start, place, end)]
    found = max(((_clearness(sums, start, place, end), -place) for place in places), default=(0.0, 0))
    if found[0] >= CLEAR:
        cut = -found[1]
        yield from _cuts(days, sums, start, cut)
        yield cut
        yield from _cuts(days, sums, cut, end)


def _parts(days: Sequence[int], start: int, place: int, end: int) -> bool:
    return days[start] < days[place - 1] < days[place] < days[end - 1]


def _clearness(sums: _Sums, start: int, place: int, end: int) -> float:
    """The change of the mean over its error; 0 where the change is small."""
    before, after, whole = place - start, end - place, end - start
    first = (sums[0][place] - sums[0][start]) / before
    second = (sums[0][end] - sums[0][place]) / after
    if abs(second - first) < STEP:
        return 0.0
    left = sums[1][end] - sums[1][start] - before * first * first - after * second * second
    spread = max(_LEAST_SPREAD, sqrt(max(0.0, left) / (whole - 2)))
    return abs(second - first) * sqrt(before * after / whole) / spread
