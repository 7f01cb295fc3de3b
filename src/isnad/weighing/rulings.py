"""What people decided about the weighing: claims that are of one happening or not, voices that are one or not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

from isnad.model import Judgement
from isnad.weighing.accounts import Account
from isnad.weighing.likeness import Likeness, likeness

Pairs = Mapping[str, frozenset[str]]
"""For a claim's id those it was paired with."""

_DECIDED = 50.0


@dataclass(frozen=True, slots=True)
class Rulings:
    """Judgements in force."""

    together: Pairs = field(default_factory=dict)
    apart: Pairs = field(default_factory=dict)
    one_voice: Pairs = field(default_factory=dict)
    two_voices: Pairs = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()

    def compare(self, a: Account, b: Account) -> Likeness:
        """`likeness`, unless a person has decided."""
        if self.apart and _paired(self.apart, a, b):
            return Likeness({"judgement": -_DECIDED}, -_DECIDED, "judgement", decided=True)
        if self.together and _paired(self.together, a, b):
            return Likeness({"judgement": _DECIDED}, _DECIDED, decided=True)
        return likeness(a, b)

    def judged(self, account: Account) -> bool:
        """Whether somebody decided where one of the account's claims belongs."""
        return any(told.claim in self.apart or told.claim in self.together for told in account.told)

    def bonds(self, account: Account) -> Iterable[tuple[str, str]]:
        """The pairs of claims that were judged to be of one happening, of which the account has one."""
        for told in account.told:
            for other in sorted(self.together.get(told.claim, ())):
                yield min(told.claim, other), max(told.claim, other)


def rulings(judgements: Iterable[Judgement]) -> Rulings:
    """What the judgements, in the order of their time, come to: the later of two that contradict each other holds."""
    pairs: dict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    rejected: set[str] = set()
    for one in in_force(judgements):
        for a, b in _pairs(one):
            kind = "event" if one.kind in ("merge", "split") else "voice"
            pairs[min(a, b), max(a, b)][kind] = one.kind in ("merge", "one-voice")
        if one.kind == "reject":
            rejected.update(one.subject)
        elif one.kind == "confirm":
            rejected.difference_update(one.subject)
    return Rulings(
        _both_ways(pair for pair, held in pairs.items() if held.get("event") is True),
        _both_ways(pair for pair, held in pairs.items() if held.get("event") is False),
        _both_ways(pair for pair, held in pairs.items() if held.get("voice") is True),
        _both_ways(pair for pair, held in pairs.items() if held.get("voice") is False),
        frozenset(rejected),
    )


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that no later one has undone; an undoing that was undone itself undoes nothing."""
    ordered = sorted(judgements, key=lambda one: (one.at, one.id))
    undone: set[str] = set()
    for one in reversed(ordered):
        if one.kind == "undo" and one.id not in undone:
            undone.update(one.subject)
    return [one for one in ordered if one.id not in undone and one.kind != "undo"]


def _pairs(one: Judgement) -> Iterable[tuple[str, str]]:
    if one.kind == "split":
        return product(one.subject, one.against)
    if one.kind in ("merge", "one-voice", "two-voices"):
        return ((one.subject[0], other) for other in one.subject[1:])
    return ()


def _both_ways(pairs: Iterable[tuple[str, str]]) -> Pairs:
    made: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        made[a].add(b)
        made[b].add(a)
    return {claim: frozenset(others) for claim, others in made.items()}


def _paired(pairs: Pairs, a: Account, b: Account) -> bool:
    others = {told.claim for told in b.told}
    return any(not others.isdisjoint(pairs[told.claim]) for told in a.told if told.claim in pairs)
