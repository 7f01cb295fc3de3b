"""Words around the names of places: what kind a place is called, and where something is as seen from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from isnad.errors import BadData
from isnad.languages.ar.tokenizer import tokenize
from isnad.text.normal import key, normalise

FILE = Path(__file__).parent / "lexicon" / "places.yaml"
_ARTICLE = "ال"
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Relation:
    """What words of relation say: a ``bearing`` in degrees from north, how many ``km`` off, within which ``radius``."""

    name: str
    radius: float
    km: float = 0.0
    bearing: float | None = None


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Keys of the lexicon: kinds by noun (None: any), relations by words as tokens, the company of ambiguous names.

    ``endings`` are the last words of relations.
    """

    nouns: Mapping[str, str | None]
    relations: Mapping[str, Relation]
    company: frozenset[str]
    endings: frozenset[str]

    def relation_before(self, keys: list[str], place: int) -> tuple[int, Relation] | None:
        """The relation whose words end right before token ``place``, and where they begin; the longest words win."""
        if not place or keys[place - 1] not in self.endings:
            return None
        for size in range(_LONGEST, 0, -1):
            begin = place - size
            if begin >= 0 and (found := self.relations.get(" ".join(keys[begin:place]))):
                return begin, found
        return None


@cache
def place_words() -> PlaceWords:
    """The lexicon. Raises BadData naming the entry that cannot be read."""
    data: dict[str, list[dict[str, Any]]] = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    try:
        nouns = {
            form: entry["kind"] for entry in data["nouns"] for name in entry["forms"] for form in _with_article(name)
        }
        relations = {
            _tokens(words): Relation(
                entry["relation"], float(entry["radius"]), float(entry["km"]), entry.get("bearing")
            )
            for entry in data["relations"]
            for words in entry["words"]
        }
        company = frozenset(_tokens(words) for entry in data["company"] for words in entry["words"])
    except KeyError as error:
        raise BadData(f"{FILE.name}: an entry lacks {error}") from error
    endings = frozenset(words.rpartition(" ")[2] for words in relations)
    return PlaceWords(nouns, relations, company | nouns.keys(), endings)


def _with_article(name: str) -> tuple[str, str]:
    return key(name), key(_ARTICLE + name)


def _tokens(words: str) -> str:
    return " ".join(tokenize(normalise(words)).keys)
