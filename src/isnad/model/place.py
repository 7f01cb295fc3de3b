"""Where things happen."""

from dataclasses import dataclass


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
