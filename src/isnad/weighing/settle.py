"""Expectations of a store held against what was told later; only those are asked again that something new touches."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

import numpy as np

from isnad.knowledge.known import Actors
from isnad.weighing.accounts import Account
from isnad.weighing.candidates import candidates
from isnad.weighing.expectations import threats
from isnad.weighing.intake import load
from isnad.weighing.outcome_keys import candidate_keys
from isnad.weighing.outcomes import outcome
from isnad.weighing.store import Store

AT_ONCE = 500
"""Expectations in one transaction."""
_MANY = 50_000


def settle(store: Store, *, actors: Actors, stopped: Callable[[], bool]) -> Iterator[tuple[int, int]]:
    """Settle what is to be settled; how many expectations are done, of how many."""
    day, new = store.newest_day(), store.unsettled()
    today = date.fromisoformat(day) if day else date.min
    meetings = _meetings(store, sorted({*new, *store.waiting_for(day)}))
    expected = sorted(meetings)
    for start in range(0, len(expected), AT_ONCE):
        if stopped():
            return
        some = expected[start : start + AT_ONCE]
        with store.transaction():
            _settle(store, {event: meetings[event] for event in some}, today=today, actors=actors)
            store.settled(some, None)
        yield start + len(some), len(expected)
    with store.transaction():
        store.settled(new, day)


def _settle(store: Store, meetings: Mapping[str, set[str]], *, today: date, actors: Actors) -> None:
    told = _told(store, sorted({*meetings, *(event for met in meetings.values() for event in met)}))
    warned: dict[str, frozenset[str]] = {}
    for event, met in meetings.items():
        for reading in {account.reading for account in told[event]} - warned.keys():
            warned[reading] = threats(load(body) for body in store.told(reading).values())
        deeds = [(one, told[one]) for one in sorted(met)]
        made = outcome(
            told[event],
            deeds,
            event=event,
            today=today,
            actors=actors,
            threats={claim for account in told[event] for claim in warned[account.reading]},
        )
        owners = {one.claim: deed for deed, accounts in deeds for account in accounts for one in account.told}
        store.put_outcomes(event, made, settled_by=owners)


def _meetings(store: Store, events: Sequence[str]) -> dict[str, set[str]]:
    """The expectations among the events or touched by them, each with the events that may settle it."""
    accounts = store.of_events(events)
    expected = _expected(store, sorted(accounts))
    touched = {expectation for expectation, _ in _pairs(store, sorted(accounts), expected)} - accounts.keys()
    asked = {account for account in accounts if expected[account]} | touched
    whole = store.of_events(sorted(set(store.of_accounts(sorted(asked)).values())))
    made: dict[str, set[str]] = {event: set() for event in whole.values()}
    pairs = list(_pairs(store, sorted(whole), expected))
    owners = store.of_accounts(sorted({deed for _, deed in pairs}))
    for expectation, deed in pairs:
        if expectation in whole and deed in owners:
            made[whole[expectation]].add(owners[deed])
    return made


def _pairs(store: Store, accounts: Sequence[int], expected: dict[int, bool]) -> Iterator[tuple[int, int]]:
    """Of the accounts and those that share a key with them on the same days: an expecting one, and one that is not."""
    keys = None if len(accounts) > _MANY else _keys(store, accounts)
    pairs = candidates(store.outcome_rows(keys))
    wanted = np.isin(pairs, np.array(accounts, dtype=np.int64)).any(axis=1)
    found = pairs[wanted]
    expected.update(_expected(store, [one for one in np.unique(found).tolist() if one not in expected]))
    for a, b in found.tolist():
        if expected.get(a) is not expected.get(b) and a in expected and b in expected:
            yield (a, b) if expected[a] else (b, a)


def _keys(store: Store, accounts: Sequence[int]) -> set[int]:
    return {key for body in store.bodies(accounts).values() for key in candidate_keys(load(body))}


def _expected(store: Store, accounts: Sequence[int]) -> dict[int, bool]:
    return {number: load(body).expected for number, body in store.bodies(accounts).items()}


def _told(store: Store, events: Sequence[str]) -> Mapping[str, list[Account]]:
    owners = store.of_events(events)
    made: defaultdict[str, list[Account]] = defaultdict(list)
    for number, body in sorted(store.bodies(sorted(owners)).items()):
        made[owners[number]].append(load(body))
    return made
