"""Parts of speech and dependencies of Arabic sentences: a spaCy pipeline trained on the PUD treebank.

Tags and relations are those of Universal Dependencies. A tag is the universal part of speech and the treebank's own,
``NOUN:VBG``. The parser is right about four heads in five: its word is one voice among others.
``training/train_parser.py`` makes the weights.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

import spacy
from spacy.attrs import DEP, HEAD, PREFIX, SUFFIX, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc

from isnad.languages.ar import vectors

WEIGHTS = Path(__file__).parent / "weights" / "parser"
_ALIKE = str.maketrans(",;?«»“”'–—/|•123456789", '،؛؟"""""-----000000000')
_UD = {"ROOT": "root"}
UNUSED = ["tokenizer", "vocab"]
_BATCH = 256


@dataclass(slots=True)
class Parse:
    """A sentence read: one place per token in each list.

    ``heads`` holds places in the sentence; the root is its own head.
    """

    tags: list[str]
    heads: list[int]
    deps: list[str]

    @property
    def pos(self) -> list[str]:
        """The universal parts of speech."""
        return [tag.partition(":")[0] for tag in self.tags]


def parse(sentences: Iterable[Sequence[str]], *, nlp: Language | None = None) -> Iterator[Parse]:
    """The parse of each sentence, in the order given; a sentence is the keys of its tokens."""
    nlp, waiting = nlp or pipeline(), iter(sentences)
    while batch := list(islice(waiting, _BATCH)):
        with nlp.memory_zone():
            yield from [_read(doc) for doc in nlp.pipe([document(nlp, keys) for keys in batch], batch_size=_BATCH)]


def document(nlp: Language, keys: Sequence[str]) -> Doc:
    """A spaCy document of one sentence; words are token keys, with like signs and all digits made one."""
    words = [key.translate(_ALIKE) for key in keys]
    return Doc(nlp.vocab, words=words, sent_starts=[True, *[False] * (len(words) - 1)] if words else None)


@cache
def pipeline() -> Language:
    """The trained pipeline, loaded once."""
    return prepared(spacy.load(WEIGHTS, exclude=UNUSED))


def prepared(nlp: Language) -> Language:
    """The pipeline with what it reads words by: vectors, the first two letters and the last three, and its labels."""
    nlp.vocab.vectors = vectors.load(nlp.vocab.strings)
    for label in (label for labels in nlp.pipe_labels.values() for label in labels):
        nlp.vocab.strings.add(label)
    nlp.vocab.lex_attr_getters |= {PREFIX: _front, SUFFIX: _back}  # type: ignore[attr-defined]
    return nlp


def _front(word: str) -> str:
    return word[:2]


def _back(word: str) -> str:
    return word[-3:]


def _read(doc: Doc) -> Parse:
    strings = doc.vocab.strings
    rows = doc.to_array([TAG, HEAD, DEP]).tolist()
    heads = [place + (row[1] if row[1] < 1 << 63 else row[1] - (1 << 64)) for place, row in enumerate(rows)]
    deps = [strings[row[2]] for row in rows]
    return Parse([strings[row[0]] for row in rows], heads, [_UD.get(dep, dep) for dep in deps])
