"""Articles that put no claim forward: sport and business, chosen from a corpus by how densely their words say so."""

import gzip
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from gold import Gold
from isnad.languages.ar.cues import CUES
from isnad.model import Document
from isnad.reading.labels import TYPES
from isnad.reading.layers import Layers
from isnad.reading.sight import lay_out
from isnad.text.page import Page

DENSE = {"sport": 0.035, "business": 0.05}
UNKNOWN = -100
_ASSAULT = TYPES.index("ASSAULT")


def negatives(corpus: Path, *, each: int) -> Iterator[Document]:
    """Up to ``each`` articles of each subject; none that names an attack twice."""
    left = dict.fromkeys(DENSE, each)
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for number, record in enumerate(map(json.loads, lines)):
            if not any(left.values()):
                return
            if number % 7 or not 400 < len(record["text"]) < 2500:
                continue
            day = date.fromisoformat(record["published"][:10])
            document = Document(f"negative-{number}", record["text"], day, record["outlet"])
            [(_, layers)] = lay_out([document])
            subject = _subject(layers)
            if subject and left[subject]:
                left[subject] -= 1
                yield document


def _subject(layers: Layers) -> str | None:
    if layers.triggers[:, _ASSAULT].sum() > 1:
        return None
    for subject, least in DENSE.items():
        if layers.cues[:, CUES.index(subject)].mean() > least:
            return subject
    return None


def nothing(page: Page) -> Gold:
    """No triggers; nothing is known of voices and participants."""
    size = len(page.tokens)
    return Gold([0] * size, [UNKNOWN] * size, [UNKNOWN] * size)
