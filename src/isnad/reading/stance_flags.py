"""What stands around a trigger and tells its stance: cues and how far off they are, the words before, tense, dates."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from isnad.languages.ar.cues import CUES
from isnad.languages.ar.times import TimeExpression
from isnad.languages.recurrent import Floats, Ints
from isnad.reading.events import Trigger
from isnad.reading.labels import TYPES
from isnad.reading.layers import FORMS
from isnad.reading.sight import Sight
from isnad.text.tokens import Kind

_CLASSES = (
    "negation", "denial", "report:denying", "planned", "predicted", "possible", "wanted", "condition", "purpose",
    "attempt", "threat", "report:distancing",
)  # fmt: skip
_COLUMNS = [CUES.index(name) for name in _CLASSES]
_STEPS = np.array([1, 2, 3, 5, 8, 14])
_PRESENT = FORMS.index("present")
_ANCESTORS = 4
_WIDTH = len(_CLASSES) * (2 * (len(_STEPS) + 1) + 6) + len(FORMS) + 1 + 4 * len(TYPES) + 6

Bools = npt.NDArray[np.bool_]


def width(words: int) -> int:
    """How many flags a trigger has, with so many words that are known before one."""
    return _WIDTH + 3 * words


def stance_flags(sight: Sight, triggers: Sequence[Trigger], words: Sequence[str]) -> Floats:
    """Shape (triggers, width). ``words`` are the keys that are known right before a trigger."""
    made = np.zeros((len(triggers), width(len(words))), dtype=np.float32)
    for row, trigger in zip(made, triggers, strict=True):
        row[:] = _flags(sight, trigger, words)
    return made


def _flags(sight: Sight, trigger: Trigger, words: Sequence[str]) -> Floats:
    layers, at = sight.layers, trigger.first
    first, last = sight.inputs.sentences[int(sight.inputs.grid.sentence[at])]
    cues = layers.cues[first:last, _COLUMNS] > 0
    events = layers.triggers[first:last, : len(TYPES)] > 0
    signs = (np.asarray(sight.page.tokens.kinds[first:last]) & int(Kind.SIGN)) > 0
    ends = np.flatnonzero(events.any(1) | signs)
    own = np.zeros(len(TYPES), dtype=bool)
    own[TYPES.index(trigger.type)] = True
    return np.concatenate(
        [
            _distances(cues, ends, at - first).ravel(),
            _related(layers.syntax.heads[first:last] - first, cues, at - first).ravel(),
            layers.forms[at],
            own,
            _event_before(events, signs, at - first),
            _words_before(sight.page.tokens.keys[first:at], words, present=bool(layers.forms[at, _PRESENT])),
            _setting(sight, at, first, last),
        ]
    ).astype(np.float32)


def _distances(cues: Bools, ends: Ints, at: int) -> Bools:
    """For each class how far before the trigger its last cue stands, the same where nothing stands between, and after.

    Shape (classes, 16). ``ends`` are the places of other triggers and of signs.
    """
    steps = len(_STEPS) + 1
    made = np.zeros((len(_CLASSES), 2 * steps + 2), dtype=bool)
    limit = int(ends[ends < at].max(initial=-1))
    for column in np.flatnonzero(cues.any(0)).tolist():
        places = np.flatnonzero(cues[:, column])
        if (last := int(places[places < at].max(initial=-1))) >= 0:
            step = int(np.searchsorted(_STEPS, at - last))
            made[column, step] = True
            made[column, steps + step] = last >= limit
        after = int(places[places > at].min(initial=len(cues) + 9)) - at
        made[column, -2:] = after <= 2, after <= 6
    return made


def _related(heads: Ints, cues: Bools, at: int) -> Bools:
    """For each class whether it governs the trigger, from further above, depends on it, or is it: (classes, 4)."""
    above: list[int] = []
    place = at
    while len(above) < _ANCESTORS and heads[place] != place:
        place = int(heads[place])
        above.append(place)
    below = [one for one in np.flatnonzero(heads == at).tolist() if one != at]
    return np.stack([cues[above[:1]].any(0), cues[above[1:]].any(0), cues[below].any(0), cues[at]], axis=1)


def _event_before(events: Bools, signs: Bools, at: int) -> Bools:
    """The types of the last trigger word before, where it is near, less near, and not cut off by a sign: (60,)."""
    made = np.zeros((3, len(TYPES)), dtype=bool)
    if (last := int(np.flatnonzero(events[:at].any(1)).max(initial=-1))) >= 0:
        far = at - last
        made[:] = [events[last] * (far <= 4), events[last] * (4 < far <= 9), events[last] * (not signs[last:at].any())]
    return made.ravel()


def _words_before(keys: Sequence[str], words: Sequence[str], *, present: bool) -> Bools:
    """Which of the words stands right before, right before a present tense, and one further off: (3 * words,)."""
    one, two = ([None, None, *keys][-1], [None, None, *keys][-2])
    near = np.array([word == one for word in words], dtype=bool)
    return np.concatenate([near, near & present, np.array([word == two for word in words], dtype=bool)])


def _setting(sight: Sight, at: int, first: int, last: int) -> Bools:
    """Whether the sentence has a day to come, one gone by, is the headline; if the word is quoted, verb or noun."""
    day, layers = sight.document.published, sight.layers
    times = [one.value for one in layers.expressions if first <= one.first < last]
    days = [one for one in times if isinstance(one, TimeExpression) and one.first and one.last]
    return np.array(
        [
            any(one.first > day for one in days if day and one.first),
            any(one.last < day for one in days if day and one.last),
            first == 0,
            layers.quotes[at] > 0,
            layers.syntax.tags[at].startswith("VERB"),
            layers.syntax.tags[at].startswith("NOUN"),
        ]
    )
