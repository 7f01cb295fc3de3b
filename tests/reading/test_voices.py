"""Voices: spans from probabilities, and which mentions are one voice."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import cases, noise, scripted, tokens
from isnad.model import SourceKind
from isnad.reading.labels import KINDS
from isnad.reading.pairs import Floats
from isnad.reading.reader import find_voices
from isnad.reading.voices import Mention, Voice, gather, mention_spans, number_of, same_voice

SIZE = 1 + 2 * len(KINDS)


def rows(*said: dict[str, float]) -> Floats:
    """A row for each token, of ``MEDIA`` (begin) or ``media`` (inside) to probability."""
    made = np.zeros((len(said), SIZE), dtype=np.float32)
    for row, labels in zip(made, said, strict=True):
        for name, share in labels.items():
            row[1 + 2 * KINDS.index(name.lower()) + name.islower()] = share  # type: ignore[arg-type]
        row[0] = 1 - sum(labels.values())
    return made


def test_a_mention_is_a_begin_and_the_insides_after_it() -> None:
    made = rows({}, {"PERSON": 0.9}, {"person": 0.8}, {})
    assert mention_spans(made, [(0, 4)]) == [(1, 3, "person")]


def test_a_mention_ends_with_its_sentence() -> None:
    made = rows({"PERSON": 0.9}, {"person": 0.8}, {"person": 0.9})
    assert mention_spans(made, [(0, 2), (2, 3)]) == [(0, 2, "person")]


def test_two_mentions_side_by_side() -> None:
    made = rows({"PERSON": 0.9}, {"MEDIA": 0.9}, {"media": 0.9})
    assert mention_spans(made, [(0, 3)]) == [(0, 1, "person"), (1, 3, "media")]


def test_an_inside_alone_is_no_mention() -> None:
    assert mention_spans(rows({"person": 0.9}), [(0, 1)]) == []


def test_all_words_of_a_mention_vote_on_its_kind_and_the_first_counts_most() -> None:
    made = rows({"PERSON": 0.5, "ANONYMOUS": 0.4}, {"anonymous": 0.9}, {"anonymous": 0.9})
    assert mention_spans(made, [(0, 3)]) == [(0, 3, "anonymous")]


def test_a_page_without_tokens_has_no_voice() -> None:
    assert mention_spans(np.zeros((0, SIZE), dtype=np.float32), []) == []


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(1, 9), max_size=5))
def test_mentions_follow_each_other_inside_their_sentences(seed: int, lengths: list[int]) -> None:
    scores = np.random.default_rng(seed).normal(0, 3, (sum(lengths), SIZE))
    odds = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
    sentences = list(pairwise(np.cumsum([0, *lengths]).tolist()))
    found = mention_spans(odds.astype(np.float32), sentences)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert all(any(a <= first < last <= b for a, b in sentences) for first, last, _ in found)


@pytest.mark.parametrize("case", cases("voices"), ids=lambda case: case["text"])
def test_cases(case: dict[str, Any]) -> None:
    seen, network = scripted(case["text"], voices=dict(case["mentions"]))
    voices = find_voices(seen, seen.states, network)
    order = [tokens(seen, words)[0] for words, _ in case["mentions"]]
    assert [[order.index(one.first) for one in voice.mentions] for voice in voices] == case["voices"]
    assert [number_of(voice) for voice in voices] == case.get("number", ["one"] * len(voices))


def mention(words: str, kind: SourceKind = "person", actor: str | None = None, *, definite: bool = False) -> Mention:
    return Mention(0, 1, kind, tuple(words.split()), actor, definite)


def test_an_actor_known_by_two_names_is_one_voice() -> None:
    voice = Voice([mention("جيش وطني", "organization", "x-army")])
    assert same_voice(mention("قوات مسلحه", "organization", "x-army"), voice)
    assert not same_voice(mention("قوات مسلحه", "organization", "y-army"), voice)


kinds = st.sampled_from(KINDS)
mentions = st.lists(
    st.builds(
        Mention,
        st.just(0),
        st.just(1),
        kinds,
        st.lists(st.sampled_from(["مصدر", "امني", "ضابط", "سامر", "حموي", "وزاره"]), min_size=1, max_size=3).map(tuple),
        st.none() | st.sampled_from(["x-army", "x-sami"]),
        st.booleans(),
    ),
    max_size=9,
)


@given(mentions)
def test_every_mention_is_of_one_voice_and_voices_stand_in_order(mentions: list[Mention]) -> None:
    voices = gather(mentions)
    assert sorted(map(id, mentions)) == sorted(id(one) for voice in voices for one in voice.mentions)
    firsts = [next(n for n, one in enumerate(mentions) if one is voice.mentions[0]) for voice in voices]
    assert firsts == sorted(firsts)


@given(mentions)
def test_nobody_unnamed_is_ever_one_with_a_name(mentions: list[Mention]) -> None:
    for voice in gather(mentions):
        kinds = {one.kind for one in voice.mentions}
        assert not ("anonymous" in kinds and len(kinds) > 1)
        assert not ("unknown" in kinds and len(voice.mentions) > 1)


@given(mentions)
def test_the_kind_of_a_voice_is_that_of_most_mentions(mentions: list[Mention]) -> None:
    for voice in gather(mentions):
        named = [one.kind for one in voice.mentions]
        assert named.count(voice.kind) == max(map(named.count, named))


def test_noise_gives_voices_of_every_kind() -> None:
    """The tests with random weights see every kind, or they would hold nothing."""
    text = "قال مصدر أمني في الوزارة لوكالة رويترز إن تقريرا ذكر أن شهودا رأوا القصف قرب المدينة. " * 20
    seen, _ = scripted(text)
    voices = [voice for seed in range(12) for voice in find_voices(seen, noise_states(seed, text), noise(seed))]
    assert {voice.kind for voice in voices} == set(KINDS)


def noise_states(seed: int, text: str) -> Floats:
    from builders import sight

    return sight(text, network=noise(seed)).states
