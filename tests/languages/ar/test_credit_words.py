"""Credits and what stands beside a story: each entry is found in its example, and none is listed twice."""

from itertools import chain

import pytest
import yaml

from isnad.languages.ar.credit_words import FILE, SECTIONS, credit_words, letters
from isnad.text.normal import fold, key

ENTRIES = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)


@pytest.mark.parametrize("entry", list(chain(*ENTRIES.values())), ids=lambda entry: entry["example"])
def test_each_stands_in_its_example(entry: dict[str, str]) -> None:
    assert letters(entry["words"]) in letters(entry["example"])


@pytest.mark.parametrize("name", ["taken", "bylines", "related", "openings"])
def test_each_opens_its_example(name: str) -> None:
    pattern = getattr(credit_words(), name)
    assert all(pattern.match(fold(entry["example"])) for entry in ENTRIES[name])


def test_none_is_listed_twice() -> None:
    assert set(ENTRIES) == set(SECTIONS)
    for entries in ENTRIES.values():
        assert len({key(entry["words"]) for entry in entries}) == len(entries)


def test_a_name_is_one_however_it_is_pointed() -> None:
    assert letters("أ.ف.ب") == letters("(ا ف ب)") == letters("أ ف ب")


def test_a_word_does_not_open_a_longer_one() -> None:
    assert credit_words().bylines.match("كتب سامر")
    assert not credit_words().bylines.match("كتبنا سامر")
