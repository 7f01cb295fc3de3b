"""Sentences of a CoNLL-U treebank, their tokens placed in their normalised text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from isnad.languages.ar.clitics import Split, splits
from isnad.languages.ar.tokenizer import pieces
from isnad.text.normal import fold, normalise

NATIVE = re.compile("[\u0620-\u064a]+")


@dataclass(frozen=True)
class Row:
    """One token: ``start`` and ``end`` in the sentence's normal text; ``head`` is a place in the sentence or itself."""

    key: str
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
            rows.append(
                Row(fold(form), len(text), len(text) + len(form), line[3], line[4], places.get(line[6], own), dep)
            )
        text += form + ("" if "SpaceAfter=No" in line[9] else " ")
    return Sentence(text.rstrip(), tuple(_with_keys(text, rows)))


def _with_keys(text: str, rows: list[Row]) -> Iterator[Row]:
    """The rows with the keys that our tokenizer gives when it splits a word as the treebank does."""
    borders = {row.start for row in rows} | {row.end for row in rows}
    keys: dict[tuple[int, int], str] = {}
    for word in NATIVE.finditer(text):
        inner = {place - word.start() for place in borders if word.start() < place < word.end()}
        for split in splits(word[0]):
            if cuts(split) == inner:
                keys |= {(word.start() + p.start, word.start() + p.end): p.key for p in pieces(split)}
    return (replace(row, key=keys.get((row.start, row.end), row.key)) for row in rows)


def cuts(split: Split) -> set[int]:
    """The places inside a word where a split divides it."""
    front, back = len(split.before), len(split.before) + len(split.stem)
    return set(range(1, front + 1)) | ({back} if split.after else set())


def fifths(sentences: list[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """Four fifths to learn from and the fifth held out: every fifth sentence."""
    return [s for i, s in enumerate(sentences) if i % 5], sentences[::5]
