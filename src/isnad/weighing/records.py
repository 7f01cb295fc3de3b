"""What became of all that a named voice held out: counts and examples, never a score or a share."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from isnad.model import Outcome, Record, Tally

EXAMPLES = 3
"""So many claims are shown of each row."""


def records(outcomes: Iterable[Outcome]) -> list[Record]:
    """A record for each named voice, by name; what an unnamed voice said is in none.

    Its rows go by kind and status. Each outcome counts once, however many claims repeat it.
    """
    named = sorted((one for one in outcomes if one.voice), key=_order)
    return [Record(voice, _tallies(list(some))) for voice, some in groupby(named, lambda one: one.voice or "")]


def _tallies(outcomes: Sequence[Outcome]) -> tuple[Tally, ...]:
    return tuple(
        Tally(kind, status, len(rows), tuple(one.claims[0] for one in rows[:EXAMPLES]))
        for (kind, status), some in groupby(outcomes, lambda one: (one.kind, one.status))
        if (rows := list(some))
    )


def _order(outcome: Outcome) -> tuple[str, ...]:
    return outcome.voice or "", outcome.kind, outcome.status, outcome.event, *outcome.claims
