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
from isnad.model.judgement import GRADES, JUDGEMENTS, Judgement, JudgementKind
from isnad.model.place import Place
from isnad.model.reading import Note, Provenance, Reading, TurnedAway
from isnad.model.source import Number, Source, SourceKind
from isnad.model.span import Span
from isnad.model.weighed import (
    Conflict,
    Copy,
    CopyKind,
    Event,
    Expectation,
    Origin,
    OriginKind,
    Origins,
    Outcome,
    Over,
    Reason,
    Record,
    Relation,
    Side,
    Status,
    Tally,
    TurningPoint,
)

__all__ = [
    "COUNTS",
    "GRADES",
    "JUDGEMENTS",
    "Actor",
    "Claim",
    "Conflict",
    "Copy",
    "CopyKind",
    "Count",
    "Document",
    "Event",
    "Expectation",
    "Judgement",
    "JudgementKind",
    "Modality",
    "Note",
    "Number",
    "Origin",
    "OriginKind",
    "Origins",
    "Outcome",
    "Over",
    "Participant",
    "Place",
    "PlaceReference",
    "Polarity",
    "Provenance",
    "Quote",
    "Reading",
    "Reason",
    "Record",
    "Relation",
    "Role",
    "Side",
    "Source",
    "SourceKind",
    "Span",
    "Status",
    "Tally",
    "TimeReference",
    "TurnedAway",
    "TurningPoint",
]
