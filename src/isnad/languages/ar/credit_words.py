"""Words by which a page says whose text it prints, and lines that are no part of the story."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from isnad.errors import BadData
from isnad.text.normal import key

FILE = Path(__file__).parent / "lexicon" / "credits.yaml"
SECTIONS = (
    "agencies",
    "services",
    "many",
    "taken",
    "labels",
    "no_names",
    "bylines",
    "related",
    "openings",
    "lines",
)
_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class CreditWords:
    """The lexicon. Names are by their ``letters``, values are ids of actors; patterns are for folded lines.

    ``labels`` and ``taken`` match at the beginning of a line, the words themselves and the signs around them; so do
    ``bylines``, ``related`` and ``openings``. ``services`` are folded words.
    """

    agencies: Mapping[str, str]
    services: Mapping[str, str]
    many: frozenset[str]
    no_names: frozenset[str]
    lines: frozenset[str]
    taken: re.Pattern[str]
    labels: re.Pattern[str]
    bylines: re.Pattern[str]
    related: re.Pattern[str]
    openings: re.Pattern[str]


def letters(name: str) -> str:
    """A name without spaces and signs, folded: أ.ف.ب, ا ف ب and (أ ف ب) are one."""
    return _LETTERS.sub("", key(name))


@cache
def credit_words() -> CreditWords:
    """The lexicon. Raises BadData naming the entry that cannot be read."""
    data: dict[str, list[dict[str, Any]]] = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    try:
        words = {name: [str(entry["words"]) for entry in data[name]] for name in SECTIONS}
        actors = {name: [str(entry["actor"]) for entry in data[name]] for name in ("agencies", "services")}
    except KeyError as error:
        raise BadData(f"{FILE.name}: an entry or the file lacks {error}") from error
    return CreditWords(
        agencies=dict(zip(map(letters, words["agencies"]), actors["agencies"], strict=True)),
        services=dict(zip(map(key, words["services"]), actors["services"], strict=True)),
        many=frozenset(map(letters, words["many"])),
        no_names=frozenset(map(letters, words["no_names"])),
        lines=frozenset(map(letters, words["lines"])),
        **{name: _opening(words[name]) for name in ("taken", "labels", "bylines", "related", "openings")},
    )


def _opening(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(map(key, phrases), key=len, reverse=True)
    return re.compile(rf"[\W_]*(?:{'|'.join(map(re.escape, longest_first))})(?!\w)[\W_]*")
