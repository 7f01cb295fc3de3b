"""Vectors of Arabic token keys, from floret (subword n-grams hashed into a small table) trained on Arabic press.

Every key has a vector, also one that was never seen. ``training/train_vectors.py`` makes the table.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.strings import StringStore
from spacy.vectors import Vectors  # type: ignore[import-not-found]

WEIGHTS = Path(__file__).parent / "weights" / "vectors.npz"
_KEPT = 60_000
Matrix = npt.NDArray[np.float32]

_seen: dict[str, Matrix] = {}


def vector(key: str) -> Matrix:
    """The vector of one key, shape ``(100,)``."""
    row: Matrix = matrix([key])[0]
    return row


def matrix(keys: Sequence[str]) -> Matrix:
    """One row per key, shape ``(len(keys), 100)``; vectors of keys met before are kept at hand."""
    fresh = [key for key in dict.fromkeys(keys) if key not in _seen]
    if fresh:
        if len(_seen) + len(fresh) > _KEPT:
            _seen.clear()
            fresh = list(dict.fromkeys(keys))
        _seen.update(zip(fresh, table().get_batch(fresh), strict=True))
    return np.array([_seen[key] for key in keys], dtype=np.float32).reshape(len(keys), -1)


@cache
def table() -> Vectors:
    """The shipped table, in single precision, with floret's settings; fit for a spaCy vocabulary too."""
    with np.load(WEIGHTS) as stored:
        rows, (_, _, minn, maxn, hashes, seed, bow, eow) = stored["table"], stored["header"].tolist()
    return Vectors(
        strings=StringStore(),
        data=rows.astype(np.float32),
        mode="floret",
        minn=int(minn),
        maxn=int(maxn),
        hash_count=int(hashes),
        hash_seed=int(seed),
        bow=bow,
        eow=eow,
    )
