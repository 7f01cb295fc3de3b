"""Arabic tokens: the article stays on its noun, every other clitic is a token of its own.

The key of a token is the form that stands in lexicons. Where a clitic changed the word it is attached to, the key
gives back what was there: للجيش is ل and الجيش, قوته is قوه (that is, قوة) and ه, مستواه is مستوي (مستوى) and ه.
"""

from collections.abc import Mapping
from typing import TypeVar

from isnad.languages.ar.clitics import LETTERS, Split, best, free_form, frequencies
from isnad.text.normal import Normal, fold
from isnad.text.page import Page, page
from isnad.text.phrases import Matcher
from isnad.text.tokens import Kind, Piece, Tokenizer, Tokens

T = TypeVar("T")


def tokenize(normal: Normal) -> Tokens:
    """The tokens of a text."""
    return _tokenizer(normal)


def read_page(published: str) -> Page:
    """The page of an Arabic text: normal form, tokens, sentences."""
    return page(published, tokenize)


def matcher(phrases: Mapping[str, T]) -> Matcher[T]:
    """A matcher of Arabic phrases."""
    return Matcher(phrases, tokenize)


def cut(word: str) -> tuple[Piece, ...]:
    """The pieces of a word of Arabic letters."""
    return pieces(best(word))


def pieces(split: Split) -> tuple[Piece, ...]:
    """The pieces of a split. A preposition is a proclitic wherever it stands."""
    front, back = len(split.before), len(split.before) + len(split.stem)
    kind = Kind.PROCLITIC if split.stem in tuple("وفبلكس") else Kind.WORD
    out = [Piece(at, at + 1, letter, int(Kind.PROCLITIC)) for at, letter in enumerate(split.before)]
    out.append(Piece(front, back, stem_key(split), int(kind)))
    if split.after:
        out.append(Piece(back, back + len(split.after), split.after, int(Kind.ENCLITIC)))
    return tuple(out)


def stem_key(split: Split) -> str:
    """The key of a stem, with the article or the ending that its clitics hide."""
    stem = split.stem.translate(LETTERS)
    if split.before.endswith("ل") and stem.startswith("ل") and len(stem) > 1:
        return fold(_with_article(stem))
    return fold(free_form(stem, frequencies()) if split.after else stem)


def _with_article(stem: str) -> str:
    """After ل, one ل of three is not written: للجنة is for a committee, or for the committee, or for the garden."""
    frequency = frequencies()
    article, doubled = frequency.get("ا" + stem, 0), frequency.get("ال" + stem, 0)
    if doubled > article:
        return "ال" + stem
    return "ا" + stem if article or stem not in frequency else stem


_tokenizer = Tokenizer(cut)
