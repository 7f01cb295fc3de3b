"""A ledger of three documents."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from isnad.ledger import Ledger
from isnad.model import Document, Reading, Source, TimeReference

from .builders import READER, claim, reading, span


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "a.isnad", create=True) as made:
        yield made


def raid() -> Reading:
    """A raid on an anonymous voice, told by a named one."""
    text = (
        "غارات على مخزن قرب البلدة\n"
        "قال العقيد سالم الهادي نقلا عن مصدر ميداني إن الهجمات على مخزن في درنة أسفرت يوم السبت عن مقتل ٣ حراس.\n"
        "وزار الوفد مقر البلدية."
    )
    made = Document("raid", text, date(2024, 3, 5), "الشاهد", "غارات على مخزن قرب البلدة", "https://example.org/raid")
    told = claim(
        made,
        "الهجمات",
        mode="airstrike",
        chain=("s1", "s2"),
        quote="indirect",
        place=("درنة", "Derna, Libya", 32.76, 22.64),
        time=TimeReference(span(text, "يوم السبت"), date(2024, 3, 2), date(2024, 3, 2)),
        counts={"dead": (3, 3)},
    )
    visit = claim(made, "زار", "CONSULT", actors=[("الوفد", "الوفد")])
    voices = (
        Source("s1", "person", (span(text, "العقيد سالم الهادي"),), "Salem al-Hadi", "Example Army", actor="ly-hadi"),
        Source("s2", "anonymous", (span(text, "مصدر ميداني"),), affiliation="Example Army"),
    )
    return Reading(made, READER, voices, (told, visit))


def others() -> list[Reading]:
    """A denied plan and an undated text."""
    plan = Document("plan", "ينفي الفريق خليفة عزم قواته على اقتحام طرابلس", date(2024, 4, 1), "المنبر")
    denied = claim(
        plan,
        "اقتحام",
        polarity="-",
        modality="planned",
        actors=[("الفريق خليفة", "Khalifa Example", "ly-khalifa")],
        place=("طرابلس", "Tripoli, Libya", 32.89, 13.19),
    )
    short = reading("short", "خليفة يلتقي وزير الدفاع", "يلتقي", published=None, outlet=None)
    meets = claim(short.document, "يلتقي", "CONSULT", actors=[("خليفة", "Khalifa Example", "ly-khalifa")])
    return [Reading(plan, READER, (), (denied,)), Reading(short.document, READER, (), (meets,))]


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    for one in (raid(), *others()):
        assert ledger.add(one) == "new"
    return ledger
