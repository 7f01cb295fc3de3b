"""The reader's network in NumPy: the weights that `training/train_reader.py` fits, run on one core.

Layers and heads stand in the order in which `training/reader_network.py` names them. All arrays are float32.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np

from isnad.languages.recurrent import Floats, Ints, Layer, Packing, Weights, softmax
from isnad.reading.inputs import Columns, Inputs, Vocabulary


class Network:
    """The fitted network. Its questions take states that ``states`` gave."""

    def __init__(self, weights: Weights, vocabulary: Vocabulary) -> None:
        self.weights = {name: np.ascontiguousarray(value, dtype=np.float32) for name, value in weights.items()}
        self.vocabulary = vocabulary

    @cached_property
    def _layer(self) -> Layer:
        return Layer.of(self.weights, "layer")

    def states(self, inputs: Inputs | Columns, packing: Packing) -> Floats:
        """The tokens' states, (tokens, 2 * hidden)."""
        w = self.weights
        rows = [
            inputs.vector,
            inputs.context,
            w["word.weight"][inputs.word],
            w["affix.weight"][inputs.affix].reshape(len(inputs.word), 2 * w["affix.weight"].shape[1]),
            w["tag.weight"][inputs.tag],
            w["dep.weight"][inputs.dep],
            inputs.flags,
        ]
        return self._layer(np.concatenate(rows, axis=1) @ w["inputs.weight"].T, packing)

    def stance(self, states: Floats, flags: Floats) -> Floats:
        """Scores of the five modalities, then of a denial, (triggers, 6)."""
        return self._perceptron(np.concatenate([states, flags], axis=1), "stance", 3)

    def _perceptron(self, x: Floats, name: str, last: int) -> Floats:
        hidden = np.maximum(0, x @ self.weights[f"{name}.0.weight"].T + self.weights[f"{name}.0.bias"])
        scores: Floats = hidden @ self.weights[f"{name}.{last}.weight"].T + self.weights[f"{name}.{last}.bias"]
        return scores

    def triggers(self, states: Floats, flags: Floats) -> Floats:
        """Probabilities of the trigger labels, (tokens, 41)."""
        return softmax(self._perceptron(np.concatenate([states, flags], axis=1), "trigger", 3))

    def sources(self, states: Floats) -> Floats:
        """Probabilities of the source labels, (tokens, 13)."""
        return softmax(self._perceptron(states, "source", 3))

    def participants(self, states: Floats) -> Floats:
        """Probabilities of outside, begin, inside of a participant, (tokens, 3)."""
        return softmax(states @ self.weights["participant.weight"].T + self.weights["participant.bias"])

    def pairs(self, name: str, states: Floats, left: Ints, right: Ints, flags: Floats) -> Floats:
        """Scores of a pair head (`role`, `expression` or `voice`), (pairs, answers)."""
        w = self.weights
        of_left = _projected(states, left, w[f"{name}.left.weight"])
        of_right = _projected(states, right, w[f"{name}.right.weight"])
        hidden: Floats = of_left + of_right
        hidden = np.maximum(0, hidden + flags @ w[f"{name}.flags.weight"].T + w[f"{name}.left.bias"])
        scores: Floats = hidden @ w[f"{name}.out.weight"].T + w[f"{name}.out.bias"]
        return scores

    def nothing(self, name: str, states: Floats, triggers: Ints, types: Floats) -> Floats:
        """The scores of choosing nothing for each answer of a pair head (`nobody`, `nothing`), (triggers, answers)."""
        return self._perceptron(np.concatenate([states[triggers], types], axis=1), name, 3)

    def outlet(self, states: Floats) -> Floats:
        """Scores of the outlet as innermost voice, and of no outer voice, (triggers, 2)."""
        return self._perceptron(states, "outlet", 2)


def _projected(states: Floats, tokens: Ints, weight: Floats) -> Floats:
    """The states of tokens through a layer, each token once however many pairs it is in."""
    marked = np.zeros(len(states), dtype=np.int64)
    marked[tokens] = 1
    places = np.cumsum(marked) - 1
    projected: Floats = (states[marked.nonzero()[0]] @ weight.T)[places[tokens]]
    return projected


@cache
def load(language: str = "ar") -> Network:
    """The network that the package ships for a language."""
    return stored(files("isnad.languages") / language / "weights")


def stored(folder: Traversable) -> Network:
    """The network of the `reader.npz` and `reader.json` in a folder."""
    with (folder / "reader.npz").open("rb") as file, np.load(file) as arrays:
        weights = {name: arrays[name] for name in arrays.files}
    return Network(weights, vocabulary(json.loads((folder / "reader.json").read_text(encoding="utf-8"))))


def vocabulary(tables: Mapping[str, Sequence[str]]) -> Vocabulary:
    """The tables of `reader.json` as rows of the embeddings."""
    words, tags, deps = (
        {key: number for number, key in enumerate(tables[name], 1)} for name in ("words", "tags", "deps")
    )
    return Vocabulary(words, tags, deps, tuple(tables["before"]))
