"""Confidence: how likely a claim has the right type and is on the right voice, as a number that can be believed.

What the network says of its own answers is too sure of itself. Three numbers, fitted by `training/fit_confidence.py` on
articles that the network had not seen, turn it into a share of claims that were right (Platt's scaling).
"""

import json
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import NamedTuple


class Scaling(NamedTuple):
    """The log odds of being right: ``always``, and what each log odds of the network's answers adds."""

    always: float
    type: float
    voice: float


def confidence(type_odds: float, voice_odds: float) -> float:
    """From the network's odds of type and voice, each between 0 and 1, to the odds that both are right."""
    scaling = load()
    return 1 / (1 + exp(-(scaling.always + scaling.type * logit(type_odds) + scaling.voice * logit(voice_odds))))


def logit(odds: float) -> float:
    """The log odds, kept within what single precision can tell."""
    kept = min(max(odds, 1e-4), 1 - 1e-4)
    return log(kept / (1 - kept))


@cache
def load(language: str = "ar") -> Scaling:
    """The numbers that the package ships for a language."""
    path = files("isnad.languages") / language / "weights" / "confidence.json"
    return Scaling(**json.loads(path.read_text(encoding="utf-8")))
