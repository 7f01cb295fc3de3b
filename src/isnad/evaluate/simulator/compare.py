"""What weighing made of a simulation, held against the truth; and beside it what counting would have made of it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from isnad.evaluate.simulator.truth import Published, Truth
from isnad.model import Copy, Event, Outcome, Over

Groups = Mapping[str, str]
"""Claims to the group that each is in."""
_COPIED = 0.3
"""From this containment on two documents that share text must be found; any that share text may be."""


@dataclass(frozen=True, slots=True)
class Row:
    """A measure from 0 to 1 over so many things; ``baselines``: what simpler ways get, by name."""

    measure: str
    value: float
    of: int
    baselines: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Rows:
    """The measures of one simulation, in the order of the weighing."""

    rows: tuple[Row, ...]

    def __getitem__(self, measure: str) -> Row:
        return next(row for row in self.rows if row.measure == measure)


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall over so many true things."""

    precision: float
    recall: float
    of: int

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def compare(
    truth: Truth, events: Sequence[Event], outcomes: Iterable[Outcome], *, copies: Iterable[Copy] | None = None
) -> Rows:
    """The measures of the events, origins, circles, conflicts and outcomes found; of copies where they are given."""
    told = [event for event in events if not event.expected]
    matched = match(truth, told)
    rows = [*_event_rows(truth, events), *_origin_rows(truth, matched), *_circle_rows(truth, told)]
    rows += _score_rows("conflicts", conflicts(truth, told))
    rows.append(outcome_row(truth, outcomes))
    if copies is not None:
        rows += _score_rows("copies", shared(truth, copies))
    return Rows(tuple(rows))


def _event_rows(truth: Truth, events: Iterable[Event]) -> list[Row]:
    found = {claim: event.id for event in events for claim in event.claims}
    plain = {claim: behind.plain for claim, behind in truth.claims.items()}
    return _score_rows("events", pairwise(truth, found), {"type, day, place": pairwise(truth, plain)})


def _score_rows(name: str, score: Score, beside: Mapping[str, Score] | None = None) -> list[Row]:
    read: dict[str, Callable[[Score], float]] = {
        "precision": lambda one: one.precision,
        "recall": lambda one: one.recall,
        "f1": lambda one: one.f1,
    }
    others = beside or {}
    return [
        Row(f"{name}: {part}", get(score), score.of, {other: get(one) for other, one in others.items()})
        for part, get in read.items()
    ]


def pairwise(truth: Truth, found: Groups) -> Score:
    """Over pairs of claims: those that tell that something was, and those that expect it, each among themselves."""
    cells: Counter[tuple[str, str, str]] = Counter()
    for claim, behind in truth.claims.items():
        if behind.sort in ("actual", "expected"):
            cells[behind.sort, behind.happening, found.get(claim, f"alone {claim}")] += 1
    true: Counter[tuple[str, str]] = Counter()
    made: Counter[tuple[str, str]] = Counter()
    for (sort, happening, group), count in cells.items():
        true[sort, happening] += count
        made[sort, group] += count
    both = _pairs(cells.values())
    return Score(_share(both, _pairs(made.values())), _share(both, _pairs(true.values())), _pairs(true.values()))


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def match(truth: Truth, events: Iterable[Event]) -> dict[str, Event]:
    """Happenings to the event found for each: of the events that are mostly of it, the one with most of it."""
    best: dict[str, tuple[int, str, Event]] = {}
    for event in events:
        if main := main_happening(truth, event):
            happening, count = main
            if happening not in best or (count, event.id) > best[happening][:2]:
                best[happening] = (count, event.id, event)
    return {happening: event for happening, (_, _, event) in best.items()}


def main_happening(truth: Truth, event: Event) -> tuple[str, int] | None:
    """The happening that most claims of an event are of, and how many; None for an event about how things stand."""
    known = (truth.claims[claim] for claim in event.claims if claim in truth.claims)
    counts = Counter(behind.happening for behind in known if behind.sort != "state")
    return min(counts.items(), key=lambda one: (-one[1], one[0])) if counts else None


