"""Trigger words of events: the entries of ``lexicon/triggers`` turned into every form that the press prints.

One file a type, named after it; ``light.yaml`` holds the verbs that lend a trigger noun their tense and person.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from isnad.errors import BadData
from isnad.languages.ar.nouns import NounForm, adjective_forms, noun_forms, sound_feminine
from isnad.languages.ar.trigger_index import Companion, TriggerForm, TriggerIndex, TriggerType, TriggerWord
from isnad.languages.ar.verbs import Features, FormClass, VerbForm, verb_forms, verb_of
from isnad.text.normal import fold

__all__ = ["TriggerForm", "entries", "entry_forms", "light_verbs", "triggers"]

FOLDER = Path(__file__).parent / "lexicon" / "triggers"
LIGHT = "light"
WORD = frozenset(("lemma", "pos", "root", "form", "present", "masdar", "passive", "plural", "feminine", "forms"))
FIELDS = WORD | frozenset(("light", "with", "also", "weak", "mode", "example", "without", "homographs", "agreeing"))
REQUIRED = frozenset(("lemma", "pos", "example"))

Entry = Mapping[str, Any]


@cache
def triggers() -> TriggerIndex:
    """All readings of each trigger key; the keys of several words are joined by spaces.

    Raises BadData, naming file and lemma, for an entry that cannot be read.
    """
    return _index(entry for path in sorted(FOLDER.glob("*.yaml")) if path.stem != LIGHT for entry in entries(path))


@cache
def light_verbs() -> TriggerIndex:
    """All readings of each form of the light verbs, which trigger nothing by themselves (``types`` is empty)."""
    return _index(entries(FOLDER / f"{LIGHT}.yaml"))


def entries(path: Path) -> list[tuple[str, Entry]]:
    """The entries of a file, each with the file's name; BadData for one without lemma or with an unknown field."""
    with path.open(encoding="utf-8") as lines:
        found: list[Entry] = yaml.load(lines, Loader=yaml.CSafeLoader) or []
    for entry in found:
        unknown = entry.keys() - FIELDS
        missing = REQUIRED - entry.keys()
        if unknown or missing:
            raise BadData(f"{path.name}: {entry.get('lemma')}: unknown {sorted(unknown)}, missing {sorted(missing)}")
    return [(path.stem, entry) for entry in found]


def entry_forms(entry: Entry) -> Iterator[VerbForm]:
    """Every form that an entry stands for, in standard spelling; a spelling of one class may come twice.

    Left out are the classes it is ``without`` and its ``homographs``, spellings that a commoner word owns (نقل as the
    jussive of أقال).
    """
    classes, homographs = entry.get("without", ()), [fold(text) for text in entry.get("homographs", ())]
    yield from (form for form in _generated(entry) if form.pos not in classes and fold(form.text) not in homographs)
    for text in entry.get("forms", ()):
        yield VerbForm(text, "past" if entry["pos"] == "verb" else entry["pos"], Features())


def _generated(entry: Entry) -> Iterator[VerbForm]:
    words, pos = entry["lemma"].split(" "), entry["pos"]
    if entry.get("form"):
        yield from _verbal(entry, words[0], words[1:])
    elif pos == "phrase":
        for phrase in (entry["lemma"], *entry.get("plural", ())):
            yield from (VerbForm(text, "phrase", Features()) for text in _phrases(phrase.split(" "), entry))
    elif pos == "adjective":
        made = adjective_forms(words[0], feminine=entry.get("feminine"), plurals=entry.get("plural"))
        yield from _nominal(made, "adjective")
    else:
        regular = [sound_feminine(words[0])] if words[0].endswith("ة") else []
        yield from _nominal(noun_forms(entry["lemma"], entry.get("plural", regular)), "noun")


def _verbal(entry: Entry, lemma: str, rest: list[str]) -> Iterator[VerbForm]:
    for form in verb_forms(verb_of({**entry, "lemma": lemma})):
        yield VerbForm(" ".join([form.text, *rest]), form.pos, form.features) if rest else form


def _phrases(words: list[str], entry: Entry) -> Iterator[str]:
    """The phrase; where its words agree (هجوم إرهابي) also definite and accusative."""
    yield " ".join(words)
    if entry.get("agreeing"):
        yield " ".join("ال" + word for word in words)
        accusative = [word if word.endswith(("ة", "ات", "اء")) else word + "ا" for word in words]
        yield " ".join(accusative)
        yield " ".join([*accusative[:-1], words[-1]])  # خطا أحمر


def _nominal(forms: Iterable[NounForm], pos: FormClass) -> Iterator[VerbForm]:
    return (VerbForm(form.text, pos, Features(None, form.number, form.gender)) for form in forms)


def _index(found: Iterable[tuple[str, Entry]]) -> TriggerIndex:
    index = TriggerIndex()
    for name, entry in found:
        try:
            index.add(_word(name, entry), ((fold(form.text), (form.pos, form.features)) for form in entry_forms(entry)))
        except (KeyError, ValueError, IndexError, TypeError) as error:
            raise BadData(f"{name}.yaml: {entry['lemma']}: {error!r}") from error
    return index


def _word(name: str, entry: Entry) -> TriggerWord:
    names = () if name == LIGHT else (name.upper(), *entry.get("also", ()))
    types = tuple(TriggerType(each, bool(entry.get("weak"))) for each in names)
    companions = tuple(_companions(entry.get("with", ())))
    return TriggerWord(entry["lemma"], types, entry.get("mode"), tuple(entry.get("light", ())), companions)


def _companions(marks: Iterable[str | Mapping[str, str]]) -> Iterator[Companion]:
    for mark in marks:
        if isinstance(mark, str):
            yield Companion(mark)
        else:
            yield from (Companion(preposition, role) for preposition, role in mark.items())
