"""`isnad show`: what a ledger holds."""

import csv
import json
from dataclasses import replace
from typing import Annotated

import typer

from isnad import desk
from isnad.cli import options
from isnad.cli.options import Exit
from isnad.cli.output import opened, page, table, write
from isnad.config import LEDGER
from isnad.export import Labels, redacted
from isnad.export.documents import COLUMNS, document_row
from isnad.export.view import claim_views

show = typer.Typer(help="Show what a ledger holds.", no_args_is_help=True)
Id = Annotated[str, typer.Argument(metavar="ID")]


@show.command()
def documents(
    ledger: options.LedgerPath = LEDGER,
    text: Annotated[str | None, typer.Option("--text", help="Only documents that hold these words.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Only documents of this outlet.")] = None,
    limit: options.Limit = 50,
    form: options.Formatted = "table",
    lang: options.Language = "en",
    redact: options.Redact = False,
    output: options.Output = None,
) -> None:
    """List the documents, newest first; as html, the pages to read of all of them."""
    with desk.open_ledger(ledger) as file, opened(output, form=form) as out:
        entries = file.documents(text=text, outlet=outlet, limit=limit or None)
        readings = [file.reading(entry.document.id) for entry in entries] if redact or form == "html" else []
        if redact:
            hidden = [redacted(reading).document for reading in readings]
            entries = [replace(entry, document=one) for entry, one in zip(entries, hidden, strict=True)]
        if form == "html":
            out.write(page(readings, lang=lang, redact=redact) + "\n")
        elif form == "table":
            table(lang, out).entries(entries)
        elif form == "jsonl":
            out.writelines(json.dumps(document_row(entry), ensure_ascii=False) + "\n" for entry in entries)
        else:
            rows = csv.DictWriter(out, COLUMNS, lineterminator="\n")
            rows.writeheader()
            rows.writerows(document_row(entry) for entry in entries)


@show.command()
def claims(
    ledger: options.LedgerPath = LEDGER,
    document: Annotated[
        str | None, typer.Option("--document", help="Only claims of the document with this id.")
    ] = None,
    limit: options.Limit = 50,
    form: options.Formatted = "table",
    lang: options.Language = "en",
    redact: options.Redact = False,
    output: options.Output = None,
) -> None:
    """List the claims, those of the newest events first."""
    with desk.open_ledger(ledger) as file:
        hits = file.search(desk.Query(document=document, limit=limit or None))
        write(desk.grouped(hits), form=form, lang=lang, redact=redact, output=output, evidence=True)


@show.command()
def claim(
    id: Id,
    ledger: options.LedgerPath = LEDGER,
    form: options.Formatted = "table",
    lang: options.Language = "en",
    redact: options.Redact = False,
    output: options.Output = None,
) -> None:
    """Show one claim with the sentence that puts it forward and the chain of voices on whose word it stands."""
    with desk.open_ledger(ledger) as file:
        try:
            reading, found = file.claim(id)
        except KeyError:
            raise missing(f"{ledger}: no claim {id}") from None
    one = replace(reading, claims=(found,))
    if form != "table":
        write([one], form=form, lang=lang, redact=redact, output=output, evidence=True)
        return
    with opened(output, form=form) as out:
        shown = redacted(one) if redact else one
        printed = table(lang, out)
        printed.reading(shown)
        printed.details(claim_views(shown, Labels(lang))[0], shown)


@show.command()
def document(
    id: Id,
    ledger: options.LedgerPath = LEDGER,
    form: options.Formatted = "table",
    lang: options.Language = "en",
    redact: options.Redact = False,
    output: options.Output = None,
) -> None:
    """Show one document: its text with the words of its claims marked, then the claims."""
    with desk.open_ledger(ledger) as file:
        try:
            reading = file.reading(id)
        except KeyError:
            raise missing(f"{ledger}: no document {id}") from None
    if form != "table":
        write([reading], form=form, lang=lang, redact=redact, output=output, evidence=True)
        return
    with opened(output, form=form) as out:
        shown = redacted(reading) if redact else reading
        table(lang, out).text(shown)
        table(lang, out).reading(shown)


def missing(what: str) -> typer.Exit:
    """Say what is not there."""
    typer.echo(what, err=True)
    return typer.Exit(Exit.SOME)
