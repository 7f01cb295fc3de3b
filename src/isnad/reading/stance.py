"""Stance: whether the voice says that it happened, will, may, should, or did not.

Two linear guesses, fitted by `training/fit_stance.py`, over what stands around a trigger. The reader's network is not
asked: denials are one claim in twenty, and it next to never dared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from isnad.model import Modality, Polarity
from isnad.reading.events import Trigger
from isnad.reading.labels import MODALITIES
from isnad.reading.pairs import Floats
from isnad.reading.sight import Sight
from isnad.reading.stance_flags import stance_flags

THRESHOLD = 0.3
"""How likely a denial must be; where F1 was best on training articles that the guess had not seen."""


@dataclass(frozen=True)
class StanceWeights:
    """``polarity`` is (flags + 1,), ``modality`` (5, flags + 1), the last weight for what is always so.

    ``words`` are the keys that are known before a trigger.
    """

    words: tuple[str, ...]
    polarity: Floats
    modality: Floats


def stances(sight: Sight, triggers: Sequence[Trigger]) -> list[tuple[Polarity, Modality]]:
    """The stance of each trigger. Polarity and modality are chosen each by itself."""
    weights = load()
    flags = stance_flags(sight, triggers, weights.words)
    flags = np.concatenate([flags, np.ones((len(triggers), 1), dtype=np.float32)], axis=1)
    denied = 1 / (1 + np.exp(-flags @ weights.polarity)) > THRESHOLD
    modality = (flags @ weights.modality.T).argmax(1)
    return [("-" if no else "+", MODALITIES[m]) for no, m in zip(denied.tolist(), modality.tolist(), strict=True)]


@cache
def load(language: str = "ar") -> StanceWeights:
    """The weights that the package ships for a language."""
    with (files("isnad.languages") / language / "weights" / "stance.npz").open("rb") as file, np.load(file) as stored:
        polarity, modality = (stored[name].astype(np.float32) for name in ("polarity", "modality"))
        return StanceWeights(tuple(stored["words"].tolist()), polarity, modality)
