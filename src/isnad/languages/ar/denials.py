"""Words of denying and of telling, for looking through single sentences."""

from functools import cache

from isnad.languages.ar.cues import Entry, classes, cue_entries, keys, readings
from isnad.languages.ar.tokenizer import tokenize
from isnad.text.normal import normalise

_LEXICONS = ("reporting", "stance")


def denies(text: str) -> bool:
    """Whether a word of denying stands in the text; who denies what is not said."""
    return _holds(text, _cues("denial"))


def tells(text: str) -> bool:
    """Whether a verb or noun of telling stands in the text."""
    return _holds(text, _cues("report"))


def _holds(text: str, cues: tuple[frozenset[str], int]) -> bool:
    words = tokenize(normalise(text)).keys
    known, longest = cues
    starts = range(len(words))
    return any(" ".join(words[at : at + size]) in known for at in starts for size in range(1, longest + 1))


@cache
def _cues(wanted: str) -> tuple[frozenset[str], int]:
    """The spellings of a class of cues, or of all whose name begins so; how many words the longest has."""
    entries = (entry for lexicon in _LEXICONS for _, entry in cue_entries(lexicon) if _is(wanted, entry))
    found = {key for entry in entries for words, form in readings(entry) for key in keys(words, entry, form.pos)}
    return frozenset(found), max(len(key.split()) for key in found)


def _is(wanted: str, entry: Entry) -> bool:
    return any(name.partition(":")[0] == wanted for name in classes(entry))
