"""Places: the namesake that the document means, and how far from it the words allow the event to be."""

import math

from isnad.knowledge.gazetteer import load_gazetteer
from isnad.languages.ar.place_words import Relation, place_words
from isnad.model import Place, PlaceReference, Span
from isnad.reading.candidates import Expression
from isnad.reading.sight import Sight

_RADIUS = {"country": 400.0, "governorate": 60.0, "region": 60.0, "city": 10.0, "sea": 300.0, "district": 3.0}
_USUAL_RADIUS = 5.0


def place_reference(sight: Sight, one: Expression) -> PlaceReference | None:
    """The place of an expression with the words of relation before it; no point where the gazetteer is not sure.

    None for a word that may be a place but is neither sure to be one nor called one.

    The radius never gets smaller than the place as named: what is planned is placed no finer than it was published.
    """
    keys, words = sight.page.tokens.keys, place_words()
    first = one.first
    kind = words.nouns.get(keys[first - 1]) if first else None
    if first and keys[first - 1] in words.nouns:
        first -= 1
    related = words.relation_before(keys, first)
    text = sight.document.text
    span = Span(*sight.page.span(first, one.last))
    place = load_gazetteer().resolve(str(one.value), countries=sight.countries, kinds=(kind,) if kind else ())
    said = Span(*sight.page.span(related[0], first)).of(text) if related else None
    if place is None and kind is None:
        return None
    if place is None:
        return PlaceReference(span, span.of(text), relation=said)
    lat, lon, radius = _point(place, related[1] if related else None)
    return PlaceReference(span, place.name, lat, lon, said, radius, place.country, place.geonames)


def _point(place: Place, relation: Relation | None) -> tuple[float, float, float]:
    """The point as published: a relation widens the radius by its offset and never moves the point itself."""
    radius = _RADIUS.get(place.kind, _USUAL_RADIUS)
    if relation is None:
        return place.lat, place.lon, radius
    return place.lat, place.lon, max(radius, math.hypot(relation.km, relation.radius))
