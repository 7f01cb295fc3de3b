"""Phrases are found by what their tokens are, not by how they happen to be written."""

from isnad.languages.ar.tokenizer import matcher, read_page
from isnad.text.page import Page

PHRASES = {
    "الجيش": "army",
    "الجيش اللبناني": "lebanese army",
    "قوات الدعم": "support",
    "حزب العمال": "workers",
    "بحسب": "according to",
    "الأمم المتحدة": "un",
}


def found(text: str) -> list[tuple[str, str]]:
    page: Page = read_page(text)
    return [(page.published(hit.first, hit.end), hit.value) for hit in matcher(PHRASES).find(page)]


def test_the_longest_phrase_wins() -> None:
    assert found("انتشر الجيش اللبناني ثم عاد الجيش") == [("الجيش اللبناني", "lebanese army"), ("الجيش", "army")]


def test_clitics_do_not_hide_a_phrase() -> None:
    assert found("وللجيش موقف وبالأمم المتحدة") == [("لجيش", "army"), ("الأمم المتحدة", "un")]
    assert found("وبحسب شاهد") == [("بحسب", "according to")]


def test_part_of_a_word_is_no_phrase() -> None:
    assert found("الجيشان وقوات الدعمة") == []


def test_quotation_marks_inside_a_name_are_passed_over() -> None:
    assert found('أعلن حزب "العمال" موقفه') == [('حزب "العمال', "workers")]


def test_a_phrase_stays_in_its_sentence() -> None:
    assert found("انسحبت قوات\nالدعم وصل أمس") == []


def test_neighbours_are_both_found() -> None:
    assert [value for _, value in found("الجيش الجيش اللبناني الجيش")] == ["army", "lebanese army", "army"]
