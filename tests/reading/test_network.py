"""The network in NumPy against the same sums written out."""

import sys
from pathlib import Path

import numpy as np
import pytest

from builders import CONTEXT, HIDDEN, noise, shapes, sight
from isnad.languages.ar.syntax import AFFIXES
from isnad.reading.inputs import FLAGS
from isnad.reading.labels import FIELDS, KINDS, ROLES, TYPES
from isnad.reading.network import Network
from isnad.reading.pairs import PAIR_FLAGS, VOICE_FLAGS
from isnad.reading.stance_flags import width


@pytest.mark.parametrize("text", ["قصف", "قال مصدر إن الجيش قصف القرية. ونفى الناطق ذلك.", "ـ"])
def test_every_head_answers_for_every_token(text: str) -> None:
    network = noise()
    seen = sight(text, network=network)
    size, states = len(seen.page.tokens), seen.states
    assert states.shape == (size, 2 * HIDDEN)
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
    states = random.normal(0, 1, (6, 2 * HIDDEN)).astype(np.float32)
    flags = random.integers(0, 2, (4, PAIR_FLAGS)).astype(np.float32)
    left, right = np.array([5, 0, 5, 2]), np.array([1, 1, 3, 0])
    found = noise().pairs("role", states, left, right, flags)
    for row, (a, b) in enumerate(zip(left, right, strict=True)):
        hidden = weights["role.left.weight"] @ states[a] + weights["role.left.bias"]
        hidden = hidden + weights["role.right.weight"] @ states[b] + weights["role.flags.weight"] @ flags[row]
        scores = weights["role.out.weight"] @ np.maximum(0, hidden) + weights["role.out.bias"]
        np.testing.assert_allclose(found[row], scores, rtol=1e-3, atol=1e-3)


def test_the_shipped_network_has_the_arrays_that_the_code_asks_for(shipped: Network) -> None:
    assert shapes().keys() <= shipped.weights.keys()
    assert shipped.weights["affix.weight"].shape[0] == AFFIXES
    parts = ("word.weight", 1), ("affix.weight", 1), ("affix.weight", 1), ("tag.weight", 1), ("dep.weight", 1)
    others = sum(shipped.weights[name].shape[axis] for name, axis in parts)
    assert shipped.weights["inputs.weight"].shape[1] == 100 + CONTEXT + others + FLAGS
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
    exported = __import__("exporting").exported
    for name in ("reader_network", "exporting"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    torch.manual_seed(4)
    sizes = trained.Sizes(
        vector=100, context=CONTEXT, flags=FLAGS, words=6, affixes=AFFIXES, tags=4, deps=4, hidden=6, pair=5,
        pair_flags=PAIR_FLAGS, voice_flags=VOICE_FLAGS, stance_flags=width(2),
    )  # fmt: skip
    slow = trained.Network(sizes).eval()
    weights = {name: value.detach().numpy() for name, value in slow.state_dict().items()}
    quick = Network(exported(weights), noise().vocabulary)
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
