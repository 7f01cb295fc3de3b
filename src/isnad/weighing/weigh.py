"""All that is new in a store weighed: what is told, what was copied, which accounts are one happening.

Every step leaves the store as if all had been weighed at once, whatever came first; a run that breaks off is gone on
with by the next.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from isnad.knowledge.known import Actors
from isnad.model import Judgement
from isnad.weighing.copying import match
from isnad.weighing.finishing import Finisher
from isnad.weighing.intake import forget, take_in
from isnad.weighing.linking import Linker
from isnad.weighing.rulings import Rulings, rulings
from isnad.weighing.settle import settle
from isnad.weighing.store import Store

VERSION = "3"
"""Changes whenever the same testimony is weighed otherwise, so that ledgers are weighed anew."""
_AT_ONCE = 1_000

Step = Literal["documents", "copies", "events", "expectations"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step of weighing is."""

    step: Step
    done: int
    total: int


def weigh(
    store: Store, judgements: Sequence[Judgement], *, actors: Actors, stopped: Callable[[], bool] = lambda: False
) -> Iterator[Progress]:
    """Weigh what was not weighed yet, or everything if another program weighed it before."""
    _prepare(store)
    ruled = _obey(store, judgements)
    for done, total in take_in(store, actors=actors, rulings=ruled, stopped=stopped):
        yield Progress("documents", done, total)
    if stopped():
        return
    with store.transaction():
        store.indexed()
    found = match(store)
    yield Progress("copies", found, found)
    linker = Linker(store, ruled)
    parts = linker.parts()
    for start in range(0, len(parts), _AT_ONCE):
        if stopped():
            return
        with store.transaction():
            some = parts[start : start + _AT_ONCE]
            groups = [(part[0][0], *group) for part in some for group in linker.gathered(part)]
            told = [account for _, _, accounts in groups for account in accounts]
            finisher = Finisher.of(store, told, actors=actors, rulings=ruled)
            for part, numbers, accounts in groups:
                store.put_event(finisher.finish(accounts), part=part, accounts=numbers)
        yield Progress("events", start + len(some), len(parts))
    for done, total in settle(store, actors=actors, stopped=stopped):
        yield Progress("expectations", done, total)


def _prepare(store: Store) -> None:
    if not store.ready(VERSION):
        with store.transaction():
            store.clear(VERSION)


def _obey(store: Store, judgements: Sequence[Judgement]) -> Rulings:
    """What the judgements come to; what a new one speaks of is taken in anew."""
    made, known = rulings(judgements), store.obeyed()
    by_id = {one.id: one for one in judgements}
    new = [one for one in judgements if one.id not in known]
    moved = [by_id[id] for one in new if one.kind == "undo" for id in one.subject if id in by_id]
    claims = {
        claim for one in (*new, *moved) if one.kind not in ("undo", "grade") for claim in one.subject + one.against
    }
    with store.transaction():
        for reading in store.containing(claims):
            forget(store, reading, rulings=made)
        store.obey(one.id for one in new)
    return made
