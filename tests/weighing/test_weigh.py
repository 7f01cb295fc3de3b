"""Laws of the whole weighing: any order and any batches give the same; what people judge holds, until it is undone."""

import random
from collections.abc import Iterable

import pytest

from isnad import desk
from isnad.evaluate.simulator.simulation import simulate
from isnad.model import Event, Reading


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return list(simulate(claims=500, seed=3).readings())


def ledger_of(*batches: Iterable[Reading]) -> desk.Ledger:
    ledger = desk.open_ledger(":memory:", create=True)
    for batch in batches:
        for reading in batch:
            ledger.add(reading)
        list(desk.weigh(ledger))
    return ledger


def state(ledger: desk.Ledger) -> tuple[object, object, object]:
    found = ledger.weighed
    return found.events(), found.copies(), sorted(map(repr, found.outcomes()))


def event_with(ledger: desk.Ledger, documents: int) -> Event:
    return next(event for event in ledger.weighed.events(least=documents) if not event.expected)


def test_the_order_and_the_batches_change_nothing(readings: list[Reading]) -> None:
    once = state(ledger_of(readings))
    for seed in (1, 2):
        shuffled = random.Random(seed).sample(readings, len(readings))
        assert state(ledger_of(*(shuffled[start::4] for start in range(4)))) == once


def test_weighing_twice_changes_nothing(readings: list[Reading]) -> None:
    ledger = ledger_of(readings[:30])
    before = state(ledger)
    list(desk.weigh(ledger))
    assert state(ledger) == before


def test_a_run_that_is_stopped_is_gone_on_with(readings: list[Reading]) -> None:
    ledger = desk.open_ledger(":memory:", create=True)
    for reading in readings:
        ledger.add(reading)
    asked = iter([False, True])
    list(desk.weigh(ledger, stopped=lambda: next(asked, True)))
    assert ledger.weighed.counts()["events"] == 0
    list(desk.weigh(ledger))
    assert state(ledger) == state(ledger_of(readings))


def test_every_claim_is_in_one_event(readings: list[Reading]) -> None:
    told = [claim for event in ledger_of(readings).weighed.events() for claim in event.claims]
    assert sorted(told) == sorted(claim.id for reading in readings for claim in reading.claims)


def test_a_merge_holds_after_news_and_a_rebuild_and_can_be_undone(readings: list[Reading]) -> None:
    ledger = ledger_of(readings[:40])
    before = state(ledger)
    one, other = [event for event in ledger.weighed.events() if event.type == "ASSAULT" and not event.expected][:2]
    made = desk.judge(ledger, "merge", (*one.claims, *other.claims), author="نورة", reason="the same raid")
    together = {*one.claims, *other.claims}
    assert together <= set(ledger.weighed.event(one.claims[0]).claims)
    for reading in readings[40:]:
        ledger.add(reading)
    list(desk.weigh(ledger))
    assert together <= set(ledger.weighed.event(one.claims[0]).claims)
    judged = ledger_of(readings[:40])
    desk.judge(judged, "merge", made.subject, author="نورة", reason="the same raid")
    desk.judge(judged, "undo", [judged.judgements.all()[0].id], author="نورة", reason="it was another day")
    assert state(judged) == before


def test_claims_that_were_split_off_stay_apart(readings: list[Reading]) -> None:
    ledger = ledger_of(readings)
    event = event_with(ledger, 3)
    taken, rest = event.claims[:1], event.claims[1:]
    desk.judge(ledger, "split", taken, author="نورة", reason="another place", against=rest)
    assert not set(ledger.weighed.event(taken[0]).claims) & set(rest)


def test_a_rejected_claim_is_weighed_no_more_until_it_is_confirmed(readings: list[Reading]) -> None:
    ledger = ledger_of(readings[:20])
    claim = readings[0].claims[0].id
    desk.judge(ledger, "reject", [claim], author="نورة", reason="misread")
    with pytest.raises(KeyError):
        ledger.weighed.event(claim)
    desk.judge(ledger, "confirm", [claim], author="نورة", reason="read again")
    assert claim in ledger.weighed.event(claim).claims


def test_a_new_version_takes_the_place_of_the_old(readings: list[Reading]) -> None:
    from dataclasses import replace

    ledger = ledger_of(readings[:20])
    old = readings[5]
    new = replace(old, document=replace(old.document, text=old.document.text + " "), claims=())
    ledger.add(new)
    list(desk.weigh(ledger))
    shown = {claim for event in ledger.weighed.events() for claim in event.claims}
    assert not shown & {claim.id for claim in old.claims}
