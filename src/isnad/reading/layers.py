"""What the lexicons and the knowledge base find on a page, before anything is decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np

from isnad.cache import compiled
from isnad.knowledge.actors import Title, load_actors
from isnad.knowledge.gazetteer import load_gazetteer
from isnad.languages.ar.cues import CUES, CueForm, cue_phrases
from isnad.languages.ar.numerals import Number, find_numbers
from isnad.languages.ar.place_words import place_words
from isnad.languages.ar.syntax import Syntax
from isnad.languages.ar.times import find_times
from isnad.languages.ar.tokenizer import tokenize
from isnad.languages.ar.triggers import TriggerForm, light_verbs, triggers
from isnad.languages.recurrent import Floats
from isnad.model import Actor
from isnad.reading.candidates import Expression
from isnad.reading.labels import TYPES
from isnad.reading.quotes import quotations, quoted_tokens
from isnad.text.normal import Normal, normalise
from isnad.text.page import Page
from isnad.text.phrases import Matcher
from isnad.text.tokens import Kind, Tokens

FORMS = ("past", "present", "masdar", "active-participle", "passive-participle", "noun", "adjective", "phrase")
ACTOR_KINDS = (
    "state",
    "institution",
    "person",
    "armed-group",
    "party",
    "coalition",
    "organization",
    "people",
    "outlet",
)
ACTOR_FLAGS = (*ACTOR_KINDS, "title", "short", "demonym", "begin")
EXPRESSED = ("time", "number", "place", "ambiguous-place", "place-begin", "relation", "place-noun")
_COUNTED = {"person", "victim"}

T = TypeVar("T")


class Named(NamedTuple):
    """Tokens ``first`` up to ``last`` bear a name of ``found``; ``full``: a name that needs no company to mean them."""

    first: int
    last: int
    found: tuple[Actor | Title, ...]
    full: bool


@dataclass(slots=True)
class Layers:
    """Hits over the tokens of one page.

    ``triggers`` is (tokens, 40): strong, then weak readings of the twenty types; ``forms`` (tokens, 9): the form of the
    reading, and light verbs; ``actors``, ``cues`` and ``expressed`` have a column for each name in ``ACTOR_FLAGS``,
    ``CUES`` and ``EXPRESSED``; ``plural`` are tokens whose cue is plural.
    """

    triggers: Floats
    forms: Floats
    actors: Floats
    cues: Floats
    expressed: Floats
    quotes: list[int]
    syntax: Syntax
    expressions: list[Expression]
    readings: dict[int, tuple[TriggerForm, ...]]
    named: list[Named]
    plural: set[int]


def _matcher(phrases: Mapping[str, T]) -> Matcher[T]:
    """A matcher of lexicon keys.

    A key stands once as it is, word by word, and once as the tokenizer cuts it: a folded final letter (ه for ة) may
    look like a pronoun to the tokenizer, and a word of a phrase may carry a clitic.
    """
    both = dict(phrases)
    for words, value in phrases.items():
        if " " in words:
            both.setdefault(" ".join(tokenize(normalise(words)).keys), value)
    return Matcher(both, _by_space)


def _by_space(normal: Normal) -> Tokens:
    words = normal.text.split(" ")
    return Tokens([0] * len(words), [0] * len(words), words, [0] * len(words))


class Cue(NamedTuple):
    """The columns that a spelling marks, how many people it counts as by its form (0: not said), if it is plural."""

    columns: tuple[int, ...]
    people: int
    plural: bool


@dataclass(frozen=True)
class Matchers:
    """Everything that is found by its words, compiled."""

    triggers: Matcher[tuple[TriggerForm, ...]]
    light: Matcher[bool]
    cues: Matcher[Cue]
    actors: Matcher[tuple[tuple[Actor | Title, ...], str]]
    places: Matcher[bool]


@cache
def matchers() -> Matchers:
    """The matchers of all lexicons and of the knowledge base."""
    root = Path(str(files("isnad")))
    sources = [
        path for part in ("languages", "knowledge", "reading") for path in (root / part).rglob("*") if path.is_file()
    ]
    wanted = [path for path in sources if path.suffix in (".yaml", ".py", ".gz", ".json")]
    return compiled("matchers", wanted, _matchers)


def _matchers() -> Matchers:
    phrases = cue_phrases()
    cues = {words: _cue(forms, phrases.get(words.partition(" ")[0], ())) for words, forms in phrases.items()}
    gazetteer = load_gazetteer()
    places = [*gazetteer.keys(), *gazetteer.deictic_keys()]
    return Matchers(
        triggers=_matcher(triggers()),
        light=_matcher(dict.fromkeys(light_verbs(), True)),
        cues=_matcher(cues),
        actors=_matcher(_actor_names()),
        places=_matcher({words: gazetteer.ambiguous(words) for words in places}),
    )


def _cue(forms: Sequence[CueForm], head: Sequence[CueForm]) -> Cue:
    """The cue of a spelling. A phrase is as many as its first word says (شهود عيان)."""
    columns = sorted({CUES.index(name) for form in forms for name in form.classes})
    people = {form.features.number for form in forms if _COUNTED & set(form.classes) and not form.mass}
    people_counted = 1 if "s" in people else 2 if people == {"d"} else 0
    numbers = {form.features.number for form in (*forms, *head) if form.features.number}
    return Cue(tuple(columns), people_counted, "p" in numbers or numbers == {"d"})


def _actor_names() -> dict[str, tuple[tuple[Actor | Title, ...], str]]:
    actors = load_actors()
    named: dict[str, tuple[tuple[Actor | Title, ...], str]] = {}
    for index, how in (
        (actors.short, "short"),
        (actors.short_titles, "short"),
        (actors.demonyms, "demonym"),
        (actors.capitals, "name"),
        (actors.titles, "name"),
        (actors.names, "name"),
    ):
        named.update({words: (tuple(found), how) for words, found in index.items()})
    for words in actors.homographs & named.keys():
        named[words] = named[words][0], "short"
    return named


def lay(page: Page, syntax: Syntax, *, published: date | None) -> Layers:
    """The layers of a page. Times need the day of publication; without it they are found and stay unresolved."""
    size = len(page.tokens)
    layers = Layers(
        triggers=np.zeros((size, 2 * len(TYPES)), dtype=np.float32),
        forms=np.zeros((size, len(FORMS) + 1), dtype=np.float32),
        actors=np.zeros((size, len(ACTOR_FLAGS)), dtype=np.float32),
        cues=np.zeros((size, len(CUES)), dtype=np.float32),
        expressed=np.zeros((size, len(EXPRESSED)), dtype=np.float32),
        quotes=quoted_tokens(quotations(page.tokens.keys, _sentence_numbers(page)), size),
        syntax=syntax,
        expressions=[],
        readings={},
        named=[],
        plural=set(),
    )
    _lay_triggers(page, layers)
    _lay_cues(page, layers)
    _lay_actors(page, layers)
    _lay_places(page, layers)
    _lay_times_and_numbers(page, layers, published)
    return layers


def _sentence_numbers(page: Page) -> list[int]:
    return [number for number, places in enumerate(page.sentences) for _ in places]


def _lay_triggers(page: Page, layers: Layers) -> None:
    types = {name: place for place, name in enumerate(TYPES)}
    for first, last, forms in matchers().triggers.find(page):
        layers.readings[first] = forms
        for form in forms:
            layers.forms[first:last, FORMS.index(form.pos)] = 1
            for kind in form.types:
                layers.triggers[first:last, types[kind.name] + len(TYPES) * kind.weak] = 1
    for first, last, _ in matchers().light.find(page):
        layers.forms[first:last, len(FORMS)] = 1


def _lay_cues(page: Page, layers: Layers) -> None:
    for first, last, cue in matchers().cues.find(page):
        layers.cues[first:last, cue.columns] = 1
        if cue.plural:
            layers.plural.add(first)
        if cue.people and not _is_definite(page, first, last):
            start, end = page.tokens.starts[first], page.tokens.ends[last - 1]
            counted = Number(start, end, cue.people, cue.people, ordinal=False, approximate=False)
            layers.expressions.append(Expression(first, last, "number", counted))


def _is_definite(page: Page, first: int, last: int) -> bool:
    """Whether a noun is definite: by its article, by a pronoun on it, or by the definite noun that it belongs to."""
    keys, kinds = page.tokens.keys, page.tokens.kinds
    owned = last < len(keys) and (keys[last].startswith("ال") or bool(kinds[last] & Kind.ENCLITIC))
    return keys[first].startswith("ال") or owned


def _lay_actors(page: Page, layers: Layers) -> None:
    columns = {name: place for place, name in enumerate(ACTOR_FLAGS)}
    for first, last, (found, how) in matchers().actors.find(page):
        layers.named.append(Named(first, last, found, how == "name"))
        layers.actors[first, columns["begin"]] = 1
        for one in found:
            kind = one.kind if isinstance(one, Actor) else "title"
            layers.actors[first:last, columns[kind]] = 1
        if how != "name":
            layers.actors[first:last, columns[how]] = 1


def _lay_places(page: Page, layers: Layers) -> None:
    keys, words = page.tokens.keys, place_words()
    named = _named_places(page, layers)
    last_of_kind: dict[str | None, str] = {}
    for place, key in enumerate(keys):
        if found := words.relation_before(keys, place):
            layers.expressed[found[0] : place, 5] = 1
        if place in named:
            layers.expressions.append(named[place])
            name = str(named[place].value)
            last_of_kind.update(dict.fromkeys((None, *load_gazetteer().kinds(name)), name))
        elif key in words.nouns:
            layers.expressed[place, 6] = 1
            again = last_of_kind.get(words.nouns[key])
            if again and key.startswith("ال") and place + 1 not in named:
                layers.expressions.append(Expression(place, place + 1, "place", again))


def _named_places(page: Page, layers: Layers) -> dict[int, Expression]:
    """Places by name at their first token; a name that is a word as well only in company."""
    keys, company = page.tokens.keys, place_words().company
    named: dict[int, Expression] = {}
    for first, last, ambiguous in matchers().places.find(page):
        layers.expressed[first:last, 3 if ambiguous else 2] = 1
        layers.expressed[first, 4] = 1
        before = first - 2 if first > 1 and keys[first - 1] in ("#", '"', "«") else first - 1
        if not ambiguous or (before >= 0 and keys[before] in company):
            named[first] = Expression(first, last, "place", " ".join(keys[first:last]))
    return named


def _lay_times_and_numbers(page: Page, layers: Layers, published: date | None) -> None:
    day = published or date(2000, 1, 1)
    text = page.normal.text
    for time in find_times(text, day):
        first, last = page.token_at(time.start), page.token_at(time.end - 1) + 1
        layers.expressed[first:last, 0] = 1
        layers.expressions.append(Expression(first, last, "time", time))
    for number in find_numbers(text):
        first, last = page.token_at(number.start), page.token_at(number.end - 1) + 1
        if not layers.expressed[first, 0]:
            layers.expressed[first:last, 1] = 1
            layers.expressions.append(Expression(first, last, "number", number))
