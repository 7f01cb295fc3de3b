"""Voices: the words that name whoever is cited, and which of them are the same voice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from isnad.model import Number, SourceKind
from isnad.reading.labels import KINDS
from isnad.reading.pairs import Floats

THRESHOLD = 0.45
"""How sure the network must be that a token begins a mention; where F1 was best on held-out training articles."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``first`` up to ``last`` name a voice of a kind; ``words`` are their keys without article and clitics."""

    first: int
    last: int
    kind: SourceKind
    words: tuple[str, ...]
    actor: str | None = None
    definite: bool = False
    plural: bool = False


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
                while end < high and inside[end] > max(0.5, begin[end]):
                    end += 1
                kinds = begins[place] + (begins[place:end] + insides[place:end]).sum(0) / (end - place)
                found.append((place, end, KINDS[int(np.argmax(kinds))]))
                place = end
            else:
                place += 1
    return found


Same = Callable[[Mention, Voice], bool]


def gather(mentions: Sequence[Mention]) -> list[Voice]:
    """Mentions of one voice brought together: each joins the latest voice that it may name, or begins one."""
    voices: list[Voice] = []
    order: list[Voice] = []
    for mention in mentions:
        match = next((voice for voice in reversed(order) if same_voice(mention, voice)), None)
        if match is None:
            match = Voice([])
            voices.append(match)
        else:
            order.remove(match)
        match.mentions.append(mention)
        order.append(match)
    return voices


def same_voice(mention: Mention, voice: Voice) -> bool:
    """Whether a later mention names a voice met before.

    An anonymous voice is only ever joined by its own words taken up again: nothing else may say who it is.
    """
    if mention.kind == "anonymous" or voice.kind == "anonymous":
        return mention.kind == voice.kind and _taken_up(mention, voice)
    if mention.kind == "unknown" or voice.kind == "unknown":
        return False
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
        if mention.definite and words and mention.words[0] in other.words and words <= set(other.words) | SAME:
            return True
    return False


SAME = frozenset(("نفس", "ذات", "نفسه", "ذاته", "ذاتها", "نفسها", "مذكور", "عينه"))


def _names_again(mention: Mention, other: Mention) -> bool:
    new, old = set(mention.words) - SAME, set(other.words) - SAME
    if not new or not old:
        return False
    if new <= old or old <= new:
        return True
    return mention.kind == "person" and mention.words[-1] == other.words[-1] and len(mention.words[-1]) > 2


def number_of(voice: Voice) -> Number:
    """Whether the voice is one or several: by the first word of its first mention."""
    return "many" if voice.mentions[0].plural else "one"
