"""The entries that the page on lexicons shows are entries, and every file, field and class is explained."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from isnad.languages.ar import cues, triggers
from isnad.languages.ar.count_words import FILE as COUNTS_FILE
from isnad.languages.ar.count_words import counted_by
from isnad.languages.ar.tokenizer import tokenize
from isnad.model import COUNTS
from isnad.ontology import load_ontology
from isnad.text.normal import key, normalise

from .pages import blocks, page, section, told

TRIGGERS: list[dict[str, Any]] = blocks("lexicons", "## A trigger")[0]
CUES: list[dict[str, Any]] = blocks("lexicons", "## A verb of telling, a voice, a phrase of anonymity")[0]


def tokens(text: str) -> str:
    return f" {' '.join(tokenize(normalise(text)).keys)} "


@pytest.mark.parametrize("entry", TRIGGERS, ids=lambda entry: entry["lemma"])
def test_a_trigger_of_the_page_is_one(entry: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "assault.yaml"
    path.write_text(yaml.safe_dump([entry], allow_unicode=True), "utf-8")
    ((_, read),) = triggers.entries(path)
    forms = {key(form.text) for form in triggers.entry_forms(read)}
    assert any(f" {form} " in tokens(entry["example"]) for form in forms)
    assert load_ontology().admits("ASSAULT", mode=entry.get("mode"))


def test_the_number_of_forms_that_the_page_gives() -> None:
    entry = {name: value for name, value in TRIGGERS[0].items() if name != "without"}
    assert abs(len(list(triggers.entry_forms(entry))) - 90) < 10


@pytest.mark.parametrize("entry", CUES, ids=lambda entry: entry["lemma"])
def test_a_cue_of_the_page_is_one(entry: dict[str, Any]) -> None:
    assert entry.keys() <= cues.FIELDS and entry.keys() >= cues.REQUIRED
    assert set(cues.classes(entry)) <= set(cues.CUES)
    found = [words for text, form in cues.readings(entry) for words in cues.keys(text, entry, form.pos)]
    assert any(f" {words} " in tokens(entry["example"]) for words in found)


def test_every_field_class_and_reason_is_explained() -> None:
    said = told("lexicons")
    assert (triggers.FIELDS | cues.FIELDS | cues.REASONS | {*COUNTS}) - said == set()
    assert set(cues.CUES) - said == set()


def test_every_lexicon_is_on_the_page() -> None:
    folder = cues.FOLDER
    names = {path.name for place in (folder, folder.parent / "patterns") for path in place.glob("*.yaml")}
    assert {name for name in names if name not in page("lexicons")} == set()
    assert all(re.search(rf"`{name}`", page("lexicons")) for name in cues.LEXICONS)


def test_every_section_of_place_words_is_on_the_page() -> None:
    data = yaml.load((cues.FOLDER / "places.yaml").read_text("utf-8"), yaml.CSafeLoader)
    assert set(data) - told("lexicons") == set()
    assert {field for rows in data.values() for row in rows for field in row} - {"example"} <= set(
        re.findall(r"\w+", section(page("lexicons"), "## A place word"))
    )


def test_every_count_word_is_a_trigger_and_stands_in_its_example() -> None:
    forms: dict[str, set[str]] = {}
    for words, readings in triggers.triggers().items():
        for reading in readings:
            forms.setdefault(key(reading.lemma), set()).add(words)
    data = yaml.load(COUNTS_FILE.read_text("utf-8"), yaml.CSafeLoader)
    assert set(data) == set(COUNTS) and sum(map(len, data.values())) == len(counted_by())
    for entry in (entry for rows in data.values() for entry in rows):
        lemma, said = key(entry["lemma"]), f" {key(entry['example'])} "
        assert lemma in triggers.triggers(), entry
        assert any(f" {words}" in said for words in forms.get(lemma, {lemma})), entry
