"""What the words of a voice say of who it is: its name, whom it speaks for, what kind of people it is one of.

An unnamed voice is protected: nothing here looks for a person behind it, and what is read out of its words is used to
keep apart and to leave uncounted, never to say who it is.
"""

from dataclasses import dataclass

from isnad.knowledge.known import Actors
from isnad.languages.ar.speakers import Speakers, Words, speakers, spoken
from isnad.model import Actor
from isnad.weighing.accounts import Voice


@dataclass(frozen=True, slots=True)
class Naming:
    """A voice, less its document.

    ``shown`` is what a reader is told. ``head`` is the first word, ``words`` are all, ``name`` those of a person's or
    body's own name, none with an article. ``bodies`` are ids of whom it speaks for, itself included where it is a body;
    ``above`` what these are part of. ``behalf`` are the words after "spokesman of", ``definite`` if the first has an
    article. ``nothing``: the words tell nobody apart.
    """

    kind: str
    shown: str
    unnamed: bool
    head: str
    name: tuple[str, ...]
    words: frozenset[str]
    actor: str | None
    side: str | None
    bodies: frozenset[str]
    above: frozenset[str]
    behalf: tuple[str, ...]
    definite: bool
    kinds: frozenset[str]
    nothing: bool


class Lore:
    """What the knowledge base says of voices; each naming is made once."""

    def __init__(self, actors: Actors) -> None:
        """Over one knowledge base."""
        self.actors = actors
        self._ids = {actor.name: actor.id for actor in actors.by_id.values() if actor.kind != "person"}
        self._made: dict[tuple[str | None, ...], Naming] = {}

    def naming(self, voice: Voice) -> Naming:
        """What the voice's words say."""
        key = (voice.kind, voice.words, voice.name, voice.actor, voice.affiliation)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._naming(voice)
        return found

    def _naming(self, voice: Voice) -> Naming:
        told, lexicon = spoken(_printed(voice)), speakers()
        unnamed = is_unnamed(voice, told, lexicon)
        bodies = self._bodies(voice, told, unnamed)
        behalf, definite = _behalf(told, lexicon)
        name = () if unnamed else _own_name(voice, told, lexicon)
        return Naming(
            voice.kind,
            voice.words if unnamed else self._shown(voice),
            unnamed,
            told.plain[0] if told.plain else "",
            name,
            frozenset(told.plain),
            None if unnamed else voice.actor,
            voice.affiliation or (None if unnamed else self._shown_body(voice)),
            bodies,
            frozenset(above for body in bodies for above in self.actors.above(body)),
            () if unnamed else behalf,
            definite,
            frozenset(lexicon.kinds[stem] for stem in told.stems if stem in lexicon.kinds),
            not bodies and not _telling(told, lexicon),
        )

    def _bodies(self, voice: Voice, told: Words, unnamed: bool) -> frozenset[str]:
        tied = {self._ids[voice.affiliation]} if voice.affiliation in self._ids else set()
        if unnamed:
            states = [self.actors.demonyms.get(key.removesuffix("ا"), ()) for key in told.keys]
            return frozenset(tied or {state.id for found in states for state in found if len(found) == 1})
        actor = self.actors.by_id.get(voice.actor or "")
        if actor is None:
            return frozenset(tied)
        return frozenset(tied | (_offices(actor) if actor.kind == "person" else {actor.id}))

    def _shown(self, voice: Voice) -> str:
        actor = self.actors.by_id.get(voice.actor or "")
        return actor.name if actor else voice.name or voice.words

    def _shown_body(self, voice: Voice) -> str | None:
        return self._shown(voice) if voice.kind == "organization" else None


_kept: list[Lore] = []


def lore(actors: Actors) -> Lore:
    """The lore over the knowledge base; that of the one asked for last is kept."""
    if not _kept or _kept[0].actors is not actors:
        _kept[:] = [Lore(actors)]
    return _kept[0]


def is_unnamed(voice: Voice, told: Words, lexicon: Speakers) -> bool:
    """Whether a voice is protected: it is said to be unnamed, or its words hold no name whatever it is said to be."""
    if voice.kind in ("anonymous", "unknown"):
        return True
    if voice.kind != "person" or voice.actor:
        return False
    roles = [stem in lexicon.kinds or stem in lexicon.nobody for stem in told.stems]
    if voice.name is None or all(roles):
        return True
    return roles[0] and not told.definite(0) and (told.alone or roles[1] or told.plain[1].endswith(("ي", "يه", "يا")))


def _printed(voice: Voice) -> str:
    """The fullest Arabic that names the voice; an English name of the knowledge base says less than the words."""
    if voice.name and not voice.actor and voice.kind not in ("anonymous", "unknown"):
        return voice.name
    return voice.words


def _own_name(voice: Voice, told: Words, lexicon: Speakers) -> tuple[str, ...]:
    if voice.kind == "person":
        return _personal(told, lexicon)
    generic = lexicon.media if voice.kind == "media" else lexicon.bodies
    if voice.kind == "media":
        return tuple(word for word, stem in zip(told.plain, told.stems, strict=True) if stem not in generic)
    start = next((place for place, stem in enumerate(told.stems) if stem not in generic), len(told.stems))
    return told.plain[start:]


def _personal(told: Words, lexicon: Speakers) -> tuple[str, ...]:
    """What follows the last title; what precedes the comma where the office comes behind."""
    office = [
        place
        for place, stem in enumerate(told.stems)
        if stem in lexicon.titles or stem in lexicon.mouthpieces or stem in lexicon.behalf
    ]
    if told.comma and office and office[0] >= told.comma:
        return told.plain[: told.comma]
    return told.plain[office[-1] + 1 :] if office else told.plain


def _behalf(told: Words, lexicon: Speakers) -> tuple[tuple[str, ...], bool]:
    """The words after "spokesman of" without those for what kind of body it is; whether the first is definite."""
    if not any(stem in lexicon.mouthpieces for stem in told.stems):
        return (), False
    start = next((place + 1 for place, stem in enumerate(told.stems) if stem in lexicon.behalf), len(told.stems))
    while start < len(told.stems) and told.stems[start] in lexicon.bodies:
        if told.definite(start):
            return (), False
        start += 1
    return told.plain[start:], start < len(told.keys) and told.definite(start)


def _telling(told: Words, lexicon: Speakers) -> bool:
    idle = lexicon.nobody | lexicon.media | lexicon.bodies
    return any(stem not in idle for stem in told.stems)


def _offices(actor: Actor) -> set[str]:
    held = [role for role in actor.roles if role.until is None] or list(actor.roles)
    return {role.of for role in held} | ({actor.part_of} if actor.part_of else set())
