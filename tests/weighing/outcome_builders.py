"""Accounts as the tests of outcomes and relations need them."""

from datetime import date
from itertools import count
from typing import Any

from isnad.knowledge.known import Actors
from isnad.languages.ar.content_words import content_words
from isnad.model import Actor
from isnad.weighing.accounts import Account, Spot, Told, Voice, whole
from isnad.weighing.parties import KNOWN

DAY = date(2024, 3, 4).toordinal()
NORTH = Spot("Deraya", 33.46, 36.24, 5.0, "SY")
EAST = Spot("Palmyra", 34.56, 38.27, 5.0, "SY")
LAND = Spot("Syria", 35.0, 38.0, 300.0, "SY")
_NUMBERS = count()


def knowledge(*ids: str, part_of: dict[str, str] | None = None) -> Actors:
    """A knowledge base of actors that are named like their ids."""
    made = {id: Actor(id, "group", id.title(), (id,), part_of=(part_of or {}).get(id)) for id in ids}
    return Actors(made, {}, {}, {}, {}, {}, {}, {}, frozenset())


def voice(name: str | None, kind: str = "person") -> Voice:
    """A voice with this name."""
    return Voice("s1", kind, name or "someone", name, None, None)


def told(claim: str = "", *, words: str = "", by: tuple[Voice, ...] = (), on: Any = (0, 0), **said: Any) -> Told:
    """A claim; ``actors`` and ``targets`` are ids, or Arabic words where they hold a blank; ``on`` days from `DAY`."""
    roles = [tuple(said.pop(role, ())) for role in ("actors", "targets")]
    keys = [{key: weight for one in some for key, weight in _keys(one).items()} for some in roles]
    names = tuple(tuple(one.title() if one.isascii() else one for one in some) for some in roles)
    first, last = (DAY + on[0], DAY + on[1]) if on != (0, 0) else (0, 0)
    facts = {"polarity": "+", "modality": "actual", "place": None, "counts": {}, "mode": None, **said}
    return Told(
        claim or f"c{next(_NUMBERS):04}",
        by,
        first=first,
        last=last,
        actors=keys[0],
        targets=keys[1],
        names=(names[0], names[1]),
        words=content_words(words),
        confidence=1.0,
        **facts,
    )


def account(*some: Told, type: str = "CONSULT", day: int = 0, text: str = "", outlet: str = "البريد") -> Account:
    """The account of a text that was published so many days after `DAY`."""
    text = text or f"t{next(_NUMBERS):04}"
    return whole(some, reading=text, document=text, outlet=outlet, published=DAY + day, type=type, title={})


def _keys(party: str) -> dict[str, float]:
    return {f"@{party}": KNOWN} if party.isascii() else dict(content_words(party))
