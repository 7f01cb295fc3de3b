"""What the words of a cited voice say of whoever speaks: a kind of people, a rank, a mouthpiece, a medium."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from isnad.languages.ar.particles import particles
from isnad.languages.ar.tokenizer import tokenize
from isnad.text.normal import normalise

FILE = Path(__file__).parent / "lexicon" / "speakers.yaml"
LISTS = ("nobody", "titles", "mouthpieces", "behalf", "bodies", "media")
_ARTICLE = "ال"
_COMMAS = ("،", ",")
_PREPOSITIONS = frozenset(particles("prepositions"))
_LETTERS = re.compile(r"\w[\w'’-]+")
_ENDING = re.compile(r"(?<=...)(?:يين|يون|يات|ات|ون|ين|يه|ا|ه|ي)$")


@dataclass(frozen=True, slots=True)
class Speakers:
    """Stems by what they say. ``kinds`` leads to the kind of people; ``overlap`` are kinds that may be one person."""

    kinds: Mapping[str, str]
    overlap: frozenset[frozenset[str]]
    nobody: frozenset[str]
    titles: frozenset[str]
    mouthpieces: frozenset[str]
    behalf: frozenset[str]
    bodies: frozenset[str]
    media: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a voice without clitics and prepositions: as keys, without the article, and as stems.

    ``comma``: how many stand before one. ``alone``: none but a preposition or a clitic follows the first.
    """

    keys: tuple[str, ...]
    plain: tuple[str, ...]
    stems: tuple[str, ...]
    comma: int | None = None
    alone: bool = False

    def definite(self, place: int) -> bool:
        """Whether the word in that place has the article."""
        return self.keys[place] != self.plain[place] and self.keys[place].startswith(_ARTICLE)


@cache
def speakers() -> Speakers:
    """The lexicon by stems."""
    data: dict[str, list[dict[str, Any]]] = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    kinds = {form: entry["kind"] for entry in data["kinds"] for form in _forms(entry)}
    overlap = frozenset(frozenset(entry["of"]) for entry in data["overlap"])
    lists = {name: frozenset(form for entry in data[name] for form in _forms(entry)) for name in LISTS}
    return Speakers(kinds, overlap, **lists)


@lru_cache(1 << 16)
def spoken(words: str) -> Words:
    """The words of a voice, taken apart."""
    found = tokenize(normalise(words)).keys
    keys = tuple(key for key in found if _said(key))
    comma = next((place for place, key in enumerate(found) if key in _COMMAS), None)
    before = sum(1 for key in found[:comma] if _said(key)) if comma is not None else None
    alone = len(found) < 2 or not _said(found[1])
    return Words(keys, tuple(_plain(key) for key in keys), tuple(stem(key) for key in keys), before, alone)


def stem(key: str) -> str:
    """A folded word without the article and one ending of gender, number or belonging."""
    return _ENDING.sub("", _plain(key))


def _plain(key: str) -> str:
    return key[2:] if key.startswith(_ARTICLE) and len(key) > 4 else key.casefold()


def _said(key: str) -> bool:
    return _LETTERS.fullmatch(key) is not None and key not in _PREPOSITIONS


def _forms(entry: Mapping[str, Any]) -> list[str]:
    return [stem(form) for form in (entry["key"], *entry.get("also", ()))]
