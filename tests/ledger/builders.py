"""Readings for the tests: of short texts, and any."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from isnad.model import (
    COUNTS,
    Claim,
    Document,
    Note,
    Participant,
    PlaceReference,
    Provenance,
    Reading,
    Source,
    Span,
    TimeReference,
    TurnedAway,
)
from isnad.model.ids import claim_id

READER = Provenance("rules", "1", "k1")


def span(text: str, words: str) -> Span:
    """Where the words first stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def claim(document: Document, trigger: str, type: str = "ASSAULT", **said: Any) -> Claim:
    """A claim on the line of the trigger; participants and place as (words, name, id or point)."""
    at = span(document.text, trigger)
    start = document.text.rfind("\n", 0, at.start) + 1
    end = document.text.find("\n", at.end)
    sentence = Span(start, end if end >= 0 else len(document.text))
    for role in ("actors", "targets"):
        said[role] = tuple(Participant(span(document.text, words), *rest) for words, *rest in said.get(role, ()))
    if "place" in said:
        words, *rest = said["place"]
        said["place"] = PlaceReference(span(document.text, words), *rest)
    return Claim(claim_id(document, trigger=at, type=type), at, type, sentence, **said)


def reading(id: str, text: str, *triggers: str, provenance: Provenance = READER, **said: Any) -> Reading:
    """A reading with a claim for each trigger."""
    made = Document(id, text, **({"published": date(2024, 3, 5), "outlet": "الشاهد"} | said))
    return Reading(made, provenance, claims=tuple(claim(made, trigger) for trigger in triggers))


words = st.text(st.characters(codec="utf-8"), max_size=8)
maybe = st.none() | words
spans = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
days = st.dates()
degrees = st.floats(-90, 90) | st.integers(-90, 90)
participants = st.lists(st.builds(Participant, spans, words, maybe), max_size=2).map(tuple)
claims = st.builds(
    Claim,
    words,
    spans,
    st.sampled_from(["ASSAULT", "CONSULT"]),
    spans,
    participants,
    participants,
    st.lists(st.sampled_from(["s1", "s2"]), max_size=3).map(tuple),
    st.sampled_from(["direct", "indirect", "none"]),
    st.sampled_from(["+", "-"]),
    st.sampled_from(["actual", "planned", "predicted", "possible", "wanted"]),
    maybe,
    st.none() | st.builds(TimeReference, spans, st.none() | days, st.none() | days, words, maybe),
    st.none()
    | st.builds(
        PlaceReference,
        spans,
        words,
        st.none() | degrees,
        st.none() | degrees,
        maybe,
        st.none() | degrees,
        maybe,
        st.none() | st.integers(0, 2**40),
    ),
    st.dictionaries(st.sampled_from(COUNTS), st.tuples(st.integers(0, 9999), st.integers(0, 9999)), max_size=2),
    st.floats(0, 1),
)
sources = st.builds(
    Source,
    st.sampled_from(["s1", "s2"]),
    st.sampled_from(["person", "organization", "media", "document", "anonymous", "unknown"]),
    st.lists(spans, max_size=2).map(tuple),
    maybe,
    maybe,
    st.sampled_from(["one", "many"]),
    maybe,
    maybe,
)
documents = st.builds(
    Document,
    st.sampled_from(["a", "b", "c"]),
    words,
    st.none() | days,
    maybe,
    maybe,
    st.none() | st.sampled_from(["https://example.org/1", "https://example.org/2/", "https://example.org", ""]),
)
readings = st.builds(
    Reading,
    documents,
    st.builds(Provenance, st.just("rules"), st.sampled_from(["1", "2"]), st.just("k")),
    st.lists(sources, max_size=2).map(tuple),
    st.lists(claims, max_size=2).map(tuple),
    st.lists(st.builds(TurnedAway, words, spans, words, words), max_size=1).map(tuple),
    st.lists(st.builds(Note, words, words), max_size=1).map(tuple),
)
