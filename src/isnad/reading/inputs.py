"""A page as the network sees it: one row of numbers a token."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from isnad.languages.ar.cues import CUES
from isnad.languages.ar.particles import particles
from isnad.languages.ar.syntax import Syntax, affixes
from isnad.languages.ar.triggers import TriggerForm
from isnad.languages.recurrent import Floats, Ints
from isnad.reading.candidates import Expression
from isnad.reading.labels import TYPES
from isnad.reading.layers import ACTOR_FLAGS, EXPRESSED, FORMS, Layers
from isnad.reading.pairs import CASES, COMPANIONS, Grid, relation
from isnad.text.normal import fold
from isnad.text.page import Page
from isnad.text.tokens import Kind

STRETCH = 240
_FRONT = 3
_CASES = particles("prepositions")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Rows of the embedding tables, 0 for what a table does not have; ``before`` are keys known before a trigger."""

    words: Mapping[str, int]
    tags: Mapping[str, int]
    deps: Mapping[str, int]
    before: tuple[str, ...] = ()


class Marks:
    """A column of marks, and whether there is one among some tokens."""

    __slots__ = ("_before",)

    def __init__(self, column: npt.NDArray[np.bool_]) -> None:
        self._before: list[int] = [0, *np.cumsum(column).tolist()]

    def between(self, first: int, last: int) -> bool:
        """Whether a token from ``first`` up to ``last`` is marked; those off the page are not."""
        size = len(self._before) - 1
        return self._before[min(max(last, 0), size)] > self._before[min(max(first, 0), size)]


@dataclass(slots=True)
class Inputs:
    """Columns over the tokens of one page, and the candidates found on it.

    ``vector`` is (n, width) of word vectors, ``context`` (n, width) of encoder and parser, ``flags`` (n, FLAGS).
    ``mentionable`` tokens may begin a participant.
    """

    sentences: list[tuple[int, int]]
    stretches: list[tuple[int, int]]
    vector: Floats
    context: Floats
    word: Ints
    affix: Ints
    tag: Ints
    dep: Ints
    flags: Floats
    grid: Grid
    mentionable: npt.NDArray[np.bool_]
    expressions: list[Expression]
    cue: Marks
    that: Marks
    colon: Marks

    def voice_marks(self, trigger: int, mentions: Sequence[tuple[int, int]]) -> Floats:
        """What the cues around say of the trigger and each mention, shape (mentions, 12)."""
        home, quoted = self.grid.sentence[trigger], bool(self.grid.quoted[trigger])
        begin, end = self.sentences[int(home)]
        rows = np.zeros((len(mentions), 12), dtype=np.float32)
        latest = max((first for first, _ in mentions if first < trigger), default=-1)
        alone = not any(begin <= first < end for first, _ in mentions)
        for row, (first, last) in enumerate(mentions):
            same = begin <= first < end
            low, high = (last, trigger) if first < trigger else (trigger + 1, first)
            rows[row] = (
                first == latest,
                self.cue.between(first - 2, first),
                self.cue.between(first - 4, last + 4),
                same and self.that.between(low, high),
                self.that.between(last, last + 12),
                same and self.colon.between(low, high),
                same and first > trigger and self.cue.between(low, high),
                not same and self.cue.between(begin, begin + 3),
                not same and alone,
                quoted and same,
                quoted and not same,
                first <= trigger < last,
            )
        return rows


PLACE_FLAGS = 16
FLAGS = 2 * len(TYPES) + len(FORMS) + 1 + len(ACTOR_FLAGS) + len(CUES) + len(EXPRESSED) + PLACE_FLAGS


def prepare(page: Page, layers: Layers, vocabulary: Vocabulary) -> Inputs:
    """The inputs of a page whose layers are read."""
    keys, size, syntax = page.tokens.keys, len(page.tokens), layers.syntax
    sentence = np.zeros(size, dtype=np.int64)
    for number, places in enumerate(page.sentences):
        sentence[places.start : places.stop] = number
    kinds = np.asarray(page.tokens.kinds, dtype=np.int64)
    sign = (kinds & int(Kind.SIGN)) > 0
    clitic = (kinds & int(Kind.PROCLITIC | Kind.ENCLITIC)) > 0
    verb = np.array([tag.startswith("VERB") for tag in syntax.tags], dtype=bool)
    noun = np.array([tag.startswith(("NOUN", "PROPN", "X")) for tag in syntax.tags], dtype=bool)
    grid = Grid(
        sentence=sentence,
        case=_cases(keys, sentence, syntax),
        head=syntax.heads,
        dep=np.array([relation(dep) for dep in syntax.deps], dtype=np.int64),
        punctuation=np.cumsum(sign),
        verbs=np.cumsum(verb),
        quoted=np.asarray(layers.quotes, dtype=np.int64),
        nominal=np.where(verb, 2, np.where(noun, 1, 3)),
        companions=_companions(layers.readings, size),
    )
    reports = [place for place, name in enumerate(CUES) if name.startswith(("report", "attribution"))]
    return Inputs(
        sentences=[(places.start, places.stop) for places in page.sentences],
        stretches=stretches(page),
        vector=syntax.vectors,
        context=syntax.states,
        word=np.array([vocabulary.words.get(key, 0) for key in keys], dtype=np.int64),
        affix=np.array([affixes(key, _FRONT) for key in keys], dtype=np.int64).reshape(size, 2),
        tag=np.array([vocabulary.tags.get(tag, 0) for tag in syntax.tags], dtype=np.int64),
        dep=np.array([vocabulary.deps.get(dep, 0) for dep in syntax.deps], dtype=np.int64),
        flags=_flags(page, layers, grid, sign),
        grid=grid,
        mentionable=~sign & ~clitic & (~verb | layers.actors.any(1)),
        expressions=layers.expressions,
        cue=Marks(np.asarray(layers.cues[:, reports].any(1))),
        that=Marks(np.isin(keys, particles("that"))),
        colon=Marks(np.isin(keys, [":"])),
    )


