"""The places of the world under their Arabic names: our reviewed supplement first, then GeoNames.

A name seldom belongs to one place alone, so a key leads to candidates, and a document's own countries choose among
them. The supplement is `places/*.yaml`; `places/geonames.tsv.gz` is built by `training/build_gazetteer.py` from
GeoNames (CC BY 4.0).
"""

import gzip
import math
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from isnad.cache import compiled
from isnad.errors import BadData
from isnad.model.place import Place
from isnad.text.normal import key as to_key

KINDS = {
    *("country", "governorate", "region", "district", "city", "village", "camp", "island"),
    *("base", "airport", "crossing", "port", "oil-field", "dam", "building", "road", "border"),
    *("mountain", "river", "sea", "strait"),
}
_PLACES = Path(__file__).parent / "places"
_REVIEWED = 4.0
"""What a reviewed entry is worth beside one of GeoNames: as much as ten thousand times the people."""
_OF_KIND = {"country": 9.0, "capital": 1.5, "city": 0.3, "governorate": 0.2, "region": 0.2, "village": -0.3}
_HOME = 8.0
"""What the country that a document speaks of most is worth: more than review and size together."""
_ASKED = 3.0
"""What being of the kind that the text names (مخيم, مطار) is worth."""
_CITY = 100_000
"""Below this an unreviewed place counts only in a document that speaks of its country."""


