"""Canonical names over the words: the knowledge base's actors, offices by date, and names first met in the document."""

from isnad.knowledge.actors import known_actors
from isnad.model import Actor
from isnad.reading.layers import Named
from isnad.reading.sight import Sight
from isnad.reading.voices import Voice

_GOVERNING = ("government", "authorities", "administration", "regime")


def actor_in(sight: Sight, first: int, last: int) -> Actor | None:
    """Whom tokens ``first`` up to ``last`` name: a person, who holds the office, or whom the words begin with."""
    hits = [hit for hit in sight.layers.named if first <= hit.first and hit.last <= last]
    meant = [(hit.first, one) for hit in hits if (one := _meant(sight, hit))]
    person = next((one for _, one in meant if one.kind == "person"), None)
    return person or next((one for begin, one in meant if begin <= first + 1), None)


def government_of(actor: Actor) -> str | None:
    """The country for whose government an actor stands when it speaks, None for every other actor."""
    governs = actor.kind == "state" or actor.id.partition("-")[2] in _GOVERNING
    return actor.country if governs else None


def _meant(sight: Sight, hit: Named) -> Actor | None:
    """Whom a name means here. A short one means whom the document has introduced, else a body of its main country."""
    found = hit.found
    if not hit.full:
        introduced = [one for one in found if one.id in sight.introduced]
        home = [one for one in found if isinstance(one, Actor) and one.kind != "person" and one.country == sight.home]
        found = tuple(introduced or home)
    for one in found:
        if isinstance(one, Actor):
            return one
        day = sight.document.published
        if one.of and day and (holder := known_actors().holder(one.role, one.of, day)):
            return holder
    return None


def name_of(sight: Sight, first: int, last: int) -> tuple[str, str | None]:
    """The canonical name and the actor's id; the words as published where the knowledge base has nobody."""
    actor = actor_in(sight, first, last)
    return (actor.name, actor.id) if actor else (sight.page.published(first, last), None)


def affiliation_of(sight: Sight, voice: Voice) -> str | None:
    """The body or country that the words of a voice tie it to, in English; None where they tie it to none."""
    for mention in voice.mentions:
        for hit in sight.layers.named:
            known = [one for one in hit.found if isinstance(one, Actor) and one.kind not in ("person", "people")]
            if hit.full and mention.first < hit.first and hit.last <= mention.last and known:
                return known[0].name
    return None
