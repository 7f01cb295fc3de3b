"""What the words of a voice say: each word stands in its example, and whole voices are told apart."""

import pytest
import yaml

from isnad.languages.ar.speakers import FILE, speakers, spoken, stem

DATA = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)
WORDS = [one for name, many in DATA.items() if name != "overlap" for one in many]


@pytest.mark.parametrize("entry", WORDS, ids=lambda one: one["example"])
def test_each_stands_in_its_example(entry: dict[str, object]) -> None:
    forms = {stem(str(form)) for form in (entry["key"], *entry.get("also", ()))}  # type: ignore[misc, attr-defined]
    assert forms & set(spoken(str(entry["example"])).stems)


def test_what_overlaps_are_two_kinds_of_the_list() -> None:
    kinds = {entry["kind"] for entry in DATA["kinds"]}
    assert all(len(pair) == 2 and pair <= kinds for pair in speakers().overlap)
    assert len(speakers().overlap) == len(DATA["overlap"])


def test_no_word_is_listed_twice_under_one_heading() -> None:
    for name, many in DATA.items():
        keys = [entry["key"] for entry in many if "key" in entry]
        assert len(set(keys)) == len(keys), name


@pytest.mark.parametrize(
    ("words", "kind"),
    [("مصادر طبية", "medical"), ("دبلوماسيون غربيون", "diplomat"), ("المسؤول", "official"), ("شهود", "witness")],
)
def test_a_kind_is_known_in_every_form(words: str, kind: str) -> None:
    assert kind in {speakers().kinds.get(one) for one in spoken(words).stems}


def test_a_comma_parts_the_name_from_the_office() -> None:
    assert spoken("مراد الأسدي، الناطق باسم البلدية").comma == 2
    assert spoken("الناطق باسم البلدية").comma is None
