"""Times: the cases, every word and pattern in its example, and what holds of any text."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from isnad.languages.ar.lexemes import entries, expression, lex
from isnad.languages.ar.numerals import join_numbers
from isnad.languages.ar.times import find_times, grammar, joined_codes, patterns, told_when
from isnad.text.normal import normalise

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases/ar/times.yaml").read_text(encoding="utf-8"))
PUBLISHED = date(2018, 5, 16)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_case(case: dict[str, Any]) -> None:
    text = normalise(case["text"]).text
    found = find_times(text, case["published"], case.get("future", False))
    assert [text[time.start : time.end] for time in found] == ([case["words"]] if case["words"] else [])
    for time in found:
        assert (time.first, time.last) == tuple(case["days"] or (None, None))
        assert (time.reason is None) == (time.first is not None)


@pytest.mark.parametrize("entry", entries("times"), ids=lambda entry: f"{entry['kind']} {entry['example']}")
def test_every_word_of_time_is_known_in_its_example(entry: dict[str, Any]) -> None:
    found = [word for word in lex(normalise(entry["example"]).text).lexemes if word.kind == entry["kind"]]
    assert any(word.value == entry.get("value") for word in found)


@pytest.mark.parametrize("place", range(len(patterns()["expressions"])))
def test_every_pattern_is_found_in_its_example(place: int) -> None:
    text = normalise(patterns()["expressions"][place]["example"]).text
    assert grammar().each[place].search(joined_codes(text))
    assert find_times(text, PUBLISHED) or find_times(text, PUBLISHED, True)


@pytest.mark.parametrize("point", patterns()["points"], ids=lambda point: point["example"])
def test_every_kind_of_point_is_found_in_its_example(point: dict[str, Any]) -> None:
    codes = join_numbers(normalise(point["example"]).text).codes
    assert re.search(expression(point["of"], patterns()["macros"]), codes)


def test_the_caller_may_tell_what_lies_ahead_span_by_span() -> None:
    text = normalise("وصل الوفد الأحد ويغادر السبت").text
    found = find_times(text, PUBLISHED, lambda start, end: start > 16)
    assert [time.first for time in found] == [date(2018, 5, 13), date(2018, 5, 19)]


def test_the_same_year_may_be_told_by_its_self() -> None:
    found = find_times(normalise("سقطت المدينة عام 2014 وفي نفس السنة عاد أهلها").text, PUBLISHED)
    assert [time.first for time in found] == [date(2014, 1, 1)] * 2


@pytest.mark.parametrize(
    ("rest", "tells"), [(" عندما هاجمها", True), ("، حين هاجمها", True), (" حسب شهود", False), ("", False)]
)
def test_a_clause_after_a_time_may_tell_what_happened_then(rest: str, tells: bool) -> None:
    text = normalise(f"تحاصر البلدة منذ عام 2015{rest}").text
    (time,) = find_times(text, PUBLISHED)
    assert told_when(text, time.end) == tells


def test_the_same_day_is_that_of_the_expression_before() -> None:
    found = find_times(normalise("قتل في 3 مايو ودفن في اليوم نفسه").text, PUBLISHED)
    assert [time.first for time in found] == [date(2018, 5, 3)] * 2


def test_the_point_of_a_since_is_kept() -> None:
    (found,) = find_times(normalise("تدور الحرب منذ عام 2014").text, PUBLISHED)
    assert (found.kind, found.inner) == ("since", (date(2014, 1, 1), date(2014, 12, 31)))


def test_an_event_counted_from_another_is_told_apart() -> None:
    (found,) = find_times(normalise("تظاهروا بعد يومين من اعتقال النائب").text, PUBLISHED)
    assert (found.kind, found.first) == ("event", date(2018, 5, 14))


LEXICONS = ("calendar", "numerals", "times")
WORDS = st.sampled_from([form for lexicon in LEXICONS for entry in entries(lexicon) for form in entry["forms"]])
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=5), st.integers(0, 10**5).map(str)), max_size=12).map(" ".join)


@given(TEXTS, st.booleans())
def test_any_text_yields_ordered_spans_and_days_or_a_reason(text: str, future: bool) -> None:
    normal = normalise(text).text
    found = find_times(normal, PUBLISHED, future)
    ends = [place for time in found for place in (time.start, time.end)]
    assert ends == sorted(ends)
    for time in found:
        assert 0 <= time.start < time.end <= len(normal)
        assert (time.first is None) == (time.last is None) == (time.reason is not None)
        assert time.first is None or time.last is None or time.first <= time.last
