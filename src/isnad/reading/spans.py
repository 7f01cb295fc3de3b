"""Spans of names, without the words at their ends that name nobody."""

from isnad.reading.sight import Sight
from isnad.text.tokens import Kind

_IDLE = ("ADP", "CCONJ", "SCONJ", "PUNCT", "PART", "VERB", "AUX")
_CLOSING = {"»": "«", "”": "“", ")": "(", '"': '"'}


def trimmed(sight: Sight, first: int, last: int) -> tuple[int, int]:
    """The span less what it can't end on: a preposition, a conjunction, a verb, a sign that closes nothing in it."""
    tokens, tags = sight.page.tokens, sight.layers.syntax.tags
    while last - first > 1:
        end, key = last - 1, tokens.keys[last - 1]
        if tokens.kinds[end] & Kind.SIGN:
            opening = _CLOSING.get(key)
            if opening and opening in tokens.keys[first:end]:
                break
        elif not (tags[end].startswith(_IDLE) or tokens.kinds[end] & Kind.PROCLITIC):
            break
        last = end
    return first, last
