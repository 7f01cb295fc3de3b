"""What was said to come: the kinds of expectation, how long each waits, and who said it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from isnad.knowledge.known import Actors
from isnad.languages.ar.speakers import speakers, spoken
from isnad.model import Expectation, Modality, Polarity
from isnad.weighing.accounts import EXPECTED, NEVER, Account, Told, Voice
from isnad.weighing.namings import is_unnamed
from isnad.weighing.parties import agreement

PAST = 7
"""Days for which something may have been expected when it is said that it was: papers look back a week."""
_KINDS: dict[Modality, Expectation] = {"planned": "plan", "predicted": "prediction", "wanted": "demand"}


@dataclass(frozen=True, slots=True)
class Wait:
    """So many days, and why so many."""

    days: int
    why: str


HORIZON: dict[Expectation, Wait] = {
    "threat": Wait(30, "a threat without a day presses now; what comes after a month has grounds of its own"),
    "plan": Wait(45, "a plan that gives no day is told for the coming weeks"),
    "demand": Wait(60, "a demand is repeated while it stands; one that is not, is no longer pressed after two months"),
    "prediction": Wait(60, "who foretells without a day speaks of the weeks ahead, not of the year"),
}
"""How long an expectation that gives no day is open, from the day it was published."""
GRACE: tuple[tuple[int, Wait], ...] = (
    (1, Wait(3, "a deed of one day is in the papers within three")),
    (8, Wait(4, "a week has blurred ends: days are counted from Saturday, Sunday or Monday")),
    (31, Wait(7, "who says a month counts it roughly")),
    (36_500, Wait(30, "who says a year or longer counts it in months")),
)
"""How long after its last day an expectation may still be reported as fulfilled, by the width of what was said."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One kind of expectation on one voice. Days are ordinals; `NEVER` where no day was said.

    ``published`` is when it was first said; ``first`` and ``last`` are the days for which it was first said.
    """

    kind: Expectation
    voice: str | None
    polarity: Polarity
    claims: tuple[str, ...]
    published: int
    first: int
    last: int

    @property
    def begins(self) -> int:
        """The first day on which a deed may fulfil it."""
        return begins(self.published, self.first)

    @property
    def gone(self) -> bool:
        """Whether the days were long past when it was said: history, not expectation."""
        return bool(self.last) and self.last + PAST < self.published

    @property
    def ends(self) -> tuple[int, int]:
        """The last day it waits for, and the days of grace after it."""
        if self.last:
            return self.last, grace(self.last - self.first)
        return self.published + HORIZON[self.kind].days, 0


def begins(published: int, first: int) -> int:
    """The day from which a deed may fulfil: that of publication, or an earlier one that was said."""
    return min(published, first) if published and first else published or first


def grace(width: int) -> int:
    """The days of grace after a time of so many days less one."""
    return next(wait.days for widest, wait in GRACE if width < widest or widest == GRACE[-1][0])


def sayings(accounts: Sequence[Account], *, actors: Actors, threats: Collection[str] = ()) -> list[Saying]:
    """The expectations among the claims, one for each kind, voice and polarity."""
    rows = sorted(_rows(accounts, actors, threats))
    return [_saying(list(some)) for _, some in groupby(rows, lambda row: row[:3])]


def speaker(told: Told, outlet: str, *, actors: Actors) -> str | None:
    """Who says it: the last voice of the chain, or the outlet where there is none; None for an unnamed voice."""
    return named(told.voices[-1], actors=actors) if told.voices else outlet or None


def named(voice: Voice, *, actors: Actors) -> str | None:
    """The name in the knowledge base, or as published; None for whoever has none, whatever the reader took it for."""
    if not voice.name or is_unnamed(voice, spoken(voice.words), speakers()):
        return None
    known = actors.by_id.get(voice.actor or "")
    return known.name if known else voice.name


def threats(accounts: Iterable[Account]) -> frozenset[str]:
    """The planned claims of a document that a threat in the same sentence, of the same actor, puts forward."""
    told = [(account.type, one) for account in accounts for one in account.told]
    warned = [one for type, one in told if type == "THREATEN" and one.polarity == "+" and one.modality == "actual"]
    planned = [one for type, one in told if type != "THREATEN" and one.modality == "planned" and one.polarity == "+"]
    return frozenset(one.claim for one in planned if any(_threatened(one, threat) for threat in warned))


def _threatened(one: Told, threat: Told) -> bool:
    if one.words != threat.words:
        return False
    return not one.actors or not threat.actors or agreement(one.actors, threat.actors) > 0


_Row = tuple[Expectation, str, Polarity, int, str, int, int]


def _rows(accounts: Sequence[Account], actors: Actors, threats: Collection[str]) -> Iterator[_Row]:
    for account in accounts:
        for one in account.told:
            if one.modality in EXPECTED:
                kind: Expectation = "threat" if one.claim in threats else _KINDS[one.modality]
                voice = speaker(one, account.outlet, actors=actors) or ""
                yield kind, voice, one.polarity, account.published, one.claim, one.first, one.last


def _saying(rows: list[_Row]) -> Saying:
    kind, voice, polarity, published, *_ = rows[0]
    first, last = next(((row[5], row[6]) for row in rows if row[5]), (NEVER, NEVER))
    return Saying(kind, voice or None, polarity, tuple(row[4] for row in rows), published, first, last)
