"""When, where and how many: which expressions around a trigger belong to it."""

from collections.abc import Sequence

import numpy as np

from isnad.reading.candidates import Expression, expressions
from isnad.reading.events import Trigger
from isnad.reading.labels import EXPRESSIONS, TYPES
from isnad.reading.network import Network, softmax
from isnad.reading.pairs import Floats, pair_flags
from isnad.reading.sight import Sight

THRESHOLD = 0.4
"""How sure the network must be that an expression belongs to the trigger; best F1 on held-out training articles."""
_KINDS = {"time": "time", "place": "place"}


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
    types = np.zeros((len(near), len(TYPES)), dtype=np.float32)
    types[:, TYPES.index(trigger.type)] = 1
    flags = pair_flags(sight.inputs.grid, left, right, types=types)
    odds = softmax(network.pairs("expression", states, left, right, flags))
    chosen: dict[str, Expression] = {}
    for column, name in enumerate(EXPRESSIONS[1:], 1):
        kind = _KINDS.get(name, "number")
        fit = [(float(odds[row, column]), -row) for row, one in enumerate(near) if one.kind == kind]
        best, row = max(fit, default=(0.0, 0))
        if best > THRESHOLD:
            chosen[name] = near[-row]
    return chosen
