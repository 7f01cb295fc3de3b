"""Where readings are printed and in which form."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from isnad.cli.options import Format
from isnad.config import Lang
from isnad.export import Labels, write_csv, write_jsonl
from isnad.model import Reading

if TYPE_CHECKING:
    from isnad.export.table import Table


@contextmanager
def opened(path: Path | None, *, form: Format) -> Iterator[TextIO]:
    """Standard output, or a file; a CSV file begins with the mark by which spreadsheets know UTF-8."""
    if path is None:
        yield sys.stdout
    else:
        encoding = "utf-8-sig" if form == "csv" else "utf-8"
        with path.open("w", encoding=encoding, newline="") as out:
            yield out


def write(
    readings: Iterable[Reading],
    *,
    form: Format,
    lang: Lang,
    redact: bool,
    output: Path | None = None,
    evidence: bool = False,
) -> None:
    """Print readings as they come; a page is printed when all have come."""
    with opened(output, form=form) as out:
        if form == "jsonl":
            write_jsonl(readings, out, redact=redact, evidence=evidence)
        elif form == "csv":
            write_csv(readings, out, redact=redact)
        elif form == "html":
            out.write(page(list(readings), lang=lang, redact=redact) + "\n")
        else:
            table(lang, out).readings(readings, redact=redact)


def page(readings: Sequence[Reading], *, lang: Lang, redact: bool) -> str:
    """The reading page."""
    from isnad.export.html import page as made

    return made(readings, Labels(lang), redact=redact)


def table(lang: Lang, out: TextIO | None = None) -> "Table":
    """A table on standard output, or on a stream."""
    from rich.console import Console

    from isnad.export.table import Table

    return Table(Console(file=out or sys.stdout, highlight=False, markup=False, emoji=False), Labels(lang))
