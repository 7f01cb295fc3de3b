"""Whom a claim says did it, where that can be told: parties of the knowledge base, and those whose own voices speak."""

from collections.abc import Sequence

from isnad.knowledge.known import Actors
from isnad.languages.ar.content_words import content_words
from isnad.weighing.accounts import Account, Told
from isnad.weighing.namings import lore
from isnad.weighing.parties import agreement, known
from isnad.weighing.voices import body_words

_ENOUGH = 2.0


class Blame:
    """The parties of one event. Words that name nobody known ("gunmen") blame nobody."""

    def __init__(self, accounts: Sequence[Account], actors: Actors) -> None:
        """Over the accounts of one event."""
        self._actors = actors
        voices = [voice for account in accounts for told in account.told for voice in told.voices]
        namings = [naming for voice in voices if (naming := lore(actors).naming(voice)) and not naming.unnamed]
        speaking = [one for one in namings if one.kind == "organization" or one.behalf]
        bodies = {" ".join(sorted(body_words(one))) for one in speaking if not one.bodies}
        self._bodies = {words: content_words(words) for words in sorted(bodies)}

    def of(self, told: Told) -> str:
        """The party blamed as shown, empty where it is nobody in particular."""
        return told.names[0][0] if told.names[0] and self._parties(told) else ""

    def exclude(self, a: Told, b: Told) -> bool:
        """Whether two claims blame two parties of which neither is part of the other, nor both of one state."""
        some, others = self._parties(a), self._parties(b)
        if not some or not others or not self._whole(some).isdisjoint(others):
            return False
        return self._whole(others).isdisjoint(some) and not (self._states(some) & self._states(others))

    def _whole(self, parties: frozenset[str]) -> frozenset[str]:
        return parties.union(*(self._actors.above(party) for party in parties))

    def _states(self, parties: frozenset[str]) -> frozenset[str | None]:
        """The countries of states and their institutions: army and government are one side."""
        found = (self._actors.by_id.get(party) for party in parties)
        return frozenset(one.country for one in found if one and one.kind in ("state", "institution") and one.country)

    def _parties(self, told: Told) -> frozenset[str]:
        ids = known(told.actors)
        if ids:
            return ids
        return frozenset(words for words, body in self._bodies.items() if agreement(told.actors, body) >= _ENOUGH)
