"""Stance: whether the voice says that it happened, will, may, should, or did not."""

from collections.abc import Sequence

import numpy as np

from isnad.languages.recurrent import Floats
from isnad.model import Modality, Polarity
from isnad.reading.events import Trigger
from isnad.reading.labels import MODALITIES
from isnad.reading.network import Network
from isnad.reading.sight import Sight
from isnad.reading.stance_flags import stance_flags

THRESHOLD = 0.35
"""How likely a denial must be: denials are one claim in twenty, and the network is loath to dare."""


def stances(
    sight: Sight, triggers: Sequence[Trigger], states: Floats, network: Network
) -> list[tuple[Polarity, Modality]]:
    """The stance of each trigger. Polarity and modality are chosen each by itself."""
    flags = stance_flags(sight, triggers, network.vocabulary.before)
    scores = network.stance(states[[trigger.first for trigger in triggers]], flags)
    denied = 1 / (1 + np.exp(-scores[:, -1])) > THRESHOLD
    modality = scores[:, :-1].argmax(axis=1)
    return [("-" if no else "+", MODALITIES[m]) for no, m in zip(denied.tolist(), modality.tolist(), strict=True)]
