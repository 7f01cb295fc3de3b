"""A set of invented news to try Isnad on: thirty Arabic articles about three weeks of events that never happened.

`articles.jsonl` is what was published; `truth.yaml` is what happened in the invented world, who told it on whose word
and who copied whom. `README.md` says what the set shows.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any, cast

import yaml

from isnad.model.document import Document

ARTICLES = Path(__file__).parent / "articles.jsonl"
"""One JSON object a line: id, published, outlet, title, text, url."""
_TRUTH = Path(__file__).parent / "truth.yaml"


def load_articles() -> tuple[Document, ...]:
    """The articles in the order in which they were published."""
    return tuple(_article(json.loads(line)) for line in ARTICLES.read_text(encoding="utf-8").splitlines())


def _article(record: dict[str, str]) -> Document:
    return Document(**record | {"published": date.fromisoformat(record["published"])})  # type: ignore[arg-type]


def load_truth() -> dict[str, Any]:
    """The truth behind the articles under its parts: outlets, voices, events, reports, copies, conflicts and so on."""
    return cast(dict[str, Any], yaml.load(_TRUTH.read_text(encoding="utf-8"), yaml.CSafeLoader))
