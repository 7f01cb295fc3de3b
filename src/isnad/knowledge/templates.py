"""Templates of actors: what every state has, under names built from its demonym."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from re import compile as pattern
from typing import Any

from isnad.errors import BadData
from isnad.knowledge.entries import Entry

_PLACE = pattern(r"\{(\w+)\}")
_ARTICLE = "ال"
_NAMES_IN_CONSTRUCT = 3  # the later names of a state are its long official ones

Forms = Mapping[str, tuple[str, ...]]


def expand(entries: Sequence[Entry]) -> list[Entry]:
    """The written entries, then what the templates make for every state that has the forms they ask for.

    A written entry with the id of a made one stands in its place, with the template's names after its own. A name
    that is written for one actor is given to no other by a template; only in that spelling, for folding them all
    here would double the time.
    """
    written = {entry.id: entry for entry in entries if not entry.is_template}
    bearers = {_bearing(entry, name): entry.id for entry in written.values() for name in entry.words("ar")}
    states = states_of(entries)
    for template in (entry for entry in entries if entry.is_template):
        for made in make_all(template, states):
            names = [name for name in made.words("ar") if bearers.get(_bearing(made, name), made.id) == made.id]
            made = Entry(made.file, dict(made.fields) | {"ar": names}, made=True)
            written[made.id] = merge(written[made.id], made) if made.id in written else made
    return list(written.values())


def _bearing(entry: Entry, name: str) -> tuple[bool, str]:
    return entry.fields.get("kind") == "title", name


def states_of(entries: Sequence[Entry]) -> list[tuple[Entry, Forms]]:
    """What templates are filled for: the states, and whatever else has a demonym."""
    written = (entry for entry in entries if not entry.is_template)
    return [(entry, forms(entry)) for entry in written if "demonym" in entry.fields or entry.text("kind") == "state"]


def make_all(template: Entry, states: Sequence[tuple[Entry, Forms]]) -> Iterator[Entry]:
    """What the template makes of the states."""
    for state, words in states:
        if applies(template, state) and (made := make(template, state, words)):
            yield made


def applies(template: Entry, state: Entry) -> bool:
    """Whether the template is meant for the state at all."""
    if "states" in template.fields:
        return state.id in template.words("states")
    return bool(template.fields.get("everywhere")) or not state.fields.get("distant")


def forms(state: Entry) -> Forms:
    """What the places of a template may be filled with, for one state."""
    demonym = Entry(state.file, {"id": state.id, **state.fields.get("demonym", {})})
    bare = {form: demonym.words(form) for form in ("m", "f", "pl", "pl_obl")}
    definite = {form: demonym.words(f"def_{form}") or tuple(map(with_article, words)) for form, words in bare.items()}
    indefinite = {f"indef_{form}": words for form, words in bare.items()}
    return (
        definite
        | indefinite
        | {
            "name": state.words("ar")[:_NAMES_IN_CONSTRUCT],
            "en": (state.text("en") or state.id,),
            "state": (state.id,),
        }
    )


def with_article(words: str) -> str:
    """Every word made definite: كوري جنوبي, الكوري الجنوبي."""
    return " ".join(_ARTICLE + word for word in words.split())


def fill(text: str, words: Forms) -> Iterator[str]:
    """The text once for every combination of the forms it asks for; nothing if the state lacks one."""
    places = _PLACE.findall(text)
    for chosen in product(*(words[place] for place in places)):
        yield text.format(**dict(zip(places, chosen, strict=True)))


def make(template: Entry, state: Entry, words: Forms) -> Entry | None:
    """The template's entry for one state; None if none of its names can be filled."""
    try:
        names = [name for text in template.words("ar") for name in fill(text, words)]
        fields: dict[str, Any] = dict(template.fields) | {"ar": names, "country": state.fields.get("country")}
        fields |= {field: next(fill(text, words)) for field, text in _texts(template)}
    except (KeyError, IndexError, ValueError) as error:
        raise BadData(f"{template.at}: cannot be filled for {state.id}: {error!r}") from error
    return Entry(template.file, fields, made=True) if names else None


def _texts(template: Entry) -> Iterable[tuple[str, str]]:
    return [(field, text) for field in ("id", "en", "part_of", "of") if (text := template.text(field))]


def merge(written: Entry, made: Entry) -> Entry:
    """The written entry, with the names and short forms that the template adds."""
    added = {field: [*written.words(field), *made.words(field)] for field in ("ar", "short")}
    return Entry(written.file, dict(made.fields) | dict(written.fields) | added)
