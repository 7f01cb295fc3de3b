"""What people decided about the weighing: claims that are of one happening or not, voices that are one or not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from isnad.weighing.accounts import Account
from isnad.weighing.likeness import Likeness, likeness

Pairs = Mapping[str, frozenset[str]]
"""For a claim's id those it was paired with."""

_DECIDED = 50.0


@dataclass(frozen=True, slots=True)
class Rulings:
    """Judgements in force. The later of two that contradict each other holds."""

    together: Pairs = field(default_factory=dict)
    apart: Pairs = field(default_factory=dict)
    one_voice: Pairs = field(default_factory=dict)
    two_voices: Pairs = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()

    def compare(self, a: Account, b: Account) -> Likeness:
        """`likeness`, unless a person has decided."""
        if self.apart and _paired(self.apart, a, b):
            return Likeness({"judgement": -_DECIDED}, -_DECIDED, "judgement")
        if self.together and _paired(self.together, a, b):
            return Likeness({"judgement": _DECIDED}, _DECIDED)
        return likeness(a, b)

    def bonds(self, account: Account) -> Iterable[tuple[str, str]]:
        """The pairs of claims that were judged to be of one happening, of which the account has one."""
        for told in account.told:
            for other in self.together.get(told.claim, ()):
                yield min(told.claim, other), max(told.claim, other)


def _paired(pairs: Pairs, a: Account, b: Account) -> bool:
    others = {told.claim for told in b.told}
    return any(not others.isdisjoint(pairs[told.claim]) for told in a.told if told.claim in pairs)
