"""Laws of the normal form: they hold for any Unicode string."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from isnad.text.normal import fold, key, normalise

ARABIC = st.text(alphabet=st.sampled_from('ابتثجوهيأإآةىئؤءًٌَُِّْـ٠٥ﻻﷺﻣ\u200f\u00a0\n .،"«»5aé')) | st.text()


@given(ARABIC)
def test_origin_has_a_place_for_every_character_and_the_end(text: str) -> None:
    normal = normalise(text)
    assert len(normal.origin) == len(normal.text) + 1
    assert normal.origin[len(normal.text)] == len(text)
    assert all(a <= b for a, b in pairwise(normal.origin))


@given(ARABIC, st.data())
def test_a_span_leads_to_published_text_of_the_same_normal_form(text: str, data: st.DataObject) -> None:
    normal = normalise(text)
    start = data.draw(st.integers(0, len(normal.text)))
    end = data.draw(st.integers(start, len(normal.text)))
    first, last = normal.span(start, end)
    assert 0 <= first <= last <= len(text)
    assert normal.text[start:end] in normalise(text[first:last]).text


@given(ARABIC)
def test_spans_of_single_characters_are_located_again(text: str) -> None:
    normal = normalise(text)
    for place in range(len(normal.text)):
        first, last = normal.span(place, place + 1)
        start, end = normal.locate(first, last)
        assert start <= place < end
        assert normal.span(start, end) == (first, last)


@given(ARABIC)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(ARABIC)
def test_folding_keeps_places_and_folds_once(text: str) -> None:
    normal = normalise(text)
    assert len(normal.key) == len(normal.text)
    assert fold(normal.key) == normal.key
    assert key(key(text)) == key(text)


def test_marks_belong_to_the_letter_before_them() -> None:
    normal = normalise("قُتِلَ جندي")
    assert normal.text == "قتل جندي"
    assert normal.span(0, 3) == (0, 6)
    assert normal.published[slice(*normal.span(0, 3))] == "قُتِلَ"


def test_spellings_of_the_press_meet_in_one_key() -> None:
    assert key("الأُردنّ") == key("الاردن")
    assert key("ﻻ مسؤولية") == key("لا مسءوليه")
    assert key("مستشفى ٥") == "مستشفي 5"
