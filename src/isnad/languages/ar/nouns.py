"""Forms of Arabic nouns, adjectives and participles in undiacritised spelling, with and without the article."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NounForm:
    """One spelling with its number (s, d, p) and gender (m, f; None where a noun's spelling does not show it)."""

    text: str
    number: str
    gender: str | None = None


def noun_forms(singular: str, plurals: Iterable[str] = ()) -> tuple[NounForm, ...]:
    """Singular, accusative, plurals, dual; construct forms and those before a pronoun (هجمت); no form twice."""
    made = _number(_singular(singular), "s")
    for plural in plurals:
        made += _number(_plural(plural), "p")
    return tuple(dict.fromkeys(made + _number(_dual(singular), "d")))


def adjective_forms(
    masculine: str, *, feminine: str | None = None, plurals: Iterable[str] | None = None, weak: bool = False
) -> tuple[NounForm, ...]:
    """Both genders, three numbers. ``plurals`` replaces the sound masculine one; ``weak``: رام for رامي is a form."""
    feminine = feminine or feminine_of(masculine)
    made = _number(_singular(masculine), "s", "m") + _number([masculine[:-1]] * weak, "s", "m")
    made += _number(_singular(feminine), "s", "f")
    sound = [sound_masculine(masculine, weak=weak)] if plurals is None else [_plural(plural) for plural in plurals]
    for forms in sound:
        made += _number(forms, "p", "m")
    made += _number(_plural(sound_feminine(feminine)), "p", "f")
    return tuple(dict.fromkeys(made + _number(_dual(masculine), "d", "m") + _number(_dual(feminine), "d", "f")))


def feminine_of(masculine: str) -> str:
    """The regular feminine: مهاجم مهاجمة، مستولى مستولاة."""
    return masculine[:-1] + "اة" if masculine.endswith("ى") else masculine + "ة"


def sound_feminine(singular: str) -> str:
    """The plural in ات: هجمة هجمات، انتخاب انتخابات، منشأة منشآت، مباراة مباريات."""
    if singular.endswith("اة"):
        return singular[:-2] + "يات"
    stem = singular.removesuffix("ة")
    return stem[:-1] + "آت" if stem.endswith("أ") else stem + "ات"


def sound_masculine(singular: str, *, weak: bool = False) -> Iterator[str]:
    """The plural in ون and ين with and without article, its construct and the forms before a pronoun."""
    stem = singular[:-1] if weak or singular.endswith("ى") else singular
    yield from _both(stem + "ون", stem + "ين")
    yield from (stem + "و", stem + "ي")


def _dual(singular: str) -> Iterator[str]:
    stem = {"ة": singular[:-1] + "ت", "ى": singular[:-1] + "ي"}.get(singular[-1], singular)
    yield from _both(stem + "ان", stem + "ين")
    yield from (stem + "ا", stem + "ي")


def _singular(text: str) -> Iterator[str]:
    yield from _both(text)
    if text.endswith("ة"):
        yield text[:-1] + "ت"
    elif text.endswith("ى"):
        yield text[:-1] + "ا"
    elif not text.endswith(("اء", "ا", "أ")):
        yield text + "ا"


def _plural(text: str) -> Iterator[str]:
    if text.endswith("ون"):
        yield from sound_masculine(text[:-2])
    elif text.endswith("ات"):
        yield from _both(text)
    else:
        yield from _singular(text)


def _both(*texts: str) -> Iterator[str]:
    for text in texts:
        yield text
        yield "ال" + text


def _number(texts: Iterable[str], number: str, gender: str | None = None) -> list[NounForm]:
    return [NounForm(text, number, gender) for text in texts]
