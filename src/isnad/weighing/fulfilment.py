"""Whether a later account tells of what an earlier one expected: a table of named features, as `likeness` is one.

A plan comes true only if at least two of day, place, actors, targets, counts and words agree: that some town was
bombed does not fulfil a plan to bomb this one.
"""

from collections.abc import Mapping

from isnad.ontology.ontology import load_ontology
from isnad.weighing.accounts import Account, Spot
from isnad.weighing.expectations import begins
from isnad.weighing.likeness import WIDE_KM, Likeness, kilometres
from isnad.weighing.parties import KNOWN, Parties, agreement, id_of, known
from isnad.weighing.substitutes import cost

START = -3.0
LATE = 60
"""Days after the last day that was said, beyond which a deed is another matter."""
FAR = 90
"""Days after publication, beyond which a deed is another matter where no day was said."""
LEAST = 2
_COMMON = {"ASSAULT": -1.5, "CONSULT": -0.4, "ACCUSE": -1.0, "REQUEST": -1.0}
"""Types of which any two parties have some most weeks."""
_DAILY = frozenset({"ASSAULT", "ACCUSE", "REQUEST"})
"""Types that two parties may have every day: the words must agree, and two things more."""
_OTHERS = -2.5
"""Known actors on both sides, and none in common: one does not carry out another's plan."""
_SAME_SENTENCE = 0.8
_RETOLD = 3
"""Two papers that print one sentence within so many days tell one thing, whatever a reader makes of its stance."""
_AGREES = {"days": 2.0, "place": 1.2, "actors": 0.9, "targets": 0.9, "counts": 0.9, "words": 0.8}
"""From which value on a feature says that this is the same."""
_SYMMETRIC = frozenset(name for name, type in load_ontology().types.items() if type.symmetric)


def fulfilment(expectation: Account, account: Account) -> Likeness:
    """How far the account, of something that happened or did not, is of what was expected. Not symmetric."""
    costs = cost(expectation, account)
    if costs is None:
        return Likeness({}, -9.0, "type")
    found = {"start": START + _COMMON.get(expectation.type, 0.0) - costs}
    found["days"], apart = _days(expectation, account)
    if apart:
        return Likeness(found, -9.0, apart)
    found["place"], apart = _place(expectation.place, account.place)
    if apart:
        return Likeness(found, -9.0, apart)
    found |= _taking_part(expectation, account)
    found["counts"] = _counts(expectation, account)
    found["mode"] = _mode(expectation, account)
    found |= _worded(expectation, account)
    return Likeness(found, sum(found.values()), _doubt(expectation, account, found))


def refusal(expectation: Account, account: Account) -> Likeness:
    """How far the account, a REJECT, is of those who were asked to act refusing just that.

    Beside its words it must name who asked, or stand in the text that tells of the demand.
    """
    found = {"start": START - 1.0}
    found["days"] = 0.5
    if account.type != "REJECT" or not 0 <= account.published - expectation.published <= FAR:
        return Likeness(found, -9.0, "type" if account.type != "REJECT" else "days")
    asked = expectation.targets | {id_of(one): KNOWN for one in _askers(expectation)}
    found["actors"] = _parties(expectation.actors, account.actors)
    found["targets"] = max(0.0, _parties(asked, account.targets))
    found |= _worded(expectation, account)
    meant = found["targets"] > 0 or expectation.reading == account.reading
    same = meant and all(found[name] >= _AGREES[name] for name in ("actors", "words"))
    retold = _shared(expectation.words, account.words) >= _SAME_SENTENCE
    return Likeness(found, sum(found.values()), "same-words" if retold else None if same else "too-little")


def _doubt(expectation: Account, account: Account, found: Mapping[str, float]) -> str | None:
    agreeing = sum(found.get(name, 0.0) >= least for name, least in _AGREES.items())
    if found["actors"] <= _OTHERS:
        return "actors"
    daily = expectation.type in _DAILY
    if agreeing < LEAST + daily or (daily and found["words"] < _AGREES["words"]):
        return "too-little"
    soon = abs(account.published - expectation.published) <= _RETOLD
    same = soon and account.told[0].polarity == "+" and _shared(expectation.words, account.words) >= _SAME_SENTENCE
    return "same-words" if same else None


