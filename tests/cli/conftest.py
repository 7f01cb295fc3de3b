"""A reader that knows three words, and documents for it."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from isnad import desk
from isnad.model import Document, Note, Reading, Source, TimeReference
from ledger.builders import READER, claim, span

RAID = (
    "غارات على مخزن في درنة\n"
    "قال مصدر أمني في الميناء رفض كشف اسمه إن غارة على مخزن في درنة أسفرت يوم السبت عن مقتل ٣ حراس.\n"
    "وأضاف المصدر الأمني أن الجيش يستعد لرد."
)
MEETING = "لقاء في القاهرة\nالتقى الوزير سامي المنصور وفد البلدية في القاهرة."
SECRET = ("مصدر أمني في الميناء", "المصدر الأمني", "رفض كشف اسمه")
"""What must not be shown of the unnamed voice."""


def fake(documents: Iterable[Document]) -> Iterator[Reading]:
    """Raids on the word of a source, meetings on nobody's; a text that says so breaks it."""
    for one in documents:
        if "انهيار" in one.text:
            raise RuntimeError("the reader does not know what to make of it")
        yield reading(one)


def reading(one: Document) -> Reading:
    notes = () if one.published else (Note("undated", "no day to count from"),)
    if "غارة" in one.text and "مصدر أمني في الميناء" in one.text:
        mentions = tuple(span(one.text, words) for words in SECRET[:2])
        voice = Source("s1", "anonymous", mentions, affiliation="Example Army", reason=SECRET[2])
        raid = claim(
            one,
            "غارة",
            mode="aerial",
            chain=("s1",),
            quote="indirect",
            actors=[("المصدر الأمني", "المصدر الأمني")],
            targets=[("مخزن", "a store")],
            place=("درنة", "Derna, Libya", 32.76, 22.64),
            time=TimeReference(span(one.text, "يوم السبت"), date(2024, 3, 2), date(2024, 3, 2)),
            counts={"dead": (3, 3)},
        )
        return Reading(one, READER, (voice,), (raid,), notes=notes)
    if "التقى" in one.text:
        meets = claim(
            one, "التقى", "CONSULT", modality="planned", actors=[("الوزير سامي المنصور", "Sami Example", "x-sami")]
        )
        return Reading(one, READER, (), (meets,), notes=notes)
    return Reading(one, READER, notes=notes)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The fake reader in place of the real one; the ids of what it was given."""
    asked: list[str] = []

    def read(documents: Iterable[Document]) -> Iterator[Reading]:
        for one in documents:
            asked.append(one.id)
            yield from fake([one])

    monkeypatch.setattr(desk, "_reader", lambda: read)
    monkeypatch.setattr(desk, "BATCH", 2)
    return asked


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    rows = [
        {"id": "raid", "text": RAID, "published": "2024-03-05", "outlet": "الشاهد", "title": "غارات على مخزن في درنة"},
        {
            "id": "meeting",
            "text": MEETING,
            "published": "2024-03-06",
            "outlet": "المنبر",
            "url": "https://example.org/m",
        },
    ]
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path
