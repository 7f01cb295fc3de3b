"""Copies found among the texts of a store; only what is new is compared, and the result is as if all were."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from isnad.model import Copy
from isnad.weighing.copies import CROWD, compare
from isnad.weighing.sketch import Sketch, keys, unpacked
from isnad.weighing.store import Store

Outlets = Mapping[int, str | None]


def match(store: Store) -> int:
    """Look for the copies of every text that has not been looked at; how many there are.

    A line that an outlet has come to print under everything counts no more: what met by it alone is looked at again.
    """
    new = set(store.unmatched())
    if not new:
        return 0
    outlets = store.outlets()
    drawn = {number: unpacked(body) for number, body in store.sketches(sorted(new)).items()}
    having = _having(store, None if len(new) == len(outlets) else drawn)
    again = _newly_crowded(having, new, outlets)
    if again:
        drawn.update((number, unpacked(body)) for number, body in store.sketches(sorted(again)).items())
        having = _having(store, drawn)
    found = list(_copies(store, drawn, _meetings(having, set(drawn), outlets)))
    with store.transaction():
        store.rematch(sorted(again))
        store.put_copies(found)
        store.matched()
    return len(found)


def _having(store: Store, drawn: Mapping[int, Sketch] | None) -> Mapping[int, list[int]]:
    """The texts under each key that more than one has."""
    wanted = None if drawn is None else {key for one in drawn.values() for key in keys(one)}
    made: defaultdict[int, list[int]] = defaultdict(list)
    for key, number in store.sketch_rows(wanted).tolist():
        made[key].append(number)
    return {key: numbers for key, numbers in made.items() if len(numbers) > 1}


def _newly_crowded(having: Mapping[int, list[int]], new: set[int], outlets: Outlets) -> set[int]:
    again: set[int] = set()
    for numbers in having.values():
        if len(numbers) > CROWD:
            sizes = Counter(outlets[number] for number in numbers)
            before = Counter(outlets[number] for number in numbers if number not in new)
            crossed = {outlet for outlet, size in sizes.items() if before[outlet] <= CROWD < size}
            again.update(number for number in numbers if outlets[number] in crossed)
    return again - new


def _meetings(having: Mapping[int, list[int]], wanted: set[int], outlets: Outlets) -> set[tuple[int, int]]:
    made: set[tuple[int, int]] = set()
    for numbers in having.values():
        sizes = Counter(outlets[number] for number in numbers) if len(numbers) > CROWD else None
        kept = [number for number in numbers if not sizes or sizes[outlets[number]] <= CROWD]
        made.update(pair for pair in combinations(sorted(kept), 2) if not wanted.isdisjoint(pair))
    return made


def _copies(store: Store, drawn: dict[int, Sketch], pairs: set[tuple[int, int]]) -> Iterator[Copy]:
    others = sorted({number for pair in pairs for number in pair} - drawn.keys())
    drawn.update((number, unpacked(body)) for number, body in store.sketches(others).items())
    for one, other in sorted(pairs):
        if copy := compare(drawn[one], drawn[other]):
            yield copy
