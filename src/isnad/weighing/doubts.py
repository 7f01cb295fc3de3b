"""Origins that may be the same as another: they raise the upper figure alone, and nothing says whose they are.

What is said of an unnamed voice here are its own words: no other voice stands beside them in a reason, unless that is
unnamed too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from isnad.model import Count, Reason
from isnad.weighing.accounts import Account
from isnad.weighing.parties import known
from isnad.weighing.relays import Apart
from isnad.weighing.starts import Start, Telling
from isnad.weighing.voices import alike, may_be_of, may_be_same

_ROUNDED = 0.1


@dataclass(frozen=True, slots=True)
class Class:
    """One origin: its starts in the order of their days, and all that rests on them."""

    starts: tuple[Start, ...]
    tellings: tuple[Telling, ...]
    shown: str

    @property
    def published(self) -> int:
        """The day that it was first told on."""
        return self.starts[0].published

    @property
    def unnamed(self) -> bool:
        """Whether it is a protected voice."""
        return self.starts[0].unnamed

    @property
    def named(self) -> bool:
        """Whether it is a voice with a name."""
        return self.starts[0].naming is not None and not self.unnamed


def doubts(classes: Sequence[Class], *, apart: Apart) -> dict[int, Reason]:
    """The places of classes that are not counted, with the reason; ``classes`` in the order of their days."""
    found: dict[int, Reason] = {}
    for place, one in enumerate(classes):
        others = [other for other in classes[:place] if not _kept_apart(one, other, apart)]
        own = one.starts[0].key[0] == "own"
        reason = _of_outlet(one, classes, place, apart) if own else _of_named(one, others) if one.named else None
        if reason:
            found[place] = reason
    found.update(_of_unnamed(classes, apart))
    return found


def _kept_apart(a: Class, b: Class, apart: Apart) -> bool:
    return any(apart(one.key, other.key) for one in a.starts for other in b.starts)


def _of_named(one: Class, others: Sequence[Class]) -> Reason | None:
    """Two officials of one body may pass on one report; a statement or a paper without a name may be anybody's."""
    mine = [start.naming for start in one.starts if start.naming]
    if others and all(naming.nothing for naming in mine) and one.starts[0].medium is None:
        return Reason("maybe-same-unnamed", (one.shown,))
    for other in others:
        theirs = [start.naming for start in other.starts if start.naming and not start.unnamed]
        if any(may_be_same(naming, that) for naming in mine for that in theirs):
            return Reason("maybe-same-body", (one.shown, other.shown))
    return None


def _of_outlet(one: Class, classes: Sequence[Class], place: int, apart: Apart) -> Reason | None:
    """An outlet that tells no more than others did by then may have it from them without saying so."""
    earlier = [
        other
        for number, other in enumerate(classes)
        if number != place
        and (number < place or (other.starts[0].key[0] != "own" and other.published == one.published))
        and not _kept_apart(one, other, apart)
    ]
    if not earlier or _adds(one, earlier):
        return None
    return Reason("maybe-rewritten", (one.shown,))


def _adds(one: Class, others: Sequence[Class]) -> bool:
    """Whether it has a figure or a party that the others have not."""
    mine = list(_accounts(one))
    theirs = [account for other in others for account in _accounts(other)]
    told: dict[Count, list[tuple[int, int]]] = {}
    parties: set[str] = set()
    for account in theirs:
        parties |= known(account.actors) | known(account.targets)
        for name, figures in account.counts.items():
            told.setdefault(name, []).append(figures)
    if any((known(account.actors) | known(account.targets)) - parties for account in mine):
        return True
    return any(not _had(figures, told.get(name, ())) for account in mine for name, figures in account.counts.items())


def _had(figures: tuple[int, int], told: Sequence[tuple[int, int]]) -> bool:
    slack = 1 + _ROUNDED
    return any(figures[0] <= high * slack and low <= figures[1] * slack for low, high in told)


def _accounts(one: Class) -> Iterator[Account]:
    return iter({id(telling.account): telling.account for telling in one.tellings}.values())


def _of_unnamed(classes: Sequence[Class], apart: Apart) -> Iterator[tuple[int, Reason]]:
    """Of unnamed voices that nothing tells apart, one is counted; those that say most of themselves come first."""
    places = sorted((n for n, one in enumerate(classes) if one.unnamed), key=lambda n: (-_telling(classes[n]), n))
    groups: list[list[int]] = []
    for place in places:
        one = classes[place]
        group = next((some for some in groups if all(_may_be(one, classes[n], apart) for n in some)), None)
        if group is not None:
            group.append(place)
            yield place, Reason("maybe-same-unnamed", (one.shown, classes[group[0]].shown))
            continue
        groups.append([place])
        if _of_somebody(one, classes, place, apart):
            yield place, Reason("maybe-same-unnamed", (one.shown,))


def _telling(one: Class) -> int:
    naming = one.starts[0].naming
    return bool(naming and naming.kinds) + bool(naming and naming.bodies)


def _may_be(one: Class, other: Class, apart: Apart) -> bool:
    if _kept_apart(one, other, apart):
        return False
    return all(_alike(a, b) for a in one.starts for b in other.starts)


def _alike(a: Start, b: Start) -> bool:
    """In one document two unnamed voices are two, unless both are called by the same noun."""
    assert a.naming is not None and b.naming is not None
    if a.document == b.document and a.naming.head != b.naming.head:
        return False
    return alike(a.naming, b.naming)


def _of_somebody(one: Class, classes: Sequence[Class], place: int, apart: Apart) -> bool:
    """Whether it belongs where a named origin does, or is mere hearsay after others have told."""
    naming = one.starts[0].naming
    assert naming is not None
    others = [other for n, other in enumerate(classes) if n != place and not _kept_apart(one, other, apart)]
    if naming.kind == "unknown":
        return any(other.published <= one.published for other in others)
    named = [start.naming for other in others if other.named for start in other.starts]
    return any(may_be_of(naming, that) for that in named if that is not None)
