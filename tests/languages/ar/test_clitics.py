"""Words and their clitics."""

from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from isnad.languages.ar.clitics import best, splits
from isnad.languages.ar.tokenizer import cut, tokenize
from isnad.text.normal import key, normalise

WORDS = st.text(alphabet=st.sampled_from("ابتجدرسشعفقكلمنهويأإةىئءؤ"), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("وقال", "و قال"),
        ("وزير", "وزير"),
        ("وكالة", "وكاله"),
        ("وكيل", "وكيل"),
        ("فإنهم", "ف ان هم"),
        ("وسيقتل", "و س يقتل"),
        ("سلام", "سلام"),
        ("بالقوة", "ب القوه"),
        ("بغداد", "بغداد"),
        ("لبنان", "لبنان"),
        ("كتائب", "كتاءب"),
        ("وبحسب", "و ب حسب"),
        ("له", "ل ه"),
        ("ولها", "و ل ها"),
        ("اليه", "الي ه"),
        ("المتهم", "المتهم"),
        ("الله", "الله"),
        ("مياه", "مياه"),
        ("بلاده", "بلاد ه"),
        ("والدة", "والده"),
    ],
)
def test_cut(word: str, keys: str) -> None:
    assert " ".join(piece.key for piece in cut(word)) == keys


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("للجيش", "ل الجيش"),
        ("للجنة", "ل اللجنه"),
        ("للاجئين", "ل اللاجءين"),
        ("للبنان", "ل لبنان"),
        ("لله", "ل الله"),
        ("قواته", "قوات ه"),
        ("حكومته", "حكومه ه"),
        ("مستواه", "مستوي ه"),
        ("أعدائهم", "اعداء هم"),
        ("وصفوها", "وصفوا ها"),
    ],
)
def test_keys_give_back_what_a_clitic_hides(word: str, keys: str) -> None:
    assert " ".join(piece.key for piece in cut(word)) == keys


@given(WORDS)
def test_pieces_follow_each_other_and_make_up_the_word(word: str) -> None:
    pieces = cut(word)
    assert "".join(word[piece.start : piece.end] for piece in pieces) == word
    assert all(piece.key for piece in pieces)


@given(WORDS)
def test_the_undivided_word_is_always_possible_and_the_best_is_one_of_the_possible(word: str) -> None:
    options = list(splits(word))
    assert options[0] == ("", word, "")
    assert best(word) in options


def test_every_whole_word_stands_whole_in_its_example() -> None:
    text = files("isnad.languages.ar").joinpath("lexicon/whole_words.yaml").read_text(encoding="utf-8")
    for entry in yaml.safe_load(text):
        keys = tokenize(normalise(entry["example"])).keys
        assert key(entry["form"]) in keys, entry["form"]
        assert cut("و" + entry["form"])[1].key == key(entry["form"])
