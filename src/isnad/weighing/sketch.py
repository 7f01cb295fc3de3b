"""What is kept of a document to find out who else has its text."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np

from isnad.model import Document, Span
from isnad.text.normal import normalise
from isnad.weighing.credits import NOBODY, Credits, credits_of
from isnad.weighing.outlets import outlet_id
from isnad.weighing.shingles import SIZE, passage_keys, trigrams, words
from isnad.weighing.stories import story, without_quotations

_LONG = 8
_FEWEST = 5


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the story: where it stands in the text as published, its word trigrams as numbers of 32 bits."""

    span: Span
    trigrams: tuple[int, ...]


@dataclass(frozen=True)
class Sketch:
    """The sentences of a document that could be copied, who published it when, and whom it credits.

    Left out are quotations, credits, bylines, what a page prints beside its story, and sentences of fewer than five
    words. ``outlet`` is the id of an actor where it is known, else the letters of its name.
    """

    document: str
    outlet: str | None = None
    published: date | None = None
    credits: Credits = NOBODY
    sentences: tuple[Sentence, ...] = ()

    @cached_property
    def trigrams(self) -> frozenset[int]:
        """The trigrams of all its sentences."""
        return frozenset(number for sentence in self.sentences for number in sentence.trigrams)


def sketch(document: Document) -> Sketch:
    """The sketch of a document: of its id, text, outlet, day and title alone, whatever else there is."""
    normal = normalise(document.text)
    told = without_quotations(normal.text)
    cut = [(span, found) for span in story(normal.text) if len(found := words(told[slice(*span)])) >= _FEWEST]
    numbers, sizes = trigrams([found for _, found in cut])
    return Sketch(
        document=document.id,
        outlet=outlet_id(document.outlet),
        published=document.published,
        credits=credits_of(normal.text, outlet=document.outlet, titled=bool(document.title)),
        sentences=_sentences([normal.span(*span) for span, _ in cut], sizes, numbers.tolist()),
    )


def keys(sketch: Sketch) -> frozenset[int]:
    """The keys of the sketch's sentences, from 0 to 2**63 - 2: documents that share none are not compared.

    Sentences of fewer than eight words outside quotations have none: they count beside a longer one or not at all.
    """
    kept = [one.trigrams for one in sketch.sentences if len(one.trigrams) > _LONG - SIZE]
    numbers = np.array([number for each in kept for number in each], dtype=np.uint64)
    return passage_keys(numbers, [len(each) for each in kept])


def packed(sketch: Sketch) -> bytes:
    """The sketch as bytes, a line of JSON and the trigrams; about six bytes for each word of the text."""
    credits = sketch.credits
    head = {
        "document": sketch.document,
        "outlet": sketch.outlet,
        "published": sketch.published.isoformat() if sketch.published else None,
        "credits": [credits.wires, credits.outlets, credits.names, credits.many],
        "spans": [[one.span.start, one.span.end] for one in sketch.sentences],
        "sizes": [len(one.trigrams) for one in sketch.sentences],
    }
    numbers = np.array([number for one in sketch.sentences for number in one.trigrams], dtype="<u4")
    return json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" + numbers.tobytes()


def unpacked(data: bytes) -> Sketch:
    """The sketch that was packed; equal to it."""
    line, _, numbers = data.partition(b"\n")
    head = json.loads(line)
    wires, outlets, names, many = head["credits"]
    return Sketch(
        document=head["document"],
        outlet=head["outlet"],
        published=date.fromisoformat(head["published"]) if head["published"] else None,
        credits=Credits(tuple(wires), tuple(outlets), tuple(names), many),
        sentences=_sentences(head["spans"], head["sizes"], np.frombuffer(numbers, dtype="<u4").tolist()),
    )


def _sentences(spans: Iterable[Sequence[int]], sizes: Iterable[int], numbers: list[int]) -> tuple[Sentence, ...]:
    ends = list(accumulate(sizes, initial=0))
    cut = zip(spans, pairwise(ends), strict=True)
    return tuple(Sentence(Span(*span), tuple(numbers[start:end])) for span, (start, end) in cut)
