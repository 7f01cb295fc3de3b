"""LSTM layers in NumPy against the same sums written out, and laws of their packing."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import lstm_shapes, random_weights
from isnad.languages.recurrent import Floats, Layer, Weights, pack, softmax

lengths = st.lists(st.integers(1, 9), max_size=7)


def ranges(lengths: list[int]) -> list[tuple[int, int]]:
    return list(pairwise(np.cumsum([0, *lengths]).tolist()))


def sigmoid(x: Floats) -> Floats:
    return 1 / (1 + np.exp(-x.astype(np.float64)))


def plain_lstm(rows: Floats, weights: Weights, name: str, *, suffix: str = "", back: bool = False) -> Floats:
    """One stretch, one step after the other, with the gates in the order in, forget, out, cell."""
    w, u, b = (weights[f"{name}.{part}_l0{suffix}"] for part in ("weight_ih", "weight_hh", "bias"))
    hidden = u.shape[1]
    state, cell = np.zeros(hidden), np.zeros(hidden)
    out = np.zeros((len(rows), hidden))
    for step in reversed(range(len(rows))) if back else range(len(rows)):
        into, forget, shown, new = np.split(w @ rows[step] + u @ state + b, 4)
        cell = sigmoid(forget) * cell + sigmoid(into) * np.tanh(new)
        state = out[step] = sigmoid(shown) * np.tanh(cell)
    return out


@given(lengths)
def test_a_packing_holds_every_token_once_step_by_step(lengths: list[int]) -> None:
    packing, stretches = pack(ranges(lengths)), ranges(lengths)
    assert sorted(packing.ahead.tolist()) == sorted(packing.back.tolist()) == list(range(sum(lengths)))
    ahead = {token: token - first for first, last in stretches for token in range(first, last)}
    back = {token: last - 1 - token for first, last in stretches for token in range(first, last)}
    steps = list(pairwise(packing.starts))
    assert len(steps) == max(lengths, default=0)
    for step, (begin, end) in enumerate(steps):
        assert {ahead[token] for token in packing.ahead[begin:end].tolist()} == {step}
        assert {back[token] for token in packing.back[begin:end].tolist()} == {step}


@given(lengths)
def test_a_stretch_keeps_its_row_from_step_to_step(lengths: list[int]) -> None:
    packing = pack(ranges(lengths))
    steps = [packing.ahead[begin:end].tolist() for begin, end in pairwise(packing.starts)]
    assert all(len(one) >= len(other) for one, other in pairwise(steps))
    for one, other in pairwise(steps):
        assert other == [token + 1 for token in one[: len(other)]]


def both_ways(seed: int) -> Weights:
    return random_weights(lstm_shapes("x", 4, 3) | lstm_shapes("x", 4, 3, suffix="_reverse"), seed)


def test_nothing_packs_to_nothing() -> None:
    packing = pack([])
    assert len(packing.ahead) == len(packing.back) == 0 and packing.starts == [0]
    layer = Layer.of(both_ways(1), "x")
    assert layer(np.zeros((0, 4), dtype=np.float32), packing).shape == (0, 6)


@settings(max_examples=40)
@given(lengths, st.integers(0, 999))
def test_a_layer_gives_both_ways_what_one_step_after_the_other_gives(lengths: list[int], seed: int) -> None:
    weights = both_ways(seed)
    rows = np.random.default_rng(seed).normal(0, 1, (sum(lengths), 4)).astype(np.float32)
    found = Layer.of(weights, "x")(rows, pack(ranges(lengths)))
    for columns, suffix, back in ((slice(0, 3), "", False), (slice(3, 6), "_reverse", True)):
        parts = [plain_lstm(rows[a:b], weights, "x", suffix=suffix, back=back) for a, b in ranges(lengths)]
        np.testing.assert_allclose(found[:, columns], np.concatenate([np.zeros((0, 3)), *parts]), atol=1e-5)


@given(st.lists(st.floats(-1e4, 1e4, width=32), min_size=1, max_size=9))
def test_softmax_gives_probabilities_in_the_order_of_scores(scores: list[float]) -> None:
    odds = softmax(np.array([scores], dtype=np.float32))[0]
    assert abs(float(odds.sum()) - 1) < 1e-5
    assert odds[int(np.argmax(scores))] == odds.max()
