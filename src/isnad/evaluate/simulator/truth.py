"""What lies behind the simulated claims: for each claim its happening, for each happening who stood behind it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from isnad.evaluate.simulator.articles import Article
from isnad.evaluate.simulator.nouns import Happening, Range
from isnad.evaluate.simulator.pieces import Draft, Sort
from isnad.evaluate.simulator.stories import Item
from isnad.model import Claim, Count, Over, Status


@dataclass(frozen=True, slots=True)
class Behind:
    """What lies behind a claim.

    ``sort``: it tells that the happening was (or was not), that it is expected, or that what was expected was not
    (`possible`); it is itself an act of speech about it; or it is a `state` and no happening. ``origin`` names who
    stands behind it, None where it brings nobody new. ``plain`` is type, day and place: the naive key of an event.
    """

    happening: str
    sort: Sort
    origin: str | None
    plain: str


@dataclass(frozen=True, slots=True)
class Published:
    """A happening as it was published.

    ``origins``: how many independent origins told that it was; None where nobody did, or where it is an act of speech,
    whose speaker is himself behind it. ``conflicts``: over what its claims contradict each other. ``documents`` and
    ``outlets`` are how many told that it was.
    """

    type: str
    origins: int | None
    circular: bool
    conflicts: frozenset[Over]
    documents: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Shared:
    """Two documents that share text: how many sentences, and their share of the shorter one's."""

    documents: tuple[str, str]
    sentences: int
    containment: float


@dataclass(frozen=True, slots=True)
class Truth:
    """All that is known of a simulation; keys are ids of claims and of happenings.

    ``credited`` are documents that tell of one happening and have it from one outlet, that outlet's own among them.
    """

    claims: Mapping[str, Behind]
    happenings: Mapping[str, Published]
    statuses: Mapping[str, Status]
    copies: tuple[Shared, ...]
    credited: tuple[frozenset[str], ...]


@dataclass(slots=True)
class _Seen:
    """What was published of a happening so far. ``counts``: count, value, day of knowledge and origin."""

    happening: Happening | None
    type: str
    act: bool
    origins: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    counts: set[tuple[Count, Range, int, str]] = field(default_factory=set)
    days: set[int] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    denied: bool = False
    dated: bool = False
    waiting: list[str] = field(default_factory=list)


class Ledger:
    """Takes in articles as they are published and tells the truth about them in the end."""

    def __init__(self) -> None:
        self._claims: dict[str, Behind] = {}
        self._seen: dict[str, _Seen] = {}
        self._copies: dict[tuple[str, str], int] = {}
        self._lengths: dict[str, int] = {}
        self._had: dict[tuple[str, str], set[str]] = {}
        self._pending: list[tuple[Item, str, int]] = []

    def add(self, article: Article) -> None:
        """Take in an article."""
        document = article.reading.document
        happenings = {item.happening.id: item.happening for item in article.items}
        for claim, draft in zip(article.reading.claims, article.drafts, strict=True):
            self._claims[claim.id] = _behind(claim, draft, document.published.isoformat() if document.published else "")
            self._note(claim, draft, happenings, document.id, document.outlet or "")
        for item in article.items:
            self._had.setdefault((item.happening.id, item.outlet.voice.key), set()).add(document.id)
            for source, count in item.copied:
                self._pending.append((source, document.id, count))
        self._lengths[document.id] = article.sentences
        self._pair()

    def _note(self, claim: Claim, draft: Draft, known: Mapping[str, Happening], document: str, outlet: str) -> None:
        for voice in draft.chain:
            if voice.kind == "media":
                self._had.setdefault((draft.of, voice.key), set()).add(document)
        happening = known.get(draft.of)
        if draft.sort == "state":
            return
        seen = self._seen.get(draft.of)
        if seen is None:
            seen = self._seen[draft.of] = _Seen(happening, draft.type, draft.sort == "act")
        seen.happening = seen.happening or happening
        if draft.sort == "expected" and claim.polarity == "+":
            seen.waiting.append(claim.id)
            seen.dated = seen.dated or claim.time is not None
        elif draft.sort == "actual":
            _published(seen, claim, draft, document, outlet)

    def _pair(self) -> None:
        """Note the copies whose source is printed by now; two of one day may be printed in either order."""
        for source, document, count in self._pending:
            if source.document and source.document != document:
                pair = (source.document, document)
                self._copies[pair] = self._copies.get(pair, 0) + count
        self._pending = [one for one in self._pending if not one[0].document]

    def truth(self) -> Truth:
        """The truth about all that was taken in."""
        statuses = {id: status for seen in self._seen.values() if (status := _status(seen)) for id in seen.waiting}
        copies = tuple(
            Shared(pair, count, min(1.0, count / max(1, min(self._lengths[pair[0]], self._lengths[pair[1]]))))
            for pair, count in self._copies.items()
        )
        happenings = {id: _true(seen) for id, seen in self._seen.items()}
        credited = tuple(frozenset(documents) for documents in self._had.values() if len(documents) > 1)
        return Truth(self._claims, happenings, statuses, copies, credited)


