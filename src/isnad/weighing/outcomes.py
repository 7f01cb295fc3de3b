"""What became of what was planned, foretold, threatened or demanded."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from isnad.knowledge.known import Actors
from isnad.model import Outcome, Polarity, Reason, Status
from isnad.weighing.accounts import Account, whole
from isnad.weighing.expectations import Saying, sayings
from isnad.weighing.fulfilment import fulfilment, refusal
from isnad.weighing.likeness import Likeness

Candidate = tuple[str, Sequence[Account]]
_LOOKED_AT = 6
"""So many of the fullest accounts of an event stand for it."""
_Verdict = tuple[Status, Reason, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Match:
    """An event that tells of what was expected: ``+`` that it happened, ``-`` that it did not. Days are ordinals.

    ``told`` are its claims with the days of publication, in order; ``dated``: the days are said in the text.
    """

    score: float
    event: str
    polarity: Polarity
    refused: bool
    first: int
    last: int
    dated: bool
    told: tuple[tuple[int, str], ...]
    features: str


def outcome(
    expectation: Sequence[Account],
    candidates: Iterable[Candidate],
    *,
    event: str,
    today: date,
    actors: Actors,
    threats: Collection[str] = (),
) -> tuple[Outcome, ...]:
    """What became of an expected event by ``today``, for each kind and voice that said it before it was done.

    ``candidates`` are events that somebody says happened, or did not, with their ids. ``threats`` are the claims that
    `expectations.threats` finds. A promise that something will not be is broken by the deed, and fulfilled when its
    time has gone by without it. Statuses are those of ``today``: later news may change them.
    """
    matches = sorted(
        _matches(expectation, candidates), key=lambda one: (-one.score, one.first, one.event, one.polarity)
    )
    said = sayings(expectation, actors=actors, threats=threats)
    called_off = [one for one in said if _is_calling_off(one, said)]
    ahead = [one for one in said if one not in called_off and not _done_before(one, matches)]
    return tuple(_outcome(one, event, _verdict(one, event, matches, called_off, today.toordinal())) for one in ahead)


def _outcome(saying: Saying, event: str, verdict: _Verdict) -> Outcome:
    status, reason, by = verdict
    due = _iso_day(saying.last) if saying.last else None
    return Outcome(event, saying.kind, saying.claims, status, saying.voice, due, by, reason)


def _verdict(
    saying: Saying, event: str, matches: Sequence[_Match], called_off: Sequence[Saying], today: int
) -> _Verdict:
    deeds = [one for one in matches if one.polarity == "+" and not one.refused and one.last >= saying.begins]
    denials = [one for one in matches if (one.polarity == "-" or one.refused) and _settles(one, saying)]
    if saying.polarity == "-":
        return _of_promise(saying, deeds, denials, today)
    if deeds:
        return _done(saying, deeds[0])
    if denials:
        return "broken", Reason("broken-by", (denials[0].event, denials[0].features)), _after(saying, denials[0])
    for other in called_off:
        if other.published > saying.published:
            return "broken", Reason("broken-by", (event, "called-off")), other.claims
    return _waiting(saying, today)


def _of_promise(saying: Saying, deeds: Sequence[_Match], denials: Sequence[_Match], today: int) -> _Verdict:
    """Of what was said not to come."""
    if deeds:
        return "broken", Reason("broken-by", (deeds[0].event, deeds[0].features)), _after(saying, deeds[0])
    kept = [one for one in denials if not one.refused]
    if kept:
        return "fulfilled", Reason("fulfilled-by", (kept[0].event, kept[0].features)), _after(saying, kept[0])
    status, reason, by = _waiting(saying, today)
    return ("fulfilled", Reason("unbroken-until", reason.values), by) if status == "lapsed" else (status, reason, by)


def _done(saying: Saying, deed: _Match) -> _Verdict:
    """A deed that gives no day was done on the day before it was told, at the latest."""
    done = deed.first if deed.dated else deed.told[0][0] - 1
    by = _after(saying, deed)
    if saying.last and done > saying.last:
        return "late", Reason("late-by", (str(done - saying.last), deed.event, deed.features)), by
    return "fulfilled", Reason("fulfilled-by", (deed.event, deed.features)), by


def _waiting(saying: Saying, today: int) -> _Verdict:
    last, grace = saying.ends
    values = (_iso_day(last).isoformat(), str(grace)) if saying.begins else ("", "0")
    if saying.begins and today > last + grace:
        return "lapsed", Reason("lapsed-after", values), ()
    return "open", Reason("still-open", values), ()


def _settles(denial: _Match, saying: Saying) -> bool:
    """That it has not happened says nothing while there is time left; a refusal settles it at once."""
    told = denial.told[-1][0]
    if denial.refused:
        return told >= saying.begins
    return told > saying.last if saying.last else told > saying.published


def _is_calling_off(saying: Saying, said: Iterable[Saying]) -> bool:
    """Whether it says that what was held out before is no longer planned; alone, it is a promise of its own."""
    off = saying.polarity == "-" and saying.kind in ("plan", "threat")
    return off and any(one.polarity == "+" and one.published < saying.published for one in said)


def _done_before(saying: Saying, matches: Sequence[_Match]) -> bool:
    """Whether the deed was told before this was said, so that it foretells nothing."""
    deeds = [one for one in matches if one.polarity == "+" and not one.refused]
    return bool(deeds) and all(one.last < saying.begins for one in deeds)


def _after(saying: Saying, match: _Match) -> tuple[str, ...]:
    return tuple(claim for published, claim in match.told if published >= saying.begins)


def _matches(expectation: Sequence[Account], candidates: Iterable[Candidate]) -> Iterator[_Match]:
    expected = _fullest([account for account in expectation if account.expected])
    for event, accounts in candidates:
        for polarity in ("+", "-"):
            told = [part for account in accounts if (part := _part(account, polarity))]
            if told and (found := _best(expected, told, polarity)):
                yield _match(event, polarity, told, *found)


def _best(expected: Sequence[Account], told: Sequence[Account], polarity: Polarity) -> tuple[Likeness, bool] | None:
    looked = _fullest(told)
    found = [(fulfilment(one, other), False) for one in expected for other in looked]
    if polarity == "+" and looked[0].type == "REJECT":
        found += [(refusal(one, other), True) for one in expected for other in looked]
    alike = [(likeness, refused) for likeness, refused in found if likeness.alike]
    return max(alike, key=lambda pair: (pair[0].score, pair[1], str(pair[0].features)), default=None)


def _match(event: str, polarity: Polarity, told: Sequence[Account], found: Likeness, refused: bool) -> _Match:
    dated = min(((one.last - one.first, one.first) for one in told if one.first), default=None)
    published = [one.published for one in told]
    first, last = (dated[1], sum(dated)) if dated else (min(published) - 1, max(published))
    claims = sorted((account.published, one.claim) for account in told for one in account.told)
    features = found.reason().values[0]
    return _Match(found.score, event, polarity, refused, first, last, dated is not None, tuple(claims), features)


def _part(account: Account, polarity: Polarity) -> Account | None:
    """What of an account says outright that something happened, or that it did not.

    A day after that of publication makes it news of what is to come, however it is worded.
    """
    sure = [one for one in account.told if one.modality == "actual" and one.polarity == polarity]
    kept = [one for one in sure if not account.published or one.first <= account.published]
    if not kept or len(kept) == len(account.told):
        return account if kept else None
    return whole(
        kept,
        reading=account.reading,
        document=account.document,
        outlet=account.outlet,
        published=account.published,
        type=account.type,
        title=account.title,
    )


def _fullest(accounts: Sequence[Account]) -> Sequence[Account]:
    if len(accounts) <= _LOOKED_AT:
        return accounts
    return sorted(accounts, key=lambda one: (-_fullness(one), one.id))[:_LOOKED_AT]


def _fullness(account: Account) -> int:
    facts = len(account.actors) + len(account.targets) + len(account.counts)
    return facts + 2 * bool(account.first) + 2 * bool(account.place)


def _iso_day(day: int) -> date:
    return date.fromordinal(day)
