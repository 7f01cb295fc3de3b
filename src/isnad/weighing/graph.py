"""The chains of an event as a graph: media are followed to what they rest on, each chain to its origin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from isnad.weighing.chains import Chain, circles, common_link, disjoint
from isnad.weighing.doubts import Class
from isnad.weighing.relays import Links, follow
from isnad.weighing.starts import Field, Key, label_of


@dataclass(frozen=True, slots=True)
class Graph:
    """What the chains show together, by the names of voices as they are printed."""

    common_link: str | None
    circular: tuple[Chain, ...]
    disjoint: int


def graph_of(found: Field, linked: Links, classes: Sequence[Class]) -> Graph:
    """The graph of all chains that say it is so."""
    chains = _chains(found, linked, classes)
    return Graph(_meeting(found, chains, classes), _circles(found), disjoint(chains))


def _chains(found: Field, linked: Links, classes: Sequence[Class]) -> list[Chain]:
    """The chains with what media rest on put behind them; each ends in the place of its origin."""
    of = {start.key: f"#{n}" for n, one in enumerate(classes) for start in one.starts}
    named = [start for one in classes for start in one.starts if not start.unnamed]
    known = {label_of(start.naming): of[start.key] for start in named if start.naming}
    made = []
    for key, start in found.starts.items():
        if follow(key, linked) not in of:
            continue
        rest = _rest(found, key, linked, of)
        made += [_chain([known.get(voice, voice) for voice in telling.via], rest) for telling in start.tellings]
    return sorted(made)


def _chain(via: Sequence[str], rest: Chain) -> Chain:
    """Each voice once, up to where the chain first comes to its origin."""
    way = tuple(dict.fromkeys((*via, *rest)))
    return way[: way.index(rest[-1]) + 1]


def _rest(found: Field, key: Key, linked: Links, of: Mapping[Key, str]) -> Chain:
    end, way, seen = follow(key, linked), [], set()
    while key in linked and key not in seen:
        seen.add(key)
        if key[0] == "medium":
            way.append(key[1])
        key = linked[key][0]
        way += found.starts[key].tellings[0].via
    return (*way, of[end])


def _meeting(found: Field, chains: Sequence[Chain], classes: Sequence[Class]) -> str | None:
    """The common link of an event that more than one document tells of."""
    documents = {telling.account.document for one in classes for telling in one.tellings}
    if len(documents) < 2 or not (link := common_link(chains)):
        return None
    return classes[int(link[1:])].shown if link[0] == "#" else found.labels.get(link) or found.media.shown[link]


def _circles(found: Field) -> tuple[tuple[str, ...], ...]:
    """Outlets that have it from each other and from no other voice but hearsay, by name."""
    has_from: dict[str, set[str]] = {}
    voiced: set[str] = set()
    for start in found.starts.values():
        for telling in start.tellings:
            outlet = found.media.outlet(telling.account.outlet)
            if start.key[0] == "medium":
                way = [outlet, *(voice for voice in telling.via if voice[0] != "="), start.key[1]]
                for outer, inner in pairwise(way):
                    has_from.setdefault(outer, set()).add(inner)
            elif start.naming is not None and start.naming.kind != "unknown":
                voiced.add(outlet)
    links = {outlet: many - voiced - {outlet} for outlet, many in has_from.items() if outlet not in voiced}
    if not links.keys() & {inner for many in links.values() for inner in many}:
        return ()
    return tuple(tuple(found.media.shown[key] for key in circle) for circle in circles(links))
