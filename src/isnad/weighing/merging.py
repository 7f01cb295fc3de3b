"""Starts of chains that are one origin, each merge with its reason.

No merge ever brings a named voice and an unnamed one together, whoever asks for it. Unnamed voices of two documents are
one origin only where the text itself is one: in one outlet on one day, in copies, through one agency.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from isnad.model import Copy, Reason
from isnad.weighing.accounts import Told
from isnad.weighing.relays import Apart
from isnad.weighing.starts import Field, Key, Start
from isnad.weighing.voices import same_voice, same_words

_NEAR = 3
"""Days within which an agency's report is still the same report."""
_SAME_TEXT, _WORDS = 0.9, 5


@dataclass(frozen=True, slots=True)
class Through:
    """The outlet that tells, and the media that it has it from."""

    outlet: str
    via: frozenset[str]


class Classes:
    """Which starts are one origin. Joins that would unite what is kept apart are refused."""

    def __init__(self, found: Field, *, apart: Apart) -> None:
        """Every start by itself."""
        self._found, self._apart = found, apart
        self._members: dict[Key, list[Key]] = {key: [key] for key in found.starts}
        self.reasons: list[Reason] = []

    def of(self, key: Key) -> list[Key]:
        """All that are one with a start, itself included."""
        return self._members[key]

    def join(self, a: Key, b: Key, reason: Reason) -> bool:
        """Make two one; False where they must stay two."""
        some, others = self._members[a], self._members[b]
        if some is others:
            return True
        if self._protected(some, others) or any(self._apart(one, other) for one in some for other in others):
            return False
        joined = some + others
        for key in joined:
            self._members[key] = joined
        self.reasons.append(reason)
        return True

    def _protected(self, some: Sequence[Key], others: Sequence[Key]) -> bool:
        starts = [self._found.starts[key] for key in (*some, *others)]
        return len({start.unnamed for start in starts if start.naming is not None}) > 1


def merge(found: Field, classes: Classes, copies: Sequence[Copy]) -> dict[Key, Reason]:
    """Join what is one origin. The result are named voices of whom nothing says which of several they are."""
    ordered = sorted(found.starts.values(), key=lambda one: (one.published, one.key))
    named = [one for one in ordered if one.naming and not one.naming.unnamed]
    unnamed = [one for one in ordered if one.unnamed]
    _merge_unnamed(unnamed, classes, {frozenset(copy.documents) for copy in copies}, found)
    return _merge_named(named, classes)


def _merge_unnamed(starts: Sequence[Start], classes: Classes, copied: set[frozenset[str]], found: Field) -> None:
    through = [_through(start, found) for start in starts] if len(starts) > 1 else []
    for (a, some), (b, others) in combinations(zip(starts, through, strict=False), 2):
        assert a.naming is not None and b.naming is not None
        code = _one_text(a, b, copied) or ("same-wire" if _one_report(a, b, some, others) else None)
        if code and same_words(a.naming, b.naming):
            classes.join(a.key, b.key, Reason(code, tuple(sorted({a.naming.shown, b.naming.shown}))))


def _one_text(a: Start, b: Start, copied: set[frozenset[str]]) -> str | None:
    assert a.naming is not None and b.naming is not None
    one, other = a.tellings[0].account, b.tellings[0].account
    if one.document == other.document:
        return "same-descriptor"
    if one.outlet and one.outlet == other.outlet and one.published and one.published == other.published:
        return "same-descriptor" if a.naming.words == b.naming.words else None
    return "copied-text" if frozenset((one.document, other.document)) in copied else None


def _one_report(a: Start, b: Start, some: Through, others: Through) -> bool:
    """Whether both are cited through one agency or paper, or one through the other's outlet, which had told by then."""
    if abs(a.published - b.published) > _NEAR:
        return False
    if some.via & others.via:
        return True
    return (some.outlet in others.via and a.published <= b.published) or (
        others.outlet in some.via and b.published <= a.published
    )


def _through(start: Start, found: Field) -> Through:
    via = frozenset(medium for telling in start.tellings for medium in telling.via)
    return Through(found.media.outlet(start.tellings[0].account.outlet), via)


def _merge_named(starts: Sequence[Start], classes: Classes) -> dict[Key, Reason]:
    alike: dict[int | str, Start] = {}
    for start in starts:
        assert start.naming is not None
        label = start.medium or id(start.naming)
        if label in alike and not (start.naming.nothing and not start.medium):
            classes.join(alike[label].key, start.key, Reason("same-voice", (start.naming.shown,)))
        alike.setdefault(label, start)
    short: dict[Key, list[tuple[Key, Reason]]] = {}
    for a, b in combinations(alike.values(), 2):
        assert a.naming is not None and b.naming is not None
        shown = tuple(sorted((a.naming.shown, b.naming.shown)))
        if same := same_voice(a.naming, b.naming):
            if same.short is None:
                classes.join(a.key, b.key, Reason(same.code, shown))
            else:
                brief, full = (a, b) if same.short is a.naming else (b, a)
                short.setdefault(brief.key, []).append((full.key, Reason(same.code, shown)))
        elif _same_statement(a, b):
            classes.join(a.key, b.key, Reason("same-statement", shown))
    return _settle(short, classes)


def _settle(short: Mapping[Key, Sequence[tuple[Key, Reason]]], classes: Classes) -> dict[Key, Reason]:
    """Join short names to the only one that they can mean; those that can mean several stay doubtful."""
    doubtful: dict[Key, Reason] = {}
    settled = [(key, fulls) for key, fulls in short.items() if len({id(classes.of(full)) for full, _ in fulls}) == 1]
    for key, fulls in short.items():
        if all(key != other for other, _ in settled):
            doubtful[key] = Reason("maybe-same-name", tuple(sorted({word for _, one in fulls for word in one.values})))
    for key, fulls in settled:
        classes.join(key, *fulls[0])
    return doubtful


def _same_statement(a: Start, b: Start) -> bool:
    """Whether a statement that is nobody's by its words is, word for word, the one that another document ascribes."""
    assert a.naming is not None and b.naming is not None
    bare = a.naming.nothing or b.naming.nothing or "document" in (a.naming.kind, b.naming.kind)
    return bare and any(_same_text(one.told, other.told) for one in a.tellings for other in b.tellings)


def _same_text(a: Told, b: Told) -> bool:
    if min(len(a.words), len(b.words)) < _WORDS:
        return False
    return len(a.words.keys() & b.words.keys()) >= _SAME_TEXT * len(a.words.keys() | b.words.keys())
