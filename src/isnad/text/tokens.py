"""Words, numbers and signs of a normal text, and the pieces that a language cuts its words into.

The scan knows scripts, not languages: it finds runs of letters, numbers and single signs. What a run of letters
consists of is for the language to say, by a ``Cut``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntFlag
from typing import NamedTuple

from isnad.text.normal import Normal


class Kind(IntFlag):
    """What a token is. A plain word is ``WORD``, which is zero."""

    WORD = 0
    PROCLITIC = 1
    ENCLITIC = 2
    SIGN = 4
    NUMBER = 8
    FOREIGN = 16


class Piece(NamedTuple):
    """A part of a word: ``word[start:end]``, the key it stands under, and its kind."""

    start: int
    end: int
    key: str
    kind: int


Cut = Callable[[str], tuple[Piece, ...]]
"""From a run of native letters (in normal form) to its pieces, in order and without gaps."""


@dataclass(slots=True)
class Tokens:
    """Parallel arrays, one place per token, in the order of the text; offsets are into the normal text."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.starts)


_RUN = re.compile(
    r"(?P<native>[\u0600-\u0605\u0620-\u064a\u066e-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f]+)"
    r"|(?P<number>\d+(?:[.,:/٫٬]\d+)*)"
    r"|(?P<foreign>(?:https?://|www\.)[^\s،؛»\"]+|(?:(?![\u0600-\u08ff])[^\W\d_])+(?:[.'’&-](?:(?![\u0600-\u08ff])[^\W\d_])+)*)"
    r"|(?P<sign>\.{2,}|[^\s])"
)
_KINDS = {"number": Kind.NUMBER, "foreign": Kind.FOREIGN, "sign": Kind.SIGN}
_CACHE_LIMIT = 400_000


class Tokenizer:
    """Tokens of normal texts, with the cuts of words met before kept at hand."""

    def __init__(self, cut: Cut) -> None:
        self._cut = cut
        self._known: dict[str, tuple[Piece, ...]] = {}

    def __call__(self, normal: Normal) -> Tokens:
        """The tokens of the whole text; they cover everything but white space."""
        tokens, known = Tokens(), self._known
        starts, ends, keys, kinds = tokens.starts, tokens.ends, tokens.keys, tokens.kinds
        for run in _RUN.finditer(normal.text):
            at = run.start()
            for start, end, key, kind in known.get(run[0]) or self._learn(run):
                starts.append(at + start)
                ends.append(at + end)
                keys.append(key)
                kinds.append(kind)
        return tokens

    def _learn(self, run: re.Match[str]) -> tuple[Piece, ...]:
        if len(self._known) >= _CACHE_LIMIT:
            self._known.clear()
        word, group = run[0], run.lastgroup or "sign"
        pieces = self._cut(word) if group == "native" else (Piece(0, len(word), word, int(_KINDS[group])),)
        self._known[word] = pieces
        return pieces
