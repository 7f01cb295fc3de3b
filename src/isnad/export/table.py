"""Claims for the terminal: who did what to whom, when and where, and under it, on whose word."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from isnad.export.labels import Labels, palette
from isnad.export.redact import redacted
from isnad.export.view import ClaimView, VoiceView, claim_views
from isnad.ledger import Entry
from isnad.model import Document, Reading

ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
COLOURS = {"agreement": "green", "cooperation": "cyan", "dispute": "yellow", "conflict": "red", "state": "magenta"}
INDENT = 4
RIGHT_TO_LEFT = "\u200f"
"""Opens a line of Arabic, so that a terminal sets it from the right even where it begins with a number."""
# What a text brings along could steer the terminal or turn the rest of the line around.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def isolated(text: str, *, rtl: bool = False) -> str:
    """The text on one line; inside isolates where its direction is not the line's."""
    plain = UNPRINTABLE.sub("", " ".join(text.split()))
    against = bool(ARABIC.search(plain)) is not rtl
    return f"\u2068{plain}\u2069" if against and plain else plain


class Table:
    """Writes readings to a terminal or, without colours and line breaks of its own, to a file."""

    def __init__(self, console: Console, labels: Labels) -> None:
        self._console = console
        self._labels = labels
        self._rtl = labels.lang == "ar"

    def readings(self, readings: Iterable[Reading], *, redact: bool = False, ids: bool = True) -> None:
        """A block a document: its header, its notes, its claims."""
        for reading in readings:
            self.reading(redacted(reading) if redact else reading, ids=ids)

    def reading(self, reading: Reading, *, ids: bool = True) -> None:
        """One document's block."""
        self._line(self.header(reading.document), 0)
        if reading.document.title:
            self._line(Text(self._says(reading.document.title), "bold"), 0)
        for note in reading.notes:
            detail = f": {note.detail}" if note.detail else ""
            self._line(Text(f"! {self._labels.note(note.code)}{self._says(detail)}", "yellow"), 0)
        views = claim_views(reading, self._labels)
        if not views:
            self._line(Text(self._labels("nothing"), "dim"), INDENT)
        for view in views:
            self.claim(view, ids=ids)
        self._console.print()

    def header(self, document: Document) -> Text:
        """Outlet, day and id."""
        day = self._labels.day(document.published) if document.published else self._labels("undated")
        text = Text(self._says(document.outlet or self._labels("unsaid-outlet")), "bold")
        return text.append(f" · {day}", "default").append(f" · {self._says(document.id)}", "dim")

    def claim(self, view: ClaimView, *, ids: bool = True) -> None:
        """A claim in two or three lines."""
        lines = (self.deed(view), self.circumstances(view), self.word(view))
        for line in lines:
            if line:
                self._line(line, INDENT if line is lines[0] else 2 * INDENT)
        if ids:
            self._line(Text(view.claim.id, "dim"), 2 * INDENT)

    def deed(self, view: ClaimView) -> Text:
        """Who → did what → to whom, with the stance where it is not plain fact."""
        arrow = self._labels("with" if view.symmetric else "to", section="mark")
        colour = COLOURS[palette()[view.claim.type].family] if view.claim.type in palette() else "default"
        text = Text(f"{view.number}. ", "dim")
        text.append(*self._parties(view.actors)).append(arrow, "dim")
        text.append(self._labels("list", section="mark").join(filter(None, (view.type, view.mode))), colour)
        text.append(" ").append(self._says(f"«{view.trigger}»"), Style(color=colour, bold=True))
        if view.targets:
            text.append(arrow, "dim").append(*self._parties(view.targets))
        return text if view.plain else text.append(f"  [{view.stance}]", "bold reverse")

    def circumstances(self, view: ClaimView) -> Text | None:
        """When, where, how many."""
        parts = [self._says(part) for part in (view.when, view.where, *view.counts) if part]
        return Text(" · ".join(parts)) if parts else None

    def word(self, view: ClaimView) -> Text:
        """On whose word, the outlet first."""
        return Text(f"{self._labels('word')}: ", "dim").append_text(self.chain(view))

    def chain(self, view: ClaimView) -> Text:
        """The voices, the outlet first."""
        text = Text()
        for place, voice in enumerate(view.chain):
            text.append(self._labels("chain", section="mark") if place else "", "dim")
            text.append(*self._voice(voice))
        return text.append(f" · {view.quote}", "dim") if view.claim.quote == "direct" else text

    def entries(self, entries: Sequence[Entry]) -> None:
        """A line a document: day, outlet, title, and how many claims and voices."""
        for entry in entries:
            self._line(self.header(entry.document), 0)
            numbers = f"{self._labels('n-claims', n=entry.claims)} · {self._labels('n-voices', n=entry.voices)}"
            title = self._says(entry.document.title or self._labels("untitled"))
            self._line(Text(title).append(f"  {numbers}", "dim"), INDENT)

    def text(self, reading: Reading) -> None:
        """The article with the words of its claims marked."""
        marked, at = Text(), 0
        text = reading.document.text
        for number, claim in enumerate(reading.claims, 1):
            if claim.trigger.start >= at:
                marked.append(text[at : claim.trigger.start]).append(claim.trigger.of(text), "bold underline")
                marked.append(f"[{number}]", "dim")
                at = claim.trigger.end
        for line in marked.append(text[at:]).split("\n"):
            self._console.print(line, soft_wrap=not self._console.is_terminal)
        self._console.print()

    def details(self, view: ClaimView, reading: Reading) -> None:
        """The claim's sentence, and the words in which the text names who takes part and who says it."""
        document, claim = reading.document, view.claim
        parts = [("evidence", view.evidence)]
        parts += [("who", one.span.of(document.text)) for one in claim.actors]
        parts += [("with" if view.symmetric else "whom", one.span.of(document.text)) for one in claim.targets]
        parts += [
            (label, one.span.of(document.text)) for label, one in (("when", claim.time), ("where", claim.place)) if one
        ]
        said = {source.id: [span.of(document.text) for span in source.mentions] for source in reading.sources}
        parts += [("word", words) for id in claim.chain for words in said.get(id, ())]
        parts += [("stance", f"{view.stance}, {view.quote}"), ("confidence", f"{claim.confidence:.0%}")]
        parts += [("original", document.url)] if document.url else []
        for label, words in parts:
            self._line(Text(f"{self._labels(label)}: ", "dim").append(self._says(words)), INDENT)

    def days(self, days: Iterable[tuple[date | None, Sequence[Reading]]]) -> None:
        """The claims of each day under its name, those of one article together."""
        for day, readings in days:
            self._console.print()
            self._line(Text(self._labels.day(day, weekday=True) if day else self._labels("undated"), "bold reverse"), 0)
            for reading in readings:
                self._line(Text(self._says(reading.document.title or self._labels("untitled")), "italic"), 2)
                for view in claim_views(reading, self._labels):
                    self.claim(view, ids=False)

    def summary(self, readings: Sequence[Reading]) -> None:
        """How many claims there are, on whose word, and how they are put."""
        views = [view for reading in readings for view in claim_views(reading, self._labels)]
        outlet = self._labels("outlet", section="kind")
        voices = Counter(outlet if view.voice.kind == "outlet" else view.voice.kind_label for view in views)
        stances = Counter(view.stance for view in views)
        self._console.print()
        self._line(
            Text(f"{self._labels('n-articles', n=len(readings))} · {self._labels('n-claims', n=len(views))}", "bold"), 0
        )
        for label, counted in (("word", voices), ("stance", stances)):
            shares = self._labels("list", section="mark").join(
                f"{what} {count}" for what, count in counted.most_common()
            )
            self._line(Text(f"{self._labels(label)}: ", "dim").append(shares), 0)

    def _parties(self, names: tuple[str, ...]) -> tuple[str, str]:
        if not names:
            return self._labels("unsaid"), "dim"
        return self._labels("list", section="mark").join(map(self._says, names)), "bold"

    def _voice(self, voice: VoiceView) -> tuple[str, str]:
        colour = "yellow" if voice.kind in ("anonymous", "unknown") else "default"
        name, about = self._says(voice.name), self._says(voice.about)
        return f"{name} ({about})" if name and about else name or about, colour

    def _says(self, text: str) -> str:
        return isolated(text, rtl=self._rtl)

    def _line(self, line: Text, indent: int) -> None:
        line = Text(RIGHT_TO_LEFT).append_text(line) if self._rtl else line
        if self._console.is_terminal:
            self._console.print(Padding(line, (0, 0, 0, indent)))
        else:
            self._console.print(Text(" " * indent).append_text(line), soft_wrap=True)
