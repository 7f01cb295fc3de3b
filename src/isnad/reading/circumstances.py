"""When, where and how many: which expressions around a trigger belong to it."""

from collections.abc import Sequence

import numpy as np

from isnad.reading.candidates import Expression, expressions
from isnad.reading.choice import choose
from isnad.reading.events import Trigger
from isnad.reading.labels import FIELDS
from isnad.reading.network import Network
from isnad.reading.pairs import Floats, pair_flags
from isnad.reading.sight import Sight

THRESHOLD = 0.4
"""How large the odds of an expression must be; best F1 on held-out training articles."""


def find_circumstances(
    sight: Sight, triggers: Sequence[Trigger], states: Floats, network: Network
) -> list[dict[str, Expression]]:
    """For each trigger its time, place and counts by field name; a field that nothing fills is left out."""
    return [_of(sight, trigger, states, network) for trigger in triggers]


def _of(sight: Sight, trigger: Trigger, states: Floats, network: Network) -> dict[str, Expression]:
    near = expressions(sight.inputs, trigger.first)
    if not near:
        return {}
    right = np.array([one.first for one in near])
    left = np.full_like(right, trigger.first)
    flags = pair_flags(sight.inputs.grid, left, right, types=trigger.one_hot(len(near)))
    scores = network.pairs("expression", states, left, right, flags)
    nothing = network.nothing("nothing", states, trigger.first, trigger.one_hot(1))
    chosen: dict[str, Expression] = {}
    for column, name in enumerate(FIELDS):
        fit = [place for place, one in enumerate(near) if one.kind == (name if name in ("time", "place") else "number")]
        odds = choose(scores[fit, column], float(nothing[column]))
        if fit and odds.max() > THRESHOLD:
            chosen[name] = near[fit[int(odds.argmax())]]
    return chosen
