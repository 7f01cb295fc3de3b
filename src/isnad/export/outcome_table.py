"""What became of expectations, for the terminal."""

from collections.abc import Callable, Iterable, Sequence

from rich.text import Text

from isnad.export import names
from isnad.export.reasons import reason
from isnad.export.table import INDENT, Table
from isnad.export.view import claim_view
from isnad.export.voices import as_printed
from isnad.model import Claim, Outcome, Reading, Record

Find = Callable[[str], tuple[Reading, Claim]]
"""The claim with this id, and its reading."""
_SHOWN = 2


class OutcomeTable(Table):
    """Writes outcomes and the records of named voices."""

    def outcomes(self, outcomes: Iterable[Outcome], *, find: Find) -> None:
        """A block an outcome: what was held out, by whom, and what came of it, with the words of both."""
        found = list(outcomes)
        for one in found:
            self.outcome(one)
            for claim in one.claims[:_SHOWN]:
                self._quoted(*find(claim), mark="")
            for claim in one.by[:_SHOWN]:
                self._quoted(*find(claim), mark=self._labels("settled-by"))
        if not found:
            self._line(Text(self._labels("no-outcomes"), "dim"), 0)

    def outcome(self, one: Outcome, *, indent: int = 0) -> None:
        """Kind, voice, status, and the reason for it."""
        text = Text(self._labels(one.kind, section="expectation"), "bold")
        voice = self._says(names.actor(one.voice, self._labels)) if one.voice else self._labels("unnamed-voice")
        text.append(f" · {voice}").append(f" · {self._labels(one.status, section='status')}", "cyan")
        text.append(f" · {self._labels('due', day=self._labels.day(one.due))}" if one.due else "")
        text.append(f" · {self._says(reason(one.reason, self._labels))}", "dim")
        self._line(text.append(f" · {one.event}", "dim"), indent)

    def records(self, records: Sequence[Record]) -> None:
        """What became of what each named voice held out: counts with examples, no score."""
        for one in records:
            self._line(Text(self._says(names.actor(one.voice, self._labels)), "bold"), 0)
            for row in one.tallies:
                kind = self._labels(row.kind, section="expectation")
                text = Text(f"{kind} · {self._labels(row.status, section='status')}: {row.count}")
                self._line(text.append(f" · {' '.join(row.examples)}", "dim"), INDENT)

    def _quoted(self, reading: Reading, claim: Claim, *, mark: str) -> None:
        view = claim_view(as_printed(reading), claim, self._labels)
        day = self._labels.day(reading.document.published) if reading.document.published else self._labels("undated")
        head = " · ".join(filter(None, (mark, self._says(reading.document.outlet or ""), day, claim.id)))
        self._line(Text(head, "dim"), INDENT)
        self._line(Text(self._says(f"«{view.evidence}»")), 2 * INDENT)
