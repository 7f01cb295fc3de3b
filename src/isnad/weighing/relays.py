"""Media and outlets as links, not as origins: whose word it is that they tell."""

from collections.abc import Callable, Mapping, Sequence

from isnad.model import Copy, Reason
from isnad.weighing.accounts import Account
from isnad.weighing.starts import Field, Key, Start

Apart = Callable[[Key, Key], bool]
Links = dict[Key, tuple[Key, Reason]]


def links(found: Field, copies: Sequence[Copy], *, apart: Apart) -> Links:
    """For each outlet's or medium's own word the start that it rests on, with the reason; origins have no entry."""
    sources = _sources(copies)
    made: Links = {}
    for key, start in found.starts.items():
        kind = key[0]
        if kind == "voice":
            continue
        target = _of_outlet(found, start, sources) if kind == "own" else _of_medium(found, start)
        if target and target[0] != key and not apart(key, target[0]):
            made[key] = target
    return made


def follow(key: Key, made: Mapping[Key, tuple[Key, Reason]]) -> Key:
    """Where links end; in a circle, at the least key of it."""
    seen: list[Key] = []
    while key in made and key not in seen:
        seen.append(key)
        key = made[key][0]
    return min(seen[seen.index(key) :]) if key in seen else key


def _of_outlet(found: Field, start: Start, sources: Mapping[str, list[Copy]]) -> tuple[Key, Reason] | None:
    """An outlet's own word sums up those that its document names, repeats its earlier report, or is copied."""
    document = start.document
    if named := found.attributed.get(document):
        return named[0], Reason("headline-of", (_outlet(start), _shown(found, named[0])))
    for copy in sources.get(document, ()):
        if copy.wire and (wire := _wire(found, copy.wire)):
            return wire, Reason("same-wire", (copy.wire, _outlet(start)))
        if copy.documents[1] == document and (other := found.first_of(copy.documents[0])):
            return other, Reason("copied-text", (_outlet(start), _shown(found, other)))
    for account in _before(found, start.medium or document, start.tellings[0].account):
        if other := found.first_of(account.document):
            return other, Reason("same-outlet", (_outlet(start),))
    return None


def _of_medium(found: Field, start: Start) -> tuple[Key, Reason] | None:
    """A medium that is cited says what its own documents say, or what others have through it."""
    medium = start.medium or ""
    shown = found.media.shown[medium]
    for account in found.printed.get(medium, ()):
        if other := found.first_of(account.document):
            return other, Reason("cites-outlet", (start.tellings[0].account.outlet, shown))
    through = (one for one in found.starts.values() if one is not start and _through(one, medium))
    first = min(through, key=lambda one: (one.published, one.key), default=None)
    return (first.key, Reason("same-wire", (shown, _shown(found, first.key)))) if first else None


def _through(start: Start, medium: str) -> bool:
    return any(medium in telling.via for telling in start.tellings)


def _sources(copies: Sequence[Copy]) -> dict[str, list[Copy]]:
    """For each document the copies in which another came before it; of an unordered pair, the one whose id is less."""
    made: dict[str, list[Copy]] = {}
    for copy in sorted(copies, key=lambda one: (not one.ordered, one.documents)):
        made.setdefault(copy.documents[1], []).append(copy)
        if copy.wire:
            made.setdefault(copy.documents[0], []).append(copy)
    return made


def _wire(found: Field, wire: str) -> Key | None:
    key = ("medium", found.media.outlet(wire), "")
    return key if key in found.starts else None


def _before(found: Field, outlet: str, account: Account) -> list[Account]:
    documents = found.printed.get(outlet, [])
    place = next((n for n, one in enumerate(documents) if one.document == account.document), 0)
    return documents[:place]


def _outlet(start: Start) -> str:
    return start.tellings[0].account.outlet


def _shown(found: Field, key: Key) -> str:
    return found.shown(found.starts[key])
