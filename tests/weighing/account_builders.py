"""Accounts of one happening for the tests of origins and conflicts, in few words.

A voice is written ``kind: words``, the kind by its first letter: p, o, m, d, a (anonymous), u (unknown). ``@id`` behind
the words is the actor, ``= body`` its affiliation.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from isnad.knowledge.actors import Actors, load_actors
from isnad.languages.ar.content_words import content_words
from isnad.weighing.accounts import Account, Spot, Told, Voice, whole
from isnad.weighing.parties import KNOWN

DAY = 738_900
KINDS = {"p": "person", "o": "organization", "m": "media", "d": "document", "a": "anonymous", "u": "unknown"}


@cache
def known() -> Actors:
    """The knowledge base."""
    return load_actors()


def voice(written: str) -> Voice:
    """A voice; the same words in one document are one voice."""
    kind, words = KINDS[written[0]], written[2:].strip()
    words, _, actor = words.partition("@")
    words, _, body = words.partition("=")
    words = words.strip()
    named = kind not in ("anonymous", "unknown")
    return Voice(f"s {words}", kind, words, words if named else None, actor.strip() or None, body.strip() or None)


def told(
    claim: str, *chain: str, on: int = 0, place: Spot | None = None, by: str = "", to: str = "", **said: Any
) -> Told:
    """A claim on a chain, outermost first; ``by`` and ``to`` are parties: ids with an @, or words."""
    return Told(
        claim,
        tuple(map(voice, chain)),
        said.pop("polarity", "+"),
        said.pop("modality", "actual"),
        on,
        on,
        place,
        _party(by),
        _party(to),
        ((by.removeprefix("@"),) if by else (), (to.removeprefix("@"),) if to else ()),
        {
            name: figure if isinstance(figure, tuple) else (figure, figure)
            for name, figure in said.pop("counts", {}).items()
        },
        None,
        dict.fromkeys(said.pop("words", "").split(), 4.0),
        1.0,
    )


def account(outlet: str, *some: Told, day: int = 0, type: str = "ASSAULT", document: str | None = None) -> Account:
    """What an outlet tells on a day, counted from `DAY`; -1 for a document without one."""
    published = DAY + day if day >= 0 else 0
    id = document or f"{outlet} {day}"
    return whole(some, reading=id, document=id, outlet=outlet, published=published, type=type, title={})


def spot(name: str, lat: float, lon: float, *, radius: float = 10.0, country: str = "LY") -> Spot:
    """A place."""
    return Spot(name, lat, lon, radius, country)


def orders(accounts: Sequence[Account]) -> list[list[Account]]:
    """The accounts forwards, backwards, and from the middle on."""
    half = len(accounts) // 2
    return [list(accounts), list(accounts)[::-1], [*accounts[half:], *accounts[:half]]]


def _party(name: str) -> dict[str, float]:
    if not name:
        return {}
    if not name.startswith("@"):
        return content_words(name)
    return {f"^{body}": 1.0 for body in known().above(name[1:])} | {name: KNOWN}
