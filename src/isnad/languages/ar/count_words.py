"""Which words say what a number of people beside them counts: the dead, the injured, the detained."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from isnad.errors import BadData
from isnad.model import COUNTS, Count

FILE = Path(__file__).parent / "lexicon" / "counts.yaml"


@cache
def counted_by() -> Mapping[str, Count]:
    """The count that each trigger lemma gives its number to. Raises BadData for one that is listed twice."""
    data = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    found: dict[str, Count] = {}
    for name in COUNTS:
        for entry in data.get(name, ()):
            if entry["lemma"] in found:
                raise BadData(f"{FILE.name}: {entry['lemma']} is listed twice")
            found[entry["lemma"]] = name
    return found
