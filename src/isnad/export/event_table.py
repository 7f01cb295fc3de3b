"""Events for the terminal: what happened, and under it, on how many voices it stands."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from rich.text import Text

from isnad.export import names
from isnad.export.labels import palette
from isnad.export.numbers import number, origins
from isnad.export.table import COLOURS, INDENT, Table
from isnad.model import COUNTS, Conflict, Event, Origin, Reading
from isnad.ontology import load_ontology

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Lookup = Callable[[str], Reading]
"""The reading of a document, by its id."""
_NAMED = 3
_PARTIES = 2


class EventTable(Table):
    """Writes events, each in a few lines."""

    def events(self, events: Iterable[Event], *, read: Lookup) -> None:
        """A block an event."""
        shown = False
        for event in events:
            self.event(event, read=read)
            shown = True
        if not shown:
            self._line(Text(self._labels("no-events"), "dim"), 0)

    def event(self, event: Event, *, read: Lookup, indent: int = 0) -> None:
        """Day, type, who and whom, place and counts; then the voices, and what is odd about them."""
        self._line(self._happening(event, read), indent)
        self._line(self._standing(event), indent + INDENT)
        for mark in self._marks(event):
            self._line(Text(f"! {mark}", "yellow"), indent + INDENT)
        self._line(Text(event.id, "dim"), indent + INDENT)

    def _happening(self, event: Event, read: Lookup) -> Text:
        type = load_ontology().types.get(event.type)
        arrow = self._labels("with" if type and type.symmetric else "to", section="mark")
        colour = COLOURS[palette()[event.type].family] if event.type in palette() else "default"
        text = Text(f"{self._days(event)}  ", "dim")
        text.append(*self._parties(self._told(event.actors))).append(arrow, "dim")
        text.append(self._labels.type(event.type), colour)
        if event.targets:
            text.append(arrow, "dim").append(*self._parties(self._told(event.targets)))
        for part in (place_of(event, read, self._labels.lang == "ar"), *self._counts(event)):
            text.append(f" · {self._says(part)}" if part else "")
        return text.append(f"  [{self._labels('expected')}]", "bold reverse") if event.expected else text

    def _standing(self, event: Event) -> Text:
        said = origins(event.origins, self._labels) or self._labels("uncounted")
        text = Text(said, "bold yellow" if event.origins.high == 1 else "bold")
        named = self._labels("list", section="mark").join(map(self._origin, event.origins.origins[:_NAMED]))
        text.append(f" ({named}{'…' if len(event.origins.origins) > _NAMED else ''})" if named else "", "default")
        return text.append(f" · {self._spread(event)}", "default")

    def _spread(self, event: Event) -> str:
        articles = number(len(event.documents), "article", self._labels)
        outlets = number(len(event.outlets), "outlet", self._labels)
        claims = number(len(event.claims), "claim", self._labels)
        return f"{self._labels('of-outlets', articles=articles, outlets=outlets)} · {claims}"

    def _marks(self, event: Event) -> Iterator[str]:
        found = event.origins
        yield from (self._conflict(one) for one in event.conflicts)
        for circle in found.circular:
            yield self._labels("circular", what=self._labels("chain", section="mark").join(map(self._says, circle)))
        if found.common_link and [one.name for one in found.origins] != [found.common_link]:
            yield self._labels("common-link", what=self._says(self._name(found.common_link)))
        if found.opposed:
            yield self._labels("opposed")
        if found.admissions:
            yield self._labels("admission")

    def _conflict(self, one: Conflict) -> str:
        sides = " ≠ ".join(self._says(self._side(one, side.value)) for side in one.sides)
        return f"{self._labels('conflict', what=self._labels(one.count or one.over, section='over'))}: {sides}"

    def _side(self, one: Conflict, value: str) -> str:
        if one.over == "polarity":
            return self._labels(f"{value}actual", section="stance")
        return _DAY.sub(lambda day: self._labels.day(date.fromisoformat(day[0])), self._name(value))

    def _origin(self, one: Origin) -> str:
        """An origin; with a question mark where it may be the same as another."""
        return ("" if one.counted else "? ") + self._says(
            self._name(one.name) or self._labels(one.kind, section="origin")
        )

    def _days(self, event: Event) -> str:
        if event.first is None:
            return self._labels("undated")
        return self._labels.days(event.first, event.last or event.first)

    def _counts(self, event: Event) -> Iterator[str]:
        for name in COUNTS:
            if name in event.counts:
                low, high = event.counts[name]
                yield self._labels(name, section="count", n=low if low == high else f"{low}–{high}")

    def _told(self, names: Iterable[str]) -> tuple[str, ...]:
        """The most frequent of the names, those of one wording once."""
        kept: list[str] = []
        for name in names:
            if not any(_within(name, other) for other in kept):
                kept.append(name)
        shown = tuple(map(self._name, kept[:_PARTIES]))
        return (*shown, "…") if len(kept) > _PARTIES else shown

    def _name(self, name: str) -> str:
        return names.arabic_names().get(name, name) if self._labels.lang == "ar" else name


def place_of(event: Event, read: Lookup, arabic: bool) -> str | None:
    """The English name of the place; in Arabic the words of a claim that has it."""
    if not arabic or event.place is None:
        return event.place
    found = Counter(
        " ".join(claim.place.span.of(reading.document.text).split())
        for reading in map(read, event.documents)
        for claim in reading.claims
        if claim.place and claim.place.name == event.place and claim.id in event.claims
    )
    return min(found, key=lambda words: (-found[words], words), default=event.place)


def _within(name: str, other: str) -> bool:
    """Whether the words of one are all among those of the other."""
    some, others = set(name.split()), set(other.split())
    return some <= others or others <= some
