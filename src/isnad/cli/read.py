"""`isnad read`."""

import sys

import typer

from isnad import desk
from isnad.cli import options
from isnad.cli.options import Exit
from isnad.cli.output import write
from isnad.cli.progress import Progress


def read(
    paths: options.Paths,
    form: options.Formatted = "table",
    lang: options.Language = "en",
    published: options.Published = None,
    outlet: options.Outlet = None,
    redact: options.Redact = False,
    output: options.Output = None,
) -> None:
    """Read documents and print their claims; nothing is stored."""
    with Progress("read", beside=output is None and sys.stdout.isatty()) as progress:
        found = desk.documents(paths, published=published, outlet=outlet, noted=progress.note)
        write(progress.readings(desk.read(found)), form=form, lang=lang, redact=redact, output=output)
    raise typer.Exit(Exit.SOME if progress.skipped else Exit.OK)
