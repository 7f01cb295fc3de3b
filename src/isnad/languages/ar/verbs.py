"""All inflected forms of Arabic verbs in undiacritised standard spelling.

Where one spelling serves several persons the third stands for all (هاجمت is "she", not "I"); where it serves active
and passive the voice is ``either``. Forms before an object pronoun are among them (هاجموه has هاجمو, رماه has رما).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from isnad.languages.ar.nouns import NounForm, adjective_forms, noun_forms, sound_feminine
from isnad.languages.ar.spelling import spell, spellings
from isnad.languages.ar.stems import WEAK, Stem, Stems, stems

FormClass = Literal[
    "past", "present", "masdar", "active-participle", "passive-participle", "noun", "adjective", "phrase"
]
Voice = Literal["active", "passive", "either"]
WeakEndings = dict[str, dict[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Features:
    """What a form shows: person 1-3, number s d p, gender m f, voice; None where it does not apply or show."""

    person: int | None = None
    number: str | None = None
    gender: str | None = None
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One spelling of a verb, a masdar or a participle."""

    text: str
    pos: FormClass
    features: Features


@dataclass(frozen=True, slots=True)
class Masdar:
    """A verbal noun and its plurals."""

    singular: str
    plurals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb by its lemma (past, third masculine singular), spaced root and form.

    ``present`` is needed for form I; ``masdars`` are those of form I, and replace the regular one of other forms.
    """

    lemma: str
    root: str
    form: str
    present: str = ""
    masdars: tuple[Masdar, ...] = ()
    passive: bool = True


# Person, number, gender; past ending (V: on the stem before a vowel, C: before a consonant); third persons come first.
PAST = [
    (3, "s", "m", "Va"), (3, "s", "f", "Vaت"), (3, "p", "m", "VUا"), (3, "p", "m", "VU"), (3, "d", "m", "VA"),
    (3, "d", "f", "VaتA"), (3, "p", "f", "Cنa"), (1, "p", None, "CنA"), (1, "s", None, "Cتu"), (2, "p", "m", "Cتuم"),
    (2, "d", None, "CتuمA"),
]  # fmt: skip
# The same for the present: prefix consonant, ending; C without ending is the jussive.
PRESENT = [
    (3, "s", "m", "ي", "V"), (3, "s", "m", "ي", "C"), (3, "s", "f", "ت", "V"), (3, "s", "f", "ت", "C"),
    (3, "p", "m", "ي", "VUن"), (3, "p", "m", "ي", "VUا"), (3, "p", "m", "ي", "VU"), (3, "p", "f", "ي", "Cنa"),
    (3, "d", "m", "ي", "VAن"), (3, "d", "m", "ي", "VA"), (3, "d", "f", "ت", "VAن"), (3, "d", "f", "ت", "VA"),
    (1, "s", None, "ء", "V"), (1, "s", None, "ء", "C"), (1, "p", None, "ن", "V"), (1, "p", None, "ن", "C"),
    (2, "p", "m", "ت", "VUن"), (2, "p", "m", "ت", "VUا"), (2, "p", "m", "ت", "VU"), (2, "s", "f", "ت", "VIن"),
    (2, "s", "f", "ت", "VI"),
]  # fmt: skip
# What a weak last radical makes of some endings, by the vowel it leaves; for the others see _joined.
WEAK_PAST: WeakEndings = {
    "a": {"Va": ("ى", "A"), "VA": ("aيA",)},
    "w": {"Va": ("A",), "VA": ("aوA",)},
    "i": {"Va": ("iيa",), "Vaت": ("iيaت",), "VA": ("iيA",), "VaتA": ("iيaتA",)},
}
WEAK_PRESENT: WeakEndings = {
    "i": {"V": ("I",), "VAن": ("iيAن",), "VA": ("iيA",)},
    "u": {"V": ("U",), "VAن": ("uوAن",), "VA": ("uوA",)},
    "a": {"V": ("ى", "A"), "VAن": ("aيAن",), "VA": ("aيA",)},
}
BEFORE_CONSONANT = {"a": "aي", "w": "aو", "i": "I", "u": "U"}


def verb_of(entry: Mapping[str, Any]) -> Verb:
    """The verb that a lexicon entry describes by ``lemma, root, form, present, masdar, passive``.

    ``masdar`` lists words or ``{sg, pl}``; a word in ة, or of another form than I, takes its plural in ات.
    """
    form = str(entry["form"])
    masdars = tuple(_masdar(item, form) for item in entry.get("masdar", ()))
    return Verb(entry["lemma"], entry["root"], form, entry.get("present", ""), masdars, entry.get("passive", True))


def _masdar(item: str | Mapping[str, Any], form: str) -> Masdar:
    if not isinstance(item, str):
        return Masdar(item["sg"], tuple(item.get("pl", ())))
    return Masdar(item, (sound_feminine(item),) if form != "I" or item.endswith("ة") else ())


@cache
def verb_forms(verb: Verb) -> tuple[VerbForm, ...]:
    """Finite forms, masdars and participles, no (spelling, class) twice.

    Raises KeyError for an unknown form, ValueError for a form I without its present.
    """
    made = stems(lemma=verb.lemma, root=verb.root, form=verb.form, present=verb.present)
    return _merged([*finite_forms(verb, made), *participles(verb, made), *masdar_forms(verb, made)])


def finite_forms(verb: Verb, made: Stems) -> Iterator[VerbForm]:
    """Past and present, active and (if the verb has one) passive; a spelling may come twice."""
    voices: list[Voice] = ["active", "passive"] if verb.passive else ["active"]
    for person, number, gender, ending in PAST:
        for voice in voices:
            stem = made.past if voice == "active" else made.past_passive
            for sound in _joined(stem, ending, WEAK_PAST):
                yield from _forms(sound, "past", Features(person, number, gender, voice))
    for person, number, gender, letter, ending in PRESENT:
        for voice in voices:
            stem = made.present if voice == "active" else made.present_passive
            prefix = letter + (made.prefix if voice == "active" else "u")
            for sound in _joined(stem, ending, WEAK_PRESENT):
                yield from _forms(prefix + sound, "present", Features(person, number, gender, voice))


def participles(verb: Verb, made: Stems) -> Iterator[VerbForm]:
    """Active and passive participles in both genders and all numbers."""
    weak = verb.root[-1] in WEAK
    active = adjective_forms(spell(made.active_participle), weak=weak)
    yield from _nominal(active, "active-participle", "active")
    if verb.passive:
        yield from _nominal(adjective_forms(spell(made.passive_participle)), "passive-participle", "passive")


def masdar_forms(verb: Verb, made: Stems) -> Iterator[VerbForm]:
    """The masdars the verb names, else its regular one with the plural in ات."""
    masdars = verb.masdars
    if not masdars and made.masdar:
        regular = spell(made.masdar)
        masdars = (Masdar(regular, (sound_feminine(regular),)),)
        if verb.root[-1] in WEAK and verb.form in ("V", "VI"):
            masdars += (Masdar(regular[:-1]),)
    for masdar in masdars:
        yield from _nominal(noun_forms(masdar.singular, masdar.plurals), "masdar", None)


def _joined(stem: Stem, ending: str, weak: WeakEndings) -> tuple[str, ...]:
    place, rest = ending[0], ending[1:]
    if not stem.ending:
        return ((stem.long if place == "V" else stem.short) + rest,)
    vowel = "a" if stem.ending == "w" and weak is WEAK_PRESENT else stem.ending
    if ending in weak[vowel]:
        return tuple(stem.long + sound for sound in weak[vowel][ending])
    if place == "C":
        return (stem.long + (BEFORE_CONSONANT[vowel] if rest else vowel) + rest,)
    if vowel in "aw" and rest[:1] in "UI":  # رمَوا, يرضَين
        return (stem.long + "a" + {"U": "و", "I": "ي"}[rest[0]] + rest[1:],)
    return (stem.long + rest,)


def _forms(sound: str, pos: FormClass, features: Features) -> Iterator[VerbForm]:
    for text in spellings(sound):
        yield VerbForm(text, pos, features)


def _nominal(forms: Iterable[NounForm], pos: FormClass, voice: Voice | None) -> Iterator[VerbForm]:
    for form in forms:
        yield VerbForm(form.text, pos, Features(None, form.number, form.gender, voice))


def _merged(forms: Iterable[VerbForm]) -> tuple[VerbForm, ...]:
    kept: dict[tuple[str, FormClass], VerbForm] = {}
    for form in forms:
        first = kept.setdefault((form.text, form.pos), form)
        if first.features.voice != form.features.voice and form.pos in ("past", "present"):
            features = Features(first.features.person, first.features.number, first.features.gender, "either")
            kept[form.text, form.pos] = VerbForm(form.text, form.pos, features)
    return tuple(kept.values())
