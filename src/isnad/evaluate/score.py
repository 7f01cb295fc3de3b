"""Score claims against gold: who found which event, on whose word, with which roles, when and where.

Both sides are records in the form of `isnad.model.wire`, by document id. A row counts right, gold and system answers;
an item of one side is paired with at most one of the other, the largest overlap first.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from isnad.model import COUNTS, great_circle_km

Record = dict[str, Any]
ROWS = (
    "trigger",
    "type",
    "type+voice",
    "type+stance",
    "actors",
    "targets",
    "time",
    "place",
    "counts",
    "whole claim",
    "source mention",
    "anonymous mention",
    "source kind",
    "source coreference",
)
UNDIRECTED = frozenset(("ALIGNED", "OPPOSED", "CONSULT", "AGREE", "COOPERATE"))
NEAR_KM = 25


@dataclass(slots=True)
class Tally:
    """Right answers, gold answers and system answers of one row."""

    right: int = 0
    gold: int = 0
    system: int = 0

    def add(self, right: int, gold: int, system: int) -> None:
        """Count a part."""
        self.right += right
        self.gold += gold
        self.system += system

    @property
    def precision(self) -> float:
        """Right among the system's answers, 0 where there are none."""
        return self.right / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Right among the gold answers, 0 where there are none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Twice the right answers over all answers of both sides."""
        return 2 * self.right / (self.gold + self.system) if self.gold + self.system else 0.0


@dataclass(slots=True)
class Scores:
    """The rows, the same by type, and the claims that one side alone has, with their documents' ids.

    ``trust`` holds, for each claim of the system, how sure it was and whether type and voice are right.
    """

    rows: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    types: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    missed: list[tuple[str, Record]] = field(default_factory=list)
    spurious: list[tuple[str, Record]] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    trust: list[tuple[float, bool]] = field(default_factory=list)


def score(gold: Mapping[str, Record], system: Mapping[str, Record]) -> Scores:
    """The scores of all gold documents; one that the system does not have counts as read without an answer."""
    scores = Scores()
    for key, record in gold.items():
        if key not in system:
            scores.absent.append(key)
        _document(key, record, system.get(key, {"sources": [], "claims": []}), scores)
    return scores


@dataclass(frozen=True, slots=True)
class Trusted:
    """Claims whose confidence is from ``low`` to below ``high``: how many, their mean confidence, the share right."""

    low: float
    high: float
    claims: int
    confidence: float
    right: float


def reliability(trust: Sequence[tuple[float, bool]], *, bins: int = 10) -> list[Trusted]:
    """How far confidence can be believed: in each bin that is not empty, what was promised and what was kept."""
    found: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in trust:
        found[min(int(confidence * bins), bins - 1)].append((confidence, right))
    return [
        Trusted(place / bins, (place + 1) / bins, len(one), _mean([c for c, _ in one]), _mean([r for _, r in one]))
        for place, one in sorted(found.items())
    ]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def shared(one: Record, other: Record) -> int:
    """How many code points two spans share."""
    return int(max(0, min(one["end"], other["end"]) - max(one["start"], other["start"])))


def _whole(item: Record) -> Record:
    return item


def _any(_gold: Record, _system: Record) -> bool:
    return True


def pair(
    gold: Iterable[Record],
    system: Iterable[Record],
    *,
    span: Callable[[Record], Record] = _whole,
    same: Callable[[Record, Record], bool] = _any,
) -> list[tuple[Record, Record]]:
    """Pairs of overlapping items, each item once; the largest overlap first, then the nearest length."""
    left, right = list(gold), list(system)
    edges = sorted(
        (-shared(span(g), span(s)), abs(_length(span(g)) - _length(span(s))), i, j)
        for i, g in enumerate(left)
        for j, s in enumerate(right)
        if shared(span(g), span(s)) and same(g, s)
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = []
    for _, _, i, j in edges:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((left[i], right[j]))
    return pairs


def _length(span: Record) -> int:
    return int(span["end"] - span["start"])


def _trigger(claim: Record) -> Record:
    found: Record = claim["trigger"]
    return found


def _document(key: str, gold: Record, system: Record, scores: Scores) -> None:
    rows = scores.rows
    sizes = len(gold["claims"]), len(system["claims"])
    rows["trigger"].add(len(pair(gold["claims"], system["claims"], span=_trigger)), *sizes)
    typed = pair(gold["claims"], system["claims"], span=_trigger, same=lambda g, s: bool(g["type"] == s["type"]))
    rows["type"].add(len(typed), *sizes)
    _by_type(key, gold, system, typed, scores)
    voices = [_same_voice(_voice(gold, g), _voice(system, s)) for g, s in typed]
    told = {id(s) for (_, s), same in zip(typed, voices, strict=True) if same}
    scores.trust += [(float(claim.get("confidence", 1)), id(claim) in told) for claim in system["claims"]]
    typed = [(g, _turned(g, s)) for g, s in typed]
    stances = [g["polarity"] == s["polarity"] and g["modality"] == s["modality"] for g, s in typed]
    rows["type+voice"].add(sum(voices), *sizes)
    rows["type+stance"].add(sum(stances), *sizes)
    whole = sum(v and t and _roles_right(g, s) for v, t, (g, s) in zip(voices, stances, typed, strict=True))
    rows["whole claim"].add(whole, *sizes)
    for g, s in typed:
        _fields(g, s, rows)
    _sources(gold, system, rows)


def _by_type(key: str, gold: Record, system: Record, typed: list[tuple[Record, Record]], scores: Scores) -> None:
    hit, found = {id(g) for g, _ in typed}, {id(s) for _, s in typed}
    for claim in gold["claims"]:
        scores.types[claim["type"]].add(id(claim) in hit, 1, 0)
    for claim in system["claims"]:
        scores.types[claim["type"]].add(0, 0, 1)
    scores.missed += [(key, claim) for claim in gold["claims"] if id(claim) not in hit]
    scores.spurious += [(key, claim) for claim in system["claims"] if id(claim) not in found]


def _fields(gold: Record, system: Record, rows: dict[str, Tally]) -> None:
    for role in ("actors", "targets"):
        sides = gold[role], system.get(role, [])
        rows[role].add(len(pair(*sides)), len(sides[0]), len(sides[1]))
    for name, same in (("time", _same_time), ("place", _same_place)):
        g, s = gold.get(name), system.get(name)
        rows[name].add(bool(g and s and same(g, s)), bool(g), bool(s))
    for name in COUNTS:
        stated = name in gold
        rows["counts"].add(stated and gold[name] == system.get(name), stated, system.get(name) is not None)


def _voice(record: Record, claim: Record) -> Record | None:
    chain = claim.get("chain") or []
    return next((s for s in record["sources"] if s["id"] == chain[-1]), None) if chain else None


def _same_voice(gold: Record | None, system: Record | None) -> bool:
    if gold is None or system is None:
        return gold is system
    return any(shared(a, b) for a in gold["mentions"] for b in system["mentions"])


def _turned(gold: Record, system: Record) -> Record:
    """The system's claim with its roles exchanged where its type has no direction and gold fits better so."""
    if gold["type"] not in UNDIRECTED:
        return system
    turned = system | {"actors": system.get("targets", []), "targets": system.get("actors", [])}
    return turned if _fit(gold, turned) > _fit(gold, system) else system


