"""Accounts gathered into happenings: pairs by falling likeness, each joined only if nothing stands against it.

The pairs are a pure function of the two accounts, ties fall to the ids: the order of arrival changes nothing. A chain
of likenesses does not melt days of shelling into one event, because two groups are joined by the mean likeness of
what they hold, and never where any two of them refuse each other.
"""

from collections.abc import Callable, Iterable, Sequence
from math import fsum

from isnad.weighing.accounts import Account, fullness
from isnad.weighing.likeness import Likeness

Compare = Callable[[Account, Account], Likeness]
Edge = tuple[int, int, float]
"""Two places and the score of their likeness."""
MEAN = -0.5
_LOOKED_AT = 6
"""So many of the fullest accounts of a group stand for it where it is held against another."""


def edges(accounts: Sequence[Account], pairs: Iterable[tuple[int, int]], *, compare: Compare) -> list[Edge]:
    """The pairs of places that are alike."""
    found = ((a, b, compare(*ordered(accounts[a], accounts[b]))) for a, b in pairs)
    return [(a, b, likeness.score) for a, b, likeness in found if likeness.alike]


def ordered(a: Account, b: Account) -> tuple[Account, Account]:
    """The two in the order of their ids: sums of the same numbers in another order may differ in the last digit."""
    return (a, b) if a.id < b.id else (b, a)


def groups(
    accounts: Sequence[Account],
    alike: Iterable[Edge],
    *,
    compare: Compare,
    decided: Callable[[Account], bool] = lambda _: False,
) -> list[list[int]]:
    """The places of the accounts that belong together, each place in one group, in the order of the ids.

    Those on which somebody ``decided`` are held against each other however many there are.
    """
    ruled = {place for place, account in enumerate(accounts) if decided(account)}
    group = {place: [place] for place in range(len(accounts))}
    seen: dict[tuple[int, int], Likeness] = {}

    def against(a: int, b: int) -> Likeness:
        pair = (a, b) if a < b else (b, a)
        if pair not in seen:
            seen[pair] = compare(*ordered(accounts[a], accounts[b]))
        return seen[pair]

    for a, b in _strongest_first(accounts, alike):
        if group[a] is not group[b] and _may_join(group[a], group[b], accounts, against, ruled):
            joined = sorted(group[a] + group[b], key=lambda place: accounts[place].id)
            for place in joined:
                group[place] = joined
    return list({id(one): one for one in group.values()}.values())


def _strongest_first(accounts: Sequence[Account], alike: Iterable[Edge]) -> Iterable[tuple[int, int]]:
    def rank(edge: Edge) -> tuple[float, list[str]]:
        a, b, score = edge
        return -score, sorted((accounts[a].id, accounts[b].id))

    return [(a, b) for a, b, _ in sorted(alike, key=rank)]


def _may_join(
    some: Sequence[int],
    others: Sequence[int],
    accounts: Sequence[Account],
    against: Callable[[int, int], Likeness],
    ruled: set[int],
) -> bool:
    pairs = [against(a, b) for a in _fullest(some, accounts) for b in _fullest(others, accounts)]
    pairs += [against(a, b) for a in ruled.intersection(some) for b in ruled.intersection(others)]
    judged = [pair for pair in pairs if pair.decided]
    if judged:
        return not any(pair.refused for pair in judged)
    return not any(pair.refused for pair in pairs) and fsum(pair.score for pair in pairs) >= MEAN * len(pairs)


def _fullest(places: Sequence[int], accounts: Sequence[Account]) -> list[int]:
    if len(places) <= _LOOKED_AT:
        return list(places)
    return sorted(places, key=lambda place: (-fullness(accounts[place]), accounts[place].id))[:_LOOKED_AT]
