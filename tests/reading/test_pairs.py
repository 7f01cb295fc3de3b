"""What is known of a trigger and a candidate together."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import sight, tokens
from isnad.languages.recurrent import Floats, Ints
from isnad.reading.pairs import CASES, COMPANIONS, PAIR_FLAGS, VOICE_FLAGS, Grid, pair_flags, relation, voice_flags

_STEPS = 20


def grid(sentence: list[int], head: list[int] | None = None) -> Grid:
    """A grid of plain nouns."""
    size = len(sentence)
    none: Ints = np.zeros(size, dtype=np.int64)
    heads = np.arange(size) if head is None else np.array(head)
    return Grid(
        np.array(sentence), none, heads, none, none, none, none, none + 1, np.zeros((size, CASES), dtype=np.int64)
    )


def types(pairs: int) -> Floats:
    return np.zeros((pairs, 20), dtype=np.float32)


def test_relations_have_a_place_and_others_share_one() -> None:
    assert [relation(name) for name in ("nsubj", "nsubj:pass", "obj")] == [0, 1, 2]
    assert relation("punct") == relation("") == relation("no-such") == relation("flat") + 1


@pytest.mark.parametrize("pairs", [0, 1, 7])
def test_shapes(pairs: int) -> None:
    place = np.zeros(pairs, dtype=np.int64)
    assert pair_flags(grid([0, 0]), place, place, types=types(pairs)).shape == (pairs, PAIR_FLAGS)
    marks = np.zeros((pairs, 12), dtype=np.float32)
    assert voice_flags(grid([0, 0]), place, place, marks=marks).shape == (pairs, VOICE_FLAGS)


@given(st.integers(0, 299), st.integers(0, 299))
def test_a_pair_has_one_distance_and_one_side(left: int, right: int) -> None:
    sentence = [place // 60 for place in range(300)]
    (row,) = pair_flags(grid(sentence), np.array([left]), np.array([right]), types=types(1))
    assert set(row.tolist()) <= {0.0, 1.0}
    assert row[:_STEPS].sum() == 1
    if left != right:
        after, before, elsewhere = row[_STEPS : _STEPS + 3].tolist()
        assert after + before + elsewhere == 1
        assert elsewhere == (left // 60 != right // 60)
        assert after == (left // 60 == right // 60 and right > left)


def test_distances_are_told_apart_near_and_far() -> None:
    place = np.zeros(61, dtype=np.int64) + 30
    rows = pair_flags(grid([0] * 61), place, np.arange(61), types=types(61))[:, :_STEPS].argmax(1)
    assert (np.diff(rows) >= 0).all()
    assert len(set(rows[26:35].tolist())) == 9


def test_the_type_of_the_trigger_is_among_the_flags() -> None:
    said = np.eye(20, dtype=np.float32)[[15]]
    (row,) = pair_flags(grid([0, 0]), np.array([0]), np.array([1]), types=said)
    assert row[-20:].argmax() == 15


def test_an_object_is_told_from_a_bystander() -> None:
    seen = sight("أطلق الجيش صاروخا على المدينة.")
    verb, subject = tokens(seen, "أطلق")[0], tokens(seen, "الجيش")[0]
    rows = pair_flags(seen.inputs.grid, np.array([verb, subject]), np.array([subject, verb]), types=types(2))
    tree = PAIR_FLAGS - 20 - 8 - 6
    assert rows[0, tree : tree + 2].tolist() == [1, 0]
    assert rows[1, tree : tree + 2].tolist() == [0, 1]


def test_a_preposition_that_goes_with_the_trigger_marks_its_role() -> None:
    seen = sight("هاجم الوزير في كلمته خصومه. شن الجيش هجوما على القرية والمدينة في الصباح.")
    attack = tokens(seen, "هجوما")[0]
    right = [tokens(seen, words)[0] for words in ("القرية", "المدينة", "الصباح", "الجيش")]
    rows = pair_flags(seen.inputs.grid, np.full(4, attack), np.array(right), types=types(4))
    start = PAIR_FLAGS - 20 - 8 - 6 - 2 * 12 - len(COMPANIONS)
    assert rows[:, start].tolist() == [1, 1, 0, 0]


@given(st.integers(0, 99), st.integers(0, 99))
def test_marks_come_through_and_signs_between_count_in_the_sentence_only(left: int, right: int) -> None:
    sentence = [place // 10 for place in range(100)]
    marks = np.ones((1, 12), dtype=np.float32)
    (row,) = voice_flags(grid(sentence), np.array([left]), np.array([right]), marks=marks)
    near = left // 10 == right // 10
    assert row[-12:].all()
    assert row[:_STEPS].sum() == near
    assert row[_STEPS] == near
