"""The graph of an event's chains: where all of them meet, who has it from each other, how many share no voice."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

Chain = tuple[str, ...]
"""Voices from the outermost inwards, by keys of which each means one voice."""
End = tuple[str, str]
Room = dict[End, set[End]]


def common_link(chains: Sequence[Chain]) -> str | None:
    """The outermost voice that all chains pass through, None where there is none: the common link of Schacht (1950)."""
    if not chains:
        return None
    shared = set(chains[0]).intersection(*chains[1:])
    return next((voice for voice in min(chains) if voice in shared), None)


def circles(has_from: Mapping[str, Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """The circles among outlets that have it from each other, each from its least member on along the links.

    ``has_from`` leads from an outlet or a cited medium to those it names as its source. Of circles that share a
    member the shortest is given.
    """
    found: set[tuple[str, ...]] = set()
    for start in sorted(has_from):
        circle = _circle(start, has_from)
        if circle:
            least = circle.index(min(circle))
            found.add(circle[least:] + circle[:least])
    return tuple(sorted(found))


def _circle(start: str, has_from: Mapping[str, Iterable[str]]) -> tuple[str, ...] | None:
    """The shortest way back to where it starts, breadth first."""
    ways: list[Chain] = [(start,)]
    seen = {start}
    while ways:
        longer = [(*way, to) for way in ways for to in sorted(has_from.get(way[-1], ()))]
        if any(way[-1] == start for way in longer):
            return next(way[:-1] for way in longer if way[-1] == start)
        ways = []
        for way in longer:
            if way[-1] not in seen:
                seen.add(way[-1])
                ways.append(way)
    return None


def disjoint(chains: Iterable[Chain]) -> int:
    """How many ways from a reader to where chains begin share no voice: Menger's number of the graph of the chains."""
    distinct = {chain for chain in chains if chain}
    voices = [voice for chain in distinct for voice in chain]
    if len(voices) == len(set(voices)):
        return len(distinct)
    first, last = {chain[0] for chain in distinct}, {chain[-1] for chain in distinct}
    if len(first) == 1 or len(last) == 1:
        return 1
    if all(len(chain) == 1 for chain in distinct):
        return len(first)
    return _flow(distinct, first, last)


def _flow(chains: Iterable[Chain], first: set[str], last: set[str]) -> int:
    """The flow of Ford and Fulkerson (1956) in which each voice, an entry linked to an exit, carries one unit."""
    room: Room = {}

    def link(a: End, b: End) -> None:
        room.setdefault(a, set()).add(b)
        room.setdefault(b, set())

    for chain in chains:
        for voice in chain:
            link(("in", voice), ("out", voice))
        for outer, inner in pairwise(chain):
            link(("out", outer), ("in", inner))
    for voice in first:
        link(("reader", ""), ("in", voice))
    for voice in last:
        link(("out", voice), ("start", ""))
    flow = 0
    while _augment(room, ("reader", ""), set()):
        flow += 1
    return flow


def _augment(room: Room, place: End, seen: set[End]) -> bool:
    if place[0] == "start":
        return True
    seen.add(place)
    for to in sorted(room[place]):
        if to not in seen and _augment(room, to, seen):
            room[place].discard(to)
            room[to].add(place)
            return True
    return False
