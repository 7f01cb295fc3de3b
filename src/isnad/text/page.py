"""A document's text made ready to read: its normal form, its tokens, and its sentences as ranges of tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from isnad.text.normal import Normal, normalise
from isnad.text.sentences import sentences
from isnad.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Page:
    """Text, tokens and sentences of one document.

    ``sentences[i]`` is a half-open range of places in ``tokens``; the ranges follow each other without gaps and hold
    every token.
    """

    normal: Normal
    tokens: Tokens
    sentences: tuple[range, ...]

    def keys(self, places: range) -> list[str]:
        """The keys of the tokens at ``places``."""
        return self.tokens.keys[places.start : places.stop]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """The published offsets of the tokens ``first`` to ``end`` (exclusive)."""
        return self.normal.span(self.tokens.starts[first], self.tokens.ends[end - 1])

    def published(self, first: int, end: int) -> str:
        """The tokens ``first`` to ``end`` (exclusive) as published."""
        start, stop = self.span(first, end)
        return self.normal.published[start:stop]

    def token_at(self, place: int) -> int:
        """The first token that ends after ``place``, an offset in the normal text."""
        return bisect_left(self.tokens.ends, place + 1)

    def sentence_of(self, token: int) -> int:
        """The place of the sentence that holds a token."""
        return bisect_right(self.sentences, token, key=attrgetter("stop"))


def page(published: str, tokenize: Callable[[Normal], Tokens]) -> Page:
    """The page of a text as published; any Unicode string has one."""
    normal = normalise(published)
    tokens = tokenize(normal)
    stops = [bisect_left(tokens.starts, end) for _, end in sentences(normal.text)]
    return Page(normal, tokens, tuple(range(first, stop) for first, stop in pairwise([0, *stops]) if stop > first))
