"""Word trigrams of sentences as numbers, and the keys under which sentences with many trigrams in common meet.

A trigram's number depends on its three folded words alone, so numbers made at different times or in different
ledgers agree. The keys are bands of a MinHash signature (Broder 1997; bands as in Leskovec, Rajaraman and Ullman,
Mining of Massive Datasets, 3.4): two sentences that share the part s of their trigrams have at least one of the
``BANDS`` keys in common with probability 1 - (1 - s^ROWS)^BANDS: 0.99 for s = 0.8, 0.83 for 0.6, 0.5 for 0.4.
"""

import re
from collections.abc import Sequence

import numpy as np
from mmh3 import hash64
from numpy.typing import NDArray
from rensa import RMinHash

BANDS = 4
ROWS = 2
SIZE = 3
ALGORITHM = f"{SIZE}.{BANDS}.{ROWS}.{RMinHash.ALGORITHM_VERSION}"
"""What numbers and keys depend on; those of another algorithm do not compare."""

_WORD = re.compile(r"\w+")
_SEED = 1436
_CACHE_LIMIT = 400_000
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_HALF = np.uint64(32)
_KEY_BITS = np.uint64(1)

Numbers = NDArray[np.uint64]


class _Hashes(dict[str, int]):
    """The number of each word; those met before are kept at hand."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        self[word] = made = hash64(word, signed=False)[0]
        return made


_hashes = _Hashes()


def words(folded: str) -> list[str]:
    """The words and numbers of a folded text; signs are left out."""
    return _WORD.findall(folded)


def trigrams(sentences: Sequence[Sequence[str]]) -> tuple[Numbers, list[int]]:
    """The trigrams of the sentences one after another, 32 bits each, and how many each sentence has.

    None reaches from one sentence into the next; a sentence of fewer than three words has none.
    """
    sizes = [max(0, len(sentence) - SIZE + 1) for sentence in sentences]
    hashes = np.array([_hashes[word] for sentence in sentences for word in sentence], dtype=np.uint64)
    if not any(sizes):
        return np.zeros(0, dtype=np.uint64), sizes
    mixed = hashes[:-2] * _FACTORS[0] + hashes[1:-1] * _FACTORS[1] + hashes[2:] * _FACTORS[2]
    mixed = (mixed ^ (mixed >> _HALF)) * _MIX >> _HALF
    inside = np.ones(len(mixed), dtype=bool)
    end = 0
    for sentence in sentences[:-1]:
        end += len(sentence)
        inside[max(0, end - SIZE + 1) : end] = False
    return mixed[inside], sizes


def band_keys(numbers: Numbers, sizes: Sequence[int]) -> list[list[int]]:
    """For each sentence its ``BANDS`` keys, none where it has no trigrams; from 0 to 2**63 - 1, which SQLite holds."""
    filled = [size for size in sizes if size]
    if not filled:
        return [[] for _ in sizes]
    offsets = np.concatenate(([0], np.cumsum(filled))).astype(np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(numbers, offsets, BANDS * ROWS, _SEED)
    digests = np.array(matrix.to_rows(), dtype=np.uint64).reshape(-1, BANDS, ROWS)
    bands = np.arange(1, BANDS + 1, dtype=np.uint64)
    mixed = digests[:, :, 0] * _FACTORS[0] + digests[:, :, 1] * _FACTORS[1] + bands * _FACTORS[2]
    rows = iter((((mixed ^ (mixed >> _HALF)) * _MIX) >> _KEY_BITS).tolist())
    return [next(rows) if size else [] for size in sizes]
