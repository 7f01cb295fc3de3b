"""Stance: what the words around a trigger say of it, by the shipped guess and in its flags."""

from typing import Any

import numpy as np
import pytest

from builders import cases, noise, sight, tokens
from isnad.reading.events import Trigger
from isnad.reading.labels import MODALITIES, POLARITIES, TYPES
from isnad.reading.network import Network
from isnad.reading.sight import Sight
from isnad.reading.stance import stances
from isnad.reading.stance_flags import stance_flags, width

CASES = cases("stance")


def trigger(seen: Sight, words: str, type: str) -> Trigger:
    return Trigger(*tokens(seen, words), type, 1.0)


def stance(case: dict[str, Any], network: Network) -> str:
    """The stance of a sentence below a headline."""
    seen = sight("تطورات اليوم في المنطقة\n" + case["text"], network=network)
    ((polarity, modality),) = stances(seen, [trigger(seen, case["trigger"], case["type"])], seen.states, network)
    return polarity + modality


@pytest.mark.parametrize("case", [case for case in CASES if case.get("sure")], ids=lambda case: case["text"])
def test_plain_sentences(case: dict[str, Any], shipped: Network) -> None:
    assert stance(case, shipped) == case["stance"]


def test_nearly_all_sentences(shipped: Network) -> None:
    """Weights may change; what they make of plain sentences may not get worse."""
    found = [(case["text"], case["stance"], stance(case, shipped)) for case in CASES]
    wrong = [(text, said) for text, right, said in found if said != right]
    assert len(wrong) <= 0.2 * len(CASES), wrong


def test_every_stance_has_a_case() -> None:
    every = {polarity + modality for polarity in POLARITIES for modality in MODALITIES}
    assert {case["stance"] for case in CASES} >= every - {"-predicted", "-possible", "-wanted"}


@pytest.mark.parametrize("text", ["قصف", "نفى الجيش أنه قصف القرية أمس. ولم يقصف غيرها.", "«قصف»، قصف: قصف."])
def test_flags_of_any_token(text: str) -> None:
    seen = sight(text)
    every = [Trigger(token, token + 1, "ASSAULT", 1.0) for token in range(len(seen.page.tokens))]
    flags = stance_flags(seen, every, ("لم", "قد"))
    assert flags.shape == (len(every), width(2))
    assert set(np.unique(flags)) <= {0, 1}
    assert len(stances(seen, every, seen.states, noise())) == len(every)


def test_no_trigger_no_stance() -> None:
    seen = sight("قصف")
    assert stances(seen, [], seen.states, noise()) == []


def test_a_cue_further_off_is_another_flag() -> None:
    seen = sight("لم يقصف الجيش القرية ثم عاد.")
    near, far = stance_flags(seen, [trigger(seen, "يقصف", "ASSAULT"), trigger(seen, "عاد", "RETREAT")], ())
    assert near[0] == 1 and far[0] == 0
    assert near[:7].sum() == far[:7].sum() == 1


def test_the_type_is_among_the_flags() -> None:
    seen = sight("قصف الجيش القرية.")
    rows = stance_flags(seen, [trigger(seen, "قصف", type) for type in TYPES], ())
    assert len({row.tobytes() for row in rows}) == len(TYPES)


def test_the_shipped_weights_fit_the_flags(shipped: Network) -> None:
    before = shipped.vocabulary.before
    states = shipped.weights["layer.weight_hh_l0"].shape[1] * 2
    assert shipped.weights["stance.0.weight"].shape[1] == states + width(len(before))
    assert shipped.weights["stance.3.weight"].shape[0] == len(MODALITIES) + 1
    assert len(set(before)) == len(before)
