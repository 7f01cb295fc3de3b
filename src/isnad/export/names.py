"""What participants, voices and places are called in the language of the interface."""

from functools import cache

from isnad.export.labels import Labels
from isnad.model import Actor, Document, Participant, PlaceReference, Reading, Source


def participant(one: Participant, document: Document, labels: Labels) -> str:
    """In English the canonical name; in Arabic the actor's Arabic name, else the words as published."""
    if labels.lang == "en" or not one.span.of(document.text):
        return one.name
    return (one.actor and arabic_names().get(one.actor)) or _words(one.span.of(document.text))


def voice(source: Source, reading: Reading, labels: Labels) -> str:
    """The name of a voice; of one that the text does not name, the words for it; empty where they are not shown."""
    mentions = [_words(span.of(reading.document.text)) for span in source.mentions]
    longest = max(mentions, key=len, default="")
    if labels.lang == "en":
        return source.name or longest
    return (source.actor and arabic_names().get(source.actor)) or longest or source.name or ""


def side(source: Source, labels: Labels) -> str | None:
    """The body or country that a voice belongs to."""
    if source.affiliation is None or labels.lang == "en":
        return source.affiliation
    return arabic_names().get(source.affiliation, source.affiliation)


def place(one: PlaceReference, document: Document, labels: Labels) -> str:
    """In English the gazetteer's name, after it the words where they say more; in Arabic the words as published."""
    words = _words(one.span.of(document.text))
    if labels.lang == "ar":
        return words if not one.relation or one.relation in words else f"{one.relation} {words}"
    return f"{one.name} ({_words(one.relation)})" if one.relation else one.name


def actor(name: str, labels: Labels) -> str:
    """The name of whoever has this id or this name in the knowledge base; any other stands for itself."""
    return (arabic_names() if labels.lang == "ar" else english_names()).get(name, name)


@cache
def english_names() -> dict[str, str]:
    """The English name under the id of every actor of the knowledge base."""
    return {actor.id: actor.name for actor in _known()}


@cache
def arabic_names() -> dict[str, str]:
    """The Arabic name under the id and under the English name of every actor of the knowledge base."""
    return {key: actor.names[0] for actor in _known() if actor.names for key in (actor.name, actor.id)}


@cache
def people() -> frozenset[str]:
    """The ids of all persons of the knowledge base."""
    return frozenset(actor.id for actor in _known() if actor.kind == "person")


@cache
def _known() -> tuple[Actor, ...]:
    from isnad.knowledge.actors import known_actors  # a second of loading that English output does without

    return tuple(known_actors().by_id.values())


def _words(text: str) -> str:
    return " ".join(text.split())
