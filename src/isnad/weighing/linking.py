"""Loose accounts of a store gathered into events. Only what hangs together with something new is gathered again.

Two accounts hang together if they are alike, or through others that are: such a part of the store has no likeness to
the rest, so that gathering it alone gives what gathering everything would.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from isnad.weighing.accounts import Account
from isnad.weighing.candidates import Rows, candidates
from isnad.weighing.grouping import Edge, groups, ordered
from isnad.weighing.intake import hashes, load
from isnad.weighing.rulings import Rulings
from isnad.weighing.store import Store

_HELD = 80_000
"""Accounts held in memory at once."""
_COMPARED = 20_000
"""Pairs compared at once."""

Part = tuple[list[int], list[Edge]]
"""Numbers of accounts, and the edges between their places in that list."""


class Linker:
    """Finds what hangs together, and gathers it."""

    def __init__(self, store: Store, rulings: Rulings) -> None:
        self._store = store
        self._rulings = rulings
        self._held: dict[int, Account] = {}

    def parts(self) -> list[Part]:
        """The loose accounts and all that hangs together with them, which is loose then too."""
        loose = self._store.loose()
        edges = self._edges(loose)
        touched = self._store.parts(sorted({number for a, b, _ in edges for number in (a, b)} - set(loose)))
        if touched:
            with self._store.transaction():
                self._store.unlink(sorted(touched))
            loose = self._store.loose()
            edges = self._edges(loose)
        return _parts(loose, edges)

    def gathered(self, part: Part) -> Iterator[tuple[list[int], list[Account]]]:
        """The happenings of a part: the numbers of their accounts, and these."""
        numbers, edges = part
        accounts = self._accounts(numbers)
        for group in groups(accounts, edges, compare=self._rulings.compare, decided=self._rulings.judged):
            yield [numbers[place] for place in group], [accounts[place] for place in group]

    def _edges(self, loose: Sequence[int]) -> list[Edge]:
        """The numbers of all accounts that are alike, one of each pair at least being loose."""
        pairs = candidates(self._store.key_rows(self._keys(loose)))
        new = np.isin(pairs, np.array(loose, dtype=np.int64)).any(axis=1)
        return [edge for some in _split(pairs[new]) for edge in self._alike(some)]

    def _keys(self, loose: Sequence[int]) -> Iterable[int] | None:
        if len(loose) > _HELD:
            return None
        return {key for one in self._accounts(loose) for key in hashes(one, self._rulings)}

    def _alike(self, pairs: Rows) -> Iterator[Edge]:
        self._accounts(np.unique(pairs).tolist())
        held, compare = self._held, self._rulings.compare
        for a, b in pairs.tolist():
            # A key may outlive its account.
            one, other = held.get(a), held.get(b)
            if one and other and one.reading != other.reading:
                found = compare(*ordered(one, other))
                if found.alike:
                    yield a, b, found.score

    def _accounts(self, numbers: Sequence[int]) -> list[Account]:
        missing = [number for number in numbers if number not in self._held]
        if len(self._held) + len(missing) > _HELD:
            self._held = {number: self._held[number] for number in numbers if number in self._held}
        self._held.update((number, load(body)) for number, body in self._store.bodies(missing).items())
        return [self._held[number] for number in numbers if number in self._held]


def _split(pairs: Rows) -> Iterator[Rows]:
    for start in range(0, len(pairs), _COMPARED):
        yield pairs[start : start + _COMPARED]


def _parts(loose: Sequence[int], edges: Sequence[Edge]) -> list[Part]:
    place = {number: place for place, number in enumerate(loose)}
    root = np.arange(len(loose))
    for a, b, _ in edges:
        one, other = _root(root, place[a]), _root(root, place[b])
        root[max(one, other)] = min(one, other)
    made: dict[int, Part] = {}
    local: list[int] = []
    for at, number in enumerate(loose):
        numbers, _ = made.setdefault(_root(root, at), ([], []))
        local.append(len(numbers))
        numbers.append(number)
    for a, b, score in edges:
        made[_root(root, place[a])][1].append((local[place[a]], local[place[b]], score))
    return list(made.values())


def _root(root: npt.NDArray[np.int64], place: int) -> int:
    while root[place] != place:
        root[place] = root[root[place]]
        place = root[place]
    return int(place)
