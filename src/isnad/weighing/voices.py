"""Which voices of different documents are one, and which may be.

Only names decide for named voices. Unnamed ones are never said to be one here: `alike` says no more than that nothing
keeps two of them apart.
"""

from dataclasses import dataclass
from functools import lru_cache

from isnad.languages.ar.speakers import speakers, stem
from isnad.weighing.namings import Naming

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Same:
    """Two voices are one, as ``code`` says; if one is ``short``, then only where it can mean no other voice."""

    code: str
    short: Naming | None = None


def same_voice(a: Naming, b: Naming) -> Same | None:
    """Whether two named voices are one: the same name, or a body and who speaks for it. None for unnamed ones."""
    if a.unnamed or b.unnamed or (a.kind == "media") != (b.kind == "media"):
        return None
    if a.actor and b.actor and a.actor == b.actor:
        return Same("same-voice")
    if a.kind == b.kind == "person":
        return _same_person(a, b)
    if "person" in (a.kind, b.kind):
        person, body = (a, b) if a.kind == "person" else (b, a)
        return _speaks_for(person, body)
    return None if a.actor and b.actor else _same_name(a, b)


def may_be_same(a: Naming, b: Naming) -> bool:
    """Whether two named voices speak for one body so that their word may be one word, though nothing says so."""
    if a.unnamed or b.unnamed or (a.kind == "media") != (b.kind == "media"):
        return False
    return bool(a.bodies & b.bodies) or bool(a.bodies & b.above) or bool(b.bodies & a.above)


def alike(a: Naming, b: Naming) -> bool:
    """Whether two unnamed voices may be one: neither what they are nor whom they belong to keeps them apart."""
    if a.kinds and b.kinds and not _kinds_meet(a, b):
        return False
    return not a.bodies or not b.bodies or bool((a.bodies | a.above) & b.bodies) or bool(a.bodies & b.above)


def may_be_of(unnamed: Naming, named: Naming) -> bool:
    """Whether an unnamed voice belongs, by its own words, where a named one does: then it is not counted beside it."""
    if "witness" in unnamed.kinds:
        return False
    if unnamed.bodies & (named.bodies | named.above):
        return True
    return any(word in named.words for word in unnamed.words if _telling(word))


def body_words(naming: Naming) -> frozenset[str]:
    """The words of a voice that may name the body it belongs to; of a person what is neither title nor name."""
    if naming.behalf or naming.kind == "organization":
        return frozenset(naming.behalf or naming.name)
    name = frozenset(naming.name[-_PAIR:]) if naming.kind == "person" else frozenset()
    return frozenset(word for word in naming.words - name if _telling(word))


def same_words(a: Naming, b: Naming) -> bool:
    """Whether two unnamed voices are described alike: the words of one are among those of the other, the first too."""
    return bool(a.words and b.words) and (a.words <= b.words or b.words <= a.words)


@lru_cache(1 << 14)
def _telling(word: str) -> bool:
    """Whether a word may be the name of a body or a place, and not one of those that all voices have."""
    lexicon, root = speakers(), stem(word)
    idle = (lexicon.kinds, lexicon.media, lexicon.nobody, lexicon.titles, lexicon.bodies)
    spokesmen = lexicon.mouthpieces | lexicon.behalf
    return len(word) > 2 and root not in spokesmen and not any(root in words for words in idle)


def _kinds_meet(a: Naming, b: Naming) -> bool:
    overlap = speakers().overlap
    return any(one == other or frozenset((one, other)) in overlap for one in a.kinds for other in b.kinds)


def _same_person(a: Naming, b: Naming) -> Same | None:
    if a.actor and b.actor:
        return None
    if a.name and b.name and a.name[-1] == b.name[-1]:
        if len(a.name) >= _PAIR and len(b.name) >= _PAIR:
            return Same("same-voice") if a.name[-2] == b.name[-2] or _within(a, b) else None
        return Same("same-voice", _shorter(a, b))
    if not a.name and not b.name and a.words == b.words:
        return Same("same-voice")
    return _same_behalf(a, b)


def _within(a: Naming, b: Naming) -> bool:
    """Whether all that stands before the one surname belongs to the other's titles."""
    return set(a.name) <= b.words or set(b.name) <= a.words


def _same_behalf(a: Naming, b: Naming) -> Same | None:
    """Two who speak for one body are its voice."""
    if a.behalf and b.behalf:
        if a.bodies and b.bodies:
            return Same("speaks-for") if a.bodies & b.bodies else None
        if a.behalf[0] == b.behalf[0]:
            if a.definite != b.definite:
                return Same("speaks-for", a if a.definite else b)
            return Same("speaks-for") if a.definite or a.behalf[:_PAIR] == b.behalf[:_PAIR] else None
    return None


def _speaks_for(person: Naming, body: Naming) -> Same | None:
    if body.kind not in ("organization", "document"):
        return None
    if body.actor and person.bodies:
        return Same("speaks-for") if body.actor in person.bodies else None
    if not person.behalf or not body.name or person.behalf[0] != body.name[0]:
        return None
    if person.definite or len(body.name) == 1:
        return Same("speaks-for", person if person.definite else body)
    return Same("speaks-for") if person.behalf[:_PAIR] == body.name[:_PAIR] else None


def _same_name(a: Naming, b: Naming) -> Same | None:
    if not a.name or not b.name or a.name[0] != b.name[0]:
        return None
    shorter = min(len(a.name), len(b.name))
    if a.name[:shorter] != b.name[:shorter]:
        return None
    return Same("same-voice", _shorter(a, b) if shorter == 1 else None)


def _shorter(a: Naming, b: Naming) -> Naming | None:
    return None if len(a.name) == len(b.name) else min(a, b, key=lambda one: len(one.name))
