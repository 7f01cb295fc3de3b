"""Who takes part, as keys that can be compared: ids of the knowledge base with what they are part of, else words."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from isnad.knowledge.known import Actors
from isnad.languages.ar.content_words import content_words
from isnad.model import Participant

Parties = Mapping[str, float]
"""How much each key says: an id, ``^`` and the id of what it is part of, or the stem of a word."""

KNOWN = 4.0
STATE = 2.5
ABOVE = 1.0
_LEAST = 1.6


def parties(takers: Iterable[Participant], text: str, actors: Actors) -> dict[str, float]:
    """The keys of all who take part in one role."""
    made: dict[str, float] = {}
    for taker in takers:
        made.update(_known(taker.actor, actors) if taker.actor else _words(taker.span.of(text)))
    return made


def agreement(some: Parties, others: Parties) -> float:
    """How much the keys that both have say; a body and what it is part of agree a little."""
    total = sum(min(weight, others[key]) for key, weight in some.items() if key in others)
    return total + _kin(some, others) + _kin(others, some)


def known(some: Parties) -> frozenset[str]:
    """The ids of the knowledge base among the keys."""
    return frozenset(key[1:] for key in some if key[0] == "@")


def id_of(actor: str) -> str:
    """The key of an actor of the knowledge base."""
    return f"@{actor}"


def _known(id: str, actors: Actors) -> dict[str, float]:
    actor = actors.by_id.get(id)
    weight = STATE if actor and actor.kind == "state" else KNOWN
    return {f"^{body}": ABOVE for body in actors.above(id)} | {id_of(id): weight}


@lru_cache(1 << 15)
def _worded(words: str) -> tuple[tuple[str, float], ...]:
    return tuple((stem, rarity) for stem, rarity in content_words(words).items() if rarity >= _LEAST)


def _words(words: str) -> dict[str, float]:
    return dict(_worded(words))


def _kin(some: Parties, others: Parties) -> float:
    return sum(ABOVE for key in some if key[0] == "^" and f"@{key[1:]}" in others)
