"""The nouns of Isnad: frozen types without behaviour beyond their own invariants."""

from isnad.model.actor import Actor, Role
from isnad.model.claim import (
    COUNTS,
    Claim,
    Count,
    Modality,
    Participant,
    PlaceReference,
    Polarity,
    Quote,
    TimeReference,
)
from isnad.model.document import Document
from isnad.model.place import Place
from isnad.model.reading import Note, Provenance, Reading, TurnedAway
from isnad.model.source import Number, Source, SourceKind
from isnad.model.span import Span

__all__ = [
    "COUNTS",
    "Actor",
    "Claim",
    "Count",
    "Document",
    "Modality",
    "Note",
    "Number",
    "Participant",
    "Place",
    "PlaceReference",
    "Polarity",
    "Provenance",
    "Quote",
    "Reading",
    "Role",
    "Source",
    "SourceKind",
    "Span",
    "TimeReference",
    "TurnedAway",
]
