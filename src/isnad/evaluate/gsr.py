"""Sentences that three people judged to report an event or not: how many of each judgement the reader finds one in.

The set is arabic_event_gsr: sentences of Arabic press with a type (ASSAULT or PROTEST) and the outcome of a vote.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from isnad.errors import BadData
from isnad.model import Document, Reading

PUBLISHED = date(2008, 6, 1)
"""The sentences come undated; any day will do, for nothing that is counted hangs on it."""
LABELS = ("yes", "ambiguous", "difficult no", "easy no")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the type that was asked for, and what the judges said."""

    id: str
    event_type: str
    label: str
    text: str

    @property
    def document(self) -> Document:
        """The sentence as a document of its own."""
        return Document(f"{self.event_type}-{self.id}", self.text, PUBLISHED)


@dataclass(frozen=True, slots=True)
class Row:
    """Of the sentences of a type and a label, those in which a claim of the type is found that is actual and `+`."""

    event_type: str
    label: str
    sentences: int
    found: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.found / self.sentences


def load(folder: Path) -> list[Sentence]:
    """The sentences of `sentences.jsonl`. BadData: the file is missing or a line of it is no sentence."""
    path = folder / "sentences.jsonl"
    try:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        return [Sentence(str(row["id"]), row["event_type"], row["label"], row["text"]) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadData(f"{path}: {error!r}") from error


def tabulate(read: Iterable[tuple[Sentence, Reading]], *, least: float = 0.0) -> list[Row]:
    """A row for every type and label, those of one type together, from `yes` to `easy no`; `least` as in `reports`."""
    asked: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for sentence, reading in read:
        asked[sentence.event_type, sentence.label] += 1
        found[sentence.event_type, sentence.label] += reports(reading, sentence.event_type, least=least)
    return [Row(*key, asked[key], found[key]) for key in sorted(asked, key=_order)]


def reports(reading: Reading, event_type: str, *, least: float = 0.0) -> bool:
    """Whether a claim of the type, of that confidence at least, says that it happened."""
    told = (one for one in reading.claims if one.type == event_type and one.confidence >= least)
    return any(one.modality == "actual" and one.polarity == "+" for one in told)


def _order(key: tuple[str, str]) -> tuple[str, int, str]:
    event_type, label = key
    return event_type, LABELS.index(label) if label in LABELS else len(LABELS), label
