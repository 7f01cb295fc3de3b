"""All that there is on one event, each figure with what it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from isnad.export.copies import copy_record
from isnad.export.events import event_record
from isnad.export.hiding import Hiding, hidden_event, words_to_hide
from isnad.export.labels import Labels
from isnad.export.outcomes import outcome_record
from isnad.export.reasons import reason
from isnad.model import Claim, Copy, Event, Judgement, Outcome, Reading, Reason
from isnad.model.wire import claim_record

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Together:
    """Two documents whose accounts were taken together, and why."""

    documents: tuple[str, str]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Apart:
    """Another event that shares facts with this one, the documents that show it best, and why they are two."""

    event: Event
    documents: tuple[str, str]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Dossier:
    """``readings`` are those of the event's documents and of those of `apart`, by the ids of the documents.

    ``outcomes`` are of the event where it is expected, else of what was expected and what it settles.
    """

    event: Event
    readings: Mapping[str, Reading]
    together: tuple[Together, ...] = ()
    apart: tuple[Apart, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    copies: tuple[Copy, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def claims(self, ids: Iterable[str]) -> list[tuple[Reading, Claim]]:
        """The claims with these ids, each with its reading, by day of publication and place in the text."""
        wanted = set(ids)
        read = [self.readings[id] for id in self.event.documents if id in self.readings]
        return [(one, claim) for one in read for claim in one.claims if claim.id in wanted]


def hidden(dossier: Dossier) -> Dossier:
    """The dossier with the words of unnamed voices blacked out wherever they stand."""
    read = dossier.readings
    own = [read[id] for id in dossier.event.documents if id in read]
    hide = Hiding(words_to_hide(dossier.event, read.values()))
    return replace(
        dossier,
        event=hidden_event(dossier.event, own),
        readings={id: hide.reading(one) for id, one in read.items()},
        apart=tuple(
            replace(one, event=hidden_event(one.event, [read[id] for id in one.event.documents if id in read]))
            for one in dossier.apart
        ),
        outcomes=tuple(replace(one, voice=one.voice and hide.text(one.voice)) for one in dossier.outcomes),
        judgements=tuple(replace(one, reason=hide.text(one.reason)) for one in dossier.judgements),
    )


def dossier_record(dossier: Dossier) -> Record:
    """The event's JSON object with its claims in full, and why it is what it is."""
    labels = Labels("en")
    return event_record(dossier.event) | {
        "told": [
            claim_record(claim, one.document.text)
            | {"document": one.document.id, "words": " ".join(claim.sentence.of(one.document.text).split())}
            for one, claim in dossier.claims(dossier.event.claims)
        ],
        "together": [
            {"documents": list(one.documents), "reason": reason(one.reason, labels)} for one in dossier.together
        ],
        "apart": [
            {"event": one.event.id, "documents": list(one.documents), "reason": reason(one.reason, labels)}
            for one in dossier.apart
        ],
        "outcomes": [outcome_record(one) for one in dossier.outcomes],
        "copies": [copy_record(one) for one in dossier.copies],
        "judgements": [
            {"id": one.id, "author": one.author, "kind": one.kind, "subject": list(one.subject), "reason": one.reason}
            for one in dossier.judgements
        ],
    }
