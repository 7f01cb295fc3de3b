"""Triggers from label probabilities."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.reading.events import THRESHOLD, Trigger, find_triggers
from isnad.reading.labels import TYPES
from isnad.reading.pairs import Floats
from isnad.text.tokens import Kind

N = 1 + 2 * len(TYPES)


def rows(*said: dict[str, float]) -> Floats:
    """A row for each token, of ``ASSAULT`` (begin) or ``assault`` (inside) to probability; the rest is none."""
    made = np.zeros((len(said), N), dtype=np.float32)
    for row, labels in zip(made, said, strict=True):
        for name, share in labels.items():
            row[1 + 2 * TYPES.index(name.upper()) + name.islower()] = share
        row[0] = 1 - sum(labels.values())
    return made


def found(*said: dict[str, float]) -> list[tuple[int, int, str]]:
    return [(one.first, one.last, one.type) for one in find_triggers(rows(*said), words(len(said)))]


def words(size: int) -> list[int]:
    return [int(Kind.WORD)] * size


def test_there_is_a_label_for_the_begin_and_the_inside_of_each_type() -> None:
    assert N == 41


def test_a_word_is_a_trigger() -> None:
    (trigger,) = find_triggers(rows({}, {"ASSAULT": 0.875}, {}), words(3))
    assert trigger == Trigger(1, 2, "ASSAULT", 0.875)


def test_an_inside_goes_on_with_the_trigger_before() -> None:
    assert found({"RETREAT": 0.9}, {"retreat": 0.8}, {"retreat": 0.9}) == [(0, 3, "RETREAT")]


def test_a_begin_is_a_trigger_of_its_own() -> None:
    assert found({"ASSAULT": 0.9}, {"ASSAULT": 0.8}) == [(0, 1, "ASSAULT"), (1, 2, "ASSAULT")]


def test_an_inside_of_another_type_begins_one() -> None:
    assert found({"AGREE": 0.9}, {"retreat": 0.8}) == [(0, 1, "AGREE"), (1, 2, "RETREAT")]


def test_an_inside_after_a_gap_begins_one() -> None:
    assert found({"AGREE": 0.9}, {}, {"agree": 0.9}) == [(0, 1, "AGREE"), (2, 3, "AGREE")]


def test_doubt_about_the_type_is_none_about_the_event() -> None:
    assert found({"ASSAULT": 0.3, "THREATEN": 0.25, "ACCUSE": 0.2}) == [(0, 1, "ASSAULT")]


def test_begin_and_inside_speak_for_a_type_together() -> None:
    assert found({"ASSAULT": 0.3, "COERCE": 0.2, "coerce": 0.2}) == [(0, 1, "COERCE")]


@pytest.mark.parametrize(("probability", "count"), [(THRESHOLD - 0.01, 0), (THRESHOLD + 0.01, 1)])
def test_threshold(probability: float, count: int) -> None:
    assert len(find_triggers(rows({"ASSAULT": probability}), words(1))) == count


@pytest.mark.parametrize("kind", [Kind.SIGN, Kind.PROCLITIC, Kind.ENCLITIC])
def test_a_sign_or_a_clitic_names_no_event(kind: Kind) -> None:
    assert find_triggers(rows({"ASSAULT": 0.9}), [int(kind)]) == []


def test_a_pronoun_stays_on_its_trigger() -> None:
    kinds = [int(Kind.WORD), int(Kind.ENCLITIC), int(Kind.WORD)]
    for pronoun in ({}, {"ASSAULT": 0.9}, {"assault": 0.9}):
        (trigger,) = find_triggers(rows({"ASSAULT": 0.9}, pronoun, {}), kinds)
        assert (trigger.first, trigger.last) == (0, 2)


def test_a_page_without_tokens_has_none() -> None:
    assert find_triggers(np.zeros((0, N), dtype=np.float32), []) == []


@given(st.integers(0, 2**32 - 1), st.integers(1, 30), st.floats(0.5, 6))
def test_triggers_are_just_the_tokens_that_are_sure_enough(seed: int, size: int, sharp: float) -> None:
    scores = np.random.default_rng(seed).normal(0, sharp, (size, N))
    odds = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
    triggers = find_triggers(odds.astype(np.float32), words(size), threshold=0.9)
    assert all(one.last <= other.first for one, other in pairwise(triggers))
    tokens = [token for one in triggers for token in range(one.first, one.last)]
    assert tokens == (1 - odds.astype(np.float32)[:, 0] > 0.9).nonzero()[0].tolist()
    assert all(0 < one.probability <= 1 for one in triggers)
