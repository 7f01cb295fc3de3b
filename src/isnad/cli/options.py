"""Options that several commands share, and the exit codes."""

from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from isnad.config import LANG_VARIABLE, LEDGER_VARIABLE, Lang


class Exit(IntEnum):
    """What a command's exit code says."""

    OK = 0
    SOME = 1
    """Something was skipped, is wrong, or is not there; the rest was done."""
    USAGE = 2
    DATA = 3
    """A lexicon, knowledge, ontology, gold or benchmark file is wrong."""
    LEDGER = 4
    """The ledger is missing, newer than this program, or damaged."""
    INTERRUPTED = 130


Format = Literal["table", "jsonl", "csv", "html"]
"""How readings are printed."""
Tabular = Literal["table", "jsonl", "csv"]
"""How what was weighed is printed."""


def day(value: str) -> date:
    """An ISO day; ValueError otherwise, which is a usage error."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no day; write it as 2024-03-05") from error


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="JSON Lines, JSON, CSV, Parquet or text; gzip of these; folders; `-` is standard input.",
    ),
]
Published = Annotated[
    date | None,
    typer.Option("--published", parser=day, metavar="DAY", help="Day of publication where a document gives none."),
]
Outlet = Annotated[str | None, typer.Option("--outlet", help="Outlet where a document names none.")]
Formatted = Annotated[Format, typer.Option("--format", "-f", help="How to print: table, jsonl, csv or html.")]
Tabled = Annotated[Tabular, typer.Option("--format", "-f", help="How to print: table, jsonl or csv.")]
Language = Annotated[
    Lang, typer.Option("--lang", envvar=LANG_VARIABLE, help="Language of labels in table and html: ar or en.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", dir_okay=False, help="Write to this file instead of standard output.")
]
Redact = Annotated[
    bool, typer.Option("--redact-anonymous", help="Of unnamed voices show kind and side alone; black out their words.")
]
LedgerPath = Annotated[Path, typer.Option("--ledger", envvar=LEDGER_VARIABLE, dir_okay=False, help="The ledger file.")]
Limit = Annotated[int, typer.Option("--limit", min=0, help="At most so many; 0 for all.")]
Id = Annotated[str, typer.Argument(metavar="ID")]
Least = Annotated[int, typer.Option("--least", min=1, metavar="N", help="Only what at least N articles tell.")]
