"""Articles: what one outlet prints of a day put together, and the reading that a perfect reader makes of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from isnad.evaluate.simulator.nouns import Spot, Voice
from isnad.evaluate.simulator.pieces import Draft, Parties, Piece
from isnad.evaluate.simulator.stories import Item
from isnad.evaluate.simulator.witnesses import calendar
from isnad.model import Claim, Document, Participant, PlaceReference, Provenance, Reading, Source, Span, TimeReference
from isnad.model.ids import claim_id

PROVENANCE = Provenance("simulator", "1", "none")


@dataclass(slots=True)
class Article:
    """A reading with what lies behind each of its claims, in the same order, and the items it was made of."""

    reading: Reading
    drafts: list[Draft]
    items: Sequence[Item]
    sentences: int


@dataclass(slots=True)
class _Page:
    """A text that grows, with the claims and voices found so far."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    drafts: list[tuple[int, int, Draft]] = field(default_factory=list)
    voices: dict[tuple[str, str], tuple[Voice, list[Span]]] = field(default_factory=dict)

    def add(self, piece: Piece, after: str) -> None:
        """Take in a sentence; ``after`` is what parts it from the next."""
        at, end = self.length, self.length + len(piece.text)
        self.drafts.extend((at, end, draft) for draft in piece.drafts)
        for start, stop, voice in piece.voices:
            self.voices.setdefault((voice.key, voice.kind), (voice, []))[1].append(Span(at + start, at + stop))
        for draft in piece.drafts:
            for voice in draft.chain:
                self.voices.setdefault((voice.key, voice.kind), (voice, []))
        self.parts += (piece.text, after)
        self.length = end + len(after)


def article(items: Sequence[Item], background: Iterable[Piece], *, id: str) -> Article:
    """The article of one outlet's items of one day: the first gives the title."""
    page = _Page()
    head = items[0]
    if head.title:
        page.add(head.title, "\n")
    for item in items:
        for piece in item.body:
            page.add(piece, " " if piece is not item.body[-1] else "\n")
    for piece in background:
        page.add(piece, "\n")
    text = "".join(page.parts).rstrip("\n")
    title = head.title.text if head.title else None
    document = Document(id, text, calendar(head.day), head.outlet.name, title, f"https://example.org/{id}")
    drafts = sorted(page.drafts, key=_place)
    sources, ids = _sources(page, text)
    claims = tuple(_claim(document, at, end, draft, ids) for at, end, draft in drafts)
    reading = Reading(document, PROVENANCE, sources, claims)
    return Article(reading, [draft for _, _, draft in drafts], items, len(page.parts) // 2)


def _place(one: tuple[int, int, Draft]) -> int:
    return one[0] + one[2].trigger[0]


def _sources(page: _Page, text: str) -> tuple[tuple[Source, ...], dict[tuple[str, str], str]]:
    made, ids = [], {}
    for number, (key, (voice, spans)) in enumerate(page.voices.items(), 1):
        ids[key] = f"s{number}"
        made.append(_source(ids[key], voice, sorted(spans), text))
    return tuple(made), ids


def _source(id: str, voice: Voice, spans: list[Span], text: str) -> Source:
    longest = max((span.of(text) for span in spans), key=len, default=voice.forms[0])
    name = voice.name or (longest if voice.kind in ("person", "media") else None)
    body = voice.body if voice.kind == "person" and voice.body and voice.body.ar in longest else None
    return Source(
        id,
        voice.kind,
        tuple(spans),
        name,
        body.name if body else None,
        "many" if voice.many else "one",
        voice.actor,
        voice.reason if voice.reason and any(voice.reason in span.of(text) for span in spans) else None,
    )


def _claim(document: Document, at: int, end: int, draft: Draft, ids: dict[tuple[str, str], str]) -> Claim:
    trigger = Span(at + draft.trigger[0], at + draft.trigger[1])
    text, time, place = document.text, draft.time, draft.place
    return Claim(
        claim_id(document, trigger=trigger, type=draft.type),
        trigger,
        draft.type,
        Span(at, end),
        _participants(draft.actors, at, text) if draft.actors else (),
        _participants(draft.targets, at, text) if draft.targets else (),
        tuple([ids[voice.key, voice.kind] for voice in draft.chain]),
        draft.quote,
        draft.polarity,
        draft.modality,
        None,
        TimeReference(Span(at + time[0], at + time[1]), time[2], time[3], "day" if time[2] == time[3] else "week")
        if time
        else None,
        _place_reference(place, at) if place else None,
        draft.counts or {},
    )


def _participants(parties: Parties, at: int, text: str) -> tuple[Participant, ...]:
    made = []
    for start, end, body in parties:
        words = text[at + start : at + end]
        made.append(Participant(Span(at + start, at + end), body.name if body else words, body.actor if body else None))
    return tuple(made)


def _place_reference(place: tuple[int, int, Spot], at: int) -> PlaceReference:
    start, end, spot = place
    return PlaceReference(
        Span(at + start, at + end), spot.name, spot.lat, spot.lon, None, spot.radius, spot.country, spot.geonames
    )
