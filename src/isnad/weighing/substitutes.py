"""Under which types what was expected under another may be told."""

from dataclasses import dataclass

from isnad.weighing.accounts import Account


@dataclass(frozen=True, slots=True)
class Substitute:
    """A type under which what was expected under another may be told. ``mode``, where given, is of one of the two."""

    expected: str
    told: str
    costs: float
    why: str
    mode: str | None = None


SUBSTITUTES = (
    Substitute("RETREAT", "AGREE", 0.5, "a truce is told as agreed before it is told as kept", "ceasefire"),
    Substitute("AGREE", "RETREAT", 0.5, "an agreement on a truce shows in that it is kept", "ceasefire"),
    Substitute("COOPERATE", "CONCEDE", 1.0, "people are handed over or set free, as the paper sees it"),
    Substitute("CONCEDE", "COOPERATE", 1.0, "people are handed over or set free, as the paper sees it"),
    Substitute("SANCTION", "COERCE", 1.0, "an embargo is a sanction to one paper, a blockade to another"),
    Substitute("COERCE", "SANCTION", 1.0, "an embargo is a sanction to one paper, a blockade to another"),
    Substitute("COERCE", "PROTEST", 1.0, "strikers close what they strike at"),
    Substitute("PROTEST", "COERCE", 1.0, "strikers close what they strike at"),
    Substitute("CONCEDE", "RETREAT", 1.0, "a siege is lifted by withdrawing"),
)


def told_as(expectation: Account) -> frozenset[str]:
    """The types under which it may be told that what was expected happened."""
    return frozenset({expectation.type, *(row.told for row in SUBSTITUTES if row.expected == expectation.type)})


def cost(expectation: Account, account: Account) -> float | None:
    """What it takes from the likeness that the two are told under these types; None for two different matters."""
    if expectation.type == account.type:
        return 0.0
    modes = expectation.modes | account.modes
    rows = (row for row in SUBSTITUTES if (row.expected, row.told) == (expectation.type, account.type))
    return next((row.costs for row in rows if row.mode is None or row.mode in modes), None)
