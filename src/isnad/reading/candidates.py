"""Which tokens, mentions and expressions may stand in which relation to a trigger."""

from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from isnad.languages.ar.numerals import Number
from isnad.languages.ar.times import TimeExpression
from isnad.languages.recurrent import Ints

if TYPE_CHECKING:
    from isnad.reading.inputs import Inputs

_BACK = 2
_VOICE_BACK = 3
_FAR = 200
"""Tokens; no sentence of the gold is longer. A text without stops stays quick to read."""


class Expression(NamedTuple):
    """A time, place or number of the text: tokens ``first`` up to ``last``; ``value`` is what its finder made of it.

    The value of a place is its key in the gazetteer.
    """

    first: int
    last: int
    kind: Literal["time", "place", "number"]
    value: TimeExpression | Number | str


def participant_window(inputs: "Inputs", trigger: int) -> Ints:
    """Indices of the tokens that may begin a participant: of the trigger's sentence, the two before, and the title."""
    home = int(inputs.grid.sentence[trigger])
    sentences = sorted({0, *range(max(0, home - _BACK), home + 1)})
    tokens = np.concatenate([np.arange(*inputs.sentences[number]) for number in sentences])
    near = (tokens != trigger) & ((np.abs(tokens - trigger) < _FAR) | (tokens < _FAR))
    chosen: Ints = tokens[inputs.mentionable[tokens] & near]
    return chosen


def expressions(inputs: "Inputs", trigger: int) -> list[Expression]:
    """The expressions of the trigger's sentence."""
    first, last = inputs.sentences[int(inputs.grid.sentence[trigger])]
    return [one for one in inputs.expressions if first <= one.first < last and abs(one.first - trigger) < _FAR]


def voice_window(inputs: "Inputs", trigger: int, mentions: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The mentions of voices that may tell the trigger: those of its sentence and of the three before."""
    home = int(inputs.grid.sentence[trigger])
    low = max(inputs.sentences[max(0, home - _VOICE_BACK)][0], trigger - 2 * _FAR)
    high = min(inputs.sentences[home][1], trigger + _FAR)
    return [mention for mention in mentions if low <= mention[0] < high]
