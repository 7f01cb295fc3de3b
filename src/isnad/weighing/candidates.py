"""Pairs of accounts that share a key and may lie on the same days."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.int64]
"""(rows, 4): a key, an account, and the days between which it may meet another."""

_AT_ONCE = 2_000_000


def candidates(rows: Rows) -> Rows:
    """(pairs, 2): each pair of accounts once, the lesser number first, in order."""
    ordered = rows[np.lexsort((rows[:, 1], rows[:, 2], rows[:, 0]))]
    found = [np.unique(pairs, axis=0) for pairs in _batches(ordered)]
    return np.unique(np.concatenate(found), axis=0) if found else np.zeros((0, 2), dtype=np.int64)


def _batches(ordered: Rows) -> Iterator[Rows]:
    """Each row with those after it, one step further each time, as long as key and days allow."""
    alive = np.arange(len(ordered))
    step, gathered, size = 1, [], 0
    while len(alive := alive[alive + step < len(ordered)]):
        one, other = ordered[alive], ordered[alive + step]
        meet = (one[:, 0] == other[:, 0]) & (other[:, 2] <= one[:, 3])
        alive, step = alive[meet], step + 1
        pairs = np.sort(np.stack([one[meet, 1], other[meet, 1]], axis=1), axis=1)
        gathered.append(pairs)
        size += len(pairs)
        if size > _AT_ONCE:
            yield np.concatenate(gathered)
            gathered, size = [], 0
    if gathered:
        yield np.concatenate(gathered)
