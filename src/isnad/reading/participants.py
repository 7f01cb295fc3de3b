"""Participants: who does it and to whom, chosen among the words around a trigger."""

from collections.abc import Sequence

import numpy as np

from isnad.reading.candidates import participant_window
from isnad.reading.choice import ask, choose
from isnad.reading.events import Trigger
from isnad.reading.labels import ROLES
from isnad.reading.network import Network
from isnad.reading.pairs import Floats
from isnad.reading.sight import Sight
from isnad.reading.spans import trimmed

FIRST, FURTHER = 0.35, 0.25
"""How large the odds of a participant must be, and of one beside it; best F1 on held-out training articles."""
_MOST = 3
_LONGEST = 14
Participants = dict[str, list[tuple[int, int]]]


def find_participants(
    sight: Sight, triggers: Sequence[Trigger], states: Floats, network: Network
) -> list[Participants]:
    """For each trigger the token spans of its actors and targets, in the order of the text."""
    inside = network.participants(states)
    windows = [participant_window(sight.inputs, trigger.first) for trigger in triggers]
    asked = ask("role", "nobody", sight.inputs.grid, triggers, windows, states=states, network=network)
    found: list[Participants] = []
    for window, (scores, nobody) in zip(windows, asked, strict=True):
        spans: Participants = {}
        for column, role in enumerate(ROLES):
            odds = choose(scores[:, column], float(nobody[column]))
            extents = sorted(trimmed(sight, *extent(sight, inside, int(window[place]))) for place in _chosen(odds))
            spans[role] = [span for n, span in enumerate(extents) if not n or span[0] >= extents[n - 1][1]]
        found.append(spans)
    return found


def _chosen(odds: Floats) -> list[int]:
    best = np.argsort(-odds)[:_MOST].tolist()
    return [place for n, place in enumerate(best) if odds[place] > (FURTHER if n else FIRST)]


def extent(sight: Sight, inside: Floats, first: int) -> tuple[int, int]:
    """The span that begins at a token: as far as the network sees the inside of a participant, in its sentence."""
    stop = sight.inputs.sentences[int(sight.inputs.grid.sentence[first])][1]
    last = first + 1
    while last < min(stop, first + _LONGEST) and inside[last, 2] > 0.5 and inside[last, 2] > inside[last, 1]:
        last += 1
    return first, last
