"""Sentences of the press as somebody's word: those that put claims forward, and those that cite a voice on a matter."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from isnad.export.voices import as_printed
from isnad.languages.ar.content_words import content_words
from isnad.languages.ar.denials import denies
from isnad.ledger import Hit, Query
from isnad.model import Claim, Participant, Reading, Source, Span
from isnad.text.normal import normalise
from isnad.text.sentences import sentences

_RARE = 1.0
_TELLING = 0.2
"""A stem in fewer of the words for somebody is no part of the name."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of one document on somebody's word.

    ``voices`` are ids of sources: the chain of its claims from the outlet inwards; where none has one, those that it
    cites (``cited``), whoever may speak; empty where the outlet says it itself. ``claims`` are those asked for.
    """

    reading: Reading
    sentence: Span
    voices: tuple[str, ...]
    claims: tuple[Claim, ...] = ()
    denies: bool = False
    cited: bool = False

    @property
    def text(self) -> str:
        """The sentence on one line."""
        return " ".join(self.sentence.of(self.reading.document.text).split())

    @property
    def published(self) -> date | None:
        """The day on which it was told."""
        return self.reading.document.published

    @property
    def sources(self) -> tuple[Source, ...]:
        """The voices, as the document names them."""
        known = {source.id: source for source in self.reading.sources}
        return tuple(known[id] for id in self.voices if id in known)


def statements(hits: Iterable[Hit], *, matter: frozenset[str], beside: Iterable[Reading] = ()) -> list[Statement]:
    """The sentences of the claims that were found, and what else those documents cite voices with on the matter.

    ``beside`` are documents without such a claim that are on the matter by their title. In the order of days,
    documents and the text.
    """
    readings: dict[str, Reading] = {one.document.id: one for one in beside}
    found: dict[str, list[Claim]] = {}
    for hit in hits:
        readings[hit.document.id] = hit.reading
        found.setdefault(hit.document.id, []).append(hit.claim)
    made = [one for id, reading in readings.items() for one in _of_document(reading, found.get(id, []), matter)]
    return sorted(made, key=lambda one: (one.published or date.max, one.reading.document.id, one.sentence))


def matter_of(hits: Sequence[Hit], query: Query) -> frozenset[str]:
    """The stems by which documents speak of what was asked for by name or word; none where a kind of claim was."""
    if any((query.type, query.mode, query.place, query.near, query.source_kind, query.modality, query.polarity)):
        return frozenset()
    named = _names(hits) if query.actor else Counter[str]()
    return frozenset((*stems(query.text or ""), *named))


def words_for(hits: Sequence[Hit], matter: frozenset[str]) -> str:
    """The shortest words by which the claims that were found name who is of the matter; empty where none do."""
    told = {one.span.of(hit.document.text) for hit in hits for one in _parties(hit.claim)}
    named = [words for words in told if not matter.isdisjoint(stems(words))]
    return min(named, key=lambda words: (len(words), words), default="")


def is_on(reading: Reading, matter: frozenset[str]) -> bool:
    """Whether the title speaks of it."""
    title = reading.document.title or reading.document.text.partition("\n")[0]
    return not matter.isdisjoint(stems(title))


def stems(text: str) -> Mapping[str, float]:
    """The stems of words that are not common everywhere, with their rarity."""
    return {stem: rarity for stem, rarity in content_words(text).items() if rarity >= _RARE}


def _of_document(read: Reading, claims: Sequence[Claim], matter: frozenset[str]) -> Iterator[Statement]:
    reading, about = as_printed(read), is_on(read, matter)
    text = reading.document.text
    for sentence in _sentences(text):
        inside = [claim for claim in claims if sentence.start <= claim.trigger.start < sentence.end]
        beside = [claim for claim in reading.claims if sentence.start <= claim.trigger.start < sentence.end]
        cited = _cited(reading, sentence)
        words = sentence.of(text)
        if inside or (cited and matter and (about or not matter.isdisjoint(stems(words)))):
            chain = _chain(inside) or _chain(beside)
            voices = chain or cited
            yield Statement(reading, sentence, voices, tuple(inside), denies(words), bool(voices) and not chain)


def _sentences(text: str) -> Iterator[Span]:
    normal = normalise(text)
    for start, end in sentences(normal.text):
        yield Span(normal.origin[start], normal.origin[end - 1] + 1)


def _chain(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The chain that most of the claims are told on."""
    chains = Counter(claim.chain for claim in claims if claim.chain)
    return min(chains, key=lambda chain: (-chains[chain], -len(chain), chain), default=())


def _cited(reading: Reading, sentence: Span) -> tuple[str, ...]:
    """The voices that the sentence has words for, in the order of the text."""
    found = [
        (span.start, source.id)
        for source in reading.sources
        for span in source.mentions
        if sentence.start <= span.start and span.end <= sentence.end
    ]
    return tuple(dict.fromkeys(id for _, id in sorted(found)))


def _names(hits: Sequence[Hit]) -> Counter[str]:
    """The stems in the words for whoever takes part in the most claims: all of them have who was asked for."""
    taking = [(one.name, one.span.of(hit.document.text)) for hit in hits for one in _parties(hit.claim)]
    counted = Counter(name for name, _ in taking)
    asked = min(counted, key=lambda name: (-counted[name], name), default="")
    told = Counter(stem for name, words in taking if name == asked for stem in stems(words))
    return Counter({stem: times for stem, times in told.items() if times >= _TELLING * counted[asked]})


def _parties(claim: Claim) -> tuple[Participant, ...]:
    return (*claim.actors, *claim.targets)
