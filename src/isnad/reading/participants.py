"""Participants: who does it and to whom, chosen among the words around a trigger."""

from collections.abc import Sequence

import numpy as np

from isnad.reading.candidates import participant_window
from isnad.reading.events import Trigger
from isnad.reading.labels import ROLES, TYPES
from isnad.reading.network import Network, softmax
from isnad.reading.pairs import Floats, pair_flags
from isnad.reading.sight import Sight

THRESHOLD = 0.4
"""How sure the network must be of a role; where F1 was best on held-out training articles."""
_MOST = 3
_LONGEST = 14


def find_participants(
    sight: Sight, triggers: Sequence[Trigger], states: Floats, network: Network
) -> list[dict[str, list[tuple[int, int]]]]:
    """For each trigger the token spans of its actors and targets, in the order of the text."""
    inside = network.participants(states)
    found = []
    for trigger in triggers:
        right = participant_window(sight.inputs, trigger.first)
        left = np.full_like(right, trigger.first)
        types = np.zeros((len(right), len(TYPES)), dtype=np.float32)
        types[:, TYPES.index(trigger.type)] = 1
        pairs = pair_flags(sight.inputs.grid, left, right, types=types)
        scores = softmax(network.pairs("role", states, left, right, pairs))
        found.append({role: _chosen(sight, inside, right, scores[:, n]) for n, role in enumerate(ROLES) if n})
    return found


def _chosen(sight: Sight, inside: Floats, tokens: np.ndarray, scores: np.ndarray) -> list[tuple[int, int]]:
    best = [int(place) for place in np.argsort(-scores)[:_MOST] if scores[place] > THRESHOLD]
    spans = sorted(extent(sight, inside, int(tokens[place])) for place in best)
    return [span for n, span in enumerate(spans) if not n or span[0] >= spans[n - 1][1]]


def extent(sight: Sight, inside: Floats, first: int) -> tuple[int, int]:
    """The span that begins at a token: as far as the network sees the inside of a participant, in its sentence."""
    stop = sight.inputs.sentences[int(sight.inputs.grid.sentence[first])][1]
    last = first + 1
    while last < min(stop, first + _LONGEST) and inside[last, 2] > 0.5 and inside[last, 2] > inside[last, 1]:
        last += 1
    return first, last
