"""An event with its origins and conflicts, out of accounts that belong together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from isnad.knowledge.known import Actors
from isnad.model import Copy, Event
from isnad.weighing.accounts import Account
from isnad.weighing.conflicts import conflicts
from isnad.weighing.events import event
from isnad.weighing.origins import origins
from isnad.weighing.rulings import Rulings
from isnad.weighing.store import Store


@dataclass(frozen=True)
class Finisher:
    """Knows who copied whom, and whom each document credits, among the documents of some accounts."""

    copies: Mapping[tuple[str, str], Copy]
    credits: Mapping[str, tuple[str, ...]]
    actors: Actors
    rulings: Rulings

    @classmethod
    def of(cls, store: Store, accounts: Sequence[Account], *, actors: Actors, rulings: Rulings) -> "Finisher":
        """One for these accounts."""
        documents = sorted({account.document for account in accounts})
        copies = {(copy.documents[0], copy.documents[1]): copy for copy in store.copies(documents)}
        return cls(copies, store.credits(documents), actors, rulings)

    def finish(self, accounts: Sequence[Account]) -> Event:
        """The event; of what is only expected the origins are those of the expectation."""
        return replace(
            event(accounts),
            origins=origins(
                accounts,
                actors=self.actors,
                copies=self._copies({account.document for account in accounts}),
                credits=self.credits,
                together=self.rulings.one_voice,
                apart=self.rulings.two_voices,
            ),
            conflicts=conflicts(accounts, actors=self.actors),
        )

    def _copies(self, documents: set[str]) -> list[Copy]:
        if len(documents) == 1 or not self.copies:
            return []
        if len(documents) > len(self.copies):
            return [copy for pair, copy in self.copies.items() if documents.issuperset(pair)]
        pairs = (pair for one, other in combinations(sorted(documents), 2) for pair in ((one, other), (other, one)))
        return [self.copies[pair] for pair in pairs if pair in self.copies]
