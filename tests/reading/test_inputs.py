"""Inputs: one row of numbers a token."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import noise, sight, tokens
from isnad.languages.ar.syntax import AFFIXES
from isnad.languages.ar.tokenizer import read_page
from isnad.reading.candidates import voice_window
from isnad.reading.inputs import FLAGS, STRETCH, Marks, join, stretches

TEXT = 'خبر عاجل\nقال سالم لوكالة "الساحل" إن الجيش قصف حلب. وأضاف: "سنرد على كل هجوم غدا".'


@pytest.mark.parametrize("text", [TEXT, "قصف", "", "ـ", "\n\n"])
def test_every_column_has_a_row_for_every_token(text: str) -> None:
    seen = sight(text)
    inputs, size = seen.inputs, len(seen.page.tokens)
    assert inputs.flags.shape == (size, FLAGS)
    assert inputs.flags.dtype == np.float32
    assert inputs.vector.shape == (size, 100)
    assert inputs.affix.shape == (size, 2)
    for column in (inputs.word, inputs.tag, inputs.dep, inputs.mentionable):
        assert column.shape == (size,)
    for column in (getattr(inputs.grid, name) for name in inputs.grid.__slots__):
        assert len(column) == size


def test_words_have_rows_and_unknown_ones_share_the_first() -> None:
    inputs, vocabulary = sight(TEXT).inputs, noise().vocabulary
    keys = sight(TEXT).page.tokens.keys
    assert inputs.word.tolist() == [vocabulary.words.get(key, 0) for key in keys]
    assert inputs.word[keys.index("قال")] == vocabulary.words["قال"] > 0
    assert inputs.word[keys.index("سالم")] == 0
    assert ((inputs.affix > 0) & (inputs.affix < AFFIXES)).all()


def test_a_preposition_marks_the_word_after_it_in_its_sentence_only() -> None:
    seen = sight("وصل من حلب إلى دمشق. عاد في\nحمص")
    case = seen.inputs.grid.case
    assert 0 < case[tokens(seen, "حلب")[0]] != case[tokens(seen, "دمشق")[0]] > 0
    assert case[tokens(seen, "وصل")[0]] == case[tokens(seen, "حمص")[0]] == 0


def test_what_is_joined_stands_under_the_same_preposition() -> None:
    seen = sight("وقعت اشتباكات بين الجيش والمسلحين.")
    case = seen.inputs.grid.case
    assert case[tokens(seen, "الجيش")[0]] == case[tokens(seen, "المسلحين")[0]] != 0


def test_signs_and_clitics_begin_no_participant() -> None:
    seen = sight(TEXT)
    assert not seen.inputs.mentionable[tokens(seen, ":")[0]]
    assert not seen.inputs.mentionable[tokens(seen, "و@1")[0]] or seen.page.tokens.keys[tokens(seen, "و@1")[0]] != "و"
    assert seen.inputs.mentionable[tokens(seen, "الجيش")[0]]


def test_stretches_are_whole_sentences_without_gaps() -> None:
    page = read_page("قصف الجيش القرية القريبة من النهر ثم عاد إلى ثكنته. " * 90)
    found = stretches(page)
    assert len(found) > 1
    assert found[0][0] == 0 and found[-1][1] == len(page.tokens)
    assert all(one[1] == other[0] for one, other in pairwise(found))
    assert all(last - first <= STRETCH for first, last in found)
    assert {last for _, last in found} <= {places.stop for places in page.sentences}


def test_a_sentence_longer_than_a_stretch_stays_whole() -> None:
    page = read_page("قصف الجيش القرية " * 200)
    assert stretches(page) == [(0, len(page.tokens))]


def test_pages_are_joined_one_after_the_other() -> None:
    one, other = sight(TEXT).inputs, sight("قصف الجيش حلب.").inputs
    joined = join([one, other])
    assert len(joined.word) == len(one.word) + len(other.word)
    assert joined.stretches == [*one.stretches, *((a + len(one.word), b + len(one.word)) for a, b in other.stretches)]
    assert (joined.flags == np.concatenate([one.flags, other.flags])).all()


def test_marks_tell_who_is_near_and_who_speaks() -> None:
    seen = sight(TEXT)
    inputs, mentions = seen.inputs, [tokens(seen, "سالم"), tokens(seen, "وكالة"), tokens(seen, "الجيش")]
    attack = tokens(seen, "قصف")[0]
    rows = inputs.voice_marks(attack, mentions)
    assert rows.shape == (3, 12)
    assert rows[:, 0].tolist() == [0, 0, 1]  # the latest before the trigger
    assert rows[0, 1] == 1 and rows[2, 1] == 0  # right after a word of telling
    assert rows[0, 3] == 1 and rows[2, 3] == 0  # before a "that"
    reply = inputs.voice_marks(tokens(seen, "هجوم")[0], mentions)
    assert reply[:, 8].tolist() == [1, 1, 1]  # all stand in a sentence before, and none in the trigger's
    assert reply[:, 10].tolist() == [1, 1, 1]  # and the trigger in a quotation
    assert inputs.voice_marks(attack, []).shape == (0, 12)


@given(st.lists(st.booleans(), max_size=12), st.integers(-9, 20), st.integers(-9, 20))
def test_marks_between_two_tokens(column: list[bool], first: int, last: int) -> None:
    assert Marks(np.array(column, dtype=bool)).between(first, last) == any(column[max(0, first) : max(0, last)])


def test_voices_near_a_trigger_in_a_text_without_stops() -> None:
    seen = sight("قال سالم إن الجيش قصف حلب " * 900)
    every = [(place, place + 1) for place in range(len(seen.page.tokens))]
    assert len(voice_window(seen.inputs, 3000, every)) <= 600
