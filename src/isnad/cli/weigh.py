"""`isnad weigh`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from isnad import desk
from isnad.cli import options
from isnad.cli.add import interruptible
from isnad.cli.options import Exit
from isnad.cli.progress import Progress
from isnad.config import LEDGER


def weigh(ledger: options.LedgerPath = LEDGER) -> None:
    """Weigh the claims of a ledger: which are one event, on how many origins, against whom; what came of plans.

    Only what is new is weighed; the result is the same as weighing all at once.
    """
    with Progress("weigh") as progress, interruptible() as stopped, desk.open_ledger(ledger) as file:
        for step in desk.weigh(file, stopped=lambda: bool(stopped)):
            progress.at(f"{step.step}: {step.done} of {step.total}")
        counts = file.weighed.counts()
        said = ", ".join(f"{count} {name}" for name, count in counts.items())
        progress.say(f"{ledger}: {said}")
    if stopped:
        progress.say("stopped; what was weighed is stored, and the same command goes on from here")
        raise typer.Exit(Exit.INTERRUPTED)


@contextmanager
def weighed(path: Path) -> Iterator[desk.Ledger]:
    """A ledger that was weighed; what came in since then is said on standard error."""
    with desk.open_ledger(path) as file:
        if waiting := desk.weighed(file).waiting():
            typer.echo(f"note: {waiting} documents are not weighed yet; run `isnad weigh --ledger {path}`", err=True)
        yield file
