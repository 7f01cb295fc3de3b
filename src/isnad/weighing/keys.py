"""Under which keys, and for which days, accounts that may be one happening are found without comparing all with all."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

from isnad.ontology.ontology import load_ontology
from isnad.weighing.accounts import Account

SPAN = 12
"""Days that the publication of two accounts may lie apart where they give no day."""
STATE_SPAN = 30
_WORDS = 3
_FACTS = 6
_RARE = 2.0
_STATES = frozenset(name for name, type in load_ontology().types.items() if type.kind == "state")


@dataclass(frozen=True, slots=True)
class Keys:
    """64-bit hashes, and the ordinals of the days between which the account may meet another that has one of them."""

    hashes: frozenset[int]
    lo: int
    hi: int


def keys(account: Account) -> Keys:
    """Hashes over the type, the standing and two of the facts or rare words that the account gives.

    One agreeing fact alone never makes two accounts one happening, so those that share none of these keys need not
    be compared.
    """
    facts = sorted(_facts(account))[:_FACTS]
    pairs = {*combinations(facts, 2)}
    for words in (account.words, account.title):
        rare = _rarest(words)
        pairs.update(combinations(sorted(rare), 2))
        pairs.update((fact, word) for fact in facts for word in rare[:2])
    head = f"{account.type} {account.expected:d}"
    return Keys(frozenset(hashed(f"{head}|{one[2:]}|{other[2:]}") for one, other in pairs), *days(account))


def bond(one: str, other: str) -> int:
    """The key of two claims that a person judged to be of one happening, in the order of their ids."""
    return hashed(f"judged|{one}|{other}")


def days(account: Account) -> tuple[int, int]:
    """The days between which another account of the same happening may lie, both included."""
    if account.type in _STATES:
        return account.published - STATE_SPAN // 2, account.published + STATE_SPAN // 2
    if account.first:
        slack = 1 if account.last - account.first <= 2 else 2
        return account.first - slack, account.last + slack
    if account.expected:
        return account.published - 3, account.published + SPAN
    return account.published - SPAN, account.published


def _facts(account: Account) -> Iterator[str]:
    for party, weight in {**account.actors, **account.targets}.items():
        if party[0] != "^":
            yield f"{5 - int(weight)} {party}"
    if account.place:
        yield f"0 p {account.place.name}"
    for name, (low, high) in account.counts.items():
        yield f"0 {name} {low} {high}"


def _rarest(words: dict[str, float]) -> list[str]:
    rare = sorted((-rarity, word) for word, rarity in words.items() if rarity >= _RARE)
    return [f"9 w {word}" for _, word in rare[:_WORDS]]


def hashed(key: str) -> int:
    """64 bits of the words, as SQLite holds them."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)