def stretches(page: Page) -> list[tuple[int, int]]:
    """Sentences in a row, up to ``STRETCH`` tokens together: what the network reads in one go.

    A subject left out, or a voice that goes on, is in the sentence before.
    """
    found: list[tuple[int, int]] = []
    for places in page.sentences:
        if found and places.stop - found[-1][0] <= STRETCH:
            found[-1] = found[-1][0], places.stop
        else:
            found.append((places.start, places.stop))
    return found


def _cases(keys: Sequence[str], sentence: Ints, syntax: Syntax) -> Ints:
    """For each token the class of the preposition right before it in its sentence, 0 for none.

    What is joined to a word by a conjunction stands under that word's preposition.
    """
    classes = {key: 1 + place for place, key in enumerate(_CASES)}
    found = [0, *(classes.get(key, 0) for key in keys[:-1])]
    same = np.concatenate([[False], sentence[1:] == sentence[:-1]])
    own = np.where(same, np.array(found[: len(keys)], dtype=np.int64), 0)
    joined = (own == 0) & np.array([dep == "conj" for dep in syntax.deps], dtype=bool)
    return np.where(joined, own[syntax.heads], own)


def _companions(readings: Mapping[int, Sequence[TriggerForm]], size: int) -> Ints:
    """What each class of preposition marks for the triggers of a page, as `Grid` has it."""
    made = np.zeros((size, CASES), dtype=np.int64)
    for token, forms in readings.items():
        for one in (companion for form in forms for companion in form.companions):
            if (key := fold(one.preposition)) in _CASES and one.role in COMPANIONS:
                made[token, 1 + _CASES.index(key)] = 1 + COMPANIONS.index(one.role)
    return made


@dataclass(frozen=True, slots=True)
class Columns:
    """What the network's layers take of the inputs of several pages, one after the other."""

    stretches: list[tuple[int, int]]
    vector: Floats
    context: Floats
    word: Ints
    affix: Ints
    tag: Ints
    dep: Ints
    flags: Floats


def join(pages: Sequence[Inputs]) -> Columns:
    """The columns of several pages as if they were one."""
    starts = np.cumsum([0, *(len(page.word) for page in pages)]).tolist()
    stretches = [(a + at, b + at) for page, at in zip(pages, starts, strict=False) for a, b in page.stretches]
    names = ("vector", "context", "word", "affix", "tag", "dep", "flags")
    return Columns(stretches, *(np.concatenate([getattr(page, name) for page in pages]) for name in names))


def _flags(page: Page, layers: Layers, grid: Grid, sign: npt.NDArray[np.bool_]) -> Floats:
    """Shape (tokens, FLAGS): lexicons, knowledge, cues, and where the token stands."""
    size = len(page.tokens)
    kinds = np.asarray(page.tokens.kinds, dtype=np.int64)
    first = np.array([places.start for places in page.sentences], dtype=np.int64)
    length = np.array([len(places) for places in page.sentences], dtype=np.int64)
    inside = np.arange(size) - first[grid.sentence] if size else np.zeros(0)
    share = inside / np.maximum(1, length[grid.sentence]) if size else inside
    article = np.array([key.startswith("ال") for key in page.tokens.keys], dtype=bool)
    colon = np.array([key == ":" for key in page.tokens.keys], dtype=bool)
    place = np.stack(
        [
            grid.quoted > 0,
            grid.sentence == 0,
            grid.sentence == 1,
            grid.sentence == len(page.sentences) - 1,
            sign,
            (kinds & int(Kind.NUMBER)) > 0,
            (kinds & int(Kind.FOREIGN)) > 0,
            (kinds & int(Kind.PROCLITIC)) > 0,
            (kinds & int(Kind.ENCLITIC)) > 0,
            inside == 0,
            inside == 1,
            share > 0.66,
            article,
            colon,
            np.roll(kinds & int(Kind.ENCLITIC), -1) > 0,
            np.roll(article, -1),
        ],
        axis=1,
    )
    return np.concatenate(
        [layers.triggers, layers.forms, layers.actors, layers.cues, layers.expressed, place], axis=1
    ).astype(np.float32)
