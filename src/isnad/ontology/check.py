"""The editor's eye on the ontology: what a reviewer would send back."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from isnad.ontology.ontology import read_rows

ARABIC = re.compile("[\u0621-\u064a]")
UNWANTED = re.compile("[\u0640\u064b-\u0652\ufb50-\ufdff\ufe70-\ufeff]")
MINIMUM_EXAMPLES = 2


def check() -> list[str]:
    """Editorial problems of the package's own files, one line each; empty when there are none."""
    return problems(read_rows("types.yaml"), modes=read_rows("modes.yaml"))


def problems(types: Sequence[Mapping[str, Any]], *, modes: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[str]:
    """Editorial problems of rows as the two files hold them."""
    names = [row.get("name", "") for row in types]
    found = [f"{name}: the name stands twice" for name in repeated(names)]
    found += [f"{name}: has modes and is no type" for name in modes if name not in names]
    for row in types:
        found += type_problems(row)
    for name, rows in modes.items():
        found += [f"{name}: mode {mode} stands twice" for mode in repeated([row.get("name", "") for row in rows])]
        found += [problem for row in rows for problem in mode_problems(row, of=name)]
    return found


def type_problems(row: Mapping[str, Any]) -> Iterator[str]:
    name = row.get("name", "?")
    definition, examples = row.get("definition", {}), row.get("examples", [])
    if not name.isupper():
        yield f"{name}: the name is not in capitals"
    if row.get("class") not in ("event", "state"):
        yield f"{name}: class is neither event nor state"
    if not isinstance(row.get("symmetric"), bool):
        yield f"{name}: symmetric is neither true nor false"
    if not -10 <= row.get("weight", 99) <= 10:
        yield f"{name}: weight is missing or beyond 10"
    yield from label_problems(row, of=f"{name} label")
    yield from label_problems(definition, of=f"{name} definition")
    if len(examples) < MINIMUM_EXAMPLES:
        yield f"{name}: fewer than {MINIMUM_EXAMPLES} examples"
    for example in examples:
        yield from arabic_problems(example["text"], of=f"{name} example")
        if example["trigger"] not in example["text"]:
            yield f"{name} example: {example['trigger']} does not stand in it"


def mode_problems(row: Mapping[str, Any], *, of: str) -> Iterator[str]:
    place = f"{of} mode {row.get('name', '?')}"
    yield from label_problems(row, of=place)
    yield from arabic_problems(row.get("example", ""), of=f"{place} example")


def label_problems(row: Mapping[str, Any], *, of: str) -> Iterator[str]:
    if not row.get("en"):
        yield f"{of}: no English"
    yield from arabic_problems(row.get("ar", ""), of=of)


def arabic_problems(text: str, *, of: str) -> Iterator[str]:
    if not ARABIC.search(text):
        yield f"{of}: no Arabic"
    if UNWANTED.search(text):
        yield f"{of}: tatweel, a vowel sign or a presentation form"


def repeated(names: Sequence[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
