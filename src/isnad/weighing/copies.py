"""Which documents share a text, and who had it from whom as far as time or a credit says it.

Two steps. Documents that share a key of ``keys(sketch)`` are candidates; ``compare`` then looks at the trigrams
themselves: a sentence stands in another document if two fifths of its trigrams do, and a document is a copy if three
tenths of its text do (light rewrites of one Arabic wire story keep 0.38 of their trigrams). A statement that two
documents print, or a line that an outlet prints under everything, is less than that: see ``_is_enough``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from isnad.model import Document, Span
from isnad.model.weighed import Copy, CopyKind
from isnad.weighing.descent import descent
from isnad.weighing.sketch import Sentence, Sketch, keys, sketch

CROWD = 30
"""A key that more documents of one outlet have stands for a line that it prints under everything: see ``meetings``."""
_STANDS = 0.4
_PART = 0.3
_WHOLE = 0.7
_FEWEST = 12
_FEWEST_ALONE = 15
_AGREES = 0.6
_FRESH = 3
_LASTING = 7


def find(documents: Iterable[Document]) -> list[Copy]:
    """All copies among the documents, by the ids of the documents; in whatever order they come."""
    sketches = {one.document: one for one in map(sketch, documents)}
    held = {id_: keys(one) for id_, one in sketches.items()}
    outlets = {id_: one.outlet for id_, one in sketches.items()}
    compared = (compare(sketches[first], sketches[second]) for first, second in sorted(meetings(held, outlets)))
    return sorted((copy for copy in compared if copy), key=lambda copy: sorted(copy.documents))


def meetings(keys: Mapping[str, Iterable[int]], outlets: Mapping[str, str | None]) -> set[tuple[str, str]]:
    """The pairs of documents, in the order of their ids, that share a key which is not crowded in the outlet of either.

    A key is crowded in an outlet of which more than ``CROWD`` documents have it. As documents are added a key may
    become crowded, and pairs that met by no other key meet no more.
    """
    having: defaultdict[int, list[str]] = defaultdict(list)
    for document, all_keys in keys.items():
        for key in all_keys:
            having[key].append(document)
    return {pair for documents in having.values() for pair in combinations(sorted(_uncrowded(documents, outlets)), 2)}


def _uncrowded(documents: list[str], outlets: Mapping[str, str | None]) -> list[str]:
    if len(documents) <= CROWD:
        return documents
    sizes = Counter(outlets[document] for document in documents)
    return [document for document in documents if sizes[outlets[document]] <= CROWD]


def compare(one: Sketch, other: Sketch) -> Copy | None:
    """The copy that two documents are of each other, whichever comes first; None where they share too little."""
    if len(one.trigrams & other.trigrams) < _FEWEST or one.document == other.document:
        return None
    short, long = sorted((one, other), key=lambda each: (len(each.trigrams), each.document))
    standing = [sentence for sentence in short.sentences if _stands(sentence, long)]
    size = sum(len(sentence.trigrams) for sentence in short.sentences)
    containment = sum(len(sentence.trigrams) for sentence in standing) / size
    if containment < _PART or (containment < _WHOLE and not _is_enough(standing, one, other)):
        return None
    return _copy(one, other, round(containment, 3))


def _copy(one: Sketch, other: Sketch, containment: float) -> Copy:
    told = descent(one, other)
    first, second = sorted((one, other), key=lambda each: (each.document != told.source, each.document))
    kind: CopyKind = "wire" if told.agency else "copy" if containment >= _WHOLE else "partial"
    return Copy(
        documents=(first.document, second.document),
        kind=kind,
        containment=containment,
        reason=told.reason,
        ordered=told.source is not None,
        wire=told.wire,
        sentences=tuple(_agreeing(first, second)),
    )


def _agreeing(first: Sketch, second: Sketch) -> Iterator[tuple[Span, Span]]:
    """For each sentence of the first the one of the second that has most of it, where one has enough."""
    common = first.trigrams & second.trigrams
    others = [(other, shared) for other in second.sentences if (shared := common.intersection(other.trigrams))]
    for sentence in first.sentences:
        if mine := common.intersection(sentence.trigrams):
            other, shared = max(others, key=lambda each: len(mine & each[1]))
            if len(mine & shared) >= _STANDS * min(len(sentence.trigrams), len(other.trigrams)):
                yield sentence.span, other.span


def _stands(sentence: Sentence, other: Sketch) -> bool:
    return len(other.trigrams.intersection(sentence.trigrams)) >= _STANDS * len(sentence.trigrams)


def _is_enough(standing: list[Sentence], one: Sketch, other: Sketch) -> bool:
    """Whether part of a text is more than what news on one matter has in common without copying.

    One sentence that agrees half may be no more than offices and titles, and an outlet has one in many texts of its
    own; what agencies say of a war in the last line they say for months, and reports of the exchange are all alike.
    """
    same_outlet = one.outlet is not None and one.outlet == other.outlet
    apart = abs((one.published - other.published).days) if one.published and other.published else 0
    if len(standing) > 1:
        return same_outlet or apart <= _LASTING
    shared = len(one.trigrams.intersection(other.trigrams, standing[0].trigrams))
    return not same_outlet and apart <= _FRESH and shared >= max(_FEWEST_ALONE, _AGREES * len(standing[0].trigrams))
