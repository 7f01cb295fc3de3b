"""Whom the news speaks of."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Role:
    """An office held: ``role`` of the actor ``of``, from ``since`` to ``until`` (None: open), both included."""

    role: str
    of: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of the knowledge base. ``names`` are as Arabic papers write them, the canonical one first.

    ``short`` forms mean this actor only where the document or its country has brought it up.
    """

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    short: tuple[str, ...] = ()
    country: str | None = None
    part_of: str | None = None
    roles: tuple[Role, ...] = ()
    wikidata: str | None = None
