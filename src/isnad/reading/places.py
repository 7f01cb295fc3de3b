"""Places: the namesake that the document means, and how far from it the words allow the event to be."""

import math

from isnad.knowledge.gazetteer import load_gazetteer
from isnad.languages.ar.place_words import Relation, place_words
from isnad.model import Place, PlaceReference, Span
from isnad.reading.candidates import Expression
from isnad.reading.sight import Sight

_RADIUS = {"country": 400.0, "governorate": 60.0, "region": 60.0, "city": 10.0, "sea": 300.0, "district": 3.0}
_USUAL_RADIUS = 5.0
_WIDE = ("country", "sea")


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
    place = _meant(sight, one, kind)
    said = Span(*sight.page.span(related[0], first)).of(text) if related else None
    if place is None and kind is None:
        return None
    if place is None:
        return PlaceReference(span, span.of(text), relation=said)
    lat, lon, radius = _point(place, related[1] if related else None)
    return PlaceReference(span, place.name, lat, lon, said, radius, place.country, place.geonames)


def _meant(sight: Sight, one: Expression, kind: str | None) -> Place | None:
    """The place that an expression names, or points to through others (المدينة, البلاد, العاصمة)."""
    name = str(one.value)
    if load_gazetteer().deictic(name):
        return _capital_after(sight, one) or _deictic(sight, one, name)
    if _points_back(sight, one):
        return _pointed_back(sight, one, place_words().nouns[sight.page.tokens.keys[one.first]])
    return _resolve(sight, name, kind)


def _resolve(sight: Sight, name: str, kind: str | None = None) -> Place | None:
    return load_gazetteer().resolve(name, countries=sight.countries, kinds=(kind,) if kind else ())


def _points_back(sight: Sight, one: Expression) -> bool:
    """Whether a noun stands alone for a place that is named before it; its value is then that name."""
    key = sight.page.tokens.keys[one.first]
    return one.last - one.first == 1 and key in place_words().nouns and key != one.value


def _named_before(sight: Sight, one: Expression, start: int) -> list[Place]:
    """The places that are named from token ``start`` on and before an expression, in order."""
    near = [each for each in sight.layers.expressions if each.kind == "place" and start <= each.first < one.first]
    names = [str(each.value) for each in near if not _points_back(sight, each)]
    places = [_resolve(sight, name) for name in names if not load_gazetteer().deictic(name)]
    return [place for place in places if place]


def _pointed_back(sight: Sight, one: Expression, kind: str | None) -> Place | None:
    """The last place of the kind, of the country that the document speaks of most where one of it was named.

    A word that says no more than that it is an area (المنطقة) points to what is less than a country.
    """
    named = _named_before(sight, one, 0)
    fit = [place for place in named if (place.kind == kind if kind else place.kind not in _WIDE)]
    fit = [place for place in fit if place.country == sight.home] or fit
    return fit[-1] if fit else _resolve(sight, str(one.value))


def _deictic(sight: Sight, one: Expression, name: str) -> Place | None:
    """In the country of the place named last before it in the sentence, else in that of the document.

    A part of a country that has no entry (شرق البلاد) is the country.
    """
    sentence = next((places for places in sight.page.sentences if one.first in places), range(0))
    near = [place.country for place in _named_before(sight, one, sentence.start) if place.country]
    there = load_gazetteer().resolve(name, countries={near[-1]: 1.0}) if near else None
    return there or _resolve(sight, name) or _resolve(sight, name.rpartition(" ")[2])


def _capital_after(sight: Sight, one: Expression) -> Place | None:
    """The city that a capital is called by right after it: العاصمة دمشق, العاصمة الفنلندية هلسنكي."""
    keys = sight.page.tokens.keys
    if place_words().nouns.get(keys[one.first]) != "city" or one.last == len(keys):
        return None
    begins = {one.last, one.last + keys[one.last].startswith("ال")}
    near = [each for each in sight.layers.expressions if each.kind == "place" and each.first in begins]
    places = [_resolve(sight, str(each.value)) for each in near]
    return next((place for place in places if place and place.kind == "city"), None)


def _point(place: Place, relation: Relation | None) -> tuple[float, float, float]:
    """The point as published: a relation widens the radius by its offset and never moves the point itself."""
    radius = _RADIUS.get(place.kind, _USUAL_RADIUS)
    if relation is None:
        return place.lat, place.lon, radius
    return place.lat, place.lon, max(radius, math.hypot(relation.km, relation.radius))
