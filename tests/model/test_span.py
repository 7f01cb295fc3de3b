"""Spans: the words they lead to, and when two share some."""

from hypothesis import given
from hypothesis import strategies as st

from isnad.model import Span

places = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted)
spans = places.map(lambda ends: Span(*ends))


def test_words_of_a_span() -> None:
    assert Span(4, 10).of("قال المتحدث") == "المتحد"


@given(spans, spans)
def test_overlap_is_a_shared_code_point(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    if one.start < one.end and other.start < other.end:
        assert one.overlaps(other) == other.overlaps(one) == bool(shared)


def test_spans_stand_in_the_order_of_the_text() -> None:
    assert sorted([Span(4, 5), Span(0, 9), Span(0, 3)]) == [Span(0, 3), Span(0, 9), Span(4, 5)]
