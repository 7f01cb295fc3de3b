"""Tags and dependencies of sentences that any reading must get right."""

from itertools import accumulate, pairwise

import numpy as np

from isnad.languages.ar.syntax import Syntax, analyse
from isnad.languages.ar.tokenizer import read_page


def read(*sentences: list[str]) -> Syntax:
    starts = [0, *accumulate(len(keys) for keys in sentences)]
    return analyse([key for keys in sentences for key in keys], list(pairwise(starts)))


def keys_of(text: str) -> list[str]:
    page = read_page(text)
    return page.keys(page.sentences[0])


def test_one_place_per_token_and_every_head_in_the_sentence() -> None:
    sentences = [["قتل", "الجنود", "المدنيين", "في", "القريه", "."], ["عنوان"]]
    found = read(*sentences)
    assert len(found.tags) == len(found.heads) == len(found.deps) == len(found.vectors) == len(found.states) == 7
    assert all(head < 6 for head in found.heads[:6])
    assert found.heads[6] == 6


def test_nothing_has_a_syntax() -> None:
    assert len(analyse([], []).tags) == 0


def test_subject_and_object_of_a_plain_sentence() -> None:
    keys = keys_of("أطلق الجيش صاروخا على المدينة.")
    found = read(keys)
    verb, subject = keys.index("اطلق"), keys.index("الجيش")
    assert found.tags[verb].startswith("VERB")
    assert found.heads[subject] == verb
    assert found.deps[subject] == "nsubj"
    assert found.tags[keys.index("علي")].startswith("ADP")
    assert found.heads[verb] == verb


def test_the_same_sentence_is_read_the_same_in_any_company() -> None:
    keys = keys_of("أعلنت الحكومة وقف القتال في المدينة.")
    alone, company = read(keys), read(["مرحبا"], keys, keys)
    for first in (1, 1 + len(keys)):
        part = company.part(first, first + len(keys))
        assert (part.tags, part.deps) == (alone.tags, alone.deps)
        assert (part.heads == alone.heads).all()
        np.testing.assert_allclose(part.states, alone.states, atol=1e-5)
