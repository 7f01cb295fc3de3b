"""When, where and how many: which expressions around a trigger belong to it."""

from collections.abc import Sequence

import numpy as np

from isnad.languages.ar.times import TimeExpression
from isnad.languages.recurrent import Floats
from isnad.reading.candidates import Expression, expressions
from isnad.reading.choice import ask, choose
from isnad.reading.counts import counts_things
from isnad.reading.events import Trigger
from isnad.reading.labels import FIELDS
from isnad.reading.network import Network
from isnad.reading.sight import Sight

THRESHOLD = {"time": 0.35, "place": 0.25, "number": 0.45}
"""How large the odds of an expression must be; best F1 on held-out training articles."""


def find_circumstances(
    sight: Sight, triggers: Sequence[Trigger], states: Floats, network: Network
) -> list[dict[str, Expression]]:
    """For each trigger its time, place and counts by field name; a field that nothing fills is left out."""
    near = [expressions(sight.inputs, trigger.first) for trigger in triggers]
    windows = [np.array([one.first for one in found], dtype=np.int64) for found in near]
    asked = ask("expression", "nothing", sight.inputs.grid, triggers, windows, states=states, network=network)
    return [_chosen(sight, found, scores, nothing) for found, (scores, nothing) in zip(near, asked, strict=True)]


def _chosen(sight: Sight, near: list[Expression], scores: Floats, nothing: Floats) -> dict[str, Expression]:
    chosen: dict[str, Expression] = {}
    for column, name in enumerate(FIELDS):
        kind = name if name in ("time", "place") else "number"
        fit = [place for place, one in enumerate(near) if one.kind == kind and _fills(sight, one, name)]
        odds = choose(scores[fit, column], float(nothing[column]))
        if fit and odds.max() > THRESHOLD[kind]:
            chosen[name] = near[fit[int(odds.argmax())]]
    return chosen


def _fills(sight: Sight, one: Expression, name: str) -> bool:
    """Whether an expression may fill a field: a time that has days (not: for years), a number of people."""
    if isinstance(one.value, TimeExpression):
        return one.value.first is not None
    return one.kind != "number" or name == "size" or not counts_things(sight, one)
