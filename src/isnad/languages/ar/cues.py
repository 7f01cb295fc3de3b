"""Words around an event that say who tells it, how it stands (denied, planned, feared) and what kind of news it is.

The entries of the cue lexicons turned into every form that the press prints, under keys as the tokenizer cuts them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from isnad.errors import BadData
from isnad.languages.ar.tokenizer import tokenize
from isnad.languages.ar.triggers import WORD, entry_forms, light_verbs
from isnad.languages.ar.verbs import Features, FormClass, VerbForm
from isnad.text.normal import key, normalise

FOLDER = Path(__file__).parent / "lexicon"
LEXICONS = ("reporting", "attribution", "voices", "anonymity", "stance", "people", "company")
# The order is the order of the network's inputs: a class is never moved, a new one comes last.
CUES = (
    "report:neutral", "report:committing", "report:distancing", "report:denying", "report:continue", "report:relay",
    "attribution", "report:noun", "voice:media", "voice:anonymous", "voice:document", "voice:impersonal", "voice:same",
    "voice:reason", "voice:person", "negation", "denial", "planned", "predicted", "possible", "wanted", "condition",
    "purpose", "attempt", "threat", "light", "setting", "that", "relative", "contrast", "cause", "person", "victim",
    "weapon", "force-body", "sport", "accident-disease", "business", "court", "election",
)  # fmt: skip
REASONS = frozenset(("unstated", "not-authorised", "security", "sensitivity", "rules", "private"))
FIELDS = WORD | frozenset(("class", "without", "except", "agreeing", "reason", "mass", "example"))
REQUIRED = frozenset(("lemma", "pos", "class", "example"))
_CHOICE = re.compile(r"\(([^)]*)\)")

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CueForm:
    """One reading of a spelling.

    ``reason`` is why a voice stays unnamed, of ``REASONS``, where the phrase says so. ``mass`` is a word of people
    whose singular is not one of them: a family, the crowd, a wounding.
    """

    lemma: str
    classes: tuple[str, ...]
    pos: FormClass
    features: Features
    reason: str | None = None
    mass: bool = False


@cache
def cue_phrases() -> Mapping[str, tuple[CueForm, ...]]:
    """All readings of each cue; keys are words, or the tokens of one, joined by spaces.

    A word that the tokenizer cuts stands under both its own key and its tokens (``بحسب`` and ``ب حسب``): in other
    company it may stay whole. Raises BadData, naming file and lemma, for an entry that cannot be read.
    """
    readings: dict[str, dict[CueForm, None]] = {}
    for name, entry in (found for lexicon in LEXICONS for found in cue_entries(lexicon)):
        for words, reading in _checked(name, entry):
            for spelling in keys(words, entry, reading.pos):
                readings.setdefault(spelling, {})[reading] = None
    for words, forms in light_verbs().items():
        for form in forms:
            readings.setdefault(words, {})[CueForm(form.lemma, ("light",), form.pos, form.features)] = None
    return {words: (*forms, *_clause(words, readings)) for words, forms in readings.items()}


def _clause(words: str, readings: Mapping[str, Mapping[CueForm, None]]) -> Iterator[CueForm]:
    """The reading of the ``أن`` in a phrase of telling (``يعتقد أن``), which the longer match would hide."""
    if " " in words and any(name.startswith(("report", "voice")) for form in readings[words] for name in form.classes):
        inside = (form for word in words.split()[1:] for form in readings.get(word, ()))
        yield from (form for form in inside if "that" in form.classes)


@cache
def _reasons() -> list[tuple[str, str]]:
    found = ((words, form.reason) for words, forms in cue_phrases().items() for form in forms if form.reason)
    return sorted(found, key=lambda pair: len(pair[0]), reverse=True)


def anonymity_reason(words: Sequence[str]) -> str | None:
    """Why the voice in these tokens (by their keys) stays unnamed, one of ``REASONS``; None if it says nothing of it.

    ``unstated`` if a name is withheld and the text does not say why.
    """
    text = f" {' '.join(words)} "
    found = {reason for phrase, reason in _reasons() if f" {phrase} " in text}
    return next(iter(sorted(found - {"unstated"})), "unstated" if found else None)


def cue_entries(lexicon: str) -> list[tuple[str, Entry]]:
    """The entries of a cue lexicon, each with the lexicon's name; BadData for a missing or an unknown field."""
    with (FOLDER / f"{lexicon}.yaml").open(encoding="utf-8") as lines:
        found: list[Entry] = yaml.load(lines, Loader=yaml.CSafeLoader) or []
    for entry in found:
        unknown, missing = entry.keys() - FIELDS, REQUIRED - entry.keys()
        if unknown or missing:
            raise BadData(f"{lexicon}.yaml: {entry.get('lemma')}: unknown {sorted(unknown)}, missing {sorted(missing)}")
    return [(lexicon, entry) for entry in found]


