"""`isnad show events`, `isnad show event`."""

from functools import cache
from typing import Annotated

import typer

from isnad import desk
from isnad.cli import filters, options
from isnad.cli.groups import takes
from isnad.cli.missing import missing
from isnad.cli.options import Exit
from isnad.cli.output import Printing, console, opened, tabling, write_records, write_rows
from isnad.cli.weigh import weighed
from isnad.config import LEDGER
from isnad.export.events import EVENT_COLUMNS, event_record, event_row
from isnad.export.hiding import hidden_event


@takes(how=tabling)
def events(
    *,
    ledger: options.LedgerPath = LEDGER,
    actor: filters.Actor = None,
    type: filters.Type = None,
    since: filters.Since = None,
    until: filters.Until = None,
    least: options.Least = 1,
    conflicting: Annotated[bool, typer.Option("--conflicting", help="Only events with a conflict.")] = False,
    one_voice: Annotated[bool, typer.Option("--one-voice", help="Only events that stand on one origin.")] = False,
    limit: options.Limit = 50,
    how: Printing,
) -> None:
    """List the events, newest first: what stands on one voice and what on several."""
    with weighed(ledger) as file, opened(how) as out:
        found = desk.events(
            file,
            actor=actor,
            type=type,
            since=since,
            until=until,
            least=least,
            conflicting=conflicting,
            one_voice=one_voice,
            limit=limit or None,
        )
        read = cache(file.reading)
        shown = [hidden_event(one, map(read, one.documents)) for one in found] if how.redact else found
        if how.form == "jsonl":
            write_records(map(event_record, shown), out)
        elif how.form == "csv":
            write_rows(map(event_row, shown), out, columns=EVENT_COLUMNS)
        else:
            from isnad.export.event_table import EventTable

            EventTable(console(out), how.labels).events(shown, read=read)
    raise typer.Exit(Exit.OK if found else Exit.SOME)


@takes(how=tabling)
def event(id: options.Id, *, ledger: options.LedgerPath = LEDGER, how: Printing) -> None:
    """Show one event: on whose word it stands, why it is one, what contradicts it, what was kept apart."""
    from isnad.export.dossier import dossier_record, hidden

    with weighed(ledger) as file, missing(f"{ledger}: no event {id}"):
        found = desk.event(file, id)
    shown = hidden(found) if how.redact else found
    with opened(how) as out:
        if how.form == "jsonl":
            write_records([dossier_record(shown)], out)
        elif how.form == "csv":
            write_rows([event_row(shown.event)], out, columns=EVENT_COLUMNS)
        else:
            from isnad.export.dossier_table import DossierTable

            DossierTable(console(out), how.labels).dossier(shown)
