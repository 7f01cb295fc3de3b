"""Vectors of Arabic token keys, from floret (subword n-grams hashed into a small table) trained on Arabic press.

Every key has a vector, also one that was never seen. ``training/train_vectors.py`` makes the table. Floret is described
in https://explosion.ai/blog/floret-vectors: the mean of the rows that the word and its n-grams are hashed to.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import mmh3
import numpy as np
import numpy.typing as npt

WEIGHTS = Path(__file__).parent / "weights" / "vectors.npz"
_KEPT = 60_000
Matrix = npt.NDArray[np.float32]


class Table:
    """The hashed table, and the vectors of words met before at hand: hashing n-grams is slow.

    ``ends`` are the signs put around a word before it is cut into n-grams of ``sizes`` letters.
    """

    def __init__(self, rows: Matrix, *, sizes: range, hashes: int, seed: int, ends: tuple[str, str]) -> None:
        self._rows = rows
        self._sizes, self._hashes, self._seed, self._ends = sizes, hashes, seed, ends
        self._kept = np.empty((_KEPT, rows.shape[1]), dtype=np.float32)
        self._places: dict[str, int] = {}

    def matrix(self, keys: Sequence[str]) -> Matrix:
        """One row per key, shape ``(len(keys), width)``."""
        places = self._places
        fresh = [key for key in dict.fromkeys(keys) if key not in places]
        if len(places) + len(fresh) > _KEPT:
            places.clear()
            fresh = list(dict.fromkeys(keys))
        if len(fresh) > _KEPT:
            half = len(keys) // 2
            return np.concatenate([self.matrix(keys[:half]), self.matrix(keys[half:])])
        if fresh:
            self._kept[len(places) : len(places) + len(fresh)] = self._means(fresh)
            places.update(zip(fresh, range(len(places), len(places) + len(fresh)), strict=True))
        return self._kept[[places[key] for key in keys]]

    def _means(self, keys: Sequence[str]) -> Matrix:
        hashed = [list(self._hashed(key)) for key in keys]
        counts = np.array([len(rows) for rows in hashed])
        sums = np.add.reduceat(self._rows[[row for rows in hashed for row in rows]], np.cumsum(counts) - counts)
        return np.asarray(sums / counts[:, None], dtype=np.float32)

    def _hashed(self, key: str) -> Iterator[int]:
        """The rows of a word: those of the whole, then of its n-grams, as many for each as there are hashes."""
        padded, size = key.join(self._ends), len(self._rows)
        parts = [padded[at : at + n] for n in self._sizes for at in range(len(padded) - n + 1)]
        for part in (padded, *parts):
            both = mmh3.hash64(part, self._seed, signed=False)
            quarters = both[0] & 0xFFFFFFFF, both[0] >> 32, both[1] & 0xFFFFFFFF, both[1] >> 32
            yield from (quarter % size for quarter in quarters[: self._hashes])


def vector(key: str) -> Matrix:
    """The vector of one key, shape ``(100,)``."""
    row: Matrix = matrix([key])[0]
    return row


def matrix(keys: Sequence[str]) -> Matrix:
    """One row per key, shape ``(len(keys), 100)``."""
    return table().matrix(keys)


@cache
def table() -> Table:
    """The shipped table."""
    with np.load(WEIGHTS) as stored:
        rows, (_, _, minn, maxn, hashes, seed, begin, end) = stored["table"], stored["header"].tolist()
    sizes = range(int(minn), int(maxn) + 1)
    return Table(rows.astype(np.float32), sizes=sizes, hashes=int(hashes), seed=int(seed), ends=(begin, end))
