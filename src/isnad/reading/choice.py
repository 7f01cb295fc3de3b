"""A choice among candidates, of which nothing is one."""

import numpy as np

from isnad.reading.pairs import Floats


def choose(scores: Floats, nothing: float) -> Floats:
    """The odds of each candidate where scores compete with each other and with the score of choosing nothing."""
    top = max(float(scores.max(initial=nothing)), nothing)
    shares = np.exp(scores - top)
    odds: Floats = shares / (shares.sum() + np.exp(nothing - top))
    return odds
