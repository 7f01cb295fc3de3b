"""Small words: each stands in its example, and none is listed twice."""

from itertools import pairwise

import pytest
import yaml

from isnad.languages.ar.particles import FILE, particles
from isnad.languages.ar.tokenizer import tokenize
from isnad.text.normal import normalise

ENTRIES = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)


@pytest.mark.parametrize("entry", [one for many in ENTRIES.values() for one in many], ids=lambda one: one["example"])
def test_each_stands_in_its_example(entry: dict[str, str]) -> None:
    keys = tokenize(normalise(entry["example"])).keys
    bare = {key.removeprefix("ال") for key in keys}
    joined = {one + other for one, other in pairwise(keys)}
    assert entry["key"] in {*keys, *bare, *joined}


@pytest.mark.parametrize("name", ["prepositions", "that", "same"])
def test_none_is_listed_twice(name: str) -> None:
    assert len(set(particles(name))) == len(particles(name)) > 1
