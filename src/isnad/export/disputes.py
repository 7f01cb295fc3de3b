"""What is in dispute among statements: the words that come back where somebody denies, and who else speaks of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from isnad.export.statements import Statement, stems
from isnad.languages.ar.denials import denies, tells

_LIFT, _FEW_LIFT = 1.8, 3.0
"""How many times as often a word stands in denials as anywhere; more is asked of one that stands in two alone."""
_MOST = 8
_ENOUGH = 1.35


@dataclass(frozen=True, slots=True)
class Dispute:
    """``words`` as printed, the most frequent first. Places in the list of statements: of the denials, and of others
    that speak of the same."""

    words: tuple[str, ...]
    denials: tuple[int, ...]
    others: tuple[int, ...]


def dispute(statements: Sequence[Statement], *, matter: frozenset[str]) -> Dispute | None:
    """What is denied among the statements; None where nothing is.

    A word is in dispute if it stands in two denials and there more often than elsewhere, or in the only denial and
    elsewhere. What all speak of (``matter``), the names of voices and the words of telling and denying are left out.
    """
    found = [_words(one, matter) for one in statements]
    denials = tuple(place for place, one in enumerate(statements) if one.denies)
    if not denials:
        return None
    topics = _topics([found[place] for place in denials], found)
    others = tuple(place for place, words in enumerate(found) if place not in denials and _speaks(words, topics))
    shown = tuple(_printed(found[place][stem] for place in denials if stem in found[place]) for stem in topics)
    return Dispute(shown, denials, others)


def _speaks(words: Mapping[str, str], topics: Sequence[str]) -> bool:
    return not words.keys().isdisjoint(topics)


def _topics(denied: Sequence[Mapping[str, str]], among: Sequence[Mapping[str, str]]) -> list[str]:
    within = Counter(stem for words in denied for stem in words)
    anywhere = Counter(stem for words in among for stem in words)

    def comes_back(stem: str, times: int) -> bool:
        if len(denied) == 1:
            return anywhere[stem] > 1
        lift = times * len(among) / (anywhere[stem] * len(denied))
        return times > 1 and lift >= (_LIFT if times > 2 else _FEW_LIFT)

    kept = [stem for stem, times in within.items() if comes_back(stem, times)]
    return sorted(kept, key=lambda stem: (-within[stem], stem))[:_MOST]


def _words(one: Statement, matter: frozenset[str]) -> dict[str, str]:
    """The words of a statement by their stems."""
    text = one.reading.document.text
    left = {stem for source in one.sources for span in source.mentions for stem in stems(span.of(text))}
    made: dict[str, str] = {}
    for word in one.text.split():
        bare = word.strip('"«»“”()[].,،؛:!?؟…')
        found = {stem for stem, rarity in stems(bare).items() if rarity >= _ENOUGH} - matter - left
        if found and not denies(bare) and not tells(bare):
            made.update(dict.fromkeys(found, bare))
    return made


def _printed(words: Iterable[str]) -> str:
    counted = Counter(words)
    return min(counted, key=lambda word: (-counted[word], len(word), word))
