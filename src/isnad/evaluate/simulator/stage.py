"""Where the simulated world plays: theatres with their parties and places, the states, and who prints."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from math import hypot
from random import Random
from typing import Any

from isnad.evaluate.simulator.nouns import Body, Kind, Spot, Voice
from isnad.evaluate.simulator.words import bars, data
from isnad.knowledge.actors import known_actors
from isnad.knowledge.gazetteer import read_supplement
from isnad.languages.ar.place_words import place_words
from isnad.text.normal import key

_RADIUS = {"country": 400.0, "governorate": 60.0, "region": 60.0, "city": 10.0}
_ROLES = ("state", "rebels", "government", "police", "health", "watch")
_NEAR = 1.5
"""How far from a town, in degrees, a governorate may lie that a witness names in its stead."""
_MOST_TOWNS = 45


@dataclass(frozen=True, slots=True)
class Theatre:
    """A conflict: its parties by role, its towns from the one most in the news on, and what is named in their stead."""

    country: str
    roles: Mapping[str, Body]
    towns: tuple[Spot, ...]
    bars: tuple[float, ...]
    wider: Mapping[str, Spot]
    seat: Spot


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who prints. ``voice`` is how others cite it; ``country`` None: it prints of everywhere."""

    name: str
    voice: Voice
    size: float
    country: str | None
    wire: bool


def body(row: Mapping[str, Any]) -> Body:
    """The party of a row of data."""
    actor = known_actors().by_id[row["id"]] if "id" in row else None
    level = known_actors().by_id[row["level"]] if "level" in row else None
    above = Body(level.names[0], "f", level.name, level.id) if level else None
    also = (row["also"][0], row["also"][1]) if "also" in row else None
    return Body(row["ar"], row["g"], actor.name if actor else row["ar"], actor.id if actor else None, above, also)


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds of happening."""
    return tuple(_kind(row) for row in data("kinds"))


def _kind(row: Mapping[str, Any]) -> Kind:
    clauses = {name: tuple(row.get(name, ())) for name in ("say", "that", "head", "deed", "plan")}
    clauses["plan"] = clauses["plan"] or tuple(_signed(deed) for deed in clauses["deed"])
    return Kind(
        row["kind"],
        row["type"],
        row["share"],
        row["series"],
        tuple((who[0], who[1]) for who in row["who"]),
        row["place"],
        row["counts"],
        row.get("people", "person"),
        (row["noun"][0], row["noun"][1]),
        row["held"],
        row.get("unsigned", 0.08),
        row.get("speech", False),
        tuple(row.get("topics", ())),
        clauses,
    )


def _signed(deed: str) -> str:
    """The deed with its doer."""
    return deed.replace("[ {time}]", "[ من جانب {actor}][ {time}]")


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    return tuple(read_supplement())


@cache
def _spots(country: str) -> tuple[tuple[str, Spot], ...]:
    return tuple((row["kind"], _spot(row)) for row in _rows() if row.get("country") == country)


def _spot(row: Mapping[str, Any]) -> Spot:
    radius = _RADIUS.get(row["kind"], 5.0)
    return Spot(row["ar"][0], row["en"], row["lat"], row["lon"], radius, row.get("country"), row.get("geonames"))


def spot(ar: str, country: str) -> Spot:
    """The city of that name in a country, as it is written here."""
    row = next(row for row in _rows() if row.get("country") == country and row["kind"] == "city" and ar in row["ar"])
    return replace(_spot(row), ar=ar)


@cache
def theatres() -> tuple[Theatre, ...]:
    """All theatres."""
    return tuple(_theatre(row) for row in data("theatres"))


def _theatre(row: Mapping[str, Any]) -> Theatre:
    country = row["country"]
    names = [one.ar for _, one in _spots(country)]
    called = place_words().nouns
    words = {row["en"] for row in _rows() if row.get("ambiguous")}
    towns = [
        one for kind, one in _spots(country) if kind == "city" and names.count(one.ar) == 1 and one.name not in words
    ]
    towns = [one for one in towns if key(one.ar.split()[0]) not in called]
    random = Random(country)
    random.shuffle(towns)
    chosen = tuple(towns[:_MOST_TOWNS])
    wide = [one for kind, one in _spots(country) if kind in ("governorate", "region")]
    land = next(one for kind, one in _spots(country) if kind == "country")
    wider = {
        town.name: min((one for one in wide if _apart(one, town) < _NEAR), key=lambda w: _apart(w, town), default=land)
        for town in chosen
    }
    roles = {role: body(row[role]) for role in _ROLES}
    heaped = tuple(bars([1.0 / (rank + 1) for rank in range(len(chosen))]))
    return Theatre(country, roles, chosen, heaped, wider, spot(row["seat"], country))


def _apart(one: Spot, other: Spot) -> float:
    return hypot(one.lat - other.lat, one.lon - other.lon)


@cache
def nations() -> tuple[tuple[Body, Spot], ...]:
    """States with their seats, the busiest first."""
    return tuple((body(row), spot(row["seat"], row["country"])) for row in data("states")["states"])


@cache
def bodies(name: str) -> tuple[Body, ...]:
    """The bodies of a list of `states.yaml`: helpers, pleaders or crowds."""
    return tuple(body(row) for row in data("states")[name])


@cache
def outlets() -> tuple[Outlet, ...]:
    """All outlets, agencies first."""
    return tuple(_outlets())


def _outlets() -> Iterator[Outlet]:
    rows = data("outlets")
    for row in (*rows["wires"], *rows["local"]):
        name = known_actors().by_id[row["id"]].name
        voice = Voice(f"m:{row['id']}", "media", (row["ar"],), "f", name, row["id"])
        yield Outlet(row["ar"], voice, row.get("size", 4), row.get("country"), True)
    for row in rows["outlets"]:
        cited = f"{row['noun']} {row['ar']}"
        g = "m" if row["noun"] == "موقع" else "f"
        voice = Voice(f"m:{row['ar']}", "media", (cited, row["ar"]), g, cited)
        yield Outlet(row["ar"], voice, row["size"], row.get("country"), False)


@cache
def printing(country: str | None) -> tuple[tuple[Outlet, ...], tuple[float, ...]]:
    """The outlets that print of a country and how often each is chosen, heaped up."""
    chosen = tuple(one for one in outlets() if one.country is None or one.country == country)
    return chosen, tuple(bars([one.size for one in chosen]))
