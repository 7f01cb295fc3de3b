"""Readings for other eyes: of an unnamed voice, its kind and its side alone."""

import re
from collections.abc import Iterable
from dataclasses import replace

from isnad.export.voices import as_printed
from isnad.model import Claim, Participant, Reading, Source, Span

BLOCK = "\u2588"
"""Stands for each letter that is blacked out, so that all offsets stay true."""


def redacted(read: Reading) -> Reading:
    """The reading with unnamed voices' words blacked out, in the text and in whatever was taken from it.

    Unnamed is also whom the reader took for a person though the words hold no name (`as_printed`). Blacked out are the
    mentions, the reason given for the silence, and every other place where the same words stand. Left of the voice are
    its id inside the document, its kind and its affiliation.
    """
    reading = as_printed(read)
    unnamed = [source for source in reading.sources if source.kind == "anonymous"]
    if not unnamed:
        return reading
    text = reading.document.text
    pattern = pattern_of(secrets(reading))
    hidden = {span for source in unnamed for span in source.mentions}
    hidden |= {Span(*found.span()) for found in pattern.finditer(text)}
    title = reading.document.title
    document = replace(
        reading.document,
        text=blacked_out(text, hidden),
        title=pattern.sub(lambda found: BLOCK * len(found[0]), title) if title else title,
    )
    return replace(
        reading,
        document=document,
        sources=tuple(_source(source, hidden) for source in reading.sources),
        claims=tuple(_claim(claim, hidden) for claim in reading.claims),
        turned_away=tuple(replace(draft, detail="") for draft in reading.turned_away),
    )


def secrets(reading: Reading) -> set[str]:
    """The words that describe unnamed voices, and those that say why they are not named."""
    unnamed = [source for source in as_printed(reading).sources if source.kind == "anonymous"]
    words = {span.of(reading.document.text) for source in unnamed for span in source.mentions}
    return (words | {source.reason for source in unnamed if source.reason}) - {""}


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the words where they stand as words, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in longest_first) or "(?!)")


def blacked_out(text: str, spans: Iterable[Span]) -> str:
    """The text with a block for every code point of the spans but line ends."""
    letters = list(text)
    for span in spans:
        for place in range(span.start, min(span.end, len(letters))):
            letters[place] = letters[place] if letters[place] == "\n" else BLOCK
    return "".join(letters)


def _source(source: Source, hidden: set[Span]) -> Source:
    if source.kind == "anonymous":
        return Source(source.id, source.kind, (), affiliation=source.affiliation)
    inside = [_within(span, hidden) for span in source.mentions]
    if not any(inside):
        return source
    known = source.actor is not None and not all(inside)
    return replace(source, name=source.name if known else None, actor=source.actor if known else None)


def _claim(claim: Claim, hidden: set[Span]) -> Claim:
    return replace(
        claim,
        actors=tuple(_participant(one, hidden) for one in claim.actors),
        targets=tuple(_participant(one, hidden) for one in claim.targets),
        place=None if claim.place and _within(claim.place.span, hidden) else claim.place,
    )


def _participant(one: Participant, hidden: set[Span]) -> Participant:
    return Participant(one.span, BLOCK * 3) if _within(one.span, hidden) else one


def _within(span: Span, hidden: set[Span]) -> bool:
    return any(span.overlaps(other) for other in hidden)
