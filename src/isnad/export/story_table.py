"""A story for the terminal: day by day, article by article, the sentences word for word, each with whose word it is."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.text import Text

from isnad.export import names
from isnad.export.copy_table import CopyTable
from isnad.export.event_table import EventTable, Lookup
from isnad.export.numbers import number
from isnad.export.reasons import reason
from isnad.export.redact import redacted
from isnad.export.statements import Statement, stems
from isnad.export.story import Story, Told
from isnad.export.table import INDENT
from isnad.export.view import claim_view, outlet_view, voice_view
from isnad.languages.ar.denials import denies
from isnad.model import Claim, Copy, Event, Outcome, Reading, Source
from isnad.text.normal import fold

_SURE = 0.45
"""What the reader is less sure of is no help to whoever has the sentence before them."""
_AROUND = 4
_LONGEST = 18
"""Words of a sentence that are shown of it, beside those about a word, and at most before the last one."""


class StoryTable(EventTable, CopyTable):
    """Writes one story."""

    def story(self, story: Story, *, read: Lookup, redact: bool = False) -> None:
        """The days; then what is in dispute, what several articles tell, who spoke when, and what lies behind."""
        readings = story.readings()
        self._shown = {id: redacted(one) if redact else one for id, one in readings.items()}
        self._read = read
        self._line(Text(self._extent(story), "bold"), 0)
        for day, told in story.days():
            self._heading(self._labels.day(day, weekday=True) if day else self._labels("undated"))
            for _, some in groupby(told, key=lambda one: one.statement.reading.document.id):
                self._article(list(some), story)
        self._dispute(story)
        self._together(story)
        self._outcomes(story)
        self._speakers(story)
        self._copies(story.copies)
        self._background(story)

    def _extent(self, story: Story) -> str:
        documents = [one.document for one in story.readings().values()]
        days = sorted(one.published for one in documents if one.published)
        return self._labels(
            "spread",
            sentences=number(len(story.told) + len(story.back), "sentence", self._labels),
            articles=number(len(documents), "article", self._labels),
            outlets=number(len({one.outlet for one in documents}), "outlet", self._labels),
            days=self._labels.days(days[0], days[-1]) if days else self._labels("undated"),
        )

    def _heading(self, said: str) -> None:
        self._console.print()
        self._line(Text(said, "bold reverse"), 0)

    def _article(self, told: list[Told], story: Story) -> None:
        document = self._reading(told[0].statement).document
        header = Text(self._outlet(document), "bold").append(f" · {self._says(document.title or '')}", "italic")
        self._line(header.append(f" · {self._says(document.id)}", "dim"), 2)
        for one in told:
            self._statement(one, story)

    def _statement(self, one: Told, story: Story) -> None:
        reading = self._reading(one.statement)
        text = Text(f"[{one.number}] ", "dim").append_text(self._word(one.statement)).append(": ", "dim")
        words = " ".join(one.statement.sentence.of(reading.document.text).split())
        self._line(text.append(self._says(f"«{words}»")), INDENT)
        for mark in self._notes(one, story, reading):
            self._line(mark, 2 * INDENT)

    def _word(self, one: Statement) -> Text:
        """On whose word, the innermost voice first; where no claim says so, no more than whom it cites."""
        reading = self._reading(one)
        known = {source.id: source for source in reading.sources}
        found = [known[id] for id in one.voices if id in known]
        if not found:
            return Text(*self._voice(outlet_view(reading, self._labels, own=True)))
        ordered = found if one.cited else found[::-1]
        named = [self._voice(voice_view(source, reading, self._labels)) for source in ordered]
        said = self._labels("list", section="mark").join(
            f"{name}{self._otherwise(source, one)}" for source, (name, _) in zip(ordered, named, strict=True)
        )
        return Text(self._labels("citing", what=said) if one.cited else said, named[0][1])

    def _otherwise(self, source: Source, one: Statement) -> str:
        """The words of the sentence for a voice where they have nothing of its name: a reader may see that they err."""
        text = self._reading(one).document.text
        words = next((span.of(text) for span in source.mentions if one.sentence.overlaps(span)), "")
        name = fold("".join(names.arabic_names().get(source.actor or "", "").split()))
        strange = name and not any(len(word) > 2 and word in name for word in fold(words).split())
        return f" {self._says(f'«{words}»')}" if words and strange else ""

    def _notes(self, one: Told, story: Story, reading: Reading) -> Iterator[Text]:
        if one.statement.denies:
            yield Text(f"! {self._labels('denial')}", "yellow")
        if one.again:
            prints = dict.fromkeys(self._print(other.reading.document) for other in one.again)
            yield Text(self._labels("again", what=self._labels("list", section="mark").join(prints)), "dim")
        tags = [self._tag(claim, reading) for claim in one.statement.claims if claim.confidence >= _SURE]
        if tags:
            yield Text(self._labels("pause", section="mark").join(tags), "dim")
        for place, event in enumerate(self._several(story), 1):
            if not set(one.claims).isdisjoint(event.claims):
                yield Text(f"= {self._labels('happening', n=place)}", "cyan")

    def _tag(self, claim: Claim, reading: Reading) -> str:
        shown = next(one for one in reading.claims if one.id == claim.id)
        view = claim_view(reading, shown, self._labels)
        said = self._labels("list", section="mark").join(filter(None, (view.type, view.mode)))
        stance = "" if view.plain else f" [{view.stance}]"
        parts = (view.when, view.where, *view.counts)
        return " · ".join(
            (f"{said} {self._says(f'«{view.trigger}»')}{stance}", *(self._says(one) for one in parts if one))
        )

    def _dispute(self, story: Story) -> None:
        found = story.dispute
        if found is None:
            return
        words = self._labels("list", section="mark").join(map(self._says, found.words))
        self._heading(self._labels("disputed", what=words or self._labels("unsaid")))
        for label, places in (("denied-here", found.denials), ("speak-of-it", found.others)):
            self._line(Text(self._labels(label), "bold"), 2) if places else None
            for place in places:
                self._short(story.told[place], found.words)

    def _short(self, one: Told, words: Iterable[str]) -> None:
        document = self._reading(one.statement).document
        head = Text(f"[{one.number}] {self._print(document)} · ", "dim").append_text(self._word(one.statement))
        self._line(head, INDENT)
        self._line(Text(self._says(f"«{around(one.statement.sentence.of(document.text), words)}»"), "dim"), 2 * INDENT)

    def _several(self, story: Story) -> list[Event]:
        return [event for event in story.events if len(event.documents) > 1 or event.conflicts]

    def _together(self, story: Story) -> None:
        several = self._several(story)
        if several:
            self._heading(self._labels("weighed"))
        for place, event in enumerate(several, 1):
            numbers = ", ".join(map(str, story.numbers(event.claims)))
            self._line(Text(f"{self._labels('happening', n=place)} · [{numbers}]", "cyan"), 2)
            self.event(event, read=self._read, indent=INDENT)

    def _outcomes(self, story: Story) -> None:
        if story.outcomes:
            self._heading(self._labels("came-of-it"))
        for one in story.outcomes:
            self._line(self._outcome(one, story), INDENT)

    def _outcome(self, one: Outcome, story: Story) -> Text:
        text = Text(f"[{', '.join(map(str, story.numbers(one.claims)))}] ", "dim")
        text.append(self._labels(one.kind, section="expectation"))
        text.append(f" · {self._says(self._name(one.voice))}" if one.voice else "")
        text.append(f": {self._labels(one.status, section='status')}", "bold")
        by = ", ".join(map(str, story.numbers(one.by)))
        return text.append(f" [{by}]" if by else "", "dim").append(f" · {reason(one.reason, self._labels)}", "dim")

    def _speakers(self, story: Story) -> None:
        """Named voices alone: unnamed ones are not counted up."""
        spoken: dict[str, dict[str, list[int]]] = {}
        for one in story.told:
            for source in one.statement.sources:
                if source.name and source.kind not in ("anonymous", "unknown"):
                    days = spoken.setdefault(source.name, {})
                    days.setdefault(self._print(one.statement.reading.document), []).append(one.number)
        if spoken:
            self._heading(self._labels("named-voices"))
        for name, prints in sorted(spoken.items(), key=lambda item: (min(min(item[1].values())), item[0])):
            told = self._labels("pause", section="mark").join(
                f"{where} [{', '.join(map(str, numbers))}]" for where, numbers in prints.items()
            )
            self._line(Text(self._says(self._name(name)), "bold").append(f": {told}", "default"), INDENT)

    def _copies(self, copies: Iterable[Copy]) -> None:
        found = list(copies)
        if found:
            self._heading(self._labels("shared-text"))
        for one in found:
            self.copy(one, {id: reading.document for id, reading in self._shown.items()}, indent=INDENT)

    def _background(self, story: Story) -> None:
        if story.back:
            self._heading(self._labels("looking-back"))
        for _, some in groupby(story.back, key=lambda one: one.statement.reading.document.id):
            self._article(list(some), story)

    def _reading(self, one: Statement) -> Reading:
        return self._shown[one.reading.document.id]


def around(text: str, words: Iterable[str]) -> str:
    """The part of a sentence in which the words stand, those of denying too, with what is about them."""
    told, sought = text.split(), {stem for word in words for stem in stems(word)}
    places = [at for at, one in enumerate(told) if not sought.isdisjoint(stems(one)) or denies(one)] or [0]
    first = max(0, places[0] - _AROUND)
    last = min(max(at for at in places if at - first <= _LONGEST) + _AROUND + 1, len(told))
    return f"{'… ' if first else ''}{' '.join(told[first:last])}{' …' if last < len(told) else ''}"
