"""Copies for the terminal."""

from collections.abc import Iterable, Mapping

from rich.text import Text

from isnad.export.reasons import reason
from isnad.export.table import INDENT, Table
from isnad.model import Copy, Document


class CopyTable(Table):
    """Writes pairs of documents that share a text."""

    def copies(self, copies: Iterable[Copy], documents: Mapping[str, Document]) -> None:
        """A block a pair."""
        found = list(copies)
        for one in found:
            self.copy(one, documents)
        if not found:
            self._line(Text(self._labels("no-copies"), "dim"), 0)

    def copy(self, copy: Copy, documents: Mapping[str, Document], *, indent: int = 0) -> None:
        """Kind and share, the two documents, and what is known of who had it from whom."""
        first, second = (documents[id] for id in copy.documents)
        share = self._labels("stands-in", share=f"{copy.containment:.0%}")
        text = Text(self._labels(copy.kind, section="copy"), "bold").append(f" · {share}", "default")
        told = reason(copy.reason, self._labels)
        if copy.ordered:
            told = f"{self._labels('had-from', source=self._print(first), taker=self._print(second))} · {told}"
        self._line(text.append(f" · {told}", "dim"), indent)
        for one in (first, second):
            title = f" · {self._says(one.title or self._labels('untitled'))}"
            self._line(
                Text(self._print(one)).append(title, "italic").append(f" · {self._says(one.id)}", "dim"),
                indent + INDENT,
            )

    def _print(self, document: Document) -> str:
        day = self._labels.day(document.published) if document.published else self._labels("undated")
        return f"{self._outlet(document)} {day}"

    def _outlet(self, document: Document) -> str:
        return self._says(document.outlet or self._labels("unsaid-outlet"))