def _fit(gold: Record, system: Record) -> int:
    return sum(len(pair(gold[role], system.get(role, []))) for role in ("actors", "targets"))


def _roles_right(gold: Record, system: Record) -> bool:
    """Each role that gold fills has an overlapping participant, and one that gold leaves empty is empty."""
    return all(
        any(shared(a, b) for a in gold[role] for b in system.get(role, [])) if gold[role] else not system.get(role)
        for role in ("actors", "targets")
    )


def _same_time(gold: Record, system: Record) -> bool:
    return bool(gold["first"] == system.get("first") and gold["last"] == system.get("last"))


def _same_place(gold: Record, system: Record) -> bool:
    return system.get("lat") is not None and system.get("lon") is not None and kilometres(gold, system) <= NEAR_KM


def kilometres(one: Record, other: Record) -> float:
    """The great-circle distance of two points that have ``lat`` and ``lon`` in degrees."""
    return great_circle_km(one["lat"], one["lon"], other["lat"], other["lon"])


def _sources(gold: Record, system: Record, rows: dict[str, Tally]) -> None:
    left = [mention | {"of": source} for source in gold["sources"] for mention in source["mentions"]]
    right = [mention | {"of": source} for source in system["sources"] for mention in source["mentions"]]
    mentions = pair(left, right)
    rows["source mention"].add(len(mentions), len(left), len(right))
    kinds = sum(g["of"]["kind"] == s["of"]["kind"] for g, s in mentions)
    rows["source kind"].add(kinds, len(mentions), len(mentions))
    both = sum(_anonymous(g) and _anonymous(s) for g, s in mentions)
    rows["anonymous mention"].add(both, sum(map(_anonymous, left)), sum(map(_anonymous, right)))
    ids = [(g["of"]["id"], s["of"]["id"]) for g, s in mentions]
    for place, (g, s) in enumerate(ids):
        for other_g, other_s in ids[:place]:
            rows["source coreference"].add(g == other_g and s == other_s, g == other_g, s == other_s)


def _anonymous(mention: Record) -> bool:
    return bool(mention["of"]["kind"] == "anonymous")
