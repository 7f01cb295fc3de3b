"""The editor's check of the actor files: what a reviewer should mend."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from isnad.errors import BadData
from isnad.knowledge.actors import actor_of
from isnad.knowledge.entries import ACTORS, Entry, read_entries
from isnad.knowledge.templates import expand, make_all, states_of
from isnad.text.normal import key, normalise

KINDS = {
    "state",
    "institution",
    "person",
    "armed-group",
    "party",
    "coalition",
    "organization",
    "people",
    "outlet",
    "title",
}
COMMON = {"id", "kind", "en", "ar", "short", "country", "part_of", "wikidata", "example", "shared", "homographs"}
OF_STATES = {"demonym", "capital", "distant"}
OF_TEMPLATES = {"states", "everywhere"}
OF_OTHERS = {"roles", "role", "of", "owner", "alignment", "wire"}
FIELDS = COMMON | OF_STATES | OF_TEMPLATES | OF_OTHERS
ARABIC = ("ar", "short", "example", "capital", "shared", "homographs")


def check(folder: Path = ACTORS) -> list[str]:
    """What is wrong with the actor files, one line each, with file and id; empty when all is well."""
    try:
        entries = read_entries(folder)
        expanded = expand(entries)
    except BadData as error:
        return [str(error)]
    checks = (
        _ids(entries),
        _names_borne_twice(entries),
        _references(entries, expanded),
        _examples(entries),
        (problem for entry in entries for problem in _entry(entry)),
    )
    return [problem for problems in checks for problem in problems]


def _ids(entries: Sequence[Entry]) -> Iterator[str]:
    first: dict[str, Entry] = {}
    for entry in entries:
        if (other := first.setdefault(entry.id, entry)) is not entry:
            yield f"{entry.at}: the id is also in {other.file}"


def _names_borne_twice(entries: Sequence[Entry]) -> Iterator[str]:
    bearers: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        shared = set(map(key, entry.words("shared")))
        for name in {key(name) for name in entry.words("ar")} - shared:
            bearers[str(entry.text("kind")), name].append(entry)
    for (kind, name), found in bearers.items():
        if len(found) > 1:
            yield f"{found[1].at}: {name!r} is already a {kind}, {found[0].at} (mark it `shared` in both if it is)"


def _references(entries: Sequence[Entry], expanded: Sequence[Entry]) -> Iterator[str]:
    ids = {entry.id for entry in expanded}
    countries = {country for entry in entries if (country := entry.text("country")) == entry.id.upper()}
    offices = {entry.text("role") for entry in entries if entry.text("kind") == "title"}
    for entry in expanded:
        for field in ("part_of", "of"):
            if (other := entry.text(field)) and other not in ids:
                yield f"{entry.at}: {field} {other} is unknown"
        if (country := entry.text("country")) and country not in countries:
            yield f"{entry.at}: country {country} is unknown"
        for role in entry.fields.get("roles") or () if not entry.made else ():
            if role.get("of") not in ids:
                yield f"{entry.at}: of {role.get('of')} is unknown"
            if role.get("role") not in offices:
                yield f"{entry.at}: role {role.get('role')} is unknown"


def _examples(entries: Sequence[Entry]) -> Iterator[str]:
    states = states_of(entries)
    for entry in entries:
        bearers = make_all(entry, states) if entry.is_template else [entry]
        if (example := entry.text("example")) is None:
            yield f"{entry.at}: no example"
        elif not any(_holds(example, bearer) for bearer in bearers):
            yield f"{entry.at}: the example holds none of the names"


def _holds(example: str, entry: Entry) -> bool:
    return any(key(name) in key(example) for name in (*entry.words("ar"), *entry.words("short")))


def _entry(entry: Entry) -> Iterator[str]:
    yield from (f"{entry.at}: unknown field {field}" for field in sorted(set(entry.fields) - FIELDS))
    if entry.text("kind") not in KINDS:
        yield f"{entry.at}: kind {entry.text('kind')} is unknown"
    if not entry.words("ar") and entry.text("kind") != "title":
        yield f"{entry.at}: no name"
    yield from _spelling(entry)
    if entry.text("kind") != "title":
        try:
            actor_of(entry)
        except BadData as error:
            yield str(error)


def _spelling(entry: Entry) -> Iterator[str]:
    for field in ARABIC:
        for word in entry.words(field):
            if normalise(word).text != word:
                yield f"{entry.at}: {word!r} has marks, tatweel, presentation forms or foreign digits"
            if word != " ".join(word.split()):
                yield f"{entry.at}: {word!r} has stray spaces"
    for field in ("ar", "short"):
        seen: dict[str, str] = {}
        for word in entry.words(field):
            if (other := seen.setdefault(key(word), word)) is not word:
                yield f"{entry.at}: {word!r} is {other!r} to the matcher"
