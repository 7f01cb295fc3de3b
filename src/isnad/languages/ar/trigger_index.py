"""The readings of every spelling of the trigger words, kept small: a reading is built when it is asked for.

A hundred thousand spellings share two short tables, of words and of kinds of form; a code stands for a pair of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from isnad.languages.ar.verbs import Features, FormClass

Kind = tuple[FormClass, Features]
_KINDS = 1 << 12


@dataclass(frozen=True, slots=True)
class TriggerType:
    """An event type that a word can stand for; ``weak``: only in some company (عملية، دعم)."""

    name: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Companion:
    """A preposition that marks another participant of the trigger, and that participant's role."""

    preposition: str
    role: str = "target"


@dataclass(frozen=True, slots=True)
class TriggerForm:
    """One reading of a spelling: what it can trigger and which form of which word it is.

    ``types`` has the entry's own type first. ``light`` are the lemmas of the light verbs that take the word, ``mode``
    is PLOVER's where the word shows one.
    """

    lemma: str
    types: tuple[TriggerType, ...]
    pos: FormClass
    features: Features
    mode: str | None = None
    light: tuple[str, ...] = ()
    companions: tuple[Companion, ...] = ()


@dataclass(frozen=True, slots=True)
class TriggerWord:
    """What all forms of one entry share."""

    lemma: str
    types: tuple[TriggerType, ...]
    mode: str | None = None
    light: tuple[str, ...] = ()
    companions: tuple[Companion, ...] = ()

    def form(self, kind: Kind) -> TriggerForm:
        """The reading of a form of that kind."""
        return TriggerForm(self.lemma, self.types, *kind, self.mode, self.light, self.companions)


class TriggerIndex(Mapping[str, tuple[TriggerForm, ...]]):
    """From key to readings. It pickles small and compares equal by what it holds."""

    def __init__(self) -> None:
        self._words: list[TriggerWord] = []
        self._kinds: list[Kind] = []
        self._places: dict[Kind, int] = {}
        self._codes: dict[str, list[int]] = {}

    def add(self, word: TriggerWord, forms: Iterable[tuple[str, Kind]]) -> None:
        """Enter a word under the keys of its forms; a reading that is there already is not entered twice."""
        self._words.append(word)
        for key, kind in forms:
            place = self._places.setdefault(kind, len(self._kinds))
            if place == len(self._kinds):
                self._kinds.append(kind)
            codes = self._codes.setdefault(key, [])
            code = (len(self._words) - 1) * _KINDS + place
            if code not in codes:
                codes.append(code)

    def __getitem__(self, key: str) -> tuple[TriggerForm, ...]:
        return tuple(self._reading(code) for code in self._codes[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def __contains__(self, key: object) -> bool:
        return key in self._codes

    def _reading(self, code: int) -> TriggerForm:
        word, kind = divmod(code, _KINDS)
        return _form(self._words[word], self._kinds[kind])


@lru_cache(maxsize=16384)
def _form(word: TriggerWord, kind: Kind) -> TriggerForm:
    return word.form(kind)
