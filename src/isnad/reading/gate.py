"""The gate: a draft becomes a claim only if it is valid in the ontology and its evidence stands in the text."""

from collections.abc import Collection, Iterable

from isnad.model import Claim, Document, Source, Span, TurnedAway

MODALITIES = {"actual", "planned", "predicted", "possible", "wanted"}


def admit(
    drafts: Iterable[Claim], *, document: Document, sources: Collection[Source], types: Collection[str]
) -> tuple[list[Claim], list[TurnedAway]]:
    """The drafts that pass, in the order of the text, and those turned away with the reason."""
    admitted: list[Claim] = []
    turned_away: list[TurnedAway] = []
    known = {source.id for source in sources}
    for draft in sorted(drafts, key=lambda d: (d.trigger, d.type)):
        problem = _problem(draft, document.text, known, types) or _doubled(draft, admitted)
        if problem:
            turned_away.append(TurnedAway(problem[0], draft.trigger, draft.type, problem[1]))
        else:
            admitted.append(draft)
    return admitted, turned_away


def _problem(draft: Claim, text: str, known: set[str], types: Collection[str]) -> tuple[str, str] | None:
    if draft.type not in types:
        return "unknown-type", draft.type
    if draft.modality not in MODALITIES or draft.polarity not in ("+", "-"):
        return "unknown-stance", f"{draft.polarity}{draft.modality}"
    for name, span in _evidence(draft):
        if not 0 <= span.start < span.end <= len(text) or not span.of(text).strip():
            return "no-evidence", name
    if not (draft.sentence.start <= draft.trigger.start and draft.trigger.end <= draft.sentence.end):
        return "trigger-outside-sentence", ""
    if missing := [source for source in draft.chain if source not in known]:
        return "unknown-source", missing[0]
    if len(set(draft.chain)) < len(draft.chain):
        return "voice-cites-itself", ""
    if any(low < 0 or high < low for low, high in draft.counts.values()):
        return "impossible-count", str(dict(draft.counts))
    return None


def _evidence(draft: Claim) -> Iterable[tuple[str, Span]]:
    yield "trigger", draft.trigger
    yield from (("actor", one.span) for one in draft.actors)
    yield from (("target", one.span) for one in draft.targets)
    if draft.time:
        yield "time", draft.time.span
    if draft.place:
        yield "place", draft.place.span


def _doubled(draft: Claim, admitted: list[Claim]) -> tuple[str, str] | None:
    """Two drafts of one type on overlapping words are one event said once."""
    for other in reversed(admitted[-3:]):
        if other.type == draft.type and other.trigger.overlaps(draft.trigger):
            return "doubled", other.id
    return None
