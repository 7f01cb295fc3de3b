"""Vectors of Arabic token keys, from floret (subword n-grams hashed into a small table) trained on Arabic press.

Every key has a vector, also one that was never seen. ``training/train_vectors.py`` makes the table.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.strings import StringStore
from spacy.vectors import Vectors  # type: ignore[import-not-found]

WEIGHTS = Path(__file__).parent / "weights" / "vectors.npz"
_KEPT = 60_000
Matrix = npt.NDArray[np.float32]


class KeptVectors(Vectors):  # type: ignore[misc]
    """A floret table that keeps the vectors of words met before at hand: hashing n-grams is slow."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._kept: dict[str | int, Matrix] = {}

    def get_batch(self, keys: Iterable[str | int]) -> Matrix:
        """One row per key, a string or its hash in the string store."""
        wanted, kept = list(keys), self._kept
        fresh = [key for key in dict.fromkeys(wanted) if key not in kept]
        if len(kept) + len(fresh) > _KEPT:
            kept.clear()
            fresh = list(dict.fromkeys(wanted))
        if fresh:
            kept.update(zip(fresh, super().get_batch(fresh), strict=True))
        return np.array([kept[key] for key in wanted], dtype=np.float32).reshape(len(wanted), -1)


def vector(key: str) -> Matrix:
    """The vector of one key, shape ``(100,)``."""
    row: Matrix = matrix([key])[0]
    return row


def matrix(keys: Sequence[str]) -> Matrix:
    """One row per key, shape ``(len(keys), 100)``."""
    return table().get_batch(keys) if keys else np.empty((0, table().shape[1]), dtype=np.float32)


@cache
def table() -> KeptVectors:
    """The shipped table, in single precision, with floret's settings and a string store of its own."""
    return load(StringStore())


def load(strings: StringStore) -> KeptVectors:
    """The shipped table for a vocabulary with these strings."""
    with np.load(WEIGHTS) as stored:
        rows, (_, _, minn, maxn, hashes, seed, bow, eow) = stored["table"], stored["header"].tolist()
    return KeptVectors(
        strings=strings,
        data=rows.astype(np.float32),
        mode="floret",
        minn=int(minn),
        maxn=int(maxn),
        hash_count=int(hashes),
        hash_seed=int(seed),
        bow=bow,
        eow=eow,
    )
