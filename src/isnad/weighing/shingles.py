"""Word trigrams of sentences as numbers, and the few of them under which texts with a passage in common meet.

A trigram's number depends on its three folded words alone, so numbers made at different times or in different
ledgers agree. Keys are chosen by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): of every ``WINDOW`` runs of
``RUN`` words that follow each other, the one with the smallest hash. Two texts with ``RUN + WINDOW - 1`` words in
common have a key in common wherever their sentences begin and end; with a shorter passage they often have.

Measured: 34 keys a document find 99.0% of the copies among 493 articles that comparing all pairs finds, and 481 among
11,000 others; six bands of two MinHash values for each sentence, 46 keys, find 97.4% and 440.
"""

import re
from collections.abc import Sequence

import numpy as np
from mmh3 import hash64
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from isnad.text.normal import fold

SIZE = 3
RUN = 6
WINDOW = 10

_WORD = re.compile(r"\w+")
_CACHE_LIMIT = 400_000
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5], dtype=np.uint64)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_HALF = np.uint64(32)
_SIGN = np.uint64(1)
_NONE = np.uint64(2**63 - 1)

Numbers = NDArray[np.uint64]


class _Hashes(dict[str, int]):
    """The number of each word of a normal text, the same however it is spelt; those met before are kept at hand."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        self[word] = made = hash64(fold(word), signed=False)[0]
        return made


_hashes = _Hashes()


def words(text: str) -> list[str]:
    """The words and numbers of a normal text; signs are left out."""
    return _WORD.findall(text)


def trigrams(sentences: Sequence[Sequence[str]]) -> tuple[Numbers, list[int]]:
    """The trigrams of the sentences one after another, 32 bits each, and how many each sentence has.

    None reaches from one sentence into the next; a sentence of fewer than three words has none.
    """
    sizes = [max(0, len(sentence) - SIZE + 1) for sentence in sentences]
    if not any(sizes):
        return np.zeros(0, dtype=np.uint64), sizes
    hashes = np.array([_hashes[word] for sentence in sentences for word in sentence], dtype=np.uint64)
    inside = _left([len(sentence) for sentence in sentences])[: 1 - SIZE] >= SIZE
    return (_mixed(hashes, SIZE) >> _HALF)[inside], sizes


def passage_keys(numbers: Numbers, sizes: Sequence[int]) -> frozenset[int]:
    """The keys of sentences with these trigrams, from 0 to 2**63 - 2, which SQLite holds."""
    span = RUN - SIZE + 1
    if len(numbers) < span:
        return frozenset()
    runs = np.where(_left(sizes)[: 1 - span] >= span, _mixed(numbers, span) >> _SIGN, _NONE)
    if len(runs) < WINDOW:
        runs = np.append(runs, np.full(WINDOW - len(runs), _NONE))
    return frozenset(sliding_window_view(runs, WINDOW).min(axis=1).tolist()) - {int(_NONE)}


def _mixed(numbers: Numbers, size: int) -> Numbers:
    """A number of 64 bits for each ``size`` that follow each other."""
    end = len(numbers) - size + 1
    made = sum((numbers[at : at + end] * _FACTORS[at] for at in range(size)), np.zeros(end, dtype=np.uint64))
    return (made ^ (made >> _HALF)) * _MIX


def _left(sizes: Sequence[int]) -> NDArray[np.int64]:
    """For each place how many places its sentence has from there on."""
    return np.repeat(np.cumsum(sizes), sizes) - np.arange(sum(sizes))
