"""Canonical names over the words: the knowledge base's actors, offices by date, and names first met in the document."""

from datetime import date
from functools import cache

from isnad.cache import compiled
from isnad.knowledge.actors import Actors, Title, load_actors
from isnad.knowledge.entries import ACTORS
from isnad.model import Actor
from isnad.reading.sight import Sight
from isnad.reading.voices import Voice


@cache
def knowledge() -> Actors:
    """The knowledge base, loaded once."""
    return compiled("actors", sorted(ACTORS.rglob("*.yaml")), load_actors)


def actor_in(sight: Sight, first: int, last: int) -> Actor | None:
    """Whom tokens ``first`` up to ``last`` name: a person, who holds the office, or whom the words begin with."""
    hits = [(a, b, found) for a, b, found in sight.layers.named if first <= a and b <= last]
    people = [one for _, _, found in hits for one in found if isinstance(one, Actor) and one.kind == "person"]
    if people:
        return people[0]
    for begin, _, found in hits:
        if begin > first + 1:
            break
        if chosen := _of(found, sight.document.published):
            return chosen
    return None


def _of(found: tuple[Actor | Title, ...], day: date | None) -> Actor | None:
    for one in found:
        if isinstance(one, Actor):
            return one
        if one.of and day and (holder := knowledge().holder(one.role, one.of, day)):
            return holder
    return None


def name_of(sight: Sight, first: int, last: int) -> tuple[str, str | None]:
    """The canonical name and the actor's id; the words as published where the knowledge base has nobody."""
    actor = actor_in(sight, first, last)
    return (actor.name, actor.id) if actor else (sight.page.published(first, last), None)


def affiliation_of(sight: Sight, voice: Voice) -> str | None:
    """The body or country that the words of a voice tie it to, in English; None where they tie it to none."""
    for mention in voice.mentions:
        for begin, last, found in sight.layers.named:
            inside = mention.first < begin and last <= mention.last
            known = [one for one in found if isinstance(one, Actor) and one.kind not in ("person", "people")]
            if inside and known:
                return known[0].name
    return None
