"""Attribution: on whose word each event is told."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from isnad.reading.candidates import voice_window
from isnad.reading.events import Trigger
from isnad.reading.network import Network, softmax
from isnad.reading.pairs import Floats, voice_flags
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
    outlets = network.outlet(states[[trigger.first for trigger in triggers]])
    return [
        _told(sight, trigger.first, mentions, number, states, network, outlet)
        for trigger, outlet in zip(triggers, outlets, strict=True)
    ]


def _told(
    sight: Sight,
    trigger: int,
    mentions: list[tuple[int, int]],
    number: dict[tuple[int, int], int],
    states: Floats,
    network: Network,
    outlet: Floats,
) -> Told:
    near = voice_window(sight.inputs, trigger, mentions)
    if not near:
        return Told((), 1.0)
    right = np.array([first for first, _ in near])
    left = np.full_like(right, trigger)
    flags = voice_flags(sight.inputs.grid, left, right, marks=sight.inputs.voice_marks(trigger, near))
    scores = np.concatenate([outlet[None], network.pairs("voice", states, left, right, flags)])
    of = [OUTLET, *(number[mention] for mention in near)]
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
