"""Under which keys two accounts that may be one happening are found without comparing all with all."""

from collections.abc import Iterator
from hashlib import blake2b
from itertools import combinations

from isnad.weighing.accounts import Account

_WORDS = 4
_RARE = 2.0


def keys(account: Account) -> set[int]:
    """64-bit hashes over the type, the standing and two of the facts that the account gives.

    One agreeing fact alone never makes two accounts one happening, so those that share none of these keys need not
    be compared.
    """
    facts = sorted(_facts(account))
    words = [f"w {word}" for word in _rarest(account.words)]
    titles = [f"w {word}" for word in _rarest(account.title)]
    pairs = {*combinations(facts, 2), *((fact, word) for fact in facts for word in (*words, *titles))}
    pairs.update(combinations(sorted({*words, *titles}), 2))
    head = f"{account.type} {account.expected:d}"
    return {_hashed(f"{head}|{one}|{other}") for one, other in pairs}


def _facts(account: Account) -> Iterator[str]:
    for party in {*account.actors, *account.targets}:
        if party[0] != "^":
            yield party
    if account.place:
        yield f"p {account.place.name}"
    for name, (low, high) in account.counts.items():
        yield f"{name} {low} {high}"


def _rarest(words: dict[str, float]) -> list[str]:
    rare = [(-rarity, word) for word, rarity in words.items() if rarity >= _RARE]
    return [word for _, word in sorted(rare)[:_WORDS]]


def _hashed(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)
