"""Sentences of a CoNLL-U treebank, their tokens placed in their normalised text."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from isnad.text.normal import normalise


@dataclass(frozen=True)
class Row:
    """One token: ``start`` and ``end`` in the sentence's normal text; ``head`` is a place in the sentence or itself."""

    form: str
    start: int
    end: int
    pos: str
    tag: str
    head: int
    dep: str


@dataclass(frozen=True)
class Sentence:
    """A sentence in normal form with its rows."""

    text: str
    rows: tuple[Row, ...]


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a file. Tokens of which nothing is left in normal form (a tatweel) are left out."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        yield _sentence([line.split("\t") for line in block.splitlines() if line[:1].isdigit()])


def _sentence(lines: list[list[str]]) -> Sentence:
    forms = [normalise(line[1]).text for line in lines]
    kept = [line[0] for line, form in zip(lines, forms, strict=True) if form]
    places = {number: place for place, number in enumerate(kept)}
    text, rows = "", []
    for line, form in zip(lines, forms, strict=True):
        if form:
            own = places[line[0]]
            dep = line[7]
            rows.append(Row(form, len(text), len(text) + len(form), line[3], line[4], places.get(line[6], own), dep))
        text += form + ("" if "SpaceAfter=No" in line[9] else " ")
    return Sentence(text.rstrip(), tuple(rows))


def fifths(sentences: list[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """Four fifths to learn from and the fifth held out: every fifth sentence."""
    return [s for i, s in enumerate(sentences) if i % 5], sentences[::5]
