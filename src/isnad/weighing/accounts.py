"""What one document tells of one happening: its claims of it, and what they say taken together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from isnad.knowledge.known import Actors
from isnad.languages.ar.content_words import content_words
from isnad.model import Claim, Count, Modality, PlaceReference, Polarity, Reading, Source
from isnad.weighing.parties import parties

NEVER = 0
"""The ordinal of a day that nobody knows."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source of a chain, less its document: ``words`` are its first mention, as printed."""

    id: str
    kind: str
    words: str
    name: str | None
    actor: str | None
    affiliation: str | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as compared: point and radius in kilometres, None where unknown."""

    name: str
    lat: float | None
    lon: float | None
    radius: float | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One claim as weighing sees it. Days are ordinals, `NEVER` where the claim gives none."""

    claim: str
    voices: tuple[Voice, ...]
    polarity: Polarity
    modality: Modality
    first: int
    last: int
    place: Spot | None
    actors: dict[str, float]
    targets: dict[str, float]
    names: tuple[tuple[str, ...], tuple[str, ...]]
    counts: dict[Count, tuple[int, int]]
    mode: str | None
    words: dict[str, float]
    confidence: float


@dataclass(frozen=True, slots=True)
class Account:
    """The claims of one document about one happening, in the order of the text.

    ``published`` is an ordinal, `NEVER` where unknown; ``first`` and ``last`` the days given, `NEVER` where none is.
    ``title`` are the content words of the document's title.
    """

    id: str
    reading: str
    document: str
    outlet: str
    published: int
    type: str
    expected: bool
    told: tuple[Told, ...]
    title: dict[str, float]
    first: int = NEVER
    last: int = NEVER
    place: Spot | None = None
    actors: dict[str, float] = field(default_factory=dict)
    targets: dict[str, float] = field(default_factory=dict)
    counts: dict[Count, tuple[int, int]] = field(default_factory=dict)
    modes: frozenset[str] = frozenset()
    words: dict[str, float] = field(default_factory=dict)


EXPECTED: frozenset[Modality] = frozenset({"planned", "predicted", "wanted"})


def single(reading: Reading, *, id: str, actors: Actors) -> Iterator[Account]:
    """An account for each claim of a reading, in the order of the text; ``id`` is the reading's in the ledger."""
    document = reading.document
    voices = {source.id: _voice(source, document.text) for source in reading.sources}
    title = content_words(document.title or document.text.partition("\n")[0])
    worded: dict[tuple[int, int], dict[str, float]] = {}
    for claim in reading.claims:
        span = (claim.sentence.start, claim.sentence.end)
        if span not in worded:
            worded[span] = content_words(document.text[span[0] : span[1]])
        told = _told(claim, document.text, voices, worded[span], actors)
        yield whole(
            [told],
            reading=id,
            document=document.id,
            outlet=document.outlet or "",
            published=_day(document.published),
            type=claim.type,
            title=title,
        )


def joined(accounts: Sequence[Account]) -> Account:
    """Accounts of one document as one."""
    head = accounts[0]
    return whole(
        [told for account in accounts for told in account.told],
        reading=head.reading,
        document=head.document,
        outlet=head.outlet,
        published=head.published,
        type=head.type,
        title=head.title,
    )


def whole(
    told: Sequence[Told],
    *,
    reading: str,
    document: str,
    outlet: str,
    published: int,
    type: str,
    title: dict[str, float],
) -> Account:
    """The account that the claims make together: the finest day and place, all parties, counts and words of theirs."""
    first, last = min(((one.first, one.last) for one in told if one.first), key=_fineness, default=(NEVER, NEVER))
    spots = [one.place for one in told if one.place]
    return Account(
        told[0].claim,
        reading,
        document,
        outlet,
        published,
        type,
        told[0].modality in EXPECTED,
        tuple(told),
        title,
        first,
        last,
        min(spots, key=_breadth, default=None),
        _merged(one.actors for one in told),
        _merged(one.targets for one in told),
        _counted(told),
        frozenset(one.mode for one in told if one.mode),
        _merged(one.words for one in told),
    )


