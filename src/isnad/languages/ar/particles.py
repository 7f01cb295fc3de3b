"""Small words that the reader looks at by themselves: prepositions, what opens a told clause, what says "the same"."""

from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "lexicon" / "particles.yaml"


@cache
def particles(name: str) -> tuple[str, ...]:
    """The keys of a list of the lexicon, `prepositions`, `that` or `same`, in its order."""
    data = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return tuple(entry["key"] for entry in data[name])
