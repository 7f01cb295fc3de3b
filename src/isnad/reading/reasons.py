"""Why a voice asks not to be named, in the words of the article."""

from isnad.languages.ar.cues import CUES
from isnad.reading.sight import Sight
from isnad.reading.voices import Voice
from isnad.text.tokens import Kind

_COLUMN = CUES.index("voice:reason")
_NEAR = 12
_END = frozenset("،,.؛؟!")


def reason_of(sight: Sight, voice: Voice) -> str | None:
    """The words by which an unnamed voice gives its reason, from its mention's sentence; None where it gives none."""
    marked = sight.layers.cues[:, _COLUMN]
    for mention in voice.mentions:
        stop = sight.inputs.sentences[int(sight.inputs.grid.sentence[mention.first])][1]
        near = range(mention.last, min(stop, mention.last + _NEAR))
        if begin := next((token for token in near if marked[token]), None):
            return sight.page.published(begin, _clause_end(sight, begin, stop))
    return None


def _clause_end(sight: Sight, begin: int, stop: int) -> int:
    tokens = sight.page.tokens
    signs = (n for n in range(begin, stop) if tokens.kinds[n] & Kind.SIGN and tokens.keys[n] in _END)
    return next(signs, stop)
