"""What is under way, on standard error: a live line on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self

from isnad.ingest import Skipped
from isnad.model import Reading

if TYPE_CHECKING:
    from rich.live import Live

EVERY = 5.0
"""Seconds between plain lines."""


class Progress:
    """Counts what is done and says so; `skipped` is what decides the exit code.

    With ``beside`` results come out on the same terminal: they are their own progress, and only what is skipped or
    noted is said.
    """

    def __init__(self, verb: str, *, beside: bool = False) -> None:
        self._verb = verb
        self._beside = beside
        self._start = self._told = time.monotonic()
        self._live: Live | None = None
        self.documents = self.claims = self.skipped = 0

    def __enter__(self) -> Self:
        if sys.stderr.isatty() and not self._beside:
            from rich.console import Console
            from rich.live import Live

            # Live would send what is printed meanwhile on standard output to standard error, out of any pipe.
            console = Console(stderr=True)
            self._live = Live(console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
            self._live.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._live:
            self._live.stop()
            self._live = None

    def readings(self, read: Iterable[Reading | Skipped]) -> Iterator[Reading]:
        """The readings alone, counted; what was skipped is said."""
        for one in read:
            if isinstance(one, Skipped):
                self.skip(one)
            else:
                self.step(one)
                yield one

    def step(self, reading: Reading | None = None) -> None:
        """One more document is done."""
        self.documents += 1
        self.claims += len(reading.claims) if reading else 0
        if reading:
            for note in reading.notes:
                self.note(Skipped(reading.document.id, note.code, note.detail))
        if self._live:
            self._live.update(self.line())
        elif not self._beside and time.monotonic() - self._told > EVERY:
            self._told = time.monotonic()
            self.say(self.line())

    def at(self, what: str) -> None:
        """How far a step is."""
        line = f"{self._verb}: {what}, {time.monotonic() - self._start:.0f} s"
        if self._live:
            self._live.update(line)
        elif time.monotonic() - self._told > EVERY:
            self._told = time.monotonic()
            self.say(line)

    def skip(self, one: Skipped) -> None:
        """Something was left out."""
        self.skipped += 1
        self.say(f"skipped: {one}")

    def note(self, one: Skipped) -> None:
        """Something came in, but not as it stood."""
        self.say(f"note: {one}")

    def say(self, line: str) -> None:
        """A line of its own."""
        if self._live:
            self._live.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            print(line, file=sys.stderr, flush=True)

    def line(self) -> str:
        """What is done so far."""
        seconds = time.monotonic() - self._start
        left = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self._verb}: {self.documents} documents, {self.claims} claims{left}, {seconds:.0f} s"
