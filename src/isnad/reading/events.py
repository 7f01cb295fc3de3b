"""Triggers: which words put an event forward, and of which type."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from isnad.languages.recurrent import Floats
from isnad.reading.labels import TYPES
from isnad.text.tokens import Kind

THRESHOLD = 0.5
"""How sure the network must be that a token is a trigger; where F1 was best on held-out training articles."""

_NO_WORD = Kind.SIGN | Kind.PROCLITIC | Kind.ENCLITIC


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens ``first`` up to ``last`` name an event of ``type``; ``probability`` that they do, of this type."""

    first: int
    last: int
    type: str
    probability: float


def find_triggers(probabilities: Floats, kinds: Sequence[int], *, threshold: float = THRESHOLD) -> list[Trigger]:
    """The triggers of a page from its label probabilities, (tokens, 41): none, then begin and inside of each type.

    ``kinds`` are the tokens' kinds: a sign or a clitic names no event; a pronoun stays on the trigger before it.
    """
    any_type = 1 - probabilities[:, 0]
    begins, insides = probabilities[:, 1::2], probabilities[:, 2::2]
    by_type = begins + insides
    triggers: list[Trigger] = []
    for token in (any_type > threshold).nonzero()[0].tolist():
        if kinds[token] & _NO_WORD:
            continue
        kind = int(by_type[token].argmax())
        earlier = triggers[-1] if triggers else None
        goes_on = earlier and earlier.last == token and earlier.type == TYPES[kind]
        if earlier and goes_on and insides[token, kind] > begins[token, kind]:
            triggers.pop()
            triggers.append(replace(earlier, last=_with_pronoun(token, kinds)))
        else:
            triggers.append(Trigger(token, _with_pronoun(token, kinds), TYPES[kind], float(by_type[token, kind])))
    return triggers


def _with_pronoun(token: int, kinds: Sequence[int]) -> int:
    follows = token + 1 < len(kinds) and kinds[token + 1] & Kind.ENCLITIC
    return token + 2 if follows else token + 1
