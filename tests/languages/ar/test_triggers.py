"""The trigger lexicon: every entry's example is run, and the forms lead back to types, modes and light verbs."""

import pickle
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from isnad.errors import BadData
from isnad.languages.ar.triggers import FOLDER, Entry, entries, entry_forms, light_verbs, triggers
from isnad.ontology import load_ontology
from isnad.text.normal import key

FILES = sorted(FOLDER.glob("*.yaml"))
ENTRIES = [(path.stem, entry) for path in FILES for _, entry in entries(path)]
BEFORE = ("", "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "وس", "فب", "فل", "فس")
AFTER = ("", "ه", "ها", "هم", "هما", "هن", "كم", "نا", "ي")
LEAST = {
    "assault": 170, "coerce": 110, "mobilize": 60, "retreat": 45, "protest": 45, "threaten": 35, "sanction": 45,
    "controls": 30, "present": 25, "aid": 60,
}  # fmt: skip


@cache
def cores(word: str) -> frozenset[str]:
    """What is left of a word's key when the clitics that grammar allows are taken off."""
    return frozenset(_cores(word))


def _cores(word: str) -> Iterator[str]:
    for before in BEFORE:
        if word.startswith(before):
            rest = word[len(before) :]
            yield from (rest.removesuffix(after) for after in AFTER if rest.endswith(after))
            if before.endswith("ل") and rest.startswith("ل"):
                yield "ا" + rest


def holds(example: str, forms: set[str]) -> bool:
    """Whether one of the forms stands in the example, clitics taken off its outer edges."""
    words = key(example).split()
    spans = (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 6, len(words)) + 1))
    return any(forms & cores(span) for span in spans)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_example_contains_a_form_of_its_entry(path: Path) -> None:
    without = [
        entry["lemma"]
        for _, entry in entries(path)
        if not holds(entry["example"], {key(form.text) for form in entry_forms(entry)})
    ]
    assert not without


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_verb_is_among_its_own_forms(path: Path) -> None:
    assert not [entry["lemma"] for _, entry in entries(path) if not _has_lemma(entry)]


def _has_lemma(entry: Entry) -> bool:
    left_out = "past" in entry.get("without", ()) or key(entry["lemma"]) in map(key, entry.get("homographs", ()))
    return left_out or entry["lemma"] in {form.text for form in entry_forms(entry)}


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_no_entry_stands_twice_in_a_file(path: Path) -> None:
    names = sorted(
        (entry["lemma"], entry["pos"], entry.get("root", ""), entry.get("form", "")) for _, entry in entries(path)
    )
    assert not [first for first, second in pairwise(names) if first == second]


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_a_file_holds_enough_entries(name: str, least: int) -> None:
    assert sum(1 for each, _ in ENTRIES if each == name) >= least


def test_types_and_modes_are_those_of_the_ontology() -> None:
    known = load_ontology()
    for name, entry in ENTRIES:
        if name != "light":
            assert known.admits(name.upper(), mode=entry.get("mode")), (name, entry["lemma"], entry.get("mode"))
            assert all(known.admits(each) for each in entry.get("also", ())), entry["lemma"]


def test_light_verbs_are_defined_once_for_all() -> None:
    defined = {entry["lemma"] for name, entry in ENTRIES if name == "light"}
    named = {lemma for _, entry in ENTRIES for lemma in entry.get("light", ())}
    assert named <= defined


def test_a_key_leads_to_all_its_readings() -> None:
    strike = triggers()["غارات"]
    assert {(form.lemma, form.mode, form.features.number) for form in strike} >= {("غارة", "aerial", "p")}
    assert "شن" in strike[0].light
    assert {kind.name for form in triggers()["احتجزت"] for kind in form.types} >= {"COERCE", "ASSAULT"}
    assert any(form.pos == "phrase" for form in triggers()[key("وقف إطلاق النار")])


def test_keys_are_keys() -> None:
    assert not [words for words in triggers() if words != key(words)]


def test_a_weak_word_says_so() -> None:
    assert all(kind.weak for form in triggers()["ضحايا"] for kind in form.types if kind.name == "ASSAULT")


def test_light_verbs_trigger_nothing() -> None:
    assert all(not form.types for form in light_verbs()["شنت"])


def test_the_index_survives_pickling() -> None:
    assert pickle.loads(pickle.dumps(light_verbs())) == light_verbs()


@pytest.mark.parametrize("text", ["- {lemma: قصف, pos: verb}", "- {lemma: قصف, pos: noun, example: قصف, colour: red}"])
def test_a_broken_entry_names_file_and_lemma(text: str, tmp_path: Path) -> None:
    broken = tmp_path / "assault.yaml"
    broken.write_text(text, encoding="utf-8")
    with pytest.raises(BadData, match=r"assault.yaml: قصف"):
        entries(broken)
