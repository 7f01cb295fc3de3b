"""Triggers: which words put an event forward, and of which type."""

from dataclasses import dataclass

from isnad.reading.labels import TYPES
from isnad.reading.pairs import Floats

THRESHOLD = 0.5
"""How sure the network must be that a token is a trigger; where F1 was best on held-out training articles."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens ``first`` up to ``last`` name an event of ``type``; ``probability`` that they do, of any type."""

    first: int
    last: int
    type: str
    probability: float


def find_triggers(probabilities: Floats, *, threshold: float = THRESHOLD) -> list[Trigger]:
    """The triggers of a page from its label probabilities, (tokens, 41): none, then begin and inside of each type."""
    any_type = 1 - probabilities[:, 0]
    begins = probabilities[:, 1::2]
    insides = probabilities[:, 2::2]
    by_type = begins + insides
    triggers: list[Trigger] = []
    for token in (any_type > threshold).nonzero()[0].tolist():
        kind = int(by_type[token].argmax())
        goes_on = triggers and triggers[-1].last == token and triggers[-1].type == TYPES[kind]
        if goes_on and insides[token, kind] > begins[token, kind]:
            earlier = triggers[-1]
            triggers[-1] = Trigger(earlier.first, token + 1, earlier.type, earlier.probability)
        else:
            triggers.append(Trigger(token, token + 1, TYPES[kind], float(any_type[token])))
    return triggers
