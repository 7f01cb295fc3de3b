"""An article cut where its claims' words begin and end, so that each piece knows which claims it belongs to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from isnad.export.redact import BLOCK
from isnad.model import Claim, Reading, Span

_BLOCKS = re.compile(f"{BLOCK}+")


class Mark(NamedTuple):
    """A span of the text and what it is (`trigger`, `actor`, `target`, `time`, `place`, `voice`) in which claim.

    A voice's claims are all that it tells; ``claim`` is then 0.
    """

    start: int
    end: int
    role: str
    claim: int = 0


@dataclass(slots=True)
class Piece:
    """A stretch of text over which the same marks lie; numbers are those of claims, in order."""

    text: str
    triggers: tuple[int, ...] = ()
    parts: tuple[int, ...] = ()
    circumstances: tuple[int, ...] = ()
    evidence: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    voice: bool = False
    redacted: bool = False


@dataclass(slots=True)
class Sentence:
    """Pieces of one sentence (or of what lies between two) within a paragraph, and the claims it is evidence of."""

    claims: tuple[int, ...] = ()
    pieces: list[Piece] = field(default_factory=list)


_PARTS = ("actor", "target")
_CIRCUMSTANCES = ("time", "place")


def paragraphs(reading: Reading) -> Iterator[list[Sentence]]:
    """The text line by line without empty ones; the pieces of a line make up the whole of it."""
    text = reading.document.text
    marks = sorted(_kept(_marks(reading), len(text)))
    waiting, open_marks, start = iter([*marks, None]), list[Mark](), 0
    upcoming = next(waiting)
    for line in text.split("\n"):
        end = start + len(line)
        while upcoming and upcoming.start < end:
            open_marks.append(upcoming)
            upcoming = next(waiting)
        if line.strip():
            yield _sentences(_pieces(text, start, end, open_marks))
        open_marks = [mark for mark in open_marks if mark.end > end]
        start = end + 1


def _kept(marks: Iterable[Mark], length: int) -> Iterator[Mark]:
    return (mark for mark in marks if 0 <= mark.start < mark.end <= length)


def _marks(reading: Reading) -> Iterator[Mark]:
    for number, claim in enumerate(reading.claims, 1):
        yield from (Mark(span.start, span.end, role, number) for role, span in _spans(claim))
    for source in reading.sources:
        yield from (Mark(span.start, span.end, "voice") for span in source.mentions)
    yield from (Mark(*found.span(), "redacted") for found in _BLOCKS.finditer(reading.document.text))


def _spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    yield "evidence", claim.sentence
    yield "trigger", claim.trigger
    yield from (("actor", one.span) for one in claim.actors)
    yield from (("target", one.span) for one in claim.targets)
    yield from ((role, one.span) for role, one in (("time", claim.time), ("place", claim.place)) if one)


def _pieces(text: str, start: int, end: int, marks: list[Mark]) -> Iterator[Piece]:
    """The line cut at every end of a mark; marks come in and go out as the line is walked along."""
    cuts = sorted({start, end, *(min(max(at, start), end) for mark in marks for at in (mark.start, mark.end))})
    waiting, over = marks[::-1], list[Mark]()
    for first, last in pairwise(cuts):
        while waiting and waiting[-1].start <= first:
            over.append(waiting.pop())
        over = [mark for mark in over if mark.end > first]
        yield _piece(text[first:last], over, last)


def _piece(text: str, marks: list[Mark], end: int) -> Piece:
    def claims(*roles: str) -> tuple[int, ...]:
        return tuple(sorted({mark.claim for mark in marks if mark.role in roles}))

    roles = {mark.role for mark in marks}
    ended = tuple(sorted(mark.claim for mark in marks if mark.role == "trigger" and mark.end == end))
    return Piece(
        text,
        claims("trigger"),
        claims(*_PARTS),
        claims(*_CIRCUMSTANCES),
        claims("evidence"),
        ended,
        "voice" in roles,
        "redacted" in roles,
    )


def _sentences(pieces: Iterable[Piece]) -> list[Sentence]:
    made: list[Sentence] = []
    for piece in pieces:
        if not made or made[-1].claims != piece.evidence:
            made.append(Sentence(piece.evidence))
        made[-1].pieces.append(piece)
    return made
