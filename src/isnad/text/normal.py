"""The normal form of Arabic text, with a map of offsets back to the text as published.

Two steps. ``normalise`` removes what carries no letter (diacritics, tatweel, bidi marks) and expands presentation
forms; it may change lengths, so it keeps offsets. ``fold`` then merges letters that the press spells either way
(hamza seats, alef maqsura, taa marbuta) one for one, so that a place in the folded text is the same place in the
normal text. A lexicon key is both.
"""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache

# Arabic marks, tatweel, zero-width and bidi controls, BOM, soft hyphen, variation selectors.
_DROPPED = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff"
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe00-\ufe0f"
)
_EXPANDED = "\ufb50-\ufdff\ufe70-\ufefc"
_UNUSUAL = re.compile(f"[{_DROPPED}{_EXPANDED}]")
_DROP = re.compile(f"[{_DROPPED}]")
_SAME_LENGTH = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹کیھہ\u00a0\u202f\u2009\u3000\t\u2028\u2029\u0085\r",
    "01234567890123456789كيهه     \n\n\n\n",
)
# No encoding has lone surrogates: any table that hashes words would stop at one.
_SAME_LENGTH |= dict.fromkeys(range(0xD800, 0xE000), ord("\ufffd"))
_FOLD = str.maketrans("أإآٱىةؤئ", "اااايهءء")


@dataclass(frozen=True)
class Normal:
    """A text in normal form.

    ``origin[i]`` is the code point of ``published`` that ``text[i]`` comes from; ``origin[len(text)]`` is
    ``len(published)``. ``origin`` never decreases. ``key`` has the length of ``text``.
    """

    published: str
    text: str
    origin: range | list[int]

    @cached_property
    def key(self) -> str:
        """The text folded to the alphabet of lexicon keys, place by place."""
        return fold(self.text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The published offsets of ``text[start:end]``; marks belong to the letter before them, a ligature is whole."""
        if end <= start:
            return self.origin[start], self.origin[start]
        last = self.origin[end - 1]
        while self.origin[end] == last:
            end += 1
        return self.origin[start], self.origin[end]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in ``text`` of the published span, the inverse of ``span``."""
        return bisect_left(self.origin, start), bisect_left(self.origin, end)


def normalise(published: str) -> Normal:
    """The normal form of any Unicode string; offsets lead back to it."""
    if not _UNUSUAL.search(published):
        return Normal(published, published.translate(_SAME_LENGTH), range(len(published) + 1))
    out: list[str] = []
    origin: list[int] = []
    done = 0
    for found in _UNUSUAL.finditer(published):
        place = found.start()
        letters = _DROP.sub("", unicodedata.normalize("NFKC", found[0]))
        out += published[done:place], letters
        origin += range(done, place)
        origin += [place] * len(letters)
        done = place + 1
    out.append(published[done:])
    origin += range(done, len(published) + 1)
    return Normal(published, "".join(out).translate(_SAME_LENGTH), origin)


def fold(text: str) -> str:
    """Letters that are written either way made one; the length stays."""
    return text.translate(_FOLD)


@lru_cache(maxsize=65536)
def key(words: str) -> str:
    """The form under which words stand in every lexicon and index."""
    return " ".join(fold(normalise(words).text).split())