def read_supplement() -> Iterator[dict[str, Any]]:
    """The entries of the supplement, file by file; raises BadData for an unknown kind or a point off the globe."""
    for path in sorted(_PLACES.glob("*.yaml")):
        for entry in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader):
            if entry["kind"] not in KINDS or abs(entry["lat"]) > 90 or abs(entry["lon"]) > 180:
                raise BadData(f"{path.name}: {entry['en']}: kind or point is wrong")
            yield entry


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place and how likely it is meant before the document is asked; higher is likelier."""

    prior: float
    place: Place
    reviewed: bool


def _prior(place: Place, *, reviewed: bool, kind: str) -> float:
    return math.log10(place.population + 10) + _OF_KIND.get(kind, 0.0) + _REVIEWED * reviewed


def _letters(key: str) -> str:
    """The letters of a key, as they are written together: لل for ل and ال."""
    return "".join(filter(str.isalnum, key)).replace("لال", "لل")


def _last(ranked: Ranked) -> float:
    return -ranked.prior


class Gazetteer:
    """Places by key. `candidates` is in falling order of prior; `resolve` asks the document."""

    def __init__(self) -> None:
        self._ranked: dict[str, list[Ranked]] = defaultdict(list)
        self._deictic: dict[str, list[Ranked]] = defaultdict(list)
        self._rows: dict[str, list[str]] = defaultdict(list)
        self._same: dict[str, Place] = {}
        self._countries: dict[str, str] = {}
        self._letters: dict[str, str] = {}

    def keys(self) -> Iterator[str]:
        """Every key that `candidates` knows, deictic ones (البلاد, العاصمة) left out, in no order."""
        yield from self._ranked
        yield from (key for key in self._rows if key not in self._ranked and key not in self._deictic)

    def deictic_keys(self) -> Iterator[str]:
        """Keys that name a place only through the country a document speaks of: البلاد, العاصمة, شمال البلاد."""
        yield from self._deictic

    def deictic(self, key: str) -> bool:
        """Whether a key is one of `deictic_keys`."""
        return self._filed(key) in self._deictic

    def candidates(self, key: str) -> tuple[Place, ...]:
        """The places of that name, likeliest first; empty for a name nobody bears."""
        return tuple(ranked.place for ranked in self._of(key))

    def ambiguous(self, key: str) -> bool:
        """Whether the name is a word or a person's name before it is a place; a deictic one is not."""
        ranked = self._of(key)
        return bool(ranked) and all(each.place.ambiguous for each in ranked)

    def kinds(self, key: str) -> set[str]:
        """What the likeliest place of that name is."""
        return {place.kind for place in self.candidates(key)[:1]}

    def weigh(self, keys: Iterable[str]) -> dict[str, float]:
        """How often the names speak of each country; a name that several countries share speaks of none."""
        counts: Counter[str] = Counter()
        for key in keys:
            ranked = [each for each in self._of(key) if not each.place.ambiguous]
            spoken = {each.place.country for each in ranked if each.reviewed} or {each.place.country for each in ranked}
            if len(spoken) == 1 and (country := spoken.pop()):
                counts[country] += 1
        return dict(counts)

    def resolve(self, key: str, *, countries: Mapping[str, float], kinds: Collection[str] = ()) -> Place | None:
        """The namesake that the document means, None where none is likely.

        ``countries``: how much the document speaks of each, in any unit. ``kinds``: what the words around the name
        call it. Where nothing calls it a place, a name that is a word as well (في بيان) means one only in a document
        that speaks of its country. A small unreviewed place of a country that is never spoken of is turned away.
        """
        most = max(countries.values(), default=0.0) or 1.0
        key = self._filed(key)
        pool = self._of(key)
        if key in self._deictic:
            pool = [each for each in self._deictic[key] if countries.get(each.place.country or "")]

        def fit(ranked: Ranked) -> float:
            home = countries.get(ranked.place.country or "", 0.0) / most
            return ranked.prior + _HOME * home + _ASKED * (ranked.place.kind in kinds)

        best = max(pool, key=fit, default=None)
        return best.place if best and self._likely(best, countries, called=bool(kinds)) else None

    def _likely(self, ranked: Ranked, countries: Mapping[str, float], *, called: bool) -> bool:
        """Whether a document that speaks of these countries may mean a place; ``called``: a noun says it is one."""
        spoken = bool(countries.get(ranked.place.country or ""))
        if ranked.place.ambiguous and not called and ranked.place.kind != "country":
            return spoken and (ranked.reviewed or ranked.place.population >= _CITY)
        return spoken or ranked.reviewed or ranked.place.population >= _CITY or not any(countries.values())

    def _filed(self, key: str) -> str:
        """The key that a name is filed under, which a page may cut otherwise or put in quotation marks."""
        if " " not in key or key in self._ranked or key in self._rows or key in self._deictic:
            return key
        if not self._letters:
            for names in (self._rows, self._ranked, self._deictic):
                self._letters.update({_letters(name): name for name in names if " " in name})
        return self._letters.get(_letters(key), key)

    def _of(self, key: str) -> list[Ranked]:
        """The ranked places of a key; rows of GeoNames become places on first use."""
        key = self._filed(key)
        if key in self._deictic:
            return []
        if key in self._rows:
            new = [self._ranked_row(row, key) for row in self._rows.pop(key)]
            old = self._ranked[key]
            old.extend(each for each in new if all(each.place.geonames != there.place.geonames for there in old))
            old.sort(key=_last)
        return self._ranked.get(key, [])

    def _ranked_row(self, row: str, key: str) -> Ranked:
        number, name, lat, lon, country, people, names = row.split("\t")
        ambiguous = f"?{key}" in names.split("|")
        if number in self._same:
            place = replace(self._same[number], ambiguous=ambiguous)
            return Ranked(_prior(place, reviewed=True, kind=place.kind), place, True)
        place = Place(
            name=f"{name}, {self._countries.get(country, country)}",
            lat=float(lat),
            lon=float(lon),
            country=country,
            kind="city" if int(people) >= 5000 else "village",
            population=int(people),
            geonames=int(number),
            ambiguous=ambiguous,
        )
        return Ranked(_prior(place, reviewed=False, kind=place.kind), place, False)

    def add_row(self, row: str) -> None:
        """Take in a line of the built file."""
        for name in row[row.rindex("\t") + 1 :].split("|"):
            self._rows[name.removeprefix("?")].append(row)

    def add_entry(self, entry: Mapping[str, Any], *, population: int = 0) -> None:
        """Take in an entry of the supplement. ``ambiguous`` holds for its names of one word."""
        place = Place(
            name=entry["en"],
            lat=entry["lat"],
            lon=entry["lon"],
            country=entry.get("country"),
            kind=entry["kind"],
            population=population,
            geonames=entry.get("geonames"),
        )
        if place.geonames:
            self._same[str(place.geonames)] = place
        if place.kind == "country" and place.country:
            self._countries[place.country] = place.name
        prior = _prior(place, reviewed=True, kind="capital" if entry.get("capital") else place.kind)
        clear, unsure = Ranked(prior, place, True), Ranked(prior, replace(place, ambiguous=True), True)
        for name in entry["ar"]:
            ranked = unsure if entry.get("ambiguous") and " " not in name else clear
            insort(self._ranked[to_key(name)], ranked, key=_last)
        for name in entry.get("deictic", ()):
            insort(self._deictic[to_key(name)], clear, key=_last)


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the package, read once; compiled until one of its files changes."""
    return compiled("gazetteer", [Path(__file__), *_PLACES.iterdir()], _read)


def _read() -> Gazetteer:
    gazetteer = Gazetteer()
    rows = gzip.decompress((_PLACES / "geonames.tsv.gz").read_bytes()).decode().split("\n")
    people = {row[: row.index("\t")]: row.rsplit("\t", 2)[1] for row in rows}
    for entry in read_supplement():
        gazetteer.add_entry(entry, population=int(people.get(str(entry.get("geonames")), 0)))
    for row in rows:
        gazetteer.add_row(row)
    return gazetteer