def _behind(claim: Claim, draft: Draft, published: str) -> Behind:
    day = claim.time.first.isoformat() if claim.time and claim.time.first else published
    place = claim.place.name if claim.place else ""
    return Behind(draft.of, draft.sort, draft.origin, f"{claim.type}|{day}|{place}")


def _published(seen: _Seen, claim: Claim, draft: Draft, document: str, outlet: str) -> None:
    if claim.polarity == "-":
        seen.denied = True
        return
    seen.documents.add(document)
    seen.outlets.add(outlet)
    if draft.origin:
        seen.origins.add(draft.origin)
    seen.counts.update((name, count, draft.stated, draft.teller or "") for name, count in claim.counts.items())
    if claim.time and claim.time.first:
        seen.days.add(claim.time.first.toordinal())
    if draft.place and draft.place[2].radius == 10.0:
        seen.places.add(draft.place[2].name)
    seen.actors.update(body.name for _, _, body in draft.actors if body)


def _true(seen: _Seen) -> Published:
    happening = seen.happening
    speech = seen.act or bool(happening and happening.kind.speech)
    return Published(
        seen.type,
        None if speech or not seen.documents else max(1, len(seen.origins)),
        bool(happening and happening.invented and len(seen.documents) > 1),
        frozenset(_conflicts(seen)) if seen.documents else frozenset(),
        len(seen.documents),
        len(seen.outlets),
    )


def _conflicts(seen: _Seen) -> list[Over]:
    happening = seen.happening
    made: list[Over] = ["polarity"] if seen.denied else []
    if _excluding(list(seen.counts)):
        made.append("count")
    if len(seen.days) > 1:
        made.append("time")
    if len(seen.places) > 1:
        made.append("place")
    if happening and happening.target and {happening.actor.name, happening.target.name} <= seen.actors:
        made.append("actor")
    return made


def _excluding(told: list[tuple[Count, Range, int, str]]) -> bool:
    """Whether two tellers give figures that exclude each other; what is told later and higher is news."""
    for place, (name, count, day, teller) in enumerate(told):
        for other, figure, later, by in told[place + 1 :]:
            if name == other and teller != by and (count[1] < figure[0] or figure[1] < count[0]):
                first, second = (count, figure) if day < later else (figure, count)
                if day == later or second[1] < first[0]:
                    return True
    return False


def _status(seen: _Seen) -> Status | None:
    """What came of it, as far as what was published can show: without a day said nothing is late and nothing lapses."""
    happening = seen.happening
    if happening is None or happening.expected is None:
        return None
    status = happening.expected.status
    if not seen.dated:
        return {"late": "fulfilled", "lapsed": "open"}.get(status, status)  # type: ignore[return-value]
    return status
