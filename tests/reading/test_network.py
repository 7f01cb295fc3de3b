"""The network in NumPy against the same sums written out, and laws of its packing."""

import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import HIDDEN, lstm_shapes, noise, random_weights, shapes, sight
from isnad.reading.inputs import AFFIXES, FLAGS
from isnad.reading.labels import FIELDS, KINDS, ROLES, TYPES
from isnad.reading.network import Network, Weights, both_ways, lstm, pack, softmax
from isnad.reading.pairs import PAIR_FLAGS, VOICE_FLAGS, Floats

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
    assert sorted(packing.order.tolist()) == list(range(sum(lengths)))
    place = {token: token - first for first, last in stretches for token in range(first, last)}
    steps = list(pairwise(packing.starts))
    assert len(steps) == max(lengths, default=0)
    for step, (begin, end) in enumerate(steps):
        assert {place[token] for token in packing.order[begin:end].tolist()} == {step}


@given(lengths)
def test_a_stretch_keeps_its_row_from_step_to_step(lengths: list[int]) -> None:
    packing = pack(ranges(lengths))
    steps = [packing.order[begin:end].tolist() for begin, end in pairwise(packing.starts)]
    assert all(len(one) >= len(other) for one, other in pairwise(steps))
    for one, other in pairwise(steps):
        assert other == [token + 1 for token in one[: len(other)]]


def test_nothing_packs_to_nothing() -> None:
    packing = pack([])
    assert len(packing.order) == 0 and packing.starts == [0]
    assert lstm(np.zeros((0, 4), dtype=np.float32), packing, random_weights(lstm_shapes("x", 4, 3)), "x").shape == (
        0,
        3,
    )


@settings(max_examples=40)
@given(lengths, st.integers(0, 999), st.booleans())
def test_lstm_is_what_one_step_after_the_other_gives(lengths: list[int], seed: int, back: bool) -> None:
    weights = random_weights(lstm_shapes("x", 4, 3), seed)
    rows = np.random.default_rng(seed).normal(0, 1, (sum(lengths), 4)).astype(np.float32)
    found = lstm(rows, pack(ranges(lengths)), weights, "x", back=back)
    expected = [plain_lstm(rows[a:b], weights, "x", back=back) for a, b in ranges(lengths)]
    np.testing.assert_allclose(found, np.concatenate([np.zeros((0, 3)), *expected]), atol=1e-5)


def test_both_ways_stand_side_by_side() -> None:
    weights = random_weights(lstm_shapes("x", 4, 3) | lstm_shapes("x", 4, 3, suffix="_reverse"))
    rows = np.random.default_rng(1).normal(0, 1, (5, 4)).astype(np.float32)
    found = both_ways(rows, pack([(0, 5)]), weights, "x")
    np.testing.assert_allclose(found[:, :3], plain_lstm(rows, weights, "x"), atol=1e-5)
    np.testing.assert_allclose(found[:, 3:], plain_lstm(rows, weights, "x", suffix="_reverse", back=True), atol=1e-5)


@given(st.lists(st.floats(-1e4, 1e4, width=32), min_size=1, max_size=9))
def test_softmax_gives_probabilities_in_the_order_of_scores(scores: list[float]) -> None:
    odds = softmax(np.array([scores], dtype=np.float32))[0]
    assert abs(float(odds.sum()) - 1) < 1e-5
    assert odds[int(np.argmax(scores))] == odds.max()


@pytest.mark.parametrize("text", ["قصف", "قال مصدر إن الجيش قصف القرية. ونفى الناطق ذلك.", "ـ"])
def test_every_head_answers_for_every_token(text: str) -> None:
    network = noise()
    seen = sight(text, network=network)
    size, states = len(seen.page.tokens), seen.states
    assert states.shape == (size, 4 * HIDDEN)
    assert network.triggers(states, seen.inputs.flags).shape == (size, 1 + 2 * len(TYPES))
    assert network.sources(states).shape == (size, 1 + 2 * len(KINDS))
    assert network.participants(states).shape == (size, 3)
    assert network.outlet(states).shape == (size, 2)
    every = np.arange(size)
    flags = np.zeros((size, PAIR_FLAGS), dtype=np.float32)
    types = np.zeros((size, len(TYPES)), dtype=np.float32)
    assert network.pairs("role", states, every, every[::-1], flags).shape == (size, len(ROLES))
    assert network.pairs("expression", states, every, every, flags).shape == (size, len(FIELDS))
    assert network.pairs("voice", states, every, every, flags[:, :VOICE_FLAGS]).shape == (size, 2)
    assert network.nothing("nobody", states, every, types).shape == (size, len(ROLES))
    assert network.nothing("nothing", states, every, types).shape == (size, len(FIELDS))


