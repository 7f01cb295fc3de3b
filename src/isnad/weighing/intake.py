"""New readings into the store: what each tells of each happening, and the sketch of its text."""

import json
from collections.abc import Callable, Iterator

from isnad.knowledge.known import Actors
from isnad.weighing import sketch as texts
from isnad.weighing.accounts import Account, pack, unpack
from isnad.weighing.keys import bond, keys
from isnad.weighing.outcome_keys import candidate_days, candidate_keys
from isnad.weighing.rulings import Rulings
from isnad.weighing.store import KeyRow, Store
from isnad.weighing.telling import accounts

AT_ONCE = 200
"""Readings in one transaction: an interrupted run loses no more."""
_ALWAYS = 10_000_000


def take_in(
    store: Store, *, actors: Actors, rulings: Rulings, stopped: Callable[[], bool]
) -> Iterator[tuple[int, int]]:
    """Take in what is shown and forget what is no more; how many readings are done, of how many."""
    missing = store.missing()
    with store.transaction():
        for gone in store.gone():
            forget(store, gone, rulings=rulings)
    for start in range(0, len(missing), AT_ONCE):
        if stopped():
            return
        some = missing[start : start + AT_ONCE]
        with store.transaction():
            for id, reading in zip(some, store.readings(some), strict=True):
                drawn = texts.sketch(reading.document)
                store.put_reading(
                    id,
                    [_row(one, rulings) for one in accounts(reading, id=id, actors=actors, rulings=rulings)],
                    document=reading.document.id,
                    outlet=drawn.outlet,
                    credits=(*drawn.credits.wires, *drawn.credits.names),
                    sketch=texts.packed(drawn),
                    sketch_keys=texts.keys(drawn),
                )
        yield start + len(some), len(missing)


def forget(store: Store, reading: str, *, rulings: Rulings) -> None:
    """Take a reading out again, inside a transaction."""
    told = [load(body) for body in store.told(reading).values()]
    drawn = store.sketched(reading)
    store.drop_reading(
        reading,
        keys={key for account in told for key, *_ in _meeting(account, rulings)},
        sketch_keys=texts.keys(texts.unpacked(drawn)) if drawn else (),
    )


def hashes(account: Account, rulings: Rulings) -> set[int]:
    """The keys under which an account may be found."""
    return {key for key, *_ in _meeting(account, rulings)}


def load(body: str) -> Account:
    """An account as the store keeps it."""
    return unpack(json.loads(body))


def _meeting(account: Account, rulings: Rulings) -> list[KeyRow]:
    found = keys(account)
    met = [(key, found.lo, found.hi) for key in sorted(found.hashes)]
    return met + [(bond(*pair), 0, _ALWAYS) for pair in rulings.bonds(account)]


def _row(account: Account, rulings: Rulings) -> tuple[str, list[KeyRow], list[KeyRow]]:
    body = json.dumps(pack(account), ensure_ascii=False, separators=(",", ":"))
    days = candidate_days(account)
    return body, _meeting(account, rulings), [(key, *days) for key in sorted(candidate_keys(account))]
