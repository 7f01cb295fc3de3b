"""One SQLite file that keeps what was published and what was read out of it, and finds it again."""

from isnad.ledger.search import Facet, Hit, Query
from isnad.ledger.store import Added, Entry, Ledger
from isnad.ledger.terms import Lemmas

__all__ = ["Added", "Entry", "Facet", "Hit", "Ledger", "Lemmas", "Query"]
