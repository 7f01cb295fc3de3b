"""Why the accounts of an event are together, and what else was like them and is kept apart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from isnad.model import Reason
from isnad.weighing.accounts import Account
from isnad.weighing.intake import hashes, load
from isnad.weighing.likeness import Likeness
from isnad.weighing.rulings import Rulings
from isnad.weighing.store import Store

_LOOKED_AT = 60
_FULLEST = 12

Compare = Callable[[Account, Account], Likeness]


@dataclass(frozen=True, slots=True)
class Joined:
    """An account, the one before it that it is most like, and why they are one."""

    account: Account
    other: Account
    reason: Reason


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An account of another event that shares facts with one of this event, and why they are not one."""

    account: Account
    other: Account
    reason: Reason


def joined(accounts: Sequence[Account], *, compare: Compare) -> Iterator[Joined]:
    """Each account but the first with the most alike of those before it, by day of publication and id."""
    ordered = sorted(accounts, key=lambda one: (one.published, one.id))
    for place, one in enumerate(ordered[1:], 1):
        found = [(compare(one, other), other) for other in ordered[:place][-_FULLEST:]]
        likeness, other = max(found, key=lambda pair: (pair[0].score, pair[1].id))
        yield Joined(one, other, likeness.reason() if likeness.alike else Reason("through-others"))


def neighbours(store: Store, accounts: Sequence[Account], *, rulings: Rulings) -> list[Neighbour]:
    """Accounts of other events of the type that share keys with these, those that share most first."""
    keys = {key for one in accounts for key in hashes(one, rulings)}
    numbers, shared = np.unique(store.key_rows(keys)[:, 1], return_counts=True)
    nearest = numbers[np.lexsort((numbers, -shared))][: _LOOKED_AT + len(accounts)].tolist()
    bodies = store.bodies(nearest)
    own = {one.id for one in accounts}
    others = [load(bodies[number]) for number in nearest if number in bodies]
    return [_apart(accounts, one, rulings.compare) for one in others if one.id not in own and _like(one, accounts[0])]


def _like(one: Account, other: Account) -> bool:
    return (one.type, one.expected) == (other.type, other.expected)


def _apart(accounts: Sequence[Account], one: Account, compare: Compare) -> Neighbour:
    """With the nearest of the accounts; what refuses comes before what is merely too little."""
    found = [(compare(one, other), other) for other in accounts[:_FULLEST]]
    likeness, other = max(found, key=lambda pair: (pair[0].refused is not None, pair[0].score, pair[1].id))
    return Neighbour(one, other, Reason("others-differ") if likeness.alike else likeness.reason())
