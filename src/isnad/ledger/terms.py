"""The terms under which a word is indexed and asked for, and the form in which names are compared."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from isnad.text.normal import fold, normalise

Lemmas = Callable[[str], Iterable[str]]
"""Maps a word as printed to the terms that it shares with its other forms."""

_WORD = re.compile(r"[^\W_]+")
_PROCLITICS = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل)|[وف]?[بكل]|[وف])(?=...)")
_ENDING = re.compile(r"(?<=...)(?:تهما|هما|تها|تهم|تين|تان|ات|ون|ين|ان|ها|هم|نا|كم|يه|وا|ه|ي)$")
_WEAK = re.compile(r"(?<=.)[اويء]")


def words(text: str) -> list[str]:
    """The words of a text in folded form, without diacritics, case and punctuation."""
    return _WORD.findall(fold(normalise(text).text).casefold())


@lru_cache(1 << 14)
def bare(text: str) -> str:
    """The form under which names are compared: the folded words with one space between."""
    return " ".join(words(text))


def light(word: str) -> Iterator[str]:
    """Light stems of an Arabic word and their consonants: what can be said without a lexicon.

    Errs on the side of finding: prefixes are taken off though they may belong to the word, and words of one root
    often share their consonants.
    """
    for form in {word, _PROCLITICS.sub("", word)}:
        stem = _ENDING.sub("", form)
        yield stem
        consonants = _WEAK.sub("", stem)
        if len(consonants) > 2:
            yield consonants


def terms(word: str, lemmas: Lemmas) -> list[str]:
    """All index terms of a word: itself folded, and what ``lemmas`` gives, each without anything but letters."""
    found = {word, *("".join(words(lemma)) for lemma in lemmas(word))}
    return sorted(term for term in found if term)