def classes(entry: Entry) -> tuple[str, ...]:
    """The cue classes of an entry, its main one first."""
    named = entry["class"]
    return (named,) if isinstance(named, str) else tuple(named)


def keys(words: str, entry: Entry, pos: FormClass = "phrase") -> Iterator[str]:
    """The keys under which a form of an entry stands.

    No finite form is searched for clitics, but some the tokenizer leaves on their conjunction (``وحث``).
    """
    if " " in words:
        yield _cut(words)
        return
    yield key(words)
    if not entry.get("form"):
        yield _cut(words)
    elif pos == "past" and _cut("و" + words) == key("و" + words):
        yield key("و" + words)


def _cut(words: str) -> str:
    return " ".join(tokenize(normalise(words)).keys)


def readings(entry: Entry) -> Iterator[tuple[str, CueForm]]:
    """Every form of an entry that the press prints in its sense, with its reading."""
    named, reason, left_out = classes(entry), entry.get("reason"), set(entry.get("except", ()))
    mass = bool(entry.get("mass"))
    reports = any(name.startswith("report:") for name in named)
    made: dict[tuple[FormClass, Features], CueForm] = {}
    for form in _forms(entry):
        if form.text not in left_out and not _misleading(form, reports=reports):
            kind = (form.pos, form.features)
            yield form.text, made.setdefault(kind, CueForm(entry["lemma"], named, *kind, reason, mass))


def _misleading(form: VerbForm, *, reports: bool) -> bool:
    """Whether a form stands for another word more often than for its own.

    Voices are third persons (``نقل`` is no "we say"), and what is mentioned does not report (``المذكور``). Women in the
    plural are written like other words (``أدين``), and so is the dual of a thing before its owner (``قانوني``).
    """
    shown = form.features
    if shown.person is None:
        construct = form.pos == "noun" and shown.number == "d" and not form.text.endswith("ن")
        return (reports and form.pos == "passive-participle") or construct
    if shown.person == 3:
        return shown.number == "p" and shown.gender == "f"
    return reports or shown.person == 2 or shown.number == "s"


def _forms(entry: Entry) -> Iterable[VerbForm]:
    if entry["pos"] != "phrase":
        return entry_forms(entry)
    spelled = (text for words in (entry["lemma"], *entry.get("forms", ())) for text in _choices(words))
    return (VerbForm(text, "phrase", Features()) for text in spelled)


def _choices(words: str) -> Iterator[str]:
    """A phrase with choices in brackets, ``(طلب|طلبت) عدم ذكر اسمه``, as the phrases it stands for."""
    parts = [part.split("|") for part in _CHOICE.split(words)]
    return (" ".join("".join(chosen).split()) for chosen in product(*parts))


def _checked(name: str, entry: Entry) -> Iterator[tuple[str, CueForm]]:
    try:
        yield from readings(entry)
    except (KeyError, ValueError, IndexError, TypeError) as error:
        raise BadData(f"{name}.yaml: {entry['lemma']}: {error!r}") from error


def check() -> list[str]:
    """What an editor should mend: spelling, examples without the cue, unknown classes and reasons, doubles."""
    said: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for lexicon, entry in (found for name in LEXICONS for found in cue_entries(name)):
        where = f"{lexicon}.yaml: {entry['lemma']}"
        said += [f"{where}: {fault}" for fault in _faults(entry)]
        same = (entry["lemma"], entry["pos"], entry.get("form", ""), entry.get("root", ""), *classes(entry))
        if same in seen:
            said.append(f"{where}: twice")
        seen.add(same)
    return said


def _faults(entry: Entry) -> Iterator[str]:
    for text in (entry["lemma"], entry["example"], *entry.get("forms", ()), *entry.get("plural", ())):
        if normalise(text).text != text:
            yield f"not in standard spelling: {text}"
    yield from (f"unknown class {name}" for name in classes(entry) if name not in CUES)
    if entry.get("reason", "unstated") not in REASONS:
        yield f"unknown reason {entry['reason']}"
    if not _exemplified(entry):
        yield "no form in the example"


def _exemplified(entry: Entry) -> bool:
    example = f" {_cut(entry['example'])} "
    return any(f" {words} " in example for text, form in readings(entry) for words in keys(text, entry, form.pos))
