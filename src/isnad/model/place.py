"""Where things happen."""

import math
from dataclasses import dataclass

_EARTH_KM = 12742.0
"""The diameter."""


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the gazetteer: English name with country, point in degrees, ISO country, kind, people living there.

    ``ambiguous`` names count as a place only in company (after a word such as مدينة, or a preposition of place).
    """

    name: str
    lat: float
    lon: float
    country: str | None
    kind: str
    population: int = 0
    geonames: int | None = None
    ambiguous: bool = False


def great_circle_km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """The great-circle distance of two points in degrees."""
    a, b = math.radians(lat), math.radians(lat2)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon) / 2) ** 2
    return _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
