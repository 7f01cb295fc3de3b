"""`isnad read`."""

import sys

import typer

from isnad import desk
from isnad.cli import options
from isnad.cli.groups import takes
from isnad.cli.options import Exit
from isnad.cli.output import Printing, printing, write
from isnad.cli.progress import Progress


@takes(how=printing)
def read(
    paths: options.Paths,
    *,
    published: options.Published = None,
    outlet: options.Outlet = None,
    how: Printing,
) -> None:
    """Read documents and print their claims; nothing is stored."""
    with Progress("read", beside=how.output is None and sys.stdout.isatty()) as progress:
        found = desk.documents(paths, published=published, outlet=outlet, noted=progress.note)
        write(progress.readings(desk.read(found)), how)
    raise typer.Exit(Exit.SOME if progress.skipped else Exit.OK)
