"""Pages: tokens and sentences of any text, and the way back to what was published."""

from hypothesis import given
from hypothesis import strategies as st

from isnad.languages.ar.tokenizer import read_page

ANY = st.text(alphabet=st.sampled_from('وبللجيشاهةقَـ 5.،\n"ﻻ%aé')) | st.text()


@given(ANY)
def test_tokens_cover_all_but_white_space_and_sentences_cover_all_tokens(text: str) -> None:
    page = read_page(text)
    tokens = page.tokens
    covered = {place for a, b in zip(tokens.starts, tokens.ends, strict=True) for place in range(a, b)}
    assert all(char.isspace() for place, char in enumerate(page.normal.text) if place not in covered)
    assert all(a < b for a, b in zip(tokens.starts, tokens.ends, strict=True))
    assert [place for sentence in page.sentences for place in sentence] == list(range(len(tokens)))


@given(ANY)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_page(text) == read_page(text)


def test_a_token_leads_back_to_the_published_text() -> None:
    page = read_page("أعلنَ الجيـش.\nودخلت قوّاتُه المدينةَ.")
    place = page.tokens.keys.index("قوات")
    assert page.published(place, place + 1) == "قوّاتُ"
    assert page.sentence_of(place) == 1
    assert page.token_at(page.tokens.starts[place]) == place
    assert page.published(page.sentences[0].start, page.sentences[0].stop) == "أعلنَ الجيـش."
