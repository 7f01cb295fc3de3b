"""Voices: the words that name whoever is cited, and which of them are the same voice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from isnad.languages.ar.particles import particles
from isnad.languages.recurrent import Floats
from isnad.model import Number, SourceKind
from isnad.reading.labels import KINDS

THRESHOLD = 0.5
"""How sure the network must be that a token begins a mention; where F1 was best on held-out training articles."""
INSIDE = 0.4
"""How likely a word must be to go on a mention; where most spans were those of the annotators."""
_SAME = frozenset(particles("same"))

Bare = Literal["statement", "media", "official"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``first`` up to ``last`` name a voice of a kind; ``words`` are their keys without article and clitics.

    ``bare`` is what a mention is that says no more than what speaks: the statement, the newspaper, the Syrian minister.
    ``government`` is the country for whose government the words stand: the state, its capital, its authorities.
    """

    first: int
    last: int
    kind: SourceKind
    words: tuple[str, ...]
    actor: str | None = None
    definite: bool = False
    plural: bool = False
    bare: Bare | None = None
    government: str | None = None


@dataclass(slots=True)
class Voice:
    """One voice of a page and its mentions, in the order of the text."""

    mentions: list[Mention]

    @property
    def kind(self) -> SourceKind:
        """The kind of most mentions; of the first among equals."""
        kinds = [mention.kind for mention in self.mentions]
        return max(dict.fromkeys(kinds), key=kinds.count)

    @property
    def words(self) -> set[str]:
        """The words of all mentions."""
        return {word for mention in self.mentions for word in mention.words}


def mention_spans(
    probabilities: Floats, sentences: Sequence[tuple[int, int]], *, threshold: float = THRESHOLD
) -> list[tuple[int, int, SourceKind]]:
    """Spans of voices from label probabilities, (tokens, 13): none, then begin and inside of each kind."""
    begins, insides = probabilities[:, 1::2], probabilities[:, 2::2]
    begin, inside = begins.sum(1), insides.sum(1)
    found: list[tuple[int, int, SourceKind]] = []
    for low, high in sentences:
        place = low
        while place < high:
            if begin[place] > threshold:
                end = place + 1
                while end < high and inside[end] > max(INSIDE, begin[end]):
                    end += 1
                kinds = begins[place] + (begins[place:end] + insides[place:end]).sum(0) / (end - place)
                found.append((place, end, KINDS[int(np.argmax(kinds))]))
                place = end
            else:
                place += 1
    return found


Same = Callable[[Mention, Voice], bool]


def gather(mentions: Sequence[Mention]) -> list[Voice]:
    """Mentions of one voice brought together: each joins the voice of its own words, or the latest, or begins one."""
    voices: list[Voice] = []
    order: list[Voice] = []
    for mention in mentions:
        candidates = [voice for voice in reversed(order) if same_voice(mention, voice)]
        match = next((voice for voice in candidates if _said_alike(mention, voice)), next(iter(candidates), None))
        if match is None:
            match = Voice([])
            voices.append(match)
        else:
            order.remove(match)
        match.mentions.append(mention)
        order.append(match)
    return voices


def _said_alike(mention: Mention, voice: Voice) -> bool:
    return any(mention.words == other.words for other in voice.mentions)


def same_voice(mention: Mention, voice: Voice) -> bool:
    """Whether a later mention names a voice met before.

    An anonymous voice is only ever joined by its own words taken up again: nothing else may say who it is.
    """
    if mention.kind == "anonymous" or voice.kind == "anonymous":
        return mention.kind == voice.kind and _taken_up(mention, voice)
    if mention.kind == "unknown" or voice.kind == "unknown":
        return False
    if mention.bare:
        return _speaks_again(mention, voice)
    if mention.government and any(other.government == mention.government for other in voice.mentions):
        return True
    if mention.actor and any(other.actor == mention.actor for other in voice.mentions):
        return True
    if {mention.kind, voice.kind} in ({"person", "organization"}, {"person", "media"}, {"person", "document"}):
        return False
    return any(_names_again(mention, other) for other in voice.mentions)


def _taken_up(mention: Mention, voice: Voice) -> bool:
    """The source, the same source, the official: a definite head that the voice had, with nothing new beside it."""
    words = set(mention.words)
    for other in voice.mentions:
        if mention.words == other.words:
            return True
        if mention.definite and words and mention.words[0] in other.words and words <= set(other.words) | _SAME:
            return True
    return False


def _speaks_again(mention: Mention, voice: Voice) -> bool:
    """The statement is that of whoever spoke last, the newspaper the last one; the Syrian minister is some minister."""
    if mention.bare == "official":
        return voice.kind == "person" and any(mention.words[0] == other.words[0] for other in voice.mentions)
    return voice.kind in (("organization", "person") if mention.bare == "statement" else ("media",))


def _names_again(mention: Mention, other: Mention) -> bool:
    new, old = set(mention.words) - _SAME, set(other.words) - _SAME
    if not new or not old:
        return False
    if new <= old or old <= new:
        return True
    return mention.kind == "person" and mention.words[-1] == other.words[-1] and len(mention.words[-1]) > 2


def number_of(voice: Voice) -> Number:
    """Whether the voice is one or several: by the first word of its first mention."""
    return "many" if voice.mentions[0].plural else "one"