def fullness(account: Account) -> int:
    """How many facts the account gives, day and place twice."""
    facts = len(account.actors) + len(account.targets) + len(account.counts)
    return facts + 2 * bool(account.first) + 2 * bool(account.place)


def pack(account: Account) -> list[Any]:
    """The account as JSON values, without what `whole` makes again."""
    told = [_packed(one) for one in account.told]
    return [account.reading, account.document, account.outlet, account.published, account.type, told, account.title]


def unpack(packed: list[Any]) -> Account:
    """What `pack` packed."""
    reading, document, outlet, published, type, told, title = packed
    return whole(
        [_unpacked(one) for one in told],
        reading=reading,
        document=document,
        outlet=outlet,
        published=published,
        type=type,
        title=title,
    )


def _packed(one: Told) -> list[Any]:
    voices = [[voice.id, voice.kind, voice.words, voice.name, voice.actor, voice.affiliation] for voice in one.voices]
    said = [one.claim, voices, one.polarity, one.modality, one.first, one.last, _packed_spot(one.place)]
    who = [one.actors, one.targets, one.names, one.counts]
    return [*said, *who, one.mode, one.words, round(one.confidence, 3)]


def _unpacked(one: list[Any]) -> Told:
    claim, voices, polarity, modality, first, last, place, actors, targets, names, counts, mode, words, sure = one
    return Told(
        claim,
        tuple(Voice(*voice) for voice in voices),
        polarity,
        modality,
        first,
        last,
        Spot(*place) if place else None,
        actors,
        targets,
        (tuple(names[0]), tuple(names[1])),
        {name: (low, high) for name, (low, high) in counts.items()},
        mode,
        words,
        sure,
    )


def _told(claim: Claim, text: str, voices: dict[str, Voice], words: dict[str, float], actors: Actors) -> Told:
    time = claim.time
    return Told(
        claim.id,
        tuple(voices[id] for id in claim.chain if id in voices),
        claim.polarity,
        claim.modality,
        _day(time.first) if time else NEVER,
        _day(time.last or time.first) if time else NEVER,
        _spot(claim.place),
        parties(claim.actors, text, actors),
        parties(claim.targets, text, actors),
        (tuple(one.name for one in claim.actors), tuple(one.name for one in claim.targets)),
        dict(claim.counts),
        claim.mode,
        words,
        claim.confidence,
    )


def _voice(source: Source, text: str) -> Voice:
    words = source.mentions[0].of(text) if source.mentions else source.name or ""
    return Voice(source.id, source.kind, words, source.name, source.actor, source.affiliation)


def _spot(place: PlaceReference | None) -> Spot | None:
    return Spot(place.name, place.lat, place.lon, place.radius_km, place.country) if place else None


def _packed_spot(spot: Spot | None) -> list[Any] | None:
    return [spot.name, spot.lat, spot.lon, spot.radius, spot.country] if spot else None


def _day(day: date | None) -> int:
    return day.toordinal() if day else NEVER


def _fineness(days: tuple[int, int]) -> tuple[int, int]:
    return days[1] - days[0], days[0]


def _breadth(spot: Spot) -> tuple[bool, float, str]:
    return spot.lat is None, spot.radius or 0.0, spot.name


def _merged(many: Iterable[dict[str, float]]) -> dict[str, float]:
    return {key: weight for one in many for key, weight in one.items()}


def _counted(told: Sequence[Told]) -> dict[Count, tuple[int, int]]:
    counts: dict[Count, tuple[int, int]] = {}
    for one in told:
        for name, (low, high) in one.counts.items():
            known = counts.get(name, (low, high))
            counts[name] = (min(known[0], low), max(known[1], high))
    return counts
