"""Counts: how many people an event took, where the trigger itself says what its number counts."""

from dataclasses import replace

from isnad.languages.ar.count_words import counted_by
from isnad.languages.ar.cues import CUES
from isnad.languages.ar.numerals import Number
from isnad.model import Count
from isnad.reading.candidates import Expression, expressions
from isnad.reading.events import Trigger
from isnad.reading.labels import TYPES
from isnad.reading.layers import EXPRESSED
from isnad.reading.participants import Participants
from isnad.reading.sight import Sight

_AFTER = 3
_BEFORE = 2
_PEOPLE = [CUES.index(name) for name in ("person", "victim")]
_PLACE_NOUN = EXPRESSED.index("place-noun")


def add_counts(
    sight: Sight, trigger: Trigger, roles: Participants, around: dict[str, Expression]
) -> dict[str, Expression]:
    """The circumstances with the count that the trigger's word asks for, where the network left it empty."""
    around = {name: _whole(one) for name, one in around.items()}
    name = _asked(sight, trigger)
    if name is None or name in around:
        return around
    spans = [(trigger.first, trigger.last + _AFTER), *roles["actor" if name == "size" else "target"]]
    taken = {one.first for one in around.values()}
    near = [
        one
        for one in expressions(sight.inputs, trigger.first)
        if isinstance(one.value, Number)
        and not one.value.ordinal
        and one.first not in taken
        and (name == "size" or not counts_things(sight, one))
    ]
    fit = [one for one in near if any(a - _BEFORE <= one.first < b for a, b in spans)]
    if not fit:
        return around
    return around | {name: _whole(min(fit, key=lambda one: abs(one.first - trigger.first)))}


def counts_things(sight: Sight, one: Expression) -> bool:
    """Whether the word after a number is an event or a kind of place: three attacks on two churches."""
    layers, after = sight.layers, one.last
    if after >= len(layers.triggers):
        return False
    if any(form.lemma in counted_by() for form in layers.readings.get(after, ())):
        return False
    person = layers.cues[after, _PEOPLE].any()
    return bool((layers.triggers[after, : len(TYPES)].any() or layers.expressed[after, _PLACE_NOUN]) and not person)


def _whole(one: Expression) -> Expression:
    """Nobody counts people in thousandths: the point of 26.257 parts thousands."""
    number = one.value
    if not isinstance(number, Number) or number.low < 1 or number.low == int(number.low):
        return one
    return one._replace(value=replace(number, low=round(1000 * number.low), high=round(1000 * number.high)))


def _asked(sight: Sight, trigger: Trigger) -> Count | None:
    lemmas = {form.lemma for form in sight.layers.readings.get(trigger.first, ())}
    return next((name for lemma, name in counted_by().items() if lemma in lemmas), None)
