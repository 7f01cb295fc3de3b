"""Gold articles as targets over the tokens of their pages."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from isnad.evaluate.score import UNDIRECTED
from isnad.model import COUNTS
from isnad.reading.labels import KINDS, MODALITIES, TYPES
from isnad.text.page import Page

Record = dict[str, Any]


@dataclass
class GoldClaim:
    """One claim over tokens: its trigger, the first tokens of its participants, the numbers of its voices."""

    trigger: tuple[int, int]
    type: int
    modality: int
    denied: bool
    roles: dict[int, int]
    voice: int | None
    outer: int | None
    time: tuple[int, int] | None
    place: tuple[int, int] | None
    counts: dict[str, tuple[int, int]]


@dataclass
class Gold:
    """The targets of one page. Mentions are (first token, token after the last, number of the voice)."""

    triggers: list[int]
    sources: list[int]
    participants: list[int]
    claims: list[GoldClaim] = field(default_factory=list)
    mentions: list[tuple[int, int, int]] = field(default_factory=list)


def records(path: Path, *, licensed: bool = True) -> Iterator[Record]:
    """The gold records of a file; with ``licensed``, without those that no weights may be learned from."""
    with path.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if not (licensed and record["document"]["id"].startswith("SNN")):
                yield record


class Aligner:
    """Published offsets to token indices of a page."""

    def __init__(self, page: Page) -> None:
        self.starts = [page.span(token, token + 1)[0] for token in range(len(page.tokens))]
        self.ends = [page.span(token, token + 1)[1] for token in range(len(page.tokens))]

    def tokens(self, span: Record) -> tuple[int, int] | None:
        """The tokens that share a letter with the span, None if there is none."""
        first = bisect_right(self.ends, span["start"])
        last = bisect_left(self.starts, span["end"])
        return (first, last) if first < last else None


def targets(page: Page, record: Record) -> Gold:
    """The record's annotations over the page's tokens."""
    align = Aligner(page)
    size = len(page.tokens)
    gold = Gold([0] * size, [0] * size, [0] * size)
    voices = {source["id"]: number for number, source in enumerate(record["sources"])}
    for source in record["sources"]:
        for mention in source["mentions"]:
            if span := align.tokens(mention):
                kind = KINDS.index(source["kind"])
                _mark(gold.sources, span, 1 + 2 * kind)
                gold.mentions.append((*span, voices[source["id"]]))
    seen: set[int] = set()
    for claim in record["claims"]:
        made = _claim(align, claim, voices, gold)
        if made and made.trigger[0] not in seen:
            seen.add(made.trigger[0])
            gold.claims.append(made)
            _mark(gold.triggers, made.trigger, 1 + 2 * made.type)
    return gold


def _claim(align: Aligner, claim: Record, voices: dict[str, int], gold: Gold) -> GoldClaim | None:
    trigger = align.tokens(claim["trigger"])
    if trigger is None:
        return None
    roles: dict[int, int] = {}
    for role, participants in enumerate(_parties(claim), 1):
        for participant in participants:
            if span := align.tokens(participant):
                roles[span[0]] = role
                _mark(gold.participants, span, 1)
    chain = claim["chain"]
    return GoldClaim(
        trigger=trigger,
        type=TYPES.index(claim["type"]),
        modality=MODALITIES.index(claim["modality"]),
        denied=claim["polarity"] == "-",
        roles=roles,
        voice=voices[chain[-1]] if chain else None,
        outer=voices[chain[-2]] if len(chain) > 1 else None,
        time=align.tokens(claim["time"]) if claim.get("time") else None,
        place=align.tokens(claim["place"]) if claim.get("place") else None,
        counts={name: tuple(claim[name]) for name in COUNTS if name in claim},
    )


def _parties(claim: Record) -> tuple[list[Record], list[Record]]:
    """Actors and targets. Of an event without direction the party named first stands as actor, whatever gold says."""
    actors, targets = claim["actors"], claim["targets"]
    if claim["type"] in UNDIRECTED and targets:
        first_target = min(one["start"] for one in targets)
        if not actors or first_target < min(one["start"] for one in actors):
            return targets, actors
    return actors, targets


def _mark(labels: list[int], span: tuple[int, int], begin: int) -> None:
    for place in range(*span):
        if place == span[0]:
            labels[place] = begin
        elif labels[place] == 0:
            labels[place] = begin + 1
