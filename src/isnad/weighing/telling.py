"""The accounts of a document: its claims, gathered by happening."""

from collections.abc import Iterable, Iterator
from itertools import combinations, groupby

from isnad.knowledge.known import Actors
from isnad.model import Reading
from isnad.weighing.accounts import Account, joined, single
from isnad.weighing.grouping import edges, groups
from isnad.weighing.rulings import Rulings


def accounts(reading: Reading, *, id: str, actors: Actors, rulings: Rulings) -> Iterator[Account]:
    """What the document tells of each happening; ``id`` is the reading's in the ledger."""
    kept = (one for one in single(reading, id=id, actors=actors) if one.id not in rulings.rejected)
    for _, some in groupby(sorted(kept, key=_standing), _standing):
        alike = list(some)
        yield from (joined([alike[place] for place in group]) for group in _gathered(alike, rulings))


def _gathered(alike: list[Account], rulings: Rulings) -> Iterable[list[int]]:
    found = edges(alike, combinations(range(len(alike)), 2), compare=rulings.compare)
    return (sorted(group) for group in groups(alike, found, compare=rulings.compare, decided=rulings.judged))


def _standing(account: Account) -> tuple[str, bool]:
    return account.type, account.expected
