"""Choices among candidates, of which nothing is one."""

from collections.abc import Sequence

import numpy as np

from isnad.languages.recurrent import Floats, Ints
from isnad.reading.events import Trigger
from isnad.reading.labels import TYPES
from isnad.reading.network import Network
from isnad.reading.pairs import Grid, pair_flags


def choose(scores: Floats, nothing: float) -> Floats:
    """The odds of each candidate where scores compete with each other and with the score of choosing nothing."""
    top = max(float(scores.max(initial=nothing)), nothing)
    shares = np.exp(scores - top)
    odds: Floats = shares / (shares.sum() + np.exp(nothing - top))
    return odds


def ask(
    head: str,
    nothing: str,
    grid: Grid,
    triggers: Sequence[Trigger],
    windows: Sequence[Ints],
    *,
    states: Floats,
    network: Network,
) -> list[tuple[Floats, Floats]]:
    """For each trigger the scores of its candidates by a pair head, (candidates, answers), and of nothing, (answers,).

    All triggers of a page are asked at once. ``windows`` are the token indices of each trigger's candidates.
    """
    if not triggers:
        return []
    sizes = [len(window) for window in windows]
    firsts = np.array([trigger.first for trigger in triggers], dtype=np.int64)
    types = np.eye(len(TYPES), dtype=np.float32)[[TYPES.index(trigger.type) for trigger in triggers]]
    left, right = np.repeat(firsts, sizes), np.concatenate(windows)
    flags = pair_flags(grid, left, right, types=np.repeat(types, sizes, axis=0))
    scores = network.pairs(head, states, left, right, flags)
    empty = network.nothing(nothing, states, firsts, types)
    return list(zip(np.split(scores, np.cumsum(sizes)[:-1]), empty, strict=True))
