"""Origins that may be the same as another: they raise the upper figure alone, and nothing says whose they are.

What is said of an unnamed voice here are its own words: no other voice stands beside them in a reason, unless that is
unnamed too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from isnad.model import Count, Reason
from isnad.weighing.namings import Naming
from isnad.weighing.relays import Apart
from isnad.weighing.starts import Start, Telling
from isnad.weighing.voices import alike, may_be_of, may_be_same

_ROUNDED = 0.1
_LATER = 2
"""So many days after the first report an outlet that adds nothing tells what is known."""


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
    def voices(self) -> list[tuple[Start, Naming]]:
        """Its starts that are voices, with what their words say: all of them unnamed, or none."""
        return [(start, start.naming) for start in self.starts if start.naming is not None]

    @property
    def unnamed(self) -> bool:
        """Whether it is a protected voice."""
        return any(start.unnamed for start in self.starts)

    @property
    def relay(self) -> bool:
        """Whether no voice is known behind an outlet's or a medium's own word."""
        return all(start.naming is None for start in self.starts)


@dataclass(frozen=True, slots=True)
class Doubts:
    """By place in the list of classes: ``unsure`` ones are not counted, ``idle`` ones are no origins at all."""

    unsure: dict[int, Reason]
    idle: dict[int, Reason]


def doubts(classes: Sequence[Class], *, apart: Apart) -> Doubts:
    """Which classes may be the same as another, or only tell again; ``classes`` in the order of their days."""
    idle = {n: reason for n, one in enumerate(classes) if (reason := _again(one, _others(classes, n, apart)))}
    left = [one for n, one in enumerate(classes) if n not in idle]
    unsure: dict[int, Reason] = {}
    for place, one in enumerate(left):
        earlier = [other for other in left[:place] if not _kept_apart(one, other, apart)]
        others = _others(left, place, apart) if one.relay else earlier
        if not one.unnamed and (reason := (_of_relay if one.relay else _of_named)(one, others)):
            unsure[place] = reason
    unsure.update(_of_unnamed(left, apart))
    places = [n for n in range(len(classes)) if n not in idle]
    return Doubts({places[n]: reason for n, reason in unsure.items()}, idle)


def _others(classes: Sequence[Class], place: int, apart: Apart) -> list[Class]:
    """Those that were told before one, or on its day on somebody's word."""
    one = classes[place]
    return [
        other
        for n, other in enumerate(classes)
        if n != place
        and (n < place or (not other.relay and other.published == one.published))
        and not _kept_apart(one, other, apart)
    ]


def _kept_apart(a: Class, b: Class, apart: Apart) -> bool:
    return any(apart(one.key, other.key) for one in a.starts for other in b.starts)


def _again(one: Class, others: Sequence[Class]) -> Reason | None:
    """Hearsay, and what an outlet says days later in its own words, or later and in no more than that it was."""
    if not one.relay:
        told = [other for other in others if not _hearsay(other)]
        return Reason("hearsay", (one.shown,)) if told and _hearsay(one) and not _adds(one, told) else None
    if not others or any(telling.told.voices for telling in one.tellings) or _adds(one, others):
        return None
    since = one.published - min(other.published for other in others)
    figures = any(telling.told.counts for telling in one.tellings)
    return Reason("told-again", (one.shown,)) if since >= _LATER or (since > 0 and not figures) else None


def _hearsay(one: Class) -> bool:
    return not one.relay and all(naming.kind == "unknown" for _, naming in one.voices)


def _of_named(one: Class, others: Sequence[Class]) -> Reason | None:
    """Two officials of one body may pass on one report; a statement or a paper without a name may be anybody's."""
    mine = [naming for _, naming in one.voices]
    if others and all(naming.nothing and not start.medium for start, naming in one.voices):
        return Reason("maybe-same-unnamed", (one.shown,))
    for other in others:
        if any(may_be_same(naming, that) for naming in mine for _, that in other.voices):
            return Reason("maybe-same-body", (one.shown, other.shown))
    return None


def _of_relay(one: Class, others: Sequence[Class]) -> Reason | None:
    """An outlet or a medium with no figure or day that others had not by then may have it from them, unsaid."""
    return Reason("maybe-rewritten", (one.shown,)) if others and not _adds(one, others) else None


def _adds(one: Class, others: Sequence[Class]) -> bool:
    """Whether it has a figure, or a day where they have others."""
    told: dict[Count, list[tuple[int, int]]] = {}
    days: list[tuple[int, int]] = []
    for other in others:
        for telling in other.tellings:
            for name, figures in telling.told.counts.items():
                told.setdefault(name, []).append(figures)
            if telling.told.first:
                days.append((telling.told.first, telling.told.last))
    mine = [item for telling in one.tellings for item in telling.told.counts.items()]
    if any(not _had(figures, told.get(name, ())) for name, figures in mine):
        return True
    own = [(telling.told.first, telling.told.last) for telling in one.tellings if telling.told.first]
    return bool(days) and any(all(last < low or high < first for low, high in days) for first, last in own)


def _had(figures: tuple[int, int], told: Sequence[tuple[int, int]]) -> bool:
    slack = 1 + _ROUNDED
    return any(figures[0] <= high * slack and low <= figures[1] * slack for low, high in told)


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
    return max(bool(naming.kinds) + bool(naming.bodies) for _, naming in one.voices)


def _may_be(one: Class, other: Class, apart: Apart) -> bool:
    if _kept_apart(one, other, apart):
        return False
    return all(_alike(a, b) for a in one.voices for b in other.voices)


def _alike(a: tuple[Start, Naming], b: tuple[Start, Naming]) -> bool:
    """In one document two unnamed voices are two, unless both are called by the same noun."""
    if a[0].document == b[0].document and a[1].head != b[1].head:
        return False
    return alike(a[1], b[1])


def _of_somebody(one: Class, classes: Sequence[Class], place: int, apart: Apart) -> bool:
    """Whether it belongs where a named origin does, or is hearsay beside what others have told."""
    others = [other for n, other in enumerate(classes) if n != place and not _kept_apart(one, other, apart)]
    if _hearsay(one):
        return any(other.published <= one.published for other in others)
    named = [that for other in others if not other.unnamed for _, that in other.voices]
    return any(may_be_of(naming, that) for _, naming in one.voices for that in named)
