"""What weighing concludes: copies, events with their origins and conflicts, outcomes, relations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from isnad.model.claim import Count
from isnad.model.span import Span

CopyKind = Literal["copy", "partial", "wire"]
Over = Literal["polarity", "count", "time", "place", "actor"]
OriginKind = Literal["person", "organization", "media", "wire", "document", "anonymous", "unknown", "outlet"]
Expectation = Literal["plan", "prediction", "threat", "demand"]
Status = Literal["fulfilled", "late", "broken", "lapsed", "open"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two things are taken together or kept apart: a code of the interface's table, and the words it speaks of."""

    code: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents that share a text.

    ``documents`` are ids, in the order of the ids unless ``ordered``: then the first was copied from, which time or a
    credit says. ``containment`` is the share of the shorter one's sentences that stand in the other, from 0 to 1.
    ``sentences`` are the pairs that agree. ``wire``: what both have, or one has from the other, is an agency's.
    """

    documents: tuple[str, str]
    kind: CopyKind
    containment: float
    reason: Reason
    ordered: bool = False
    wire: str | None = None
    sentences: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """A voice that stands at the start of chains.

    ``name`` is as in the claims; of an unnamed voice the words as printed. ``side`` is the body it speaks for.
    ``counted`` is False where it may be the same as another, so that it raises the upper figure alone.
    """

    kind: OriginKind
    name: str
    side: str | None
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins stand behind an event, and how their voices hang together.

    ``common_link`` is a voice through which all chains pass, ``circular`` the voices of each circle of outlets that
    have it from each other. ``disjoint`` is how many chains share no voice at all. ``opposed``: the origins include
    opposing parties; ``admissions`` are claims that speak against the interest of who makes them.
    """

    low: int = 0
    high: int = 0
    origins: tuple[Origin, ...] = ()
    reasons: tuple[Reason, ...] = ()
    common_link: str | None = None
    circular: tuple[tuple[str, ...], ...] = ()
    disjoint: int = 0
    opposed: bool = False
    admissions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: what it says, which claims say so, since when."""

    value: str
    claims: tuple[str, ...]
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims of one event that can't all be so. ``count`` names the count where ``over`` is one."""

    over: Over
    sides: tuple[Side, ...]
    count: Count | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """The claims of all documents that speak of one happening. ``claims`` and ``documents`` by day and id.

    ``expected``: nobody says that it happened (yet); it is planned, predicted or wanted. ``first`` and ``last`` are
    the days it may have happened on; ``actors`` and ``targets`` names by the number of claims that have them.
    """

    id: str
    type: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    expected: bool = False
    first: date | None = None
    last: date | None = None
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    counts: Mapping[Count, tuple[int, int]] = field(default_factory=dict)
    origins: Origins = Origins()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an expectation: ``claims`` say it, on the word of ``voice``; ``by`` are claims that settle it.

    ``voice`` is None for an unnamed one: it has no record. ``due`` is the last day it was said for, None where no day
    was said.
    """

    event: str
    kind: Expectation
    claims: tuple[str, ...]
    status: Status
    voice: str | None = None
    due: date | None = None
    by: tuple[str, ...] = ()
    reason: Reason = Reason("open")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many expectations of one kind came to one end, with claims as examples."""

    kind: Expectation
    status: Status
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What became of what a named voice held out: no score, no share."""

    voice: str
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A day from which two actors were warmer or colder to each other than before, with the claims that show it."""

    day: date
    before: float
    after: float
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two actors stand to each other over time; ``value`` runs from -10, conflict, to 10, cooperation.

    ``points`` are days with the weight of what was reported for them; ``actors`` in alphabetical order.
    """

    actors: tuple[str, str]
    value: float
    claims: int
    points: tuple[tuple[date, float], ...]
    turning_points: tuple[TurningPoint, ...] = ()
