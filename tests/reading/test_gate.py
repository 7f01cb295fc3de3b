"""The gate: what it admits, what it turns away, and that it says why."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import cases, document, draft, source, span
from isnad.model import Claim, Document, Participant, PlaceReference, Source, Span, TimeReference, TurnedAway
from isnad.ontology.ontology import load_ontology
from isnad.reading.gate import admit
from isnad.reading.labels import MODALITIES, TYPES
from ledger.builders import claims

TYPES_KNOWN = load_ontology().types
PLAIN = document("قصف الجيش القرية ثم قصف الوادي.")


def voices(document: Document) -> list[Source]:
    return [source(document, id, document.text[:4]) for id in ("s1", "s2")]


def at_the_gate(*drafts: Claim, document: Document = PLAIN) -> tuple[list[Claim], list[TurnedAway]]:
    return admit(drafts, document=document, sources=voices(document), types=TYPES_KNOWN)


def _span(text: str, said: Any) -> Span:
    return Span(*said) if isinstance(said, list) else span(text, said)


def drafted(case: dict[str, Any]) -> Claim:
    text = case["text"]
    made = draft(document(text), text.split()[0], case["type"], chain=tuple(case.get("chain", ())))
    changes: dict[str, Any] = {name: case[name] for name in ("modality", "polarity") if name in case}
    for field, name in (("actor", "actors"), ("target", "targets")):
        if field in case:
            changes[name] = (Participant(_span(text, case[field]), "x"),)
    if "time" in case:
        changes["time"] = TimeReference(_span(text, case["time"]), None, None)
    if "place" in case:
        changes["place"] = PlaceReference(_span(text, case["place"]), "x")
    if "sentence" in case:
        changes["sentence"] = _span(text, case["sentence"])
    counts = {name: tuple(ends) for name, ends in case.get("counts", {}).items()}
    return replace(made, trigger=_span(text, case["trigger"]), counts=counts, **changes)


@pytest.mark.parametrize("case", cases("gate"), ids=str)
def test_cases(case: dict[str, Any]) -> None:
    made = drafted(case)
    admitted, turned_away = at_the_gate(made, document=document(case["text"]))
    if "reason" in case:
        assert not admitted
        assert [(one.reason, one.type, one.trigger) for one in turned_away] == [
            (case["reason"], made.type, made.trigger)
        ]
    else:
        assert (admitted, turned_away) == ([made], [])


def test_a_space_is_no_evidence() -> None:
    _, (turned,) = at_the_gate(replace(draft(PLAIN, "قصف"), trigger=Span(3, 4)))
    assert (turned.reason, turned.detail) == ("no-evidence", "trigger")


def test_one_event_said_once_is_one_claim() -> None:
    short, long = draft(PLAIN, "قصف"), draft(PLAIN, "قصف الجيش")
    admitted, (turned,) = at_the_gate(long, short)
    assert admitted == [short]
    assert (turned.reason, turned.detail) == ("doubled", short.id)


def test_the_same_words_may_be_two_types() -> None:
    attack, truce = draft(PLAIN, "قصف"), draft(PLAIN, "قصف", "RETREAT")
    assert at_the_gate(attack, truce) == ([attack, truce], [])


def test_the_same_word_twice_is_two_claims() -> None:
    first, second = draft(PLAIN, "قصف"), draft(PLAIN, "قصف@2")
    assert at_the_gate(second, first) == ([first, second], [])


def test_all_that_the_network_can_say_is_in_the_ontology() -> None:
    assert set(TYPES) == set(TYPES_KNOWN)
    drafts = [draft(PLAIN, "قصف", type, modality=modality) for type in TYPES for modality in MODALITIES[:1]]
    admitted, turned_away = at_the_gate(*drafts)
    assert len(admitted) == len(TYPES) and not turned_away


@given(st.lists(claims, max_size=5))
def test_nothing_is_lost_and_all_evidence_stands_in_the_text(drafts: list[Claim]) -> None:
    admitted, turned_away = at_the_gate(*drafts)
    assert len(admitted) + len(turned_away) == len(drafts)
    assert [one.trigger for one in admitted] == sorted(one.trigger for one in admitted)
    assert all(one.reason for one in turned_away)
    for claim in admitted:
        assert claim in drafts
        for at in (claim.trigger, *(one.span for one in (*claim.actors, *claim.targets))):
            assert at.of(PLAIN.text).strip()
