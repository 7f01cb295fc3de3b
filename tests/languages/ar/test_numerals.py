"""Numbers: the cases, every word of the lexicon, and what holds of any text."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from isnad.languages.ar.lexemes import entries, lex
from isnad.languages.ar.numerals import Number, dual_value, find_numbers
from isnad.text.normal import key, normalise

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases/ar/numerals.yaml").read_text(encoding="utf-8"))


def _told(number: Number) -> list[Any]:
    ends = [number.low, number.high]
    return ends + (["ordinal"] if number.ordinal else ["about"] if number.approximate else [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_case(case: dict[str, Any]) -> None:
    found = find_numbers(normalise(case["text"]).text)
    assert [_told(number) for number in found] == case["numbers"]


@pytest.mark.parametrize("entry", entries("numerals"), ids=lambda entry: entry["example"])
def test_every_number_word_is_known_in_its_example(entry: dict[str, Any]) -> None:
    found = [word for word in lex(normalise(entry["example"]).text).lexemes if word.kind == entry["role"]]
    assert any(word.value == entry.get("value") for word in found)


@pytest.mark.parametrize("lexicon", ["numerals", "calendar", "times"])
def test_no_form_is_listed_twice_in_an_entry(lexicon: str) -> None:
    for entry in entries(lexicon):
        keys = [key(form) for form in entry["forms"]]
        assert len(keys) == len(set(keys)), entry


@pytest.mark.parametrize(("word", "value"), [("جنديان", 2), ("مدنيين", 2), ("جندي", None), ("إن", None)])
def test_dual_value(word: str, value: int | None) -> None:
    assert dual_value(word) == value


WORDS = st.sampled_from([form for entry in entries("numerals") for form in entry["forms"]])
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=8), st.integers(0, 10**9).map(str), st.just("و")), max_size=12)


@given(TEXTS.map(" ".join))
def test_any_text_yields_ordered_spans(text: str) -> None:
    normal = normalise(text).text
    found = find_numbers(normal)
    ends = [place for number in found for place in (number.start, number.end)]
    assert ends == sorted(ends)
    assert all(0 <= number.start < number.end <= len(normal) and number.low <= number.high for number in found)
