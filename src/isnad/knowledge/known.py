"""Actors, their names, and who held which office when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from isnad.model import Actor, Role


@dataclass(frozen=True, slots=True)
class Title:
    """An office as the press names it: ``role`` of the actor ``of``. ``of`` None: a bare word for the role.

    ``short`` forms need the state or body to have been named.
    """

    id: str
    role: str
    of: str | None
    name: str
    names: tuple[str, ...]
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """What is known of a publisher, beside being an actor. ``wire``: an agency whose reports others print."""

    id: str
    country: str | None
    owner: str | None
    alignment: str | None
    wire: bool


@dataclass(frozen=True)
class Actors:
    """The knowledge base. Every index leads from a lexicon key to all that bear the name, written entries first."""

    by_id: Mapping[str, Actor]
    names: Mapping[str, tuple[Actor, ...]]
    short: Mapping[str, tuple[Actor, ...]]
    demonyms: Mapping[str, tuple[Actor, ...]]
    capitals: Mapping[str, tuple[Actor, ...]]
    titles: Mapping[str, tuple[Title, ...]]
    short_titles: Mapping[str, tuple[Title, ...]]
    outlets: Mapping[str, Outlet]
    homographs: frozenset[str]

    @cached_property
    def states(self) -> Mapping[str, Actor]:
        """The state of each country code."""
        return {actor.country: actor for actor in self.by_id.values() if actor.kind == "state" and actor.country}

    @cached_property
    def offices(self) -> Mapping[tuple[str, str], list[tuple[Role, Actor]]]:
        """All who held an office, by role and id of the body; the latest to take it first."""
        held: dict[tuple[str, str], list[tuple[Role, Actor]]] = {}
        for actor in self.by_id.values():
            for role in actor.roles:
                held.setdefault((role.role, role.of), []).append((role, actor))
        return {office: sorted(all_, key=_since, reverse=True) for office, all_ in held.items()}

    def holder(self, role: str, of: str, day: date) -> Actor | None:
        """Who held the role on the day: of that actor, or failing that of the nearest body it is part of."""
        for body in (of, *self.above(of)):
            for held, actor in self.offices.get((role, body), ()):
                if _covers(held, day):
                    return actor
        return None

    def above(self, actor: str) -> list[str]:
        """The ids of what the actor is part of, the nearest first; a loop in the data ends the list."""
        chain = [actor]
        while (known := self.by_id.get(chain[-1])) and known.part_of and known.part_of not in chain:
            chain.append(known.part_of)
        return chain[1:]


def _since(held: tuple[Role, Actor]) -> date:
    return held[0].since or date.min


def _covers(role: Role, day: date) -> bool:
    return (role.since or date.min) <= day <= (role.until or date.max)
