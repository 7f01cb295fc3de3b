"""`isnad show`: what a ledger holds."""

from dataclasses import replace
from typing import Annotated

import typer

from isnad import desk
from isnad.cli import options
from isnad.cli.groups import takes
from isnad.cli.missing import missing
from isnad.cli.output import Printing, opened, page, printing, table, write, write_records, write_rows
from isnad.cli.show_events import event, events
from isnad.cli.show_weighed import copies, outcomes, relations
from isnad.config import LEDGER
from isnad.export import redacted
from isnad.export.documents import COLUMNS, document_row
from isnad.export.view import claim_views

show = typer.Typer(help="Show what a ledger holds.", no_args_is_help=True)


@show.command()
@takes(how=printing)
def documents(
    *,
    ledger: options.LedgerPath = LEDGER,
    text: Annotated[str | None, typer.Option("--text", help="Only documents that hold these words.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Only documents of this outlet.")] = None,
    limit: options.Limit = 50,
    how: Printing,
) -> None:
    """List the documents, newest first; as html, the pages to read of all of them."""
    with desk.open_ledger(ledger) as file, opened(how) as out:
        entries = file.documents(text=text, outlet=outlet, limit=limit or None)
        whole = how.redact or how.form == "html"
        readings = [file.reading(entry.document.id) for entry in entries] if whole else []
        if how.redact:
            hidden = [redacted(reading).document for reading in readings]
            entries = [replace(entry, document=one) for entry, one in zip(entries, hidden, strict=True)]
        if how.form == "html":
            out.write(page(readings, lang=how.lang, redact=how.redact) + "\n")
        elif how.form == "table":
            table(how.lang, out).entries(entries)
        elif how.form == "jsonl":
            write_records(map(document_row, entries), out)
        else:
            write_rows(map(document_row, entries), out, columns=COLUMNS)


@show.command()
@takes(how=printing)
def claims(
    *,
    ledger: options.LedgerPath = LEDGER,
    document: Annotated[
        str | None, typer.Option("--document", help="Only claims of the document with this id.")
    ] = None,
    limit: options.Limit = 50,
    how: Printing,
) -> None:
    """List the claims, those of the newest events first."""
    with desk.open_ledger(ledger) as file:
        hits = file.search(desk.Query(document=document, limit=limit or None))
        write(desk.grouped(hits), how, evidence=True)


@show.command()
@takes(how=printing)
def claim(id: options.Id, *, ledger: options.LedgerPath = LEDGER, how: Printing) -> None:
    """Show one claim with the sentence that puts it forward and the chain of voices on whose word it stands."""
    with desk.open_ledger(ledger) as file, missing(f"{ledger}: no claim {id}"):
        reading, found = file.claim(id)
    one = replace(reading, claims=(found,))
    if how.form != "table":
        write([one], how, evidence=True)
        return
    with opened(how) as out:
        shown = redacted(one) if how.redact else one
        printed = table(how.lang, out)
        printed.reading(shown)
        printed.details(claim_views(shown, how.labels)[0], shown)


@show.command()
@takes(how=printing)
def document(id: options.Id, *, ledger: options.LedgerPath = LEDGER, how: Printing) -> None:
    """Show one document: its text with the words of its claims marked, then the claims."""
    with desk.open_ledger(ledger) as file, missing(f"{ledger}: no document {id}"):
        reading = file.reading(id)
    if how.form != "table":
        write([reading], how, evidence=True)
        return
    with opened(how) as out:
        shown = redacted(reading) if how.redact else reading
        table(how.lang, out).text(shown)
        table(how.lang, out).reading(shown)


for command in (events, event, copies, outcomes, relations):
    show.command()(command)
