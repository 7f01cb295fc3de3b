"""`isnad add`."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Annotated

import typer

from isnad import desk
from isnad.cli import options
from isnad.cli.options import Exit
from isnad.cli.progress import Progress
from isnad.config import LEDGER
from isnad.ingest import Skipped


def add(
    paths: options.Paths,
    ledger: options.LedgerPath = LEDGER,
    published: options.Published = None,
    outlet: options.Outlet = None,
    again: Annotated[bool, typer.Option("--again", help="Read texts again that the ledger holds already.")] = False,
) -> None:
    """Read documents into a ledger; a text that it holds already is not read again, so a broken run can be resumed."""
    with Progress("add") as progress, interruptible() as stopped, desk.open_ledger(ledger, create=True) as file:
        found = desk.documents(paths, published=published, outlet=outlet, noted=progress.note)
        outcomes: dict[str, int] = {}
        for done in desk.add(file, found, again=again, stopped=lambda: bool(stopped)):
            if isinstance(done, Skipped):
                progress.skip(done)
            else:
                outcomes[done.added] = outcomes.get(done.added, 0) + 1
                progress.step(done.reading)
        said = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())) or "nothing"
        progress.say(f"{ledger}: {said}; {progress.line()}")
    if stopped:
        progress.say("stopped; what was read is stored, and the same command goes on from here")
        raise typer.Exit(Exit.INTERRUPTED)
    raise typer.Exit(Exit.SOME if progress.skipped else Exit.OK)


@contextmanager
def interruptible() -> Iterator[list[int]]:
    """A list that fills when the user interrupts; a second interrupt is the usual one."""
    asked: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        asked.append(number)
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)
