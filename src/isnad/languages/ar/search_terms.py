"""The terms that an Arabic word shares with its other forms, for indexing and asking alike.

Errs on the side of finding: a word may have terms of another word that is written like it.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from isnad.cache import compiled
from isnad.languages.ar.tokenizer import cut
from isnad.languages.ar.triggers import FOLDER, triggers
from isnad.text.normal import fold
from isnad.text.tokens import Kind

VERSION = "ar-1"
"""Changes whenever the same word gets other terms, so that ledgers are indexed anew."""

PLURALS = Path(__file__).parent / "patterns" / "plurals.yaml"
_ARABIC = re.compile("[\u0621-\u064a]+")
_ARTICLE = re.compile("^ال(?=..)")
_ENDING = re.compile(r"(?<=..)(?:ات|ون|ين|ان|تين|تان|يه|ا|ه|ي)$")

Pattern = tuple[re.Pattern[str], tuple[str, ...]]


def search_terms(word: str) -> set[str]:
    """The terms of a word in folded spelling: its stems without clitics, article and ending, lemmas and singulars.

    A word in other letters has none beside itself.
    """
    if not _ARABIC.fullmatch(word):
        return set()
    stems = {_ARTICLE.sub("", stem) for stem in {word, *_pieces(word)}}
    found = stems | {_ENDING.sub("", stem) for stem in stems}
    for stem in stems:
        found.update(lemmas().get(stem, ()))
        found.update(singulars(stem))
    return {term for term in found if len(term) > 1}


def singulars(stem: str) -> Iterator[str]:
    """What the stem may be the broken plural of, without a final ه."""
    for plural, forms in _plurals():
        if found := plural.fullmatch(stem):
            yield from (re.sub(r"\d", lambda place: found[int(place[0])], form) for form in forms)


@cache
def lemmas() -> Mapping[str, tuple[str, ...]]:
    """The folded lemmas of every form in the trigger lexicons, by key."""
    return compiled("search-lemmas", [*FOLDER.glob("*.yaml"), Path(__file__)], _lemmas)


def _lemmas() -> dict[str, tuple[str, ...]]:
    index = triggers()
    return {key: tuple({fold(form.lemma): None for form in index[key]}) for key in index if " " not in key}


def _pieces(word: str) -> Iterator[str]:
    return (piece.key for piece in cut(word) if piece.kind == Kind.WORD)


@cache
def _plurals() -> list[Pattern]:
    rows = yaml.load(PLURALS.read_bytes(), yaml.CSafeLoader)
    return [(re.compile(row["plural"]), tuple(row["singular"])) for row in rows]
