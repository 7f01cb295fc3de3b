"""A ledger of a few invented articles about one raid, weighed."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from typer.testing import CliRunner, Result

from isnad import desk
from isnad.cli.main import app
from isnad.model import Document, Reading, Source, TimeReference
from ledger.builders import READER, claim, span

UNNAMED = "مصدر أمني في الميناء"
OFFICIAL = "مسؤول ليبي"
REASON = "رفض كشف اسمه"
SECRET = (UNNAMED, OFFICIAL, REASON)
"""What must not be shown of unnamed voices."""
NAMED = "العقيد سامي المنصور"

ONE = f"قصف على درنة\nقال {UNNAMED} {REASON} إن غارة على مخزن وقود في درنة أسفرت يوم السبت عن مقتل 3 حراس."
OTHER = (
    "تفاصيل قصف درنة\n"
    f"أعلن {NAMED} أن غارة على مخزن وقود في درنة أسفرت يوم السبت عن مقتل 5 حراس.\n"
    "والتقى العقيد سامي المنصور وفد البلدية."
)
DENIAL = (
    "المنصور يرد على شائعات\n"
    f"نفى {NAMED} ما أشيع عن إصابته بمرض ونقله إلى المستشفى.\n"
    f"وذكر {OFFICIAL} أن المنصور يخضع للعلاج من مرض في المستشفى."
)


def readings() -> Iterable[Reading]:
    """An unnamed voice tells of a raid, a named one of the same raid with another figure; a denial without a claim."""
    yield _raid(_document("one", "الشاهد", ONE, day=3), UNNAMED, (3, 3))
    named = _raid(_document("other", "المنبر", OTHER, day=4), NAMED, (5, 5))
    meets = claim(named.document, "التقى", "CONSULT", chain=(), actors=[("سامي المنصور", "Sami Example", "x-sami")])
    yield Reading(named.document, READER, named.sources, (*named.claims, meets))
    denied = _document("denial", "المنبر", DENIAL, day=5)
    voices = (_source(denied, "s1", NAMED, "person"), _source(denied, "s2", OFFICIAL, "person", actor="ly"))
    yield Reading(denied, READER, voices)


def _document(id: str, outlet: str, text: str, *, day: int) -> Document:
    return Document(id, text, date(2024, 3, day), outlet, text.partition("\n")[0])


def _source(document: Document, id: str, words: str, kind: str, **said: str) -> Source:
    name = None if kind == "anonymous" else "Libya" if "actor" in said else "Sami Example"
    return Source(id, kind, (span(document.text, words),), name, **said)  # type: ignore[arg-type]


def _raid(document: Document, voice: str, dead: tuple[int, int]) -> Reading:
    kind = "anonymous" if voice == UNNAMED else "person"
    source = _source(document, "s1", voice, kind, **({"reason": REASON} if kind == "anonymous" else {}))
    raid = claim(
        document,
        "غارة على مخزن وقود",
        mode="aerial",
        chain=("s1",),
        quote="indirect",
        targets=[("مخزن وقود", "مخزن وقود")],
        place=("درنة", "Derna, Libya", 32.76, 22.64),
        time=TimeReference(span(document.text, "يوم السبت"), date(2024, 3, 2), date(2024, 3, 2)),
        counts={"dead": dead},
    )
    return Reading(document, READER, (source,), (raid,))


def make(path: Path, *, weighed: bool = True) -> Path:
    """The ledger at the path."""
    with desk.open_ledger(path, create=True) as ledger:
        for one in readings():
            ledger.add(one)
        for _ in desk.weigh(ledger) if weighed else ():
            pass
    return path


def run(*words: object, code: int = 0) -> Result:
    """The command, as a user runs it; its exit code is looked at."""
    made = CliRunner().invoke(app, [str(word) for word in words], env={"ISNAD_LEDGER": "", "COLUMNS": "200"})
    assert made.exit_code == code, (made.exit_code, made.output, made.exception)
    return made
