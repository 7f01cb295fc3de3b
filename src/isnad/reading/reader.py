"""The reader: a document in, its voices and claims out, one stage after the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from isnad.languages.ar.cues import CUES
from isnad.languages.ar.numerals import Number
from isnad.languages.recurrent import Floats
from isnad.model import (
    COUNTS,
    Claim,
    Document,
    Modality,
    Participant,
    Reading,
    Source,
    SourceKind,
    Span,
)
from isnad.model.ids import claim_id
from isnad.ontology.ontology import load_ontology
from isnad.reading.attribution import Told, attribute
from isnad.reading.candidates import Expression
from isnad.reading.circumstances import find_circumstances
from isnad.reading.confidence import confidence
from isnad.reading.counts import add_counts
from isnad.reading.events import Trigger, find_triggers
from isnad.reading.gate import admit
from isnad.reading.layers import ACTOR_FLAGS
from isnad.reading.names import actor_in, affiliation_of, government_of, name_of
from isnad.reading.network import Network, load
from isnad.reading.notes import notes_of, readable
from isnad.reading.participants import find_participants
from isnad.reading.places import place_reference
from isnad.reading.provenance import provenance
from isnad.reading.reasons import reason_of
from isnad.reading.sight import Sight, look
from isnad.reading.spans import trimmed
from isnad.reading.stance import stances
from isnad.reading.times import time_reference
from isnad.reading.voices import Bare, Mention, Voice, gather, mention_spans, number_of
from isnad.text.tokens import Kind

BATCH = 32
_STATEMENT, _MEDIA, _RELATIVE = (CUES.index(name) for name in ("report:noun", "voice:media", "relative"))
_DEMONYM = ACTOR_FLAGS.index("demonym")
"""A statement is a mention of the body that gave it out, never a person."""


def read(documents: Iterable[Document], *, network: Network | None = None) -> Iterator[Reading]:
    """The reading of each document, in order. Any text has one; what makes it yield less is noted."""
    chosen = network or load()
    waiting = iter(documents)
    while batch := list(islice(waiting, BATCH)):
        yield from _read_batch(batch, chosen)


def _read_batch(documents: Sequence[Document], network: Network) -> Iterator[Reading]:
    notes = [notes_of(document) for document in documents]
    sights = iter(look([one for one, noted in zip(documents, notes, strict=True) if readable(noted)], network))
    for document, noted in zip(documents, notes, strict=True):
        if readable(noted):
            yield replace(decide(next(sights), network), notes=noted)
        else:
            yield Reading(document, provenance(), notes=noted)


def decide(sight: Sight, network: Network) -> Reading:
    """What the network's answers make of a page: triggers, voices, who tells them, roles, stance, circumstances."""
    states = sight.states
    triggers = find_triggers(network.triggers(states, sight.inputs.flags), sight.page.tokens.kinds)
    voices = find_voices(sight, states, network)
    sources = tuple(source_of(sight, number, voice) for number, voice in enumerate(voices, 1))
    drafts = [
        replace(
            _draft(sight, trigger, told),
            actors=_participants(sight, roles["actor"]),
            targets=_participants(sight, roles["target"]),
            polarity=polarity,
            modality=modality,
            **_circumstances(sight, trigger, add_counts(sight, trigger, roles, around), modality),
        )
        for trigger, told, roles, (polarity, modality), around in zip(
            triggers,
            attribute(sight, triggers, voices, states, network),
            find_participants(sight, triggers, states, network),
            stances(sight, triggers, states, network),
            find_circumstances(sight, triggers, states, network),
            strict=True,
        )
    ]
    admitted, turned_away = admit(drafts, document=sight.document, sources=sources, types=load_ontology().types)
    return Reading(sight.document, provenance(), sources, tuple(admitted), tuple(turned_away))


def find_voices(sight: Sight, states: Floats, network: Network) -> list[Voice]:
    """The voices that a page cites."""
    spans = mention_spans(network.sources(states), sight.inputs.sentences)
    return gather([_mention(sight, *trimmed(sight, first, last), kind) for first, last, kind in spans])