def _origin_rows(truth: Truth, matched: Mapping[str, Event]) -> list[Row]:
    """Over the events that are matched, and how many happenings have one."""
    scored = {id: one for id, one in truth.happenings.items() if one.origins is not None}
    pairs = [(scored[id], event) for id, event in matched.items() if id in scored]
    held = sum(_holds(one, event) for one, event in pairs)
    narrow = sum(event.origins.high - event.origins.low <= 1 for _, event in pairs)
    right = sum(event.origins.low == event.origins.high == one.origins for one, event in pairs)
    exact = {"articles": _counted(scored, _documents, 0), "outlets": _counted(scored, _outlets, 0)}
    near = {"articles": _counted(scored, _documents, 1), "outlets": _counted(scored, _outlets, 1)}
    return [
        Row("events: happenings with an event of their own", _share(len(pairs), len(scored)), len(scored), {}),
        Row("origins: range holds the true number", _share(held, len(pairs)), len(pairs), near),
        Row("origins: one number, the true one", _share(right, len(pairs)), len(pairs), exact),
        Row("origins: width at most 1", _share(narrow, len(pairs)), len(pairs), {}),
    ]


def _holds(one: Published, event: Event) -> bool:
    return one.origins is not None and event.origins.low <= one.origins <= event.origins.high


def _documents(one: Published) -> int:
    return one.documents


def _outlets(one: Published) -> int:
    return one.outlets


def _counted(scored: Mapping[str, Published], count: Callable[[Published], int], width: int) -> float:
    """How often the range that ends in the count and is so wide holds the true number."""
    right = sum(count(one) - width <= (one.origins or 0) <= count(one) for one in scored.values())
    return _share(right, len(scored))


def _circle_rows(truth: Truth, events: Sequence[Event]) -> list[Row]:
    circles = {id for id, one in truth.happenings.items() if one.circular}
    found, alarms, without = set(), 0, 0
    for event in events:
        main = main_happening(truth, event)
        if main and main[0] in circles:
            found |= {main[0]} if event.origins.circular else set()
        elif main:
            without += 1
            alarms += bool(event.origins.circular)
    return [
        Row("circles: found", _share(len(found), len(circles)), len(circles), {}),
        Row("circles: false", alarms / without if without else 0.0, without, {}),
    ]


def conflicts(truth: Truth, events: Iterable[Event]) -> Score:
    """Over happenings and what their tellers contradict each other in."""
    true = {(id, over) for id, one in truth.happenings.items() for over in one.conflicts}
    found: set[tuple[str, Over]] = set()
    for event in events:
        if main := main_happening(truth, event):
            found |= {(main[0], conflict.over) for conflict in event.conflicts}
    return Score(_share(len(true & found), len(found)), _share(len(true & found), len(true)), len(true))


def outcome_row(truth: Truth, outcomes: Iterable[Outcome]) -> Row:
    """Over claims that hold something out: whether what is said to have become of it is so."""
    found = {claim: outcome.status for outcome in outcomes for claim in outcome.claims}
    right = sum(found.get(claim) == status for claim, status in truth.statuses.items())
    usual = Counter(truth.statuses.values()).most_common(1)
    share = usual[0][1] / len(truth.statuses) if usual else 1.0
    return Row("outcomes: right", _share(right, len(truth.statuses)), len(truth.statuses), {"the commonest": share})


def shared(truth: Truth, copies: Iterable[Copy]) -> Score:
    """Over pairs of documents that share text; one that tells what it credits another with is no false find."""
    true: dict[frozenset[str], float] = defaultdict(float)
    for one in truth.copies:
        true[frozenset(one.documents)] += one.containment
    wanted = {pair for pair, containment in true.items() if containment >= _COPIED}
    found = {frozenset(one.documents) for one in copies}
    from_one: dict[str, set[int]] = defaultdict(set)
    for number, documents in enumerate(truth.credited):
        for document in documents:
            from_one[document].add(number)
    fair = {pair for pair in found if pair in true or set.intersection(*(from_one[one] for one in pair))}
    return Score(_share(len(fair), len(found)), _share(len(found & wanted), len(wanted)), len(wanted))
