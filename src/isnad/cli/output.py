"""Where readings are printed and in which form."""

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from isnad.cli import options
from isnad.cli.options import Format
from isnad.config import Lang
from isnad.export import Labels, write_csv, write_jsonl
from isnad.model import Reading

if TYPE_CHECKING:
    from rich.console import Console

    from isnad.export.table import Table


@dataclass(frozen=True, slots=True)
class Printing:
    """How and where a command prints."""

    form: Format = "table"
    lang: Lang = "en"
    redact: bool = False
    output: Path | None = None

    @property
    def labels(self) -> Labels:
        """The words of its language."""
        return Labels(self.lang)


def printing(
    form: options.Formatted = "table",
    lang: options.Language = "en",
    redact: options.Redact = False,
    output: options.Output = None,
) -> Printing:
    """The settings of the options, for what is printed as a page too."""
    return Printing(form, lang, redact, output)


def tabling(
    form: options.Tabled = "table",
    lang: options.Language = "en",
    redact: options.Redact = False,
    output: options.Output = None,
) -> Printing:
    """The settings of the options, for what is not printed as a page."""
    return Printing(form, lang, redact, output)


@contextmanager
def opened(how: Printing) -> Iterator[TextIO]:
    """Standard output, or a file; a CSV file begins with the mark by which spreadsheets know UTF-8."""
    if how.output is None:
        yield sys.stdout
    else:
        encoding = "utf-8-sig" if how.form == "csv" else "utf-8"
        with how.output.open("w", encoding=encoding, newline="") as out:
            yield out


def write(readings: Iterable[Reading], how: Printing, *, evidence: bool = False) -> None:
    """Print readings as they come; a page is printed when all have come."""
    with opened(how) as out:
        if how.form == "jsonl":
            write_jsonl(readings, out, redact=how.redact, evidence=evidence)
        elif how.form == "csv":
            write_csv(readings, out, redact=how.redact)
        elif how.form == "html":
            out.write(page(list(readings), lang=how.lang, redact=how.redact) + "\n")
        else:
            table(how.lang, out).readings(readings, redact=how.redact)


def write_records(records: Iterable[Mapping[str, object]], out: TextIO) -> None:
    """One JSON object a line."""
    out.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in records)


def write_rows(rows: Iterable[Mapping[str, object]], out: TextIO, *, columns: Sequence[str]) -> None:
    """A line of column names, then the rows."""
    table = csv.DictWriter(out, columns, lineterminator="\n")
    table.writeheader()
    table.writerows(rows)


def page(readings: Sequence[Reading], *, lang: Lang, redact: bool) -> str:
    """The reading page."""
    from isnad.export.html import page as made

    return made(readings, Labels(lang), redact=redact)


def table(lang: Lang, out: TextIO | None = None) -> "Table":
    """A table on standard output, or on a stream."""
    from isnad.export.table import Table

    return Table(console(out), Labels(lang))


def console(out: TextIO | None = None) -> "Console":
    """A console that takes text as it is."""
    from rich.console import Console

    return Console(file=out or sys.stdout, highlight=False, markup=False, emoji=False)
