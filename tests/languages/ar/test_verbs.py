"""Verb forms: the cases of tests/cases/ar/verbs.yaml, and what holds of every verb."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from isnad.languages.ar.nouns import adjective_forms, noun_forms, sound_feminine
from isnad.languages.ar.spelling import spell, spellings
from isnad.languages.ar.verbs import Features, Verb, verb_forms, verb_of

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases/ar/verbs.yaml").read_text(encoding="utf-8"))
CLASSES = ("past", "present", "masdar", "active-participle", "passive-participle")


@pytest.mark.parametrize("case", CASES, ids=[case["verb"]["lemma"] for case in CASES])
def test_a_verb_makes_its_forms_and_no_others(case: dict[str, Any]) -> None:
    forms = verb_forms(verb_of(case["verb"]))
    for pos in CLASSES:
        made = {form.text for form in forms if form.pos == pos}
        assert set(case.get(pos, ())) <= made, pos
    assert not {form.text for form in forms} & set(case.get("never", ()))
    assert any(word in {form.text for form in forms} for word in case["example"].split())


def test_the_cases_check_more_than_a_hundred_forms() -> None:
    assert sum(len(case.get(pos, ())) for case in CASES for pos in CLASSES) > 100


@pytest.mark.parametrize("case", CASES, ids=[case["verb"]["lemma"] for case in CASES])
def test_the_lemma_is_the_first_past_form_and_nothing_comes_twice(case: dict[str, Any]) -> None:
    forms = verb_forms(verb_of(case["verb"]))
    assert forms[0].text == case["verb"]["lemma"]
    assert len({(form.text, form.pos) for form in forms}) == len(forms)


def test_a_spelling_of_both_voices_says_so_and_the_third_person_stands_for_all() -> None:
    features = {form.text: form.features for form in verb_forms(Verb("هاجم", "ه ج م", "III")) if form.pos == "past"}
    assert features["هاجمت"] == Features(3, "s", "f", "active")
    assert features["هوجموا"] == Features(3, "p", "m", "passive")
    assert {f.text: f.features.voice for f in verb_forms(Verb("اتفق", "و ف ق", "VIII"))}["اتفقوا"] == "either"


def test_a_verb_without_passive_has_no_passive_participle() -> None:
    forms = verb_forms(Verb("انسحب", "س ح ب", "VII", passive=False))
    assert {form.features.voice for form in forms} == {"active", None}


def test_form_one_without_its_present_is_refused() -> None:
    with pytest.raises(ValueError, match="needs its present"):
        verb_forms(Verb("قصف", "ق ص ف", "I"))


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(KeyError):
        verb_forms(Verb("قصف", "ق ص ف", "XX"))


@pytest.mark.parametrize(
    ("sound", "letters"),
    [("ءaءمan", "آمن"), ("ءiءمAن", "إيمان"), ("yuءمin".replace("y", "ي"), "يؤمن"), ("iستiولAء", "استيلاء"),
     ("مaسءUل", "مسؤول"), ("رaءIس", "رئيس"), ("تaسAءaل", "تساءل"), ("مuيقin", "موقن")],
)  # fmt: skip
def test_hamza_and_glides_are_spelled_by_rule(sound: str, letters: str) -> None:
    assert spell(sound.replace("n", "ن")) == letters


def test_hamza_before_u_has_two_spellings() -> None:
    assert spellings("بaدaءUا") == ("بدؤوا", "بدأوا")


def test_nouns_take_article_accusative_dual_and_plural() -> None:
    forms = {form.text for form in noun_forms("هجوم", ["هجمات"])}
    assert {"هجوم", "الهجوم", "هجوما", "هجومان", "هجومين", "هجومي", "هجمات", "الهجمات"} <= forms
    assert {"غارة", "الغارة", "غارت", "غارتان", "غارتي"} <= {form.text for form in noun_forms("غارة")}
    assert "لقاءا" not in {form.text for form in noun_forms("لقاء") if form.number == "s"}


def test_adjectives_have_two_genders_and_three_numbers() -> None:
    forms = {form.text for form in adjective_forms("موال", feminine="موالية", plurals=["موالون"])}
    assert {"موال", "موالية", "الموالية", "موالون", "موالين", "مواليات"} <= forms


def test_the_plural_in_at_keeps_the_hamza_and_the_weak_radical() -> None:
    assert [sound_feminine(word) for word in ("غارة", "منشأة", "مباراة")] == ["غارات", "منشآت", "مباريات"]
