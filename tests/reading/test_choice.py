"""Choices that compete with nothing."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from builders import Script, Scripted, sight, tokens
from isnad.reading.choice import ask, choose
from isnad.reading.events import Trigger

scores = st.lists(st.floats(-50, 50, width=32), max_size=6)


@given(scores, st.floats(-50, 50, width=32))
def test_odds_of_candidates_and_nothing_are_one(scores: list[float], nothing: float) -> None:
    odds = choose(np.array(scores, dtype=np.float32), nothing)
    assert len(odds) == len(scores)
    assert ((odds >= 0) & (odds <= 1)).all()
    assert odds.sum() <= 1 + 1e-5
    if scores:
        order = np.argsort(scores)
        assert (np.diff(odds[order]) >= 0).all()


def test_nothing_wins_by_its_score() -> None:
    assert choose(np.array([1.0, 1.0], dtype=np.float32), 9.0).max() < 0.01
    assert choose(np.array([9.0, 1.0], dtype=np.float32), 1.0)[0] > 0.99


def test_extreme_scores_stay_numbers() -> None:
    odds = choose(np.array([3e4, -3e4], dtype=np.float32), -3e4)
    assert odds.tolist() == [1.0, 0.0]


def test_all_triggers_are_asked_at_once_and_answered_each() -> None:
    seen = sight("قصف الجيش القرية. فاوض الوفد الحكومة.")
    network = Scripted(seen, Script(actors={"قصف": ["الجيش"]}, targets={"فاوض": ["الحكومة"]}))
    triggers = [Trigger(tokens(seen, "قصف")[0], 1, "ASSAULT", 1.0), Trigger(tokens(seen, "فاوض")[0], 5, "CONSULT", 1.0)]
    windows = [np.array([1, 2]), np.zeros(0, dtype=np.int64)]
    network_states = network.states(seen.inputs, None)  # type: ignore[arg-type]
    asked = ask("role", "nobody", seen.inputs.grid, triggers, windows, states=network_states, network=network)
    assert [scores.shape for scores, _ in asked] == [(2, 2), (0, 2)]
    assert asked[0][0][0, 0] > 0 > asked[0][0][1, 0]
    assert all(nothing.shape == (2,) for _, nothing in asked)
    assert ask("role", "nobody", seen.inputs.grid, [], [], states=network_states, network=network) == []
