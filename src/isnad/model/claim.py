"""One event or state, put forward on one chain of voices in one document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from isnad.model.span import Span

Polarity = Literal["+", "-"]
Modality = Literal["actual", "planned", "predicted", "possible", "wanted"]
Quote = Literal["direct", "indirect", "none"]
Count = Literal["dead", "injured", "detained", "displaced", "size"]

COUNTS: tuple[Count, ...] = ("dead", "injured", "detained", "displaced", "size")


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part: the words, and the canonical name that lies over them.

    ``name`` is in English where the knowledge base has the actor, else the words as published. ``actor`` is the
    knowledge base's id, None where it has none.
    """

    span: Span
    name: str
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class TimeReference:
    """The expression that dates an event: first and last day, both included; None where ``unresolved`` says why."""

    span: Span
    first: date | None
    last: date | None
    grain: str = "day"
    unresolved: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceReference:
    """Where an event happens: the words, the English name, the point in degrees, and the words of relation to it.

    ``lat`` and ``lon`` are None where the gazetteer does not have the place. ``radius_km`` is how far off the point
    the event may lie; it never gets smaller than the published place name allows.
    """

    span: Span
    name: str
    lat: float | None = None
    lon: float | None = None
    relation: str | None = None
    radius_km: float | None = None
    country: str | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim mention. ``chain`` holds source ids from the outlet inwards; empty, the outlet says it itself.

    ``sentence`` is the evidence: the span of the sentence that puts the claim forward. ``counts`` are [low, high],
    both included. ``confidence`` is the reader's own, from 0 to 1: that there is this event on this voice here.
    """

    id: str
    trigger: Span
    type: str
    sentence: Span
    actors: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    chain: tuple[str, ...] = ()
    quote: Quote = "none"
    polarity: Polarity = "+"
    modality: Modality = "actual"
    mode: str | None = None
    time: TimeReference | None = None
    place: PlaceReference | None = None
    counts: Mapping[Count, tuple[int, int]] = field(default_factory=dict)
    confidence: float = 1.0
