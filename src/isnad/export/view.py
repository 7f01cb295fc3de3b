"""Claims in words: what a table's row and a page's card both say, in one language."""

from dataclasses import dataclass
from datetime import date

from isnad.export import names
from isnad.export.labels import Labels, palette
from isnad.model import COUNTS, Claim, Reading, Source
from isnad.ontology import load_ontology


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One link of a chain. ``kind`` is the source's, or `outlet` for the outlet's own voice.

    ``name`` is empty where the voice's words are blacked out; ``about`` says its kind and its side.
    """

    kind: str
    name: str
    kind_label: str
    about: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as it is shown; ``chain`` begins with the outlet. Strings that do not apply are None."""

    number: int
    claim: Claim
    type: str
    mode: str | None
    hue: int
    symmetric: bool
    trigger: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    when: str | None
    where: str | None
    counts: tuple[str, ...]
    stance: str
    plain: bool
    quote: str
    chain: tuple[VoiceView, ...]
    evidence: str
    day: date | None

    @property
    def voice(self) -> VoiceView:
        """The innermost link: whoever the claim comes from."""
        return self.chain[-1]


def claim_views(reading: Reading, labels: Labels) -> list[ClaimView]:
    """The views of a reading's claims, numbered from 1."""
    return [claim_view(reading, claim, labels, number=number) for number, claim in enumerate(reading.claims, 1)]


def claim_view(reading: Reading, claim: Claim, labels: Labels, *, number: int = 1) -> ClaimView:
    """The view of one claim of the reading."""
    document, types = reading.document, load_ontology().types
    kind = types.get(claim.type)
    return ClaimView(
        number=number,
        claim=claim,
        type=labels.type(claim.type),
        mode=labels.mode(claim),
        hue=palette()[claim.type].hue if claim.type in palette() else 0,
        symmetric=kind.symmetric if kind else False,
        trigger=" ".join(claim.trigger.of(document.text).split()),
        actors=tuple(names.participant(one, document, labels) for one in claim.actors),
        targets=tuple(names.participant(one, document, labels) for one in claim.targets),
        when=when(reading, claim, labels),
        where=names.place(claim.place, document, labels) if claim.place else None,
        counts=tuple(count(claim, name, labels) for name in COUNTS if name in claim.counts),
        stance=labels.stance(claim),
        plain=claim.polarity == "+" and claim.modality == "actual",
        quote=labels(claim.quote, section="quote"),
        chain=chain(reading, claim, labels),
        evidence=" ".join(claim.sentence.of(document.text).split()),
        day=(claim.time and claim.time.first) or document.published,
    )


def chain(reading: Reading, claim: Claim, labels: Labels) -> tuple[VoiceView, ...]:
    """The outlet and the voices that it tells the claim on, outermost first."""
    known = {source.id: source for source in reading.sources}
    voices = (voice_view(known[id], reading, labels) for id in claim.chain if id in known)
    return (outlet_view(reading, labels, own=not claim.chain), *voices)


def outlet_view(reading: Reading, labels: Labels, *, own: bool) -> VoiceView:
    """The outlet as the outermost link; ``own``: it says the claim itself."""
    kind = labels("outlet", section="kind")
    return VoiceView("outlet", reading.document.outlet or labels("unsaid-outlet"), kind, kind if own else "")


def voice_view(source: Source, reading: Reading, labels: Labels) -> VoiceView:
    """A voice of the reading; its side is left out where that is its name."""
    name, kind = names.voice(source, reading, labels), labels(source.kind, section="kind")
    side = names.side(source, labels)
    about = labels("list", section="mark").join([kind, side] if side and side != name else [kind])
    return VoiceView(source.kind, name, kind, about)


def when(reading: Reading, claim: Claim, labels: Labels) -> str | None:
    """The days of the claim, or the words where they could not be resolved."""
    time = claim.time
    if time is None:
        return None
    if time.first and time.last:
        return labels.days(time.first, time.last)
    return f"{time.span.of(reading.document.text)} ({labels('unresolved')})"


def count(claim: Claim, name: str, labels: Labels) -> str:
    """A count in words, `3 dead`."""
    low, high = next(pair for key, pair in claim.counts.items() if key == name)
    return labels(name, section="count", n=low if low == high else f"{low}–{high}")
