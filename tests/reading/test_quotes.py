"""Quotations: what stands inside marks, and what is too short to be speech."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import cases
from isnad.languages.ar.tokenizer import read_page
from isnad.reading.quotes import is_speech, quotations, quoted_tokens

keys = st.lists(st.sampled_from(['"', "«", "»", "“", "”", "„", "كلمه", "قال", "."]), max_size=30)


@pytest.mark.parametrize("case", cases("quotes"), ids=lambda case: case["text"])
def test_cases(case: dict[str, Any]) -> None:
    page = read_page(case["text"])
    lines = [number for number, places in enumerate(page.sentences) for _ in places]
    spans = [span for span in quotations(page.tokens.keys, lines) if is_speech(span)]
    assert [page.published(*span) for span in spans] == case["inside"]


@given(keys, st.integers(1, 9))
def test_quotations_follow_each_other_and_hold_something(keys: list[str], line: int) -> None:
    lines = [place // line for place in range(len(keys))]
    spans = quotations(keys, lines)
    assert all(0 < first < last <= len(keys) for first, last in spans)
    assert all(last < first for (_, last), (first, _) in pairwise(spans))
    assert all(lines[first - 1] == lines[last - 1] for first, last in spans)
    assert all(keys[first - 1] in '"«“„' for first, _ in spans)


@given(keys)
def test_tokens_of_a_quotation_bear_its_number(keys: list[str]) -> None:
    spans = quotations(keys, [0] * len(keys))
    numbers = quoted_tokens(spans, len(keys))
    speech = [span for span in spans if is_speech(span)]
    assert len(numbers) == len(keys)
    assert sorted({*numbers} - {0}) == list(range(1, len(speech) + 1))
    assert all({*numbers[first:last]} == {number} for number, (first, last) in enumerate(speech, 1))
    assert sum(number > 0 for number in numbers) == sum(last - first for first, last in speech)