def test_a_pair_is_scored_from_both_tokens_and_its_flags() -> None:
    weights, random = noise().weights, np.random.default_rng(3)
    states = random.normal(0, 1, (6, 4 * HIDDEN)).astype(np.float32)
    flags = random.integers(0, 2, (4, PAIR_FLAGS)).astype(np.float32)
    left, right = np.array([5, 0, 5, 2]), np.array([1, 1, 3, 0])
    found = noise().pairs("role", states, left, right, flags)
    for row, (a, b) in enumerate(zip(left, right, strict=True)):
        hidden = weights["role.left.weight"] @ states[a] + weights["role.left.bias"]
        hidden = hidden + weights["role.right.weight"] @ states[b] + weights["role.flags.weight"] @ flags[row]
        scores = weights["role.out.weight"] @ np.maximum(0, hidden) + weights["role.out.bias"]
        np.testing.assert_allclose(found[row], scores, rtol=1e-3, atol=1e-3)


def test_the_shipped_network_has_the_arrays_that_the_code_asks_for(shipped: Network) -> None:
    asked = {name for name in shapes() if "ward_layer" not in name}
    assert asked <= shipped.weights.keys()
    assert shipped.weights["affix.weight"].shape[0] == AFFIXES
    width = shipped.weights["first.weight_ih_l0"].shape[1]
    parts = ("vector.weight", 0), ("word.weight", 1), ("affix.weight", 1), ("affix.weight", 1), ("tag.weight", 1)
    others = sum(shipped.weights[name].shape[axis] for name, axis in (*parts, ("dep.weight", 1)))
    encoder = (
        2 * shipped.weights["forward_layer.weight_hh_l0"].shape[1] if "forward_layer.bias_l0" in shipped.weights else 0
    )
    assert width == others + encoder + FLAGS
    for table, rows in (("word", "words"), ("tag", "tags"), ("dep", "deps")):
        assert shipped.weights[f"{table}.weight"].shape[0] == 1 + len(getattr(shipped.vocabulary, rows))
    assert all(np.isfinite(value).all() for value in shipped.weights.values())


def test_the_network_as_trained_gives_the_same_states(monkeypatch: pytest.MonkeyPatch) -> None:
    """The weights of the torch network, exported, give its states and answers in NumPy."""
    torch = pytest.importorskip("torch", reason="torch is of the extra `training`")
    folder = Path(__file__).parents[2] / "training"
    if not (folder / "train_reader.py").is_file():
        pytest.skip("there is no training folder beside the tests")
    monkeypatch.syspath_prepend(str(folder))
    trained = __import__("reader_network")
    exported = __import__("train_reader").exported
    for name in ("reader_network", "train_reader", "gold"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    torch.manual_seed(4)
    sizes = trained.Sizes(
        vector=100, context=0, flags=FLAGS, words=6, affixes=AFFIXES, tags=4, deps=4, hidden=6, pair=5,
        pair_flags=PAIR_FLAGS, voice_flags=VOICE_FLAGS,
    )  # fmt: skip
    slow = trained.Network(sizes).eval()
    quick = Network(exported(slow, {}), noise().vocabulary)
    seen = sight("قال مصدر إن الجيش قصف القرية. ونفى الناطق ذلك.", network=quick)
    inputs = seen.inputs
    batch = {
        name: torch.from_numpy(getattr(inputs, name))[None]
        for name in ("vector", "context", "word", "affix", "tag", "dep", "flags")
    }
    with torch.no_grad():
        states = slow.states(batch, torch.tensor([len(inputs.word)]))
        sources = torch.softmax(slow.source(states), -1)[0].numpy()
        triggers = torch.softmax(slow.trigger(torch.cat([states, batch["flags"]], -1)), -1)[0].numpy()
    np.testing.assert_allclose(seen.states, states[0].numpy(), atol=1e-4)
    np.testing.assert_allclose(quick.sources(seen.states), sources, atol=1e-4)
    np.testing.assert_allclose(quick.triggers(seen.states, inputs.flags), triggers, atol=1e-4)