def _mention(sight: Sight, first: int, last: int, kind: SourceKind) -> Mention:
    tokens, cues = sight.page.tokens, sight.layers.cues
    if kind == "person" and cues[first, _STATEMENT]:
        kind = "organization"
    ends = [n for n in range(first + 1, last) if cues[n, _RELATIVE]]
    places = [n for n in range(first, min(ends, default=last)) if not tokens.kinds[n] & ~Kind.NUMBER]
    words = tuple(tokens.keys[n].removeprefix("ال") for n in places)
    actor = actor_in(sight, first, last) if kind not in ("anonymous", "unknown") else None
    return Mention(
        first,
        last,
        kind,
        words,
        actor.id if actor else None,
        tokens.keys[first].startswith("ال"),
        first in sight.layers.plural,
        None if actor else _bare(sight, places, kind),
        government_of(actor) if actor else None,
    )


def _bare(sight: Sight, places: Sequence[int], kind: SourceKind) -> Bare | None:
    """What the words of a mention are that name nobody."""
    cues, first = sight.layers.cues, places[0] if places else 0
    if len(places) == 1 and kind in ("organization", "media"):
        return "statement" if cues[first, _STATEMENT] else "media" if cues[first, _MEDIA] else None
    official = len(places) == 2 and kind == "person" and sight.page.tokens.keys[first].startswith("ال")
    return "official" if official and sight.layers.actors[places[1], _DEMONYM] else None


def source_of(sight: Sight, number: int, voice: Voice) -> Source:
    """The source that a voice becomes; an anonymous one keeps its words and gets no name."""
    mentions = tuple(Span(*sight.page.span(one.first, one.last)) for one in voice.mentions)
    source = Source(
        f"s{number}", voice.kind, mentions, affiliation=affiliation_of(sight, voice), number=number_of(voice)
    )
    if voice.kind in ("anonymous", "unknown"):
        return replace(source, reason=reason_of(sight, voice))
    longest = max(voice.mentions, key=lambda one: one.last - one.first)
    name, actor = name_of(sight, longest.first, longest.last)
    return replace(source, name=name, actor=actor)


def _draft(sight: Sight, trigger: Trigger, told: Told) -> Claim:
    span = Span(*sight.page.span(trigger.first, trigger.last))
    sentence = sight.inputs.sentences[int(sight.inputs.grid.sentence[trigger.first])]
    chain = tuple(f"s{voice + 1}" for voice in told.chain)
    quoted = bool(sight.layers.quotes[trigger.first])
    return Claim(
        id=claim_id(sight.document, trigger=span, type=trigger.type),
        trigger=span,
        type=trigger.type,
        sentence=Span(*sight.page.span(*sentence)),
        chain=chain,
        quote="none" if not chain else "direct" if quoted else "indirect",
        confidence=confidence(trigger.probability, told.probability),
        mode=_mode(sight, trigger),
    )


def _mode(sight: Sight, trigger: Trigger) -> str | None:
    forms = sight.layers.readings.get(trigger.first, ())
    return next((form.mode for form in forms if form.mode and form.types[0].name == trigger.type), None)


def _participants(sight: Sight, spans: Sequence[tuple[int, int]]) -> tuple[Participant, ...]:
    made = []
    for first, last in spans:
        name, actor = name_of(sight, first, last)
        made.append(Participant(Span(*sight.page.span(first, last)), name, actor))
    return tuple(made)


def _circumstances(sight: Sight, trigger: Trigger, found: dict[str, Expression], modality: Modality) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if time := found.get("time"):
        fields["time"] = time_reference(
            sight, time, ahead=modality in ("planned", "predicted", "wanted"), trigger=trigger.first
        )
    if place := found.get("place"):
        fields["place"] = place_reference(sight, place)
    numbers = {name: found[name].value for name in COUNTS if name in found}
    counts = {name: (int(one.low), int(one.high)) for name, one in numbers.items() if isinstance(one, Number)}
    return fields | {"counts": counts}
