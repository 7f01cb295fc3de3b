"""What a reader made of one document."""

from dataclasses import dataclass

from isnad.model.claim import Claim
from isnad.model.document import Document
from isnad.model.source import Source
from isnad.model.span import Span


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which reader, of which version, with which lexicons and weights (a digest of them)."""

    reader: str
    version: str
    knowledge: str


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """A draft that the gate did not admit, and why."""

    reason: str
    trigger: Span
    type: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the document that makes its reading yield less (`no-arabic`, `undated`, `empty`...)."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its voices and claims in the order of the text."""

    document: Document
    provenance: Provenance
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    turned_away: tuple[TurnedAway, ...] = ()
    notes: tuple[Note, ...] = ()
