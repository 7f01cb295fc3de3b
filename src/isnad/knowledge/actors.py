"""Actors, titles and outlets, compiled from their entries."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from isnad.cache import compiled
from isnad.errors import BadData
from isnad.knowledge.dates import first_day, last_day
from isnad.knowledge.entries import ACTORS, Entry, read_entries
from isnad.knowledge.known import Actors, Outlet, Title
from isnad.knowledge.templates import expand, forms
from isnad.model import Actor, Role
from isnad.text.normal import key

__all__ = ["Actors", "Outlet", "Title", "compile_actors", "known_actors", "load_actors"]

TITLE, OUTLET = "title", "outlet"
_Bearer = TypeVar("_Bearer")


def load_actors(folder: Path = ACTORS) -> Actors:
    """The knowledge base of a folder of YAML files. Raises BadData naming file and id."""
    return compile_actors(read_entries(folder))


@cache
def known_actors() -> Actors:
    """The knowledge base of the package, loaded once, from the cache where it has not changed."""
    return compiled("actors", [Path(__file__), *sorted(ACTORS.rglob("*.yaml"))], load_actors)


def compile_actors(written: Sequence[Entry]) -> Actors:
    """Templates expanded, entries typed, names indexed. Raises BadData naming file and id."""
    entries = expand(written)
    actors = {entry.id: actor_of(entry) for entry in entries if entry.fields.get("kind") != TITLE}
    titles = [title_of(entry) for entry in entries if entry.fields.get("kind") == TITLE]
    states = [entry for entry in entries if "demonym" in entry.fields]
    return Actors(
        by_id=actors,
        names=index((actor, actor.names) for actor in actors.values()),
        short=index((actor, actor.short) for actor in actors.values()),
        demonyms=index((actors[entry.id], demonyms_of(entry)) for entry in states),
        capitals=index((actors[entry.id], entry.words("capital")) for entry in entries if entry.id in actors),
        titles=index((title, title.names) for title in titles),
        short_titles=index((title, title.short) for title in titles),
        outlets={entry.id: outlet_of(entry) for entry in entries if entry.fields.get("kind") == OUTLET},
        homographs=frozenset(key(word) for entry in entries for word in entry.words("homographs")),
    )


def index(bearers: Iterable[tuple[_Bearer, Iterable[str]]]) -> Mapping[str, tuple[_Bearer, ...]]:
    """Lexicon keys to all that bear the name, in the order given."""
    found: dict[str, tuple[_Bearer, ...]] = {}
    for bearer, names in bearers:
        for name in dict.fromkeys(map(key, names)):
            found[name] = (*found.get(name, ()), bearer)
    return found


def actor_of(entry: Entry) -> Actor:
    """The actor an entry describes."""
    return Actor(
        id=entry.id,
        kind=_needed(entry, "kind"),
        name=_needed(entry, "en"),
        names=tuple(dict.fromkeys(entry.words("ar"))),
        short=tuple(dict.fromkeys(entry.words("short"))),
        country=entry.text("country"),
        part_of=entry.text("part_of"),
        roles=tuple(_roles(entry)),
        wikidata=entry.text("wikidata"),
    )


def title_of(entry: Entry) -> Title:
    """The title an entry describes."""
    names, short = (tuple(dict.fromkeys(entry.words(field))) for field in ("ar", "short"))
    return Title(entry.id, _needed(entry, "role"), entry.text("of"), _needed(entry, "en"), names, short)


def outlet_of(entry: Entry) -> Outlet:
    """What an entry says of a publisher."""
    owner, alignment = entry.text("owner"), entry.text("alignment")
    return Outlet(entry.id, entry.text("country"), owner, alignment, wire=bool(entry.fields.get("wire")))


def demonyms_of(entry: Entry) -> list[str]:
    """Every form of a state's demonym, bare and definite."""
    return [word for form, words in forms(entry).items() if form not in ("name", "en", "state") for word in words]


def _needed(entry: Entry, field: str) -> str:
    if (value := entry.text(field)) is None:
        raise BadData(f"{entry.at}: {field} is missing")
    return value


def _roles(entry: Entry) -> Iterator[Role]:
    for held in entry.fields.get("roles") or ():
        try:
            since, until = first_day(held.get("from")), last_day(held.get("to"))
            yield Role(str(held["role"]), str(held["of"]), since, until)
        except (AttributeError, KeyError, ValueError) as error:
            raise BadData(f"{entry.at}: role {held!r}: {error!r}") from error
