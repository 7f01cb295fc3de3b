"""Which sentences are worth parsing: a linear guess from what the lexicons find in them; it misses two in a hundred."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from isnad.reading.layers import Layers
from isnad.reading.pairs import Floats

FILE = Path(str(files("isnad.languages.ar") / "weights" / "worth.txt"))
_MOST = 3


def worth(layers: Layers, sentences: Sequence[tuple[int, int]]) -> list[bool]:
    """For each sentence, a range of tokens, whether it may hold a claim or cite a voice."""
    weights = _weights()
    scores = sums(layers, sentences) @ weights[:-1] + weights[-1]
    return [bool(score > 0) for score in scores]


def sums(layers: Layers, sentences: Sequence[tuple[int, int]]) -> Floats:
    """How often each column of the layers is marked in each sentence, three at most, and its length: (sentences, n)."""
    columns = np.concatenate([layers.triggers, layers.forms, layers.actors, layers.cues, layers.expressed], axis=1)
    if not sentences:
        return np.zeros((0, columns.shape[1] + 1), dtype=np.float32)
    counted = np.add.reduceat(columns, [first for first, _ in sentences], axis=0)
    lengths = np.log([last - first for first, last in sentences])[:, None]
    return np.concatenate([np.minimum(counted, _MOST), lengths], axis=1, dtype=np.float32)


@cache
def _weights() -> Floats:
    return np.loadtxt(FILE, dtype=np.float32)
