"""Attribution: on whose word each event is told."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from isnad.languages.recurrent import Floats, softmax
from isnad.reading.candidates import voice_window
from isnad.reading.events import Trigger
from isnad.reading.network import Network
from isnad.reading.pairs import voice_flags
from isnad.reading.sight import Sight
from isnad.reading.voices import Voice

OUTLET = -1


@dataclass(frozen=True, slots=True)
class Told:
    """The chain of a trigger as places in the list of voices, outermost first, and the odds of its innermost voice."""

    chain: tuple[int, ...]
    probability: float


def attribute(
    sight: Sight, triggers: Sequence[Trigger], voices: Sequence[Voice], states: Floats, network: Network
) -> list[Told]:
    """For each trigger who tells it; an empty chain is the outlet itself."""
    if not triggers:
        return []
    number = {(m.first, m.last): n for n, voice in enumerate(voices) for m in voice.mentions}
    mentions = sorted(number)
    windows = [voice_window(sight.inputs, trigger.first, mentions) for trigger in triggers]
    sizes = [len(window) for window in windows]
    outlets = network.outlet(states[[trigger.first for trigger in triggers]])
    scores = _scores(sight, triggers, windows, states, network)
    return [
        _told([OUTLET, *(number[mention] for mention in window)], np.concatenate([outlet[None], part]))
        for window, outlet, part in zip(windows, outlets, np.split(scores, np.cumsum(sizes)[:-1]), strict=True)
    ]


def _scores(
    sight: Sight,
    triggers: Sequence[Trigger],
    windows: Sequence[Sequence[tuple[int, int]]],
    states: Floats,
    network: Network,
) -> Floats:
    pairs = [(trigger.first, first) for trigger, window in zip(triggers, windows, strict=True) for first, _ in window]
    if not pairs:
        return np.zeros((0, 2), dtype=np.float32)
    left, right = np.array(pairs, dtype=np.int64).T
    marks = [sight.inputs.voice_marks(one.first, window) for one, window in zip(triggers, windows, strict=True)]
    flags = voice_flags(sight.inputs.grid, left, right, marks=np.concatenate(marks))
    return network.pairs("voice", states, left, right, flags)


def _told(of: list[int], scores: Floats) -> Told:
    inner, sure = _best(of, softmax(scores[:, 0]))
    if inner == OUTLET:
        return Told((), sure)
    outer, _ = _best([voice if voice != inner else OUTLET for voice in of], softmax(scores[:, 1]))
    return Told((inner,) if outer == OUTLET else (outer, inner), sure)


def _best(of: Sequence[int], odds: Floats) -> tuple[int, float]:
    """The voice whose mentions have the largest odds together, and those odds."""
    sums: dict[int, float] = {}
    for voice, share in zip(of, odds.tolist(), strict=True):
        sums[voice] = sums.get(voice, 0.0) + share
    return max(sums.items(), key=lambda item: item[1])
