"""`isnad demo`: the shipped articles, read, stored and shown day by day."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from isnad import desk
from isnad.cli import options
from isnad.cli.options import Exit
from isnad.cli.output import table
from isnad.cli.progress import Progress
from isnad.export import Labels, redacted
from isnad.ingest import Skipped


def demo(
    ledger: Annotated[
        Path | None, typer.Option("--ledger", dir_okay=False, help="Keep the ledger in this file.")
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html", file_okay=False, metavar="DIR", help="Write a page for each article and an index to this folder."
        ),
    ] = None,
    lang: options.Language = "en",
    redact: options.Redact = False,
) -> None:
    """Read the articles that come with Isnad into a ledger and show their claims by day. Needs no network."""
    with ledger_file(ledger) as path, desk.open_ledger(path, create=True) as file:
        with Progress("demo") as progress:
            for done in desk.add(file, desk.documents([desk.DEMO])):
                if isinstance(done, Skipped):
                    progress.skip(done)
                else:
                    progress.step(done.reading)
        readings = list(file.readings())
        shown = [redacted(reading) for reading in readings] if redact else readings
        printed = table(lang)
        printed.days(desk.by_day(shown))
        printed.summary(shown)
        if html:
            from isnad.export.html import write_pages

            typer.echo(f"{write_pages(shown, html, Labels(lang))}: open it in a browser")
    raise typer.Exit(Exit.SOME if progress.skipped else Exit.OK)


@contextmanager
def ledger_file(path: Path | None) -> Iterator[Path]:
    """The file asked for, or one that goes when the demo ends."""
    if path:
        yield path
    else:
        with TemporaryDirectory(prefix="isnad-") as folder:
            yield Path(folder) / "demo.db"
