"""What the tests of reading are made of: texts, drafts, networks that say what a test wants, and networks of noise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from isnad.languages.ar.syntax import AFFIXES, analyse
from isnad.languages.recurrent import Floats, Ints, Packing, Weights
from isnad.model import Claim, Document, Reading, Source, Span
from isnad.model.ids import claim_id
from isnad.reading import reader
from isnad.reading.inputs import FLAGS, Columns, Inputs, Vocabulary
from isnad.reading.labels import FIELDS, KINDS, MODALITIES, ROLES, TYPES
from isnad.reading.network import Network
from isnad.reading.pairs import PAIR_FLAGS, VOICE_FLAGS
from isnad.reading.sight import Sight, look, share_states
from isnad.reading.stance_flags import width

DAY = date(2024, 5, 20)  # a Monday
CASES = Path(__file__).parent / "cases" / "ar"
_SURE = 9.0


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file of `tests/cases/ar`."""
    found: list[dict[str, Any]] = yaml.load((CASES / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return found


def document(text: str, *, id: str = "d1", published: date | None = DAY, outlet: str | None = "البريد") -> Document:
    """A document of the tests' own outlet."""
    return Document(id, text, published, outlet)


def span(text: str, words: str) -> Span:
    """Where the words stand in the text for the first time; ``words@2`` the second time."""
    words, _, time = words.partition("@")
    start = -1
    for _ in range(int(time or 1)):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def draft(document: Document, trigger: str, type: str = "ASSAULT", **said: Any) -> Claim:
    """A claim whose evidence is the whole text."""
    at = span(document.text, trigger)
    said.setdefault("sentence", Span(0, len(document.text)))
    return Claim(claim_id(document, trigger=at, type=type), at, type, **said)


def source(document: Document, id: str, words: str, kind: Any = "person", **said: Any) -> Source:
    """A voice that is mentioned once."""
    return Source(id, kind, (span(document.text, words),), **said)


def sight(text: str, *, published: date | None = DAY, network: Network | None = None) -> Sight:
    """A text as the stages see it."""
    return look([document(text, published=published)], network or noise())[0]


def tokens(sight: Sight, words: str) -> tuple[int, int]:
    """The tokens from the first that the words touch to the last; ``words@2`` for the second time they stand there."""
    at = span(sight.document.text, words)
    start, end = sight.page.normal.locate(at.start, at.end)
    return sight.page.token_at(start), sight.page.token_at(end - 1) + 1


@dataclass
class Script:
    """What a network is to say of a text, in the words of the text.

    ``chains`` are the voices of a trigger from the outlet inwards, ``stance`` is written ``-planned``. Words that stand
    in the text more than once are written ``words@2``.
    """

    triggers: Mapping[str, str] = field(default_factory=dict)
    voices: Mapping[str, Any] = field(default_factory=dict)
    chains: Mapping[str, Sequence[str]] = field(default_factory=dict)
    actors: Mapping[str, Sequence[str]] = field(default_factory=dict)
    targets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    stance: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read_as(text: str, *, published: date | None = DAY, **said: Any) -> Reading:
    """The reading of a text by a network that says just this."""
    seen, network = scripted(text, published=published, **said)
    return reader.decide(seen, network)


def scripted(text: str, *, published: date | None = DAY, **said: Any) -> tuple[Sight, "Scripted"]:
    """The sight of a text by a network that says just this, and the network."""
    seen = sight(text, published=published)
    network = Scripted(seen, Script(**said))
    share_states([seen], network)
    return seen, network


class Scripted(Network):
    """A network that answers what a script says of one sight; the state of a token is its number."""

    def __init__(self, sight: Sight, script: Script) -> None:
        super().__init__({}, noise().vocabulary)
        self.sight, self.script = sight, script

    def at(self, words: str) -> int:
        """The first token of the words."""
        return tokens(self.sight, words)[0]

    def states(self, inputs: Inputs | Columns, packing: Packing) -> Floats:
        return np.arange(len(inputs.word), dtype=np.float32)[:, None]

    def triggers(self, states: Floats, flags: Floats) -> Floats:
        return self._labels(len(states), {words: TYPES.index(kind) for words, kind in self.script.triggers.items()}, 20)

    def sources(self, states: Floats) -> Floats:
        return self._labels(len(states), {words: KINDS.index(kind) for words, kind in self.script.voices.items()}, 6)

    def participants(self, states: Floats) -> Floats:
        roles = [*self.script.actors.values(), *self.script.targets.values()]
        return self._labels(len(states), dict.fromkeys((words for named in roles for words in named), 0), 1)

    def stance(self, states: Floats, flags: Floats) -> Floats:
        said = {self.at(words): value for words, value in self.script.stance.items()}
        scores = np.full((len(states), len(MODALITIES) + 1), -_SURE, dtype=np.float32)
        for row, token in zip(scores, states[:, 0].tolist(), strict=True):
            polarity, modality = (value := said.get(int(token), "+actual"))[0], value[1:]
            row[MODALITIES.index(modality)] = _SURE
            row[-1] = _SURE if polarity == "-" else -_SURE
        return scores

    def pairs(self, name: str, states: Floats, left: Ints, right: Ints, flags: Floats) -> Floats:
        answers = {"role": self._roles, "expression": self._expressions, "voice": self._chains}[name]()
        width = {"role": len(ROLES), "expression": len(FIELDS), "voice": 2}[name]
        scores = np.full((len(left), width), -_SURE, dtype=np.float32)
        for row, (trigger, token) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
            for column in answers.get((trigger, token), ()):
                scores[row, column] = _SURE
        return scores

    def nothing(self, name: str, states: Floats, triggers: Ints, types: Floats) -> Floats:
        return np.zeros((len(triggers), {"nobody": len(ROLES), "nothing": len(FIELDS)}[name]), dtype=np.float32)

    def outlet(self, states: Floats) -> Floats:
        return np.zeros((len(states), 2), dtype=np.float32)

    def _labels(self, size: int, said: Mapping[str, int], kinds: int) -> Floats:
        """Probabilities of none, then begin and inside of each kind."""
        made = np.zeros((size, 1 + 2 * kinds), dtype=np.float32)
        made[:, 0] = 1
        for words, kind in said.items():
            first, last = tokens(self.sight, words)
            made[first:last, 0] = 0
            made[first, 1 + 2 * kind] = 1
            made[first + 1 : last, 2 + 2 * kind] = 1
        return made

    def _roles(self) -> dict[tuple[int, int], list[int]]:
        named = (
            (t, words, n)
            for n, said in enumerate((self.script.actors, self.script.targets))
            for t, words in said.items()
        )
        return self._answers((t, word, n) for t, words, n in named for word in words)

    def _expressions(self) -> dict[tuple[int, int], list[int]]:
        said = self.script.fields.items()
        return self._answers((t, words, FIELDS.index(name)) for t, named in said for name, words in named.items())

    def _chains(self) -> dict[tuple[int, int], list[int]]:
        said = self.script.chains.items()
        return self._answers((t, words, n) for t, chain in said for n, words in enumerate(reversed(chain)))

    def _answers(self, said: Any) -> dict[tuple[int, int], list[int]]:
        made: dict[tuple[int, int], list[int]] = {}
        for trigger, words, column in said:
            made.setdefault((self.at(trigger), self.at(words)), []).append(column)
        return made


HIDDEN = 5
CONTEXT = len(analyse(["في"], [(0, 1)]).states[0])
_WIDTHS = {"inputs": 8, "word": 4, "affix": 3, "tag": 4, "dep": 3}
_WORDS = ("في", "قال", "مصدر", "هجوم", "ان")
_TAGS = ("VERB:VBD", "NOUN:NN", "X")
_DEPS = ("nsubj", "obj", "root")
_BEFORE = ("لم", "قد")


@cache
def noise(seed: int = 0) -> Network:
    """A network of random weights: small, and free with its answers."""
    tables = ({word: n for n, word in enumerate(table, 1)} for table in (_WORDS, _TAGS, _DEPS))
    vocabulary = Vocabulary(*tables, _BEFORE)
    weights = random_weights(shapes(), seed)
    weights["trigger.3.bias"][0] += 3
    weights["source.3.bias"][0] += 2
    return Network(weights, vocabulary)


def shapes() -> dict[str, tuple[int, ...]]:
    """The arrays of a small network by name."""
    w, out, pair = _WIDTHS, 2 * HIDDEN, 6
    columns = 100 + CONTEXT + w["word"] + 2 * w["affix"] + w["tag"] + w["dep"] + FLAGS
    made: dict[str, tuple[int, ...]] = {
        "inputs.weight": (w["inputs"], columns),
        "word.weight": (len(_WORDS) + 1, w["word"]),
        "affix.weight": (AFFIXES, w["affix"]),
        "tag.weight": (len(_TAGS) + 1, w["tag"]),
        "dep.weight": (len(_DEPS) + 1, w["dep"]),
        "participant.weight": (3, out),
        "participant.bias": (3,),
    }
    for suffix in ("", "_reverse"):
        made |= lstm_shapes("layer", w["inputs"], HIDDEN, suffix=suffix)
    for name, columns, rows, last in (
        ("stance", out + width(len(_BEFORE)), len(MODALITIES) + 1, 3),
        ("trigger", out + FLAGS, 41, 3),
        ("source", out, 13, 3),
        ("nobody", out + len(TYPES), len(ROLES), 3),
        ("nothing", out + len(TYPES), len(FIELDS), 3),
        ("outlet", out, 2, 2),
    ):
        made |= {f"{name}.0.weight": (7, columns), f"{name}.0.bias": (7,)}
        made |= {f"{name}.{last}.weight": (rows, 7), f"{name}.{last}.bias": (rows,)}
    for name, flags, rows in (
        ("role", PAIR_FLAGS, len(ROLES)),
        ("expression", PAIR_FLAGS, len(FIELDS)),
        ("voice", VOICE_FLAGS, 2),
    ):
        made |= {f"{name}.left.weight": (pair, out), f"{name}.left.bias": (pair,), f"{name}.right.weight": (pair, out)}
        made |= {f"{name}.flags.weight": (pair, flags), f"{name}.out.weight": (rows, pair), f"{name}.out.bias": (rows,)}
    return made


def lstm_shapes(name: str, width: int, hidden: int, *, suffix: str = "") -> dict[str, tuple[int, ...]]:
    """The arrays of one direction of an LSTM layer."""
    return {
        f"{name}.weight_ih_l0{suffix}": (4 * hidden, width),
        f"{name}.weight_hh_l0{suffix}": (4 * hidden, hidden),
        f"{name}.bias_l0{suffix}": (4 * hidden,),
    }


def random_weights(shapes: Mapping[str, tuple[int, ...]], seed: int = 0) -> Weights:
    """Weights of these shapes."""
    random = np.random.default_rng(seed)
    return {name: random.normal(0, 1, shape).astype(np.float32) for name, shape in shapes.items()}
