"""Confidence: a number between nought and one that grows with what the network says."""

from hypothesis import given
from hypothesis import strategies as st

from isnad.reading.confidence import confidence

odds = st.floats(0, 1)


@given(odds, odds)
def test_any_odds_give_odds(one: float, other: float) -> None:
    assert 0 < confidence(one, other) < 1


@given(odds, odds, odds)
def test_surer_answers_make_surer_claims(low: float, high: float, other: float) -> None:
    low, high = sorted((low, high))
    assert confidence(low, other) <= confidence(high, other)
    assert confidence(other, low) <= confidence(other, high)


def test_a_sure_claim_is_worth_more_than_a_guess() -> None:
    assert confidence(0.98, 0.98) > 0.7 > 0.5 > confidence(0.4, 0.4)
