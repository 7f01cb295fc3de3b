"""What is asked for by its id and is not there."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from isnad.cli.options import Exit


@contextmanager
def missing(what: str) -> Iterator[None]:
    """A KeyError inside ends in this line and an exit code."""
    try:
        yield
    except KeyError:
        typer.echo(what, err=True)
        raise typer.Exit(Exit.SOME) from None