def _days(expectation: Account, account: Account) -> tuple[float, str | None]:
    """Refused: what was done, or told, by the day on which it was expected, and what stands in the same text."""
    start = begins(expectation.published, expectation.first)
    if account.reading == expectation.reading and account.told[0].polarity == "+":
        return 0.0, "one-text"
    if account.first:
        on_the_day = expectation.first <= account.last <= expectation.last
        late_enough = account.last >= start if on_the_day else account.last > expectation.published
        if not late_enough or (account.last - account.first > 7 and account.first < start):
            return 0.0, "before"
        return _against(expectation, start, account.first, account.last)
    if account.published < start + (account.told[0].polarity == "+"):
        return 0.0, "before"
    found, apart = _against(expectation, start, max(account.published - 2, start), account.published)
    return found - 0.7, apart


def _against(expectation: Account, start: int, first: int, last: int) -> tuple[float, str | None]:
    return _against_said(expectation, first, last) if expectation.first else _against_none(start, first)


def _against_said(expectation: Account, first: int, last: int) -> tuple[float, str | None]:
    after, before = first - expectation.last, expectation.first - last
    if after > 0:
        return (0.0, "too-late") if after > LATE else (1.0 - 0.25 * after, None)
    if before > 0:
        return max(-2.0, 0.3 - 0.3 * before), None
    wide = max(last - first, expectation.last - expectation.first)
    return 2.0 if wide <= 2 else 1.0 if wide <= 8 else 0.4, None


def _against_none(start: int, first: int) -> tuple[float, str | None]:
    after = max(0, first - start)
    return (0.0, "too-late") if after > FAR else (0.8 - 0.1 * after, None)


def _place(expected: Spot | None, told: Spot | None) -> tuple[float, str | None]:
    if expected is None or told is None:
        return (0.0, None) if expected is None or _wide(expected) else (-0.3, None)
    if expected.name == told.name:
        return (0.6, None) if _wide(expected) else (2.0, None)
    if expected.lat is None or told.lat is None:
        return -0.5, None
    apart, reach = kilometres(expected, told), max(expected.radius or 0.0, told.radius or 0.0)
    if _wide(expected) or _wide(told):
        inside = 0.4 if _wide(expected) else -0.8
        return (inside, None) if apart <= 1.5 * reach else (-1.5, None if apart < 3 * reach else "place")
    if apart <= max(15.0, reach):
        return 1.2, None
    return (-1.5, None) if apart <= 60 else (0.0, "place")


def _wide(spot: Spot) -> bool:
    return (spot.radius or 0.0) >= WIDE_KM


def _taking_part(expectation: Account, account: Account) -> dict[str, float]:
    if expectation.type in _SYMMETRIC and account.type in _SYMMETRIC:
        both = (expectation.actors | expectation.targets, account.actors | account.targets)
        return {"actors": _parties(*both)}
    actors = _parties(expectation.actors, account.actors)
    return {"actors": actors, "targets": _parties(expectation.targets, account.targets)}


def _parties(expected: Parties, told: Parties) -> float:
    if not expected or not told:
        return 0.0
    both = agreement(expected, told)
    if both:
        return min(2.5, 0.6 * both)
    return _OTHERS if known(expected) and known(told) else -0.8


def _askers(expectation: Account) -> set[str]:
    return {one.voices[-1].actor for one in expectation.told if one.voices and one.voices[-1].actor}


def _counts(expectation: Account, account: Account) -> float:
    """Plans are carried out with somewhat more or less than was said: only a multiple speaks against it."""
    total = 0.0
    for name, (low, high) in expectation.counts.items():
        if name in account.counts:
            least, most = account.counts[name]
            ratio = max(low, least, 1) / max(1, min(high, most))
            total += 1.5 if ratio <= 1 else 0.9 if ratio <= 1.25 else 0.0 if ratio <= 2 else -0.6
    return max(-1.5, min(2.0, total))


def _mode(expectation: Account, account: Account) -> float:
    if expectation.type != account.type or not expectation.modes or not account.modes:
        return 0.0
    return 0.5 if expectation.modes & account.modes else -1.2


def _worded(expectation: Account, account: Account) -> dict[str, float]:
    words = 6.0 * _shared(expectation.words, account.words) - 1.0
    return {"words": words, "titles": 2.0 * _shared(expectation.title, account.title)}


def _shared(some: Mapping[str, float], others: Mapping[str, float]) -> float:
    """The share of the rarity of the poorer one's words that the other has too."""
    if len(some) > len(others):
        some, others = others, some
    return sum(weight for word, weight in some.items() if word in others) / max(sum(some.values()), 8.0)
