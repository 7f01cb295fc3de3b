"""Stance: what the words around a trigger say of it, by the shipped guess and in its flags."""

from typing import Any

import numpy as np
import pytest

from builders import cases, sight, tokens
from isnad.reading.events import Trigger
from isnad.reading.labels import MODALITIES, STANCES, TYPES
from isnad.reading.sight import Sight
from isnad.reading.stance import load, stances
from isnad.reading.stance_flags import stance_flags, width

CASES = cases("stance")


def trigger(seen: Sight, words: str, type: str) -> Trigger:
    return Trigger(*tokens(seen, words), type, 1.0)


def stance(case: dict[str, Any]) -> str:
    """The stance of a sentence below a headline."""
    seen = sight("تطورات اليوم في المنطقة\n" + case["text"])
    ((polarity, modality),) = stances(seen, [trigger(seen, case["trigger"], case["type"])])
    return polarity + modality


@pytest.mark.parametrize("case", [case for case in CASES if case.get("sure")], ids=lambda case: case["text"])
def test_plain_sentences(case: dict[str, Any]) -> None:
    assert stance(case) == case["stance"]


def test_nearly_all_sentences() -> None:
    """Weights may change; what they make of plain sentences may not get worse."""
    wrong = [(case["text"], stance(case)) for case in CASES if stance(case) != case["stance"]]
    assert len(wrong) <= 0.2 * len(CASES), wrong


def test_every_stance_has_a_case() -> None:
    assert {case["stance"] for case in CASES} >= {p + m for p, m in STANCES} - {"-predicted", "-possible", "-wanted"}


@pytest.mark.parametrize("text", ["قصف", "نفى الجيش أنه قصف القرية أمس. ولم يقصف غيرها.", "«قصف»، قصف: قصف."])
def test_flags_of_any_token(text: str) -> None:
    seen = sight(text)
    every = [Trigger(token, token + 1, "ASSAULT", 1.0) for token in range(len(seen.page.tokens))]
    flags = stance_flags(seen, every, ("لم", "قد"))
    assert flags.shape == (len(every), width(2))
    assert set(np.unique(flags)) <= {0, 1}
    assert len(stances(seen, every)) == len(every)


def test_no_trigger_no_stance() -> None:
    assert stances(sight("قصف"), []) == []


def test_a_cue_further_off_is_another_flag() -> None:
    seen = sight("لم يقصف الجيش القرية ثم عاد.")
    near, far = stance_flags(seen, [trigger(seen, "يقصف", "ASSAULT"), trigger(seen, "عاد", "RETREAT")], ())
    assert near[0] == 1 and far[0] == 0
    assert near[:7].sum() == far[:7].sum() == 1


def test_the_type_is_among_the_flags() -> None:
    seen = sight("قصف الجيش القرية.")
    rows = stance_flags(seen, [trigger(seen, "قصف", type) for type in TYPES], ())
    assert len({row.tobytes() for row in rows}) == len(TYPES)


def test_the_shipped_weights_fit_the_flags() -> None:
    weights = load()
    size = width(len(weights.words)) + 1
    assert weights.polarity.shape == (size,)
    assert weights.modality.shape == (len(MODALITIES), size)
    assert len(set(weights.words)) == len(weights.words)
