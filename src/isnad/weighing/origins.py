"""How many independent origins stand behind an event: the voices at the start of its chains, merged with reasons."""

from collections.abc import Mapping, Sequence
from typing import cast

from isnad.knowledge.known import Actors
from isnad.model import Copy, Origin, OriginKind, Origins, Reason
from isnad.weighing.accounts import Account
from isnad.weighing.doubts import Class, doubts
from isnad.weighing.graph import graph_of
from isnad.weighing.merging import Classes, merge
from isnad.weighing.namings import lore
from isnad.weighing.opposition import Sides, admissions, opposed
from isnad.weighing.outlets import outlets
from isnad.weighing.relays import Apart, Links, follow, links
from isnad.weighing.rulings import Pairs
from isnad.weighing.starts import Credits, Field, Key, Start, day_order, gather


def origins(
    accounts: Sequence[Account],
    *,
    actors: Actors,
    copies: Sequence[Copy] = (),
    credits: Credits | None = None,
    together: Pairs | None = None,
    apart: Pairs | None = None,
) -> Origins:
    """The origins of those claims that say it is so; those that deny it or hold it possible count nowhere.

    ``copies`` are the pairs copies the event's documents, ``credits`` lead from a document to the agencies it credits
    for its text. ``together`` and ``apart`` are what people judged of claims: whose voices are one, whose are two.
    What only tells again what others told stands in no origin. The order of accounts and copies changes nothing.
    """
    known = lore(actors)
    ordered = sorted(accounts, key=day_order)
    found = gather(ordered, credits or {}, known)
    sides = Sides(known)
    if not found.starts:
        return Origins()
    kept_apart = _judged(found, apart or {})
    linked = links(found, copies, apart=kept_apart)
    grouped = Classes(found, apart=kept_apart)
    reasons = [reason for _, reason in linked.values()]
    _join_judged(found, linked, grouped, together or {})
    doubtful = merge(found, grouped, copies)
    told = _classes(found, linked, grouped)
    doubted = doubts(told, apart=kept_apart)
    classes = [one for n, one in enumerate(told) if n not in doubted.idle]
    unsure = {id(told[n]): reason for n, reason in doubted.unsure.items()}
    unsure |= {id(one): doubtful[start.key] for one in classes for start in one.starts if start.key in doubtful}
    made = tuple(_origin(found, one, counted=id(one) not in unsure) for one in classes)
    graph = graph_of(found, linked, classes)
    voices = [[start.naming for start in one.starts if start.naming] for one in classes]
    return Origins(
        low=max(1, len(made) - len(unsure)),
        high=len(made),
        origins=made,
        reasons=_ordered([*reasons, *grouped.reasons, *unsure.values(), *doubted.idle.values()]),
        common_link=graph.common_link,
        circular=graph.circular,
        disjoint=graph.disjoint,
        opposed=opposed(voices, ordered, sides),
        admissions=admissions(ordered, sides),
    )


def _judged(found: Field, pairs: Pairs) -> Apart:
    """Which starts people said are two."""
    if not pairs:
        return lambda a, b: False
    starts = _start_of(found)
    two = {
        frozenset((starts[a], starts[b]))
        for a, others in pairs.items()
        for b in others
        if a in starts and b in starts and starts[a] != starts[b]
    }
    return lambda a, b: frozenset((a, b)) in two


def _join_judged(found: Field, linked: Links, grouped: Classes, pairs: Pairs) -> None:
    starts = _start_of(found) if pairs else {}
    for claim in sorted(pairs.keys() & starts.keys()):
        for other in sorted(pairs[claim] & starts.keys()):
            a, b = follow(starts[claim], linked), follow(starts[other], linked)
            shown = tuple(sorted({found.shown(found.starts[key]) for key in (a, b)}))
            if not grouped.join(a, b, Reason("judged-one-voice", shown)):
                grouped.reasons.append(Reason("kept-unnamed"))


def _start_of(found: Field) -> dict[str, Key]:
    return {telling.told.claim: key for key, start in found.starts.items() for telling in start.tellings}


def _classes(found: Field, linked: Links, grouped: Classes) -> list[Class]:
    """The origins in the order of their days: starts that are one, and what rests on them."""
    resting: dict[Key, list[Start]] = {}
    for key, start in found.starts.items():
        resting.setdefault(follow(key, linked), []).append(start)
    members = {id(group): group for key in resting for group in (grouped.of(key),)}
    made = [_class(found, [key for key in group if key in resting], resting) for group in members.values()]
    return sorted(made, key=lambda one: (one.published or 1 << 30, one.starts[0].key))


def _class(found: Field, keys: Sequence[Key], resting: Mapping[Key, Sequence[Start]]) -> Class:
    starts = sorted((found.starts[key] for key in keys), key=lambda one: (one.published or 1 << 30, one.key))
    tellings = [telling for key in keys for start in resting[key] for telling in start.tellings]
    tellings.sort(key=lambda one: (day_order(one.account), one.told.claim))
    return Class(tuple(starts), tuple(tellings), _shown(found, starts))


def _shown(found: Field, starts: Sequence[Start]) -> str:
    """The fullest name of a named voice; what is not named goes by the words that came first."""
    named = [start.naming for start in starts if start.naming and not start.naming.unnamed]
    if not named:
        return found.shown(_lead(starts))
    return min(named, key=lambda one: (not one.actor, -len(one.shown), one.shown)).shown


def _origin(found: Field, one: Class, *, counted: bool) -> Origin:
    sides = sorted({start.naming.side for start in one.starts if start.naming and start.naming.side})
    return Origin(
        _kind(found, one.starts),
        one.shown,
        sides[0] if sides else None,
        tuple(dict.fromkeys(telling.told.claim for telling in one.tellings)),
        tuple(dict.fromkeys(telling.account.document for telling in one.tellings)),
        counted,
    )


def _kind(found: Field, starts: Sequence[Start]) -> OriginKind:
    lead = _lead(starts)
    if lead.naming is not None:
        unnamed = lead.unnamed and lead.naming.kind != "unknown"
        return "anonymous" if unnamed else cast(OriginKind, lead.naming.kind)
    if lead.key[0] == "own":
        return "outlet"
    return "wire" if lead.medium in outlets().wires else "media"


def _lead(starts: Sequence[Start]) -> Start:
    return next((start for start in starts if start.naming is not None), starts[0])


def _ordered(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(set(reasons), key=lambda one: (one.code, one.values)))
