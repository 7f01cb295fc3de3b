"""The page on claims says what the ontology says."""

from typing import get_args

import pytest

from isnad.model import COUNTS, Modality, Quote, SourceKind
from isnad.ontology import ClaimType, load_ontology

from .pages import page, rows, section, told

TYPES = list(load_ontology().types.values())
TABLE = {row[0]: row for row in rows(section(page("claims"), "## Types"))}
MODES = rows(section(page("claims"), "## Modes"))


def number(weight: float) -> str:
    return f"{weight:g}"


@pytest.mark.parametrize("one", TYPES, ids=lambda one: one.name)
def test_every_type_is_told_as_it_is(one: ClaimType) -> None:
    _, label, kind, weight, definition, example = TABLE[one.name]
    assert label == f"{one.label.en}, {one.label.ar}"
    assert kind == (f"{one.kind}, symmetric" if one.symmetric else one.kind)
    assert weight == number(one.weight)
    assert definition == one.definition.en
    assert example in [said.text.replace(said.trigger, f"**{said.trigger}**", 1) for said in one.examples]


@pytest.mark.parametrize("one", TYPES, ids=lambda one: one.name)
def test_every_mode_is_told_as_it_is(one: ClaimType) -> None:
    expected = [[f"`{mode.name}`", f"{mode.label.en}, {mode.label.ar}", mode.example] for mode in one.modes]
    assert [row[1:] for row in MODES if row[0] == one.name] == expected


def test_no_type_is_told_that_is_none() -> None:
    assert {*TABLE, *(row[0] for row in MODES)} - {"type"} == {one.name for one in TYPES}


def test_stances_voices_quotes_and_counts() -> None:
    for kinds in (Modality, SourceKind, Quote):
        assert set(get_args(kinds)) <= told("claims")
    assert all(name in page("claims") for name in COUNTS)
