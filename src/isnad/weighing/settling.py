"""The events that may settle an expectation: those that tell of what was expected, done, not done, or refused."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from isnad.model import Polarity
from isnad.weighing.accounts import Account, fullness, whole
from isnad.weighing.fulfilment import fulfilment, refusal
from isnad.weighing.likeness import Likeness

Candidate = tuple[str, Sequence[Account]]
_LOOKED_AT = 6
"""So many of the fullest accounts of an event stand for it."""


@dataclass(frozen=True, slots=True)
class Match:
    """An event that tells of what was expected: ``+`` that it happened, ``-`` that it did not. Days are ordinals.

    ``refused``: it tells that what was asked for is refused. ``first`` and ``last`` are the days of the deed, where
    it is ``dated``; ``told`` and ``told_last`` the first and the last day of publication. ``by`` are the claims that
    show it, with the days of their publication, in order.
    """

    score: float
    event: str
    polarity: Polarity
    refused: bool
    dated: bool
    first: int
    last: int
    told: int
    told_last: int
    by: tuple[tuple[int, str], ...]
    features: str


def matches(expectation: Sequence[Account], candidates: Iterable[Candidate]) -> list[Match]:
    """What of the candidates tells of what was expected, the likeliest first."""
    found = _matches(_fullest([one for one in expectation if one.expected]), candidates)
    return sorted(found, key=lambda one: (-one.score, one.told, one.event, one.polarity))


def _matches(expected: Sequence[Account], candidates: Iterable[Candidate]) -> Iterator[Match]:
    for event, accounts in candidates:
        for polarity in ("+", "-"):
            told = [part for account in accounts if (part := _part(account, polarity))]
            alike = _alike(expected, told, refused=False)
            yield from [_match(event, polarity, told, alike, refused=False)] if alike else ()
            refused = _alike(expected, told, refused=True) if polarity == "+" and not alike else []
            yield from [_match(event, polarity, told, refused, refused=True)] if refused else ()


def _alike(expected: Sequence[Account], told: Sequence[Account], *, refused: bool) -> list[tuple[Likeness, Account]]:
    if refused and (not told or told[0].type != "REJECT" or expected[0].type == "REJECT"):
        return []
    compare = refusal if refused else fulfilment
    found = ((compare(one, other), other) for one in expected for other in _fullest(told))
    return [(likeness, other) for likeness, other in found if likeness.alike]


def _match(
    event: str, polarity: Polarity, told: Sequence[Account], alike: Sequence[tuple[Likeness, Account]], *, refused: bool
) -> Match:
    best = max((likeness for likeness, _ in alike), key=lambda one: (one.score, str(one.features)))
    dated = min(((one.last - one.first, one.first) for one in told if one.first), default=None)
    days = (dated[1], sum(dated)) if dated else (0, 0)
    published = sorted(one.published for one in told)
    by = sorted({(account.published, one.claim) for _, account in alike for one in account.told})
    seen = (published[0], published[-1])
    features = best.reason().values[0]
    return Match(best.score, event, polarity, refused, dated is not None, *days, *seen, tuple(by), features)


def _part(account: Account, polarity: Polarity) -> Account | None:
    """What of an account says outright that something happened, or that it did not.

    A day after that of publication makes it news of what is to come, however it is worded.
    """
    sure = [one for one in account.told if one.modality == "actual" and one.polarity == polarity]
    kept = [one for one in sure if not account.published or one.first <= account.published]
    if not kept or len(kept) == len(account.told):
        return account if kept else None
    return whole(
        kept,
        reading=account.reading,
        document=account.document,
        outlet=account.outlet,
        published=account.published,
        type=account.type,
        title=account.title,
    )


def _fullest(accounts: Sequence[Account]) -> Sequence[Account]:
    if len(accounts) <= _LOOKED_AT:
        return accounts
    return sorted(accounts, key=lambda one: (-fullness(one), one.id))[:_LOOKED_AT]
