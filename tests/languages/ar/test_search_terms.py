"""Forms of one word meet in a term; other words do not."""

import pytest
import yaml

from isnad.languages.ar.search_terms import PLURALS, search_terms
from isnad.text.normal import key


def terms(word: str) -> set[str]:
    return {key(word), *search_terms(key(word))}


def meet(one: str, other: str) -> bool:
    return bool(terms(one) & terms(other))


@pytest.mark.parametrize(
    "form", ["الهجمات", "هجومين", "بالهجوم", "وهجماتها", "هُجُومٌ", "للهجوم", "وبهجماتهم", "هجوما", "والهجومان"]
)
def test_any_form_of_a_trigger(form: str) -> None:
    assert meet("هجوم", form)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مسؤول", "مسئولين"),
        ("مسؤول", "والمسؤولون"),
        ("مدرسة", "بمدارسهم"),
        ("قوة", "القوات"),
        ("حكومة", "لحكومته"),
        ("غارة", "الغارات"),
        ("معركة", "معارك"),
        ("قتيل", "قتلى"),
        ("دبلوماسي", "الدبلوماسيين"),
        ("وزارة", "وزارات"),
        ("صحفي", "صحفية"),
    ],
)
def test_other_words(one: str, other: str) -> None:
    assert meet(one, other)


@pytest.mark.parametrize("row", yaml.safe_load(PLURALS.read_text("utf-8")), ids=lambda row: row["example"][0])
def test_every_pattern_of_plurals_has_an_example_that_it_holds_for(row: dict[str, list[str]]) -> None:
    plural, singular = row["example"]
    assert meet(plural, singular)


@pytest.mark.parametrize(
    ("one", "other"), [("هجوم", "اجتماع"), ("مدرسة", "مدينة"), ("وزير", "زيارة"), ("ليبيا", "لبنان")]
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert not meet(one, other)


@pytest.mark.parametrize("word", ["", "NATO", "35", "و", "ء", "؟"])
def test_what_is_no_arabic_word_has_no_more_terms(word: str) -> None:
    assert not search_terms(word)
