"""Participants: who does it and to whom, chosen among the words around a trigger."""

from collections.abc import Sequence

import numpy as np

from isnad.languages.recurrent import Floats, Ints
from isnad.reading.candidates import participant_window
from isnad.reading.choice import ask, choose
from isnad.reading.events import Trigger
from isnad.reading.labels import ROLES
from isnad.reading.network import Network
from isnad.reading.sight import Sight
from isnad.reading.spans import trimmed

THRESHOLD = 0.3
"""How large the odds of a participant must be; best F1 on held-out training articles."""
INSIDE = 0.25
"""How likely a word must be to go on a participant; where most spans were those of the annotators."""
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
    return [
        _settled(sight, inside, window, [choose(scores[:, n], float(nobody[n])) for n in range(len(ROLES))])
        for window, (scores, nobody) in zip(windows, asked, strict=True)
    ]


def _settled(sight: Sight, inside: Floats, window: Ints, odds: Sequence[Floats]) -> Participants:
    """The spans of each role. Words that might be both are what they are likelier to be: nobody does it to himself."""
    chosen = [(float(odds[n][place]), role, place) for n, role in enumerate(ROLES) for place in _chosen(odds[n])]
    taken: list[tuple[int, int]] = []
    found: Participants = {role: [] for role in ROLES}
    for _, role, place in sorted(chosen, reverse=True):
        first, last = trimmed(sight, *extent(sight, inside, int(window[place])))
        if all(last <= a or b <= first for a, b in taken):
            taken.append((first, last))
            found[role].append((first, last))
    return {role: sorted(spans) for role, spans in found.items()}


def _chosen(odds: Floats) -> list[int]:
    best = np.argsort(-odds)[:_MOST].tolist()
    return [place for place in best if odds[place] > THRESHOLD]


def extent(sight: Sight, inside: Floats, first: int) -> tuple[int, int]:
    """The span that begins at a token: as far as the network sees the inside of a participant, in its sentence."""
    stop = sight.inputs.sentences[int(sight.inputs.grid.sentence[first])][1]
    last = first + 1
    while last < min(stop, first + _LONGEST) and inside[last, 2] > INSIDE and inside[last, 2] > inside[last, 1]:
        last += 1
    return first, last
