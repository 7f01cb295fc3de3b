"""One event for the terminal, each figure with the words that it rests on."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby

from rich.text import Text

from isnad.export.copy_table import CopyTable
from isnad.export.dossier import Apart, Dossier, Together
from isnad.export.event_table import EventTable
from isnad.export.numbers import number
from isnad.export.outcome_table import OutcomeTable
from isnad.export.reasons import reason
from isnad.export.table import INDENT
from isnad.export.view import claim_view
from isnad.export.voices import as_printed
from isnad.model import Claim, Conflict, Origin, Reading, Side


class DossierTable(EventTable, CopyTable, OutcomeTable):
    """Writes one event whole."""

    def dossier(self, dossier: Dossier) -> None:
        """What happened; on whose word; who contradicts whom; why it is one event; what is like it; what came of it."""
        self._dossier = dossier
        self.event(dossier.event, read=dossier.readings.__getitem__)
        self._whose_word()
        self._contradictions()
        self._listed("why-origins", (reason(one, self._labels) for one in dossier.event.origins.reasons))
        self._one_happening()
        self._kept_apart()
        self._settled()
        self._shared()
        self._judged()

    def _heading(self, label: str) -> None:
        self._console.print()
        self._line(Text(self._labels(label), "bold reverse"), 0)

    def _listed(self, label: str, lines: Iterable[str]) -> None:
        found = list(lines)
        if found:
            self._heading(label)
        for one in found:
            self._line(Text(self._says(one)), INDENT)

    def _whose_word(self) -> None:
        event = self._dossier.event
        self._heading("whose-word")
        placed = {claim for one in event.origins.origins for claim in one.claims}
        for place, one in enumerate(event.origins.origins, 1):
            self._line(self._origin_line(place, one), 2)
            self._claims(one.claims)
        rest = [claim for claim in event.claims if claim not in placed]
        if rest:
            self._line(Text(self._labels("in-no-origin" if placed else "uncounted"), "bold"), 2)
            self._claims(rest)

    def _origin_line(self, place: int, one: Origin) -> Text:
        kind = self._labels(one.kind, section="origin")
        about = self._labels("list", section="mark").join(filter(None, (kind, one.side and self._name(one.side))))
        text = Text(f"{place}. ", "dim").append(self._says(self._name(one.name)), "bold")
        text.append(f" ({self._says(about)})" if one.name else self._says(about))
        text.append(f" · {number(len(one.claims), 'claim', self._labels)}", "dim")
        return text if one.counted else text.append(f" · {self._labels('uncertain')}", "yellow")

    def _claims(self, ids: Iterable[str]) -> None:
        """Claims of one sentence on one word together."""
        found = [(as_printed(reading), claim) for reading, claim in self._dossier.claims(ids)]
        for _, some in groupby(found, key=_saying):
            self._sentence(list(some))

    def _sentence(self, some: Sequence[tuple[Reading, Claim]]) -> None:
        reading = some[0][0]
        view = claim_view(reading, some[0][1], self._labels)
        text = Text(f"{self._print(reading.document)}: ", "dim").append_text(self.chain(view))
        self._line(text if view.plain else text.append(f"  [{view.stance}]", "bold reverse"), INDENT)
        self._line(Text(self._says(f"«{view.evidence}»")), 2 * INDENT)
        read = (f"{self._says(f'«{claim.trigger.of(reading.document.text)}»')} {claim.id}" for _, claim in some)
        self._line(Text(" · ".join((*read, self._says(reading.document.id))), "dim"), 2 * INDENT)

    def _contradictions(self) -> None:
        if self._dossier.event.conflicts:
            self._heading("conflicts")
        for one in self._dossier.event.conflicts:
            self._contradiction(one)

    def _contradiction(self, one: Conflict) -> None:
        self._line(Text(self._labels(one.count or one.over, section="over"), "bold"), 2)
        for side in one.sides:
            text = Text(self._says(self._side(one, side.value)), "yellow")
            text.append(f" · {self._labels('since', day=self._labels.day(side.since))}" if side.since else "", "dim")
            self._line(text.append(f" · {number(len(side.claims), 'claim', self._labels)}", "dim"), INDENT)
            self._sayers(side)

    def _sayers(self, side: Side) -> None:
        """Who is on a side, each voice of a document once, with the claims."""
        said: dict[tuple[str, str], list[str]] = {}
        for reading, claim in self._dossier.claims(side.claims):
            voice = self._voice(claim_view(as_printed(reading), claim, self._labels).voice)
            said.setdefault((self._print(reading.document), voice[0]), []).append(claim.id)
        for (where, who), ids in said.items():
            line = Text(f"{where} · ", "dim").append(who).append(f" · {' '.join(ids)}", "dim")
            self._line(line, 2 * INDENT)

    def _one_happening(self) -> None:
        self._listed("why-together", (self._pair(one, "~") for one in self._dossier.together))

    def _kept_apart(self) -> None:
        if self._dossier.apart:
            self._heading("kept-apart")
        for one in self._dossier.apart:
            self.event(one.event, read=self._dossier.readings.__getitem__, indent=2)
            self._line(Text(self._pair(one, "≁"), "yellow"), 2 + INDENT)

    def _settled(self) -> None:
        if self._dossier.outcomes:
            self._heading("came-of-it")
        for one in self._dossier.outcomes:
            self.outcome(one, indent=2)

    def _shared(self) -> None:
        if self._dossier.copies:
            self._heading("shared-text")
        for one in self._dossier.copies:
            documents = {id: reading.document for id, reading in self._dossier.readings.items()}
            self.copy(one, documents, indent=2)

    def _judged(self) -> None:
        lines = []
        for one in self._dossier.judgements:
            day = self._labels.day(datetime.fromtimestamp(one.at / 1e6, tz=UTC).date())
            kind = self._labels(one.kind, section="judgement")
            lines.append(f"{day} · {one.author} · {kind}: {one.reason} · {one.id}")
        self._listed("judged", lines)

    def _pair(self, one: Together | Apart, sign: str) -> str:
        first, second = map(self._document, one.documents)
        return f"{first} {sign} {second}: {reason(one.reason, self._labels)}"

    def _document(self, id: str) -> str:
        return f"{self._print(self._dossier.readings[id].document)} ({self._says(id)})"


def _saying(told: tuple[Reading, Claim]) -> object:
    reading, claim = told
    return reading.document.id, claim.sentence, claim.chain, claim.polarity, claim.modality
