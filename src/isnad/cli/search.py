"""`isnad search`."""

from dataclasses import replace

import typer

from isnad import desk
from isnad.cli import options
from isnad.cli.filters import query
from isnad.cli.groups import takes
from isnad.cli.options import Exit
from isnad.cli.output import Printing, printing, write
from isnad.config import LEDGER


@takes(asked=query, how=printing)
def search(
    asked: desk.Query,
    *,
    ledger: options.LedgerPath = LEDGER,
    limit: options.Limit = 50,
    how: Printing,
) -> None:
    """Find claims in a ledger: by words, and by who, what, where, when and on whose word."""
    asked = replace(asked, limit=limit or None)
    with desk.open_ledger(ledger) as file:
        hits, total = file.search(asked), file.count(asked)
        write(desk.grouped(hits), how, evidence=True)
    typer.echo(f"{len(hits)} of {total} claims", err=True)
    raise typer.Exit(Exit.OK if hits else Exit.SOME)
