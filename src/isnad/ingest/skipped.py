"""What did not come in as it stands."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or a place in one (`line 7`, `row 7`; empty: all of it) that gave no document, and why."""

    file: str
    place: str
    reason: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.place, self.reason) if part)


Noted = Callable[[Skipped], None]
"""Told of a record that came in, but not as it stood: the reason says what was done."""


def unheard(_: Skipped) -> None:
    """Nobody asked."""
