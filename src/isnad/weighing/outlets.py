"""Which agency or outlet a name in a credit means."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from isnad.cache import compiled
from isnad.knowledge.actors import load_actors
from isnad.knowledge.entries import ACTORS
from isnad.languages.ar import credit_words
from isnad.languages.ar.credit_words import letters


@dataclass(frozen=True, slots=True)
class Outlets:
    """Ids of outlets by the letters of their names, the ids that are agencies, and the names of all other actors."""

    ids: Mapping[str, str]
    wires: frozenset[str]
    others: frozenset[str]


@cache
def outlets() -> Outlets:
    """The outlets of the knowledge base, read once; compiled until one of its files changes."""
    return compiled("outlets", [Path(__file__), credit_words.FILE, *ACTORS.rglob("*.yaml")], _read)


def outlet_id(name: str | None) -> str | None:
    """The actor that a publisher's name means, else the letters of the name, so that spellings agree; None stays."""
    return (outlets().ids.get(letters(name)) or letters(name) or None) if name else None


def _read() -> Outlets:
    actors = load_actors()
    ids: dict[str, str] = {}
    for id_ in sorted(actors.outlets):
        actor = actors.by_id[id_]
        for name in (*actor.names, *actor.short, actor.name, id_):
            ids.setdefault(letters(name), id_)
    ids |= credit_words.credit_words().agencies
    wires = frozenset(id_ for id_, outlet in actors.outlets.items() if outlet.wire)
    others = frozenset(letters(name) for name in actors.names) - ids.keys()
    return Outlets(ids, wires, others)
