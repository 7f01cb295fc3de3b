"""The reader's network in NumPy: the weights that `training/train_reader.py` fits, run on one core.

Layers and heads stand in the order in which `training/reader_network.py` names them. All arrays are float32.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from isnad.reading.inputs import Columns, Inputs, Vocabulary
from isnad.reading.pairs import Floats, Ints

Weights = dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Packing:
    """Stretches packed by time step: tokens ``order[starts[t]:starts[t + 1]]`` stand at place ``t`` of their stretch,
    the longest stretch first."""

    order: Ints
    starts: list[int]


def pack(stretches: Sequence[tuple[int, int]]) -> Packing:
    """The packing of stretches given as token ranges."""
    longest_first = sorted(stretches, key=lambda s: s[0] - s[1])
    begins = np.array([a for a, _ in longest_first], dtype=np.int64)
    lengths = np.array([b - a for a, b in longest_first], dtype=np.int64)
    steps = int(lengths[0]) if len(lengths) else 0
    active = [int(np.searchsorted(-lengths, -step, side="left")) for step in range(steps)]
    order = [begins[:count] + step for step, count in enumerate(active)]
    starts = [0, *np.cumsum(active).tolist()]
    return Packing(np.concatenate(order) if order else np.zeros(0, dtype=np.int64), starts)


def _sigmoid(x: Floats) -> Floats:
    squashed: Floats = 0.5 + 0.5 * np.tanh(0.5 * x)
    return squashed


def lstm(
    inputs: Floats, packing: Packing, weights: Weights, name: str, *, suffix: str = "", back: bool = False
) -> Floats:
    """One direction of one layer over packed stretches: (tokens, width) to (tokens, hidden)."""
    recurrent = weights[f"{name}.weight_hh_l0{suffix}"].T
    hidden = recurrent.shape[0]
    gates = inputs[packing.order] @ weights[f"{name}.weight_ih_l0{suffix}"].T + weights[f"{name}.bias_l0{suffix}"]
    starts = packing.starts
    steps = len(starts) - 1
    widest = starts[1] if steps else 0
    state = np.zeros((widest, hidden), dtype=np.float32)
    cell = np.zeros((widest, hidden), dtype=np.float32)
    out = np.empty((len(packing.order), hidden), dtype=np.float32)
    for step in range(steps - 1, -1, -1) if back else range(steps):
        begin, end = starts[step], starts[step + 1]
        active = end - begin
        gate = gates[begin:end] + state[:active] @ recurrent
        squashed = _sigmoid(gate[:, : 3 * hidden])
        cell[:active] = squashed[:, hidden : 2 * hidden] * cell[:active] + squashed[:, :hidden] * np.tanh(
            gate[:, 3 * hidden :]
        )
        state[:active] = squashed[:, 2 * hidden :] * np.tanh(cell[:active])
        out[begin:end] = state[:active]
    placed = np.empty_like(out)
    placed[packing.order] = out
    return placed


def both_ways(inputs: Floats, packing: Packing, weights: Weights, name: str) -> Floats:
    """Both directions of one layer side by side."""
    ahead = lstm(inputs, packing, weights, name)
    return np.concatenate([ahead, lstm(inputs, packing, weights, name, suffix="_reverse", back=True)], axis=1)


def softmax(scores: Floats, axis: int = -1) -> Floats:
    """Probabilities along an axis."""
    shifted = np.exp(scores - scores.max(axis=axis, keepdims=True))
    odds: Floats = shifted / shifted.sum(axis=axis, keepdims=True)
    return odds


class Network:
    """The fitted network. Its questions take states that ``states`` gave."""

    def __init__(self, weights: Weights, vocabulary: Vocabulary) -> None:
        self.weights = {name: np.ascontiguousarray(value, dtype=np.float32) for name, value in weights.items()}
        self.vocabulary = vocabulary

    def context(self, vectors: Floats, packing: Packing) -> Floats:
        """The pretrained encoder's states, (tokens, 2 * hidden); no columns where the weights hold no encoder."""
        if "forward_layer.weight_hh_l0" not in self.weights:
            return np.zeros((len(vectors), 0), dtype=np.float32)
        ahead = lstm(vectors, packing, self.weights, "forward_layer")
        return np.concatenate([ahead, lstm(vectors, packing, self.weights, "backward_layer", back=True)], axis=1)

    def states(self, inputs: Inputs | Columns, packing: Packing) -> Floats:
        """The tokens' states, (tokens, 4 * hidden)."""
        w = self.weights
        rows = [
            inputs.vector @ w["vector.weight"].T,
            inputs.context,
            w["word.weight"][inputs.word],
            w["affix.weight"][inputs.affix].reshape(len(inputs.word), 2 * w["affix.weight"].shape[1]),
            w["tag.weight"][inputs.tag],
            w["dep.weight"][inputs.dep],
            inputs.flags,
        ]
        first = both_ways(np.concatenate(rows, axis=1), packing, w, "first")
        return np.concatenate([first, both_ways(first, packing, w, "second")], axis=1)

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
    folder = files("isnad.languages") / language / "weights"
    with (folder / "reader.npz").open("rb") as file, np.load(file) as stored:
        weights = {name: stored[name] for name in stored.files}
    tables = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    rows = {name: {key: number for number, key in enumerate(tables[name], 1)} for name in ("words", "tags", "deps")}
    return Network(weights, Vocabulary(**rows))
