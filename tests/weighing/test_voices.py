"""Which voices are one: names, bodies and who speaks for them; unnamed ones never are."""

import pytest

from isnad.knowledge.actors import Actors, load_actors
from isnad.weighing.accounts import Voice
from isnad.weighing.namings import Naming, lore
from isnad.weighing.voices import alike, may_be_of, may_be_same, same_voice, same_words


@pytest.fixture(scope="module")
def known() -> Actors:
    return load_actors()


def naming(known: Actors, kind: str, words: str, affiliation: str | None = None, actor: str | None = None) -> Naming:
    name = None if kind in ("anonymous", "unknown") else words
    return lore(known).naming(Voice("s1", kind, words, name, actor, affiliation))


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        (("person", "الناطق باسم القوات المقدم مراد الأسمري"), ("person", "المقدم مراد الأسمري"), "same-voice"),
        (("person", "الأسمري"), ("person", "الناطق باسم القوات المقدم مراد الأسمري"), "same-voice"),
        (("person", "مراد الأسمري، الناطق باسم نسور الوادي"), ("person", "مراد الأسمري"), "same-voice"),
        (("person", "الناطق باسم نسور الوادي مراد الأسمري"), ("organization", "نسور الوادي"), "speaks-for"),
        (("person", "الناطق باسم النسور"), ("organization", "نسور الوادي"), "speaks-for"),
        (("person", "الناطق باسم نسور الوادي"), ("organization", "القيادة العامة لنسور الوادي"), "speaks-for"),
        (("organization", "قيادة نسور الوادي"), ("organization", "نسور الوادي"), "same-voice"),
        (("document", "بيان لنسور الوادي"), ("organization", "نسور الوادي"), "same-voice"),
    ],
)
def test_one_voice_under_two_names(known: Actors, a: tuple[str, str], b: tuple[str, str], code: str) -> None:
    one, other = naming(known, *a), naming(known, *b)
    found, back = same_voice(one, other), same_voice(other, one)
    assert found is not None and found == back and found.code == code


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("person", "مراد الأسمري"), ("person", "سليم الأسمري")),
        (("person", "الناطق باسم القوات مراد الأسمري"), ("person", "الناطق باسم القوات سليم حداد")),
        (("person", "الناطق باسم نسور الوادي"), ("organization", "نسور الجبل")),
        (("organization", "مجلس القضاء"), ("organization", "مجلس التجار")),
        (("media", "صحيفة الأسمري"), ("person", "مراد الأسمري")),
    ],
)
def test_two_voices(known: Actors, a: tuple[str, str], b: tuple[str, str]) -> None:
    assert same_voice(naming(known, *a), naming(known, *b)) is None


def test_a_bare_surname_is_short_for_any_who_bears_it(known: Actors) -> None:
    bare = naming(known, "person", "الأسمري")
    found = same_voice(bare, naming(known, "person", "مراد الأسمري"))
    assert found is not None and found.short is bare


def test_ids_of_the_knowledge_base_decide(known: Actors) -> None:
    ministry = naming(known, "organization", "الخارجية", actor="eg-foreign-ministry")
    other = naming(known, "organization", "الخارجية", actor="ly-foreign-ministry")
    minister = naming(known, "person", "الوزير", "Foreign Ministry of Egypt")
    named = naming(known, "person", "سامي عزمي", "Foreign Ministry of Egypt")
    assert same_voice(ministry, other) is None
    found = same_voice(named, ministry)
    assert found is not None and found.code == "speaks-for" and not found.short
    assert minister.unnamed or not same_voice(minister, other)


def test_a_body_and_what_it_is_part_of_may_be_one(known: Actors) -> None:
    mission = naming(known, "organization", "أوتشا", actor="un-ocha")
    above = naming(known, "organization", "الأمم المتحدة", actor="un")
    assert same_voice(mission, above) is None and may_be_same(mission, above) and may_be_same(above, mission)


@pytest.mark.parametrize(
    "voice",
    [
        ("anonymous", "مصدر أمني"),
        ("unknown", "أنباء"),
        ("person", "الضابط"),
        ("person", "الشاهد نفسه"),
        ("person", "ضابط في قوات نسور الوادي"),
        ("person", "مسؤول رفيع"),
    ],
)
def test_who_has_no_name_is_unnamed_whatever_its_kind(known: Actors, voice: tuple[str, str]) -> None:
    one = naming(known, *voice)
    assert one.unnamed and one.name == () and same_voice(one, one) is None


@pytest.mark.parametrize("words", ["المبعوث الخاص مراد الأسمري", "عضو مجلس النواب مراد الأسمري", "الأسمري"])
def test_who_has_a_name_is_named(known: Actors, words: str) -> None:
    assert not naming(known, "person", words).unnamed


def test_kinds_that_exclude_each_other_are_two(known: Actors) -> None:
    witness, diplomat = naming(known, "anonymous", "شاهد عيان"), naming(known, "anonymous", "دبلوماسي غربي")
    source, officer = naming(known, "anonymous", "مصدر"), naming(known, "anonymous", "ضابط")
    assert not alike(witness, diplomat) and not alike(officer, witness)
    assert alike(source, witness) and alike(source, officer)


def test_sides_that_exclude_each_other_are_two(known: Actors) -> None:
    egyptian, algerian = naming(known, "anonymous", "مسؤول مصري"), naming(known, "anonymous", "مسؤولا جزائريا")
    assert not alike(egyptian, algerian)
    assert alike(egyptian, naming(known, "anonymous", "مسؤول"))


def test_an_unnamed_voice_may_be_of_a_named_body_by_its_own_words_alone(known: Actors) -> None:
    body = naming(known, "organization", "نسور الوادي")
    assert may_be_of(naming(known, "anonymous", "ضابط في نسور الوادي"), body)
    assert not may_be_of(naming(known, "anonymous", "ضابط"), body)
    assert not may_be_of(naming(known, "anonymous", "شاهد من الوادي"), body)


def test_described_alike(known: Actors) -> None:
    officer, again = naming(known, "anonymous", "ضابط في نسور الوادي"), naming(known, "anonymous", "الضابط")
    assert same_words(officer, again) and not same_words(again, naming(known, "anonymous", "طبيب"))
