"""LSTM layers in NumPy, run over many stretches of tokens at once on one core. All arrays are float32.

The equations are Hochreiter and Schmidhuber's with a forget gate, as PyTorch has them; weights come from there, with
the gates in the order in, forget, out, cell, and the two biases of a layer summed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Weights = Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class Packing:
    """Stretches packed by time step, the longest stretch first.

    Tokens ``ahead[starts[t]:starts[t + 1]]`` stand at place ``t`` of their stretch, ``back`` at place ``t`` from its
    end.
    """

    ahead: Ints
    back: Ints
    starts: list[int]


def pack(stretches: Sequence[tuple[int, int]]) -> Packing:
    """The packing of stretches given as token ranges that hold every token once."""
    longest_first = sorted(stretches, key=lambda stretch: stretch[0] - stretch[1])
    begins = np.array([first for first, _ in longest_first], dtype=np.int64)
    ends = np.array([last for _, last in longest_first], dtype=np.int64)
    steps = int(ends[0] - begins[0]) if len(begins) else 0
    active = np.searchsorted(begins - ends, -np.arange(steps), side="left").tolist()
    nothing = [np.zeros(0, dtype=np.int64)]
    return Packing(
        np.concatenate([begins[:count] + step for step, count in enumerate(active)] or nothing),
        np.concatenate([ends[:count] - 1 - step for step, count in enumerate(active)] or nothing),
        [0, *np.cumsum(active, dtype=np.int64).tolist()],
    )


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer that reads both ways.

    ``into`` is (width, 8 * hidden), ``bias`` (8 * hidden), ahead and back side by side; ``recurrent`` is (2, hidden,
    4 * hidden). What goes into a sigmoid is halved, so that one tanh serves all gates.
    """

    into: Floats
    recurrent: Floats
    bias: Floats

    @classmethod
    def of(cls, weights: Weights, name: str) -> "Layer":
        """The layer ``name`` of a two-way PyTorch LSTM with one layer."""
        ways = f"{name}.{{}}_l0", f"{name}.{{}}_l0_reverse"
        into, recurrent, bias = (
            [_halved(weights[way.format(part)]) for way in ways] for part in ("weight_ih", "weight_hh", "bias")
        )
        return cls(
            np.ascontiguousarray(np.concatenate(into).T),
            np.ascontiguousarray(np.stack(recurrent).transpose(0, 2, 1)),
            np.concatenate(bias),
        )

    def __call__(self, inputs: Floats, packing: Packing) -> Floats:
        """Both directions of the layer side by side: (tokens, width) to (tokens, 2 * hidden)."""
        hidden, starts = self.recurrent.shape[1], packing.starts
        projected = inputs @ self.into + self.bias
        gates = np.empty((2, len(packing.ahead), 4 * hidden), dtype=np.float32)
        gates[0] = projected[packing.ahead, : 4 * hidden]
        gates[1] = projected[packing.back, 4 * hidden :]
        widest = starts[1] if len(starts) > 1 else 0
        state, cell = np.zeros((2, 2, widest, hidden), dtype=np.float32)
        out = np.empty((2, len(packing.ahead), hidden), dtype=np.float32)
        for begin, end in pairwise(starts):
            active = end - begin
            gate = gates[:, begin:end]
            gate += state[:, :active] @ self.recurrent
            np.tanh(gate, out=gate)
            open_ = gate[..., : 3 * hidden]
            open_ *= 0.5
            open_ += 0.5
            kept = cell[:, :active]
            kept *= gate[..., hidden : 2 * hidden]
            kept += gate[..., :hidden] * gate[..., 3 * hidden :]
            np.multiply(np.tanh(kept), gate[..., 2 * hidden : 3 * hidden], out=out[:, begin:end])
            state = out[:, begin:end]
        placed = np.empty((len(packing.ahead), 2 * hidden), dtype=np.float32)
        placed[packing.ahead, :hidden] = out[0]
        placed[packing.back, hidden:] = out[1]
        return placed


def _halved(rows: Floats) -> Floats:
    halved = rows.astype(np.float32, copy=True)
    halved[: 3 * (len(rows) // 4)] *= 0.5
    return halved


def softmax(scores: Floats, axis: int = -1) -> Floats:
    """Probabilities along an axis."""
    shifted = np.exp(scores - scores.max(axis=axis, keepdims=True))
    odds: Floats = shifted / shifted.sum(axis=axis, keepdims=True)
    return odds
