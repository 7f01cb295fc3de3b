"""`isnad show copies`, `show outcomes`, `show relations`."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Annotated, TextIO

import typer

from isnad import desk
from isnad.cli import filters, options
from isnad.cli.groups import takes
from isnad.cli.options import Exit
from isnad.cli.output import Printing, console, opened, tabling, write_records, write_rows
from isnad.cli.weigh import weighed
from isnad.config import LEDGER
from isnad.export import redacted
from isnad.export.copies import COPY_COLUMNS, copy_record, copy_row
from isnad.export.outcomes import (
    OUTCOME_COLUMNS,
    TRACK_COLUMNS,
    outcome_record,
    outcome_row,
    track_record,
    track_rows,
)
from isnad.export.relations import RELATION_COLUMNS, relation_record, relation_row
from isnad.model import Claim, CopyKind, Document, Expectation, Outcome, Reading, Record, Status

Find = Callable[[str], tuple[Reading, Claim]]
"""The claim with this id, and its reading."""


@takes(how=tabling)
def copies(
    *,
    ledger: options.LedgerPath = LEDGER,
    document: Annotated[
        str | None, typer.Option("--document", help="Only copies of, or from, the document with this id.")
    ] = None,
    kind: Annotated[CopyKind | None, typer.Option("--kind", help="copy, partial or wire.")] = None,
    limit: options.Limit = 50,
    how: Printing,
) -> None:
    """List the documents that share a text: how much of it, whose it is, and who had it from whom."""
    with weighed(ledger) as file, opened(how) as out:
        found = desk.copies(file, document=document, kind=kind, limit=limit or None)
        if how.form == "jsonl":
            write_records(map(copy_record, found), out)
            return

        @cache
        def shown(id: str) -> Document:
            return (redacted(file.reading(id)) if how.redact else file.reading(id)).document

        if how.form == "csv":
            write_rows((copy_row(one, shown) for one in found), out, columns=COPY_COLUMNS)
        else:
            from isnad.export.copy_table import CopyTable

            CopyTable(console(out), how.labels).copies(found, {id: shown(id) for one in found for id in one.documents})


@takes(how=tabling)
def outcomes(
    *,
    ledger: options.LedgerPath = LEDGER,
    voice: Annotated[str | None, typer.Option("--voice", help="Only what this named voice held out.")] = None,
    kind: Annotated[Expectation | None, typer.Option("--kind", help="plan, prediction, threat or demand.")] = None,
    status: Annotated[Status | None, typer.Option("--status", help="fulfilled, late, broken, lapsed or open.")] = None,
    records: Annotated[
        bool, typer.Option("--records", help="Count by named voice what became of what it held out.")
    ] = False,
    limit: options.Limit = 50,
    how: Printing,
) -> None:
    """List what was planned, predicted, threatened or demanded, and what became of it."""
    with weighed(ledger) as file, opened(how) as out:
        found = desk.outcomes(file, voice=voice, kind=kind, status=status)
        if records:
            _records(desk.records(found)[: limit or None], out, how)
        else:
            _outcomes(found[: limit or None], file, out, how)
    raise typer.Exit(Exit.OK if found else Exit.SOME)


def _outcomes(found: Sequence[Outcome], file: desk.Ledger, out: TextIO, how: Printing) -> None:
    if how.form == "jsonl":
        write_records(map(outcome_record, found), out)
    elif how.form == "csv":
        write_rows(map(outcome_row, found), out, columns=OUTCOME_COLUMNS)
    else:
        from isnad.export.outcome_table import OutcomeTable

        OutcomeTable(console(out), how.labels).outcomes(found, find=finder(file, redact=how.redact))


def _records(found: Sequence[Record], out: TextIO, how: Printing) -> None:
    if how.form == "jsonl":
        write_records(map(track_record, found), out)
    elif how.form == "csv":
        write_rows((row for one in found for row in track_rows(one)), out, columns=TRACK_COLUMNS)
    else:
        from isnad.export.outcome_table import OutcomeTable

        OutcomeTable(console(out), how.labels).records(found)


@takes(how=tabling)
def relations(
    *,
    ledger: options.LedgerPath = LEDGER,
    actor: filters.Actor = None,
    least: Annotated[int, typer.Option("--least", min=1, metavar="N", help="Only of at least N claims.")] = 2,
    turning: Annotated[bool, typer.Option("--turning", help="Only relations that turned.")] = False,
    limit: options.Limit = 50,
    how: Printing,
) -> None:
    """List how each two actors stand to each other, those with most claims first, and when that turned."""
    with weighed(ledger) as file, opened(how) as out:
        found = desk.relations(file, actor=actor, least=least, turning=turning, limit=limit or None)
        if how.form == "jsonl":
            write_records(map(relation_record, found), out)
        elif how.form == "csv":
            write_rows(map(relation_row, found), out, columns=RELATION_COLUMNS)
        else:
            from isnad.export.relation_table import RelationTable

            RelationTable(console(out), how.labels).relations(found, find=finder(file, redact=how.redact))
    raise typer.Exit(Exit.OK if found else Exit.SOME)


def finder(file: desk.Ledger, *, redact: bool) -> Find:
    """Finds claims by their ids, with their readings as they may be shown."""

    def find(id: str) -> tuple[Reading, Claim]:
        reading, claim = file.claim(id)
        if not redact:
            return reading, claim
        hidden = redacted(reading)
        return hidden, next(one for one in hidden.claims if one.id == id)

    return find
