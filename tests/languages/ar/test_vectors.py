"""Vectors of token keys."""

import numpy as np
import pytest

from isnad.languages.ar.vectors import matrix, vector


def likeness(one: str, other: str) -> float:
    a, b = vector(one), vector(other)
    return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b)))


def test_one_row_per_key_in_the_order_given() -> None:
    rows = matrix(["الجيش", "مدينه", "الجيش"])
    assert rows.shape == (3, 100)
    assert rows.dtype == np.float32
    assert (rows[0] == rows[2]).all()
    assert matrix([]).shape == (0, 100)


def test_a_word_never_seen_has_a_vector() -> None:
    assert np.isfinite(vector("قزعبلانيات")).all()


@pytest.mark.parametrize(
    ("word", "near", "far"), [("قصف", "غاره", "وزير"), ("صرح", "اعلن", "سياره"), ("دمشق", "حلب", "ميزانيه")]
)
def test_words_of_one_kind_lie_closer(word: str, near: str, far: str) -> None:
    assert likeness(word, near) > likeness(word, far)
