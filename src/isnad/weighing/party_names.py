"""Which actors the parties of a deed stand for: those of the knowledge base, and names that papers put in marks."""

import re
from collections.abc import Iterable

from isnad.knowledge.known import Actors
from isnad.languages.ar.content_words import content_words
from isnad.weighing.deeds import Deed

_MARKED = re.compile(r"[«“\"]\s*([^«»“”\"]{3,40}?)\s*[»”\"]")
_LEAST = 4.0
"""The least rarity of a name: «السلام» is a word before it is a party."""


class PartyNames:
    """The clearly named actors among the parties of all deeds.

    An Arabic name that stands in quotation marks in one paper is found without them in the others, by the stems of
    its words. Words that hold no such name, "the attackers", stand for nobody.
    """

    def __init__(self, deeds: Iterable[Deed], *, actors: Actors) -> None:
        self._actors = actors
        self._ids = {actor.name: id for id, actor in sorted(actors.by_id.items(), reverse=True)}
        parties = {party for deed in deeds for party in (*deed.actors, *deed.targets)}
        self._marked: dict[str, list[tuple[frozenset[str], str]]] = {}
        for stems, name in sorted(_names(parties).items(), key=lambda item: item[1]):
            self._marked.setdefault(min(stems), []).append((stems, name))
        self._found = {party: self._of(party) for party in parties}

    def of(self, parties: Iterable[str]) -> set[str]:
        """The names of the actors that the parties stand for."""
        return {name for party in parties for name in self._found[party]}

    def kin(self, one: str, other: str) -> bool:
        """Whether one is part of the other."""
        ids = self._ids.get(one, ""), self._ids.get(other, "")
        return ids[0] in self._actors.above(ids[1]) or ids[1] in self._actors.above(ids[0])

    def _of(self, party: str) -> tuple[str, ...]:
        if party.startswith("@"):
            known = self._actors.by_id.get(party[1:])
            return (known.name,) if known else ()
        stems = frozenset(content_words(party))
        near = (row for stem in sorted(stems) for row in self._marked.get(stem, ()))
        return tuple(name for name_stems, name in near if name_stems <= stems)


def _names(parties: Iterable[str]) -> dict[frozenset[str], str]:
    """The names in marks by their stems, each in its shortest writing."""
    made: dict[frozenset[str], str] = {}
    for name in sorted({name for party in parties for name in _MARKED.findall(party)}, key=lambda one: (len(one), one)):
        words = content_words(name)
        if sum(words.values()) >= _LEAST:
            made.setdefault(frozenset(words), name)
    return made
