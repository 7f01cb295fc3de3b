"""A story: who said what on whose word, day by day, with what is in dispute and what came of what was held out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from isnad.export.disputes import Dispute, dispute
from isnad.export.statements import Statement, matter_of, statements
from isnad.ledger import Hit, Query
from isnad.model import Claim, Copy, Event, Outcome, Reading, Span
from isnad.ontology import load_ontology

_LONG_AGO = timedelta(days=60)
Pairs = Mapping[tuple[str, str], Sequence[tuple[Span, Span]]]
"""For two documents the sentences that agree."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with its number in the story, and where its sentence was printed again."""

    number: int
    statement: Statement
    again: tuple[Statement, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims in it, there and where it was printed again."""
        return tuple(claim.id for one in (self.statement, *self.again) for claim in one.claims)


@dataclass(frozen=True, slots=True)
class Story:
    """``told`` by day and document; ``back``: what the outlets themselves recall, and how they say things stand.

    ``events`` are those of the claims that were found, ``outcomes`` those of what was held out among them, ``copies``
    the documents of the story that share a text.
    """

    told: tuple[Told, ...]
    back: tuple[Told, ...]
    dispute: Dispute | None
    events: tuple[Event, ...]
    outcomes: tuple[Outcome, ...]
    copies: tuple[Copy, ...]

    def days(self) -> list[tuple[date | None, list[Told]]]:
        """What was told on each day of publication."""
        made: dict[date | None, list[Told]] = {}
        for one in self.told:
            made.setdefault(one.statement.published, []).append(one)
        return list(made.items())

    def readings(self) -> dict[str, Reading]:
        """The readings of its documents, by their ids."""
        every = (one for told in (*self.told, *self.back) for one in (told.statement, *told.again))
        return {one.reading.document.id: one.reading for one in every}

    def numbers(self, claims: Iterable[str]) -> list[int]:
        """The numbers under which the claims are told."""
        wanted = set(claims)
        return [one.number for one in (*self.told, *self.back) if wanted.intersection(one.claims)]


def story(
    hits: Sequence[Hit],
    query: Query,
    *,
    copies: Sequence[Copy],
    events: Iterable[Event],
    outcomes: Iterable[Outcome],
    beside: Iterable[Reading] = (),
) -> Story:
    """The story of the claims that were found and of what else is cited on the matter.

    ``copies`` are those among the documents, ``outcomes`` those of any expectation; ``beside``: see `statements`.
    """
    matter = matter_of(hits, query)
    found = _once(statements(hits, matter=matter, beside=beside), _pairs(copies))
    near = [some for some in found if not _is_background(some[0])]
    back = [some for some in found if _is_background(some[0])]
    told = tuple(Told(number, some[0], tuple(some[1:])) for number, some in enumerate([*near, *back], 1))
    claims = {claim for one in told for claim in one.claims}
    return Story(
        told[: len(near)],
        told[len(near) :],
        dispute([some[0] for some in near], matter=matter),
        tuple(event for event in events if claims.intersection(event.claims)),
        tuple(one for one in outcomes if claims.intersection(one.claims)),
        tuple(copies),
    )


def _pairs(copies: Iterable[Copy]) -> Pairs:
    made: dict[tuple[str, str], list[tuple[Span, Span]]] = {}
    for copy in copies:
        one, other = copy.documents
        made[one, other] = list(copy.sentences)
        made[other, one] = [(second, first) for first, second in copy.sentences]
    return made


def _once(found: Iterable[Statement], pairs: Pairs) -> list[list[Statement]]:
    """The statements in order without headlines, those that are alike or copies together."""
    made: list[list[Statement]] = []
    for one in found:
        if not _is_headline(one):
            same = next((some for some in made if any(_same(other, one, pairs) for other in some)), None)
            made.append([]) if same is None else None
            (made[-1] if same is None else same).append(one)
    return made


def _same(one: Statement, other: Statement, pairs: Pairs) -> bool:
    documents = one.reading.document.id, other.reading.document.id
    if documents[0] == documents[1]:
        return False
    agreeing = pairs.get(documents, ())
    copied = any(a.overlaps(one.sentence) and b.overlaps(other.sentence) for a, b in agreeing)
    return copied or one.text == other.text


def _is_headline(one: Statement) -> bool:
    """Whether it is the title: what that says, the text says on somebody's word."""
    title = one.reading.document.title
    return one.sentence.start == 0 and title is not None and one.text == " ".join(title.split())


def _is_background(one: Statement) -> bool:
    """Whether the outlet itself recalls what happened long before, or says how things stand."""
    if one.voices or one.denies or one.published is None:
        return False
    inside = [claim for claim in one.reading.claims if one.sentence.start <= claim.trigger.start < one.sentence.end]
    days = [claim.time.last for claim in inside if claim.time and claim.time.last]
    return max(days) < one.published - _LONG_AGO if days else any(map(_is_state, one.claims))


def _is_state(claim: Claim) -> bool:
    type = load_ontology().types.get(claim.type)
    return type is not None and type.kind == "state"
