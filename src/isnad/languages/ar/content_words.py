"""The words of a text that say what it is about, each by a light stem and with how rare it is."""

import re
from functools import lru_cache

from isnad.languages.ar.clitics import frequencies
from isnad.languages.ar.tokenizer import cut
from isnad.text.normal import fold, normalise
from isnad.text.tokens import Kind

RAREST = 5.0
_WORD = re.compile(r"[^\W\d_]{2,}")
_ARABIC = re.compile("[\u0621-\u064a]+")
_ARTICLE = re.compile("^ال(?=..)")
_ENDING = re.compile(r"(?<=...)(?:ات|ون|ين|ان|تين|تان|يه|ا|ه|ي)$")
_UNKNOWN = 15
_COMMON = 58
_NOTHING = 65


def content_words(text: str) -> dict[str, float]:
    """Stems of the words that are not common everywhere, with their rarity: near 0 for frequent words, 5 at most.

    Rarity is in tens of the frequency, by ``wordfreq``: it does not depend on what else a ledger holds.
    """
    found = (_stem(word) for word in _WORD.findall(fold(normalise(text).text).casefold()))
    return {stem: rarity for stem, rarity in found if rarity > 0}


@lru_cache(1 << 16)
def _stem(word: str) -> tuple[str, float]:
    pieces = [piece.key for piece in cut(word) if piece.kind == Kind.WORD] if _ARABIC.fullmatch(word) else [word]
    core = _ARTICLE.sub("", max(pieces, key=len, default=word))
    level = max(frequencies().get(form, _UNKNOWN) for form in (word, core, "ال" + core))
    rarity = 0.0 if level >= _COMMON or len(core) < 2 else min(RAREST, (_NOTHING - level) / 10)
    return _ENDING.sub("", core), rarity
