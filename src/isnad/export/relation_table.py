"""Relations of actors for the terminal."""

from collections.abc import Callable, Iterable

from rich.text import Text

from isnad.export import names
from isnad.export.numbers import number
from isnad.export.table import INDENT, Table
from isnad.export.view import claim_view
from isnad.model import Claim, Reading, Relation, TurningPoint

Find = Callable[[str], tuple[Reading, Claim]]
"""The claim with this id, and its reading."""


class RelationTable(Table):
    """Writes relations, the two actors of each and how they stand."""

    def relations(self, relations: Iterable[Relation], *, find: Find) -> None:
        """A line a relation; under it each turn, with the sentences that show it."""
        found = list(relations)
        for one in found:
            self._line(self._relation(one), 0)
            for turn in one.turning_points:
                self._turn(turn, find)
        if not found:
            self._line(Text(self._labels("no-relations"), "dim"), 0)

    def _relation(self, one: Relation) -> Text:
        text = Text(f"{one.value:+5.1f}  ", "green" if one.value > 0 else "red")
        pair = self._labels("with", section="mark").join(
            self._says(names.actor(name, self._labels)) for name in one.actors
        )
        days = self._labels.days(one.points[0][0], one.points[-1][0]) if one.points else self._labels("undated")
        return text.append(pair, "bold").append(f" · {number(one.claims, 'claim', self._labels)} · {days}", "dim")

    def _turn(self, turn: TurningPoint, find: Find) -> None:
        label = self._labels("warmer" if turn.after > turn.before else "colder")
        text = Text(f"{self._labels.day(turn.day)}: {label} ({turn.before:+.1f} → {turn.after:+.1f})", "yellow")
        self._line(text, INDENT)
        for id in turn.claims:
            reading, claim = find(id)
            view, document = claim_view(reading, claim, self._labels), reading.document
            day = self._labels.day(document.published) if document.published else self._labels("undated")
            head = f"{self._says(document.outlet or self._labels('unsaid-outlet'))} {day} · {claim.id}"
            self._line(Text(self._says(f"«{view.evidence}»")).append(f" · {head}", "dim"), 2 * INDENT)
