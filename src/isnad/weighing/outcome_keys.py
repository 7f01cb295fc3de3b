"""Under which keys, and for which days, an expectation and what settles it are found in a store."""

from itertools import combinations

from isnad.weighing.accounts import Account
from isnad.weighing.expectations import begins
from isnad.weighing.fulfilment import FAR, LATE
from isnad.weighing.keys import hashed
from isnad.weighing.substitutes import told_as

_FACTS = 6
_WORDS = 4
_RARE = 2.0


def candidate_keys(account: Account) -> set[int]:
    """64-bit hashes over a type and two of the facts and rare words; an expectation has those of all that settle it.

    Neither day nor standing is in them. `fulfilment` asks for two things that agree, so that what shares no key is
    not worth a look, but for places that lie near each other under two names.
    """
    facts = _rarest(_facts(account), _FACTS)
    words = [f"w {word}" for word in _rarest(account.words, _WORDS)]
    pairs = [*combinations(sorted(facts), 2), *combinations(sorted(words), 2)]
    pairs += [(fact, word) for fact in facts for word in words[:2]]
    types = {*told_as(account), "REJECT"} if account.expected else {account.type}
    return {hashed(f"{type}|{one}|{other}") for type in types for one, other in pairs}


def candidate_days(account: Account) -> tuple[int, int]:
    """The ordinals of the days, both included, between which an expectation may be met, or on which a deed lies."""
    if account.expected:
        last = account.last + LATE if account.first else account.published + FAR
        return begins(account.published, account.first), last
    return account.first or account.published - 2, max(account.last, account.published)


def _facts(account: Account) -> dict[str, float]:
    facts = {party: weight for party, weight in (account.actors | account.targets).items() if party[0] != "^"}
    if account.place:
        facts[f"p {account.place.name}"] = 4.0
    return facts | {f"{name} {low} {high}": 3.0 for name, (low, high) in account.counts.items()}


def _rarest(weighed: dict[str, float], most: int) -> list[str]:
    rare = sorted((-weight, word) for word, weight in weighed.items() if weight >= _RARE)
    return [word for _, word in rare[:most]]
