"""Arabic words in their sentences: states of a pretrained encoder, and from these tags, heads and relations.

The encoder is an LSTM in each direction that learned from Arabic press to guess the next word, or the one before
(``training/pretrain_context.py``). The parser is one more such layer over it, with the biaffine scores of Dozat and
Manning (2017), trained on the PUD treebank (``training/train_parser.py``). Tags and relations are those of Universal
Dependencies; a tag is the universal part of speech and the treebank's own, ``NOUN:VBG``. Three heads in four are right:
the parser's word is one voice among others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

import numpy as np

from isnad.languages.ar.vectors import matrix
from isnad.languages.recurrent import Floats, Ints, Layer, Weights, pack

WEIGHTS = Path(__file__).parent / "weights" / "syntax.npz"
AFFIXES = 2000


@dataclass(frozen=True, slots=True)
class Syntax:
    """One place per token in each: ``vectors`` (n, 100), ``states`` (n, width) of encoder and parser, and the parse.

    ``heads`` are places of tokens; the root of a sentence is its own head.
    """

    vectors: Floats
    states: Floats
    tags: list[str]
    heads: Ints
    deps: list[str]

    def part(self, first: int, last: int) -> "Syntax":
        """The tokens ``first`` up to ``last``, whole sentences, as if there were no others."""
        at = slice(first, last)
        return Syntax(self.vectors[at], self.states[at], self.tags[at], self.heads[at] - first, self.deps[at])


class Parser:
    """The encoder and the parser, fitted."""

    def __init__(self, weights: Weights, *, tags: Sequence[str], deps: Sequence[str]) -> None:
        self.weights = {name: np.ascontiguousarray(value, dtype=np.float32) for name, value in weights.items()}
        self.tags, self.deps = list(tags), list(deps)
        self._context = Layer.of(self.weights, "context")
        self._layer = Layer.of(self.weights, "layer")

    def __call__(self, keys: Sequence[str], sentences: Sequence[tuple[int, int]]) -> Syntax:
        """The syntax of tokens, given by their keys; ``sentences`` are ranges that hold every token once."""
        packing, vectors = pack(sentences), matrix(keys)
        context = self._context(vectors, packing)
        affix = self.weights["affix.weight"]
        rows = affix[np.array([affixes(key) for key in keys], dtype=np.int64).reshape(-1, 2)]
        inputs = np.concatenate([vectors, context, rows.reshape(len(keys), 2 * affix.shape[1])], axis=1)
        states = self._layer(inputs, packing)
        heads = self._heads(states, sentences)
        below, above = self._linear(states, "dep_below"), self._linear(states, "dep_above")
        relations = self._linear(np.maximum(0, below + above[heads]), "dep").argmax(axis=1)
        tags = self._linear(states, "tag").argmax(axis=1)
        return Syntax(
            vectors,
            np.concatenate([context, states], axis=1),
            [self.tags[tag] for tag in tags],
            heads,
            [self.deps[relation] for relation in relations],
        )

    def _heads(self, states: Floats, sentences: Sequence[tuple[int, int]]) -> Ints:
        """The place of each token's likeliest head in its sentence."""
        below, above = (np.maximum(0, self._linear(states, name)) for name in ("head_below", "head_above"))
        asked, alone = below @ self.weights["arc"], self._linear(above, "head")[:, 0]
        heads = np.empty(len(states), dtype=np.int64)
        for first, last in sentences:
            heads[first:last] = first + (asked[first:last] @ above[first:last].T + alone[first:last]).argmax(axis=1)
        return heads

    def _linear(self, rows: Floats, name: str) -> Floats:
        made: Floats = rows @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return made


@lru_cache(maxsize=200_000)
def affixes(key: str, front: int = 2) -> tuple[int, int]:
    """The rows of a key's last three and first ``front`` letters in a table of ``AFFIXES`` rows."""
    suffix, prefix = (crc32(part.encode()) % (AFFIXES - 1) for part in ("s" + key[-3:], "p" + key[:front]))
    return 1 + suffix, 1 + prefix


def analyse(keys: Sequence[str], sentences: Sequence[tuple[int, int]]) -> Syntax:
    """The syntax of tokens by the shipped weights."""
    return parser()(keys, sentences)


@cache
def parser() -> Parser:
    """The shipped parser."""
    with np.load(WEIGHTS) as stored:
        weights = {name: stored[name] for name in stored.files if name not in ("tags", "deps")}
        return Parser(weights, tags=stored["tags"].tolist(), deps=stored["deps"].tolist())
