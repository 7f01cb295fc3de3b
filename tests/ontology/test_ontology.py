"""The ontology loads whole, and its data stands up to its own editor."""

from dataclasses import FrozenInstanceError

import pytest

from isnad.ontology import check, load_ontology
from isnad.ontology.check import problems
from isnad.ontology.ontology import read_rows

STATES = {"ALIGNED", "OPPOSED", "CONTROLS", "PRESENT"}


def test_sixteen_events_and_four_states() -> None:
    types = load_ontology().types.values()
    assert len(types) == 20
    assert {found.name for found in types if found.kind == "state"} == STATES


def test_the_editor_has_nothing_to_send_back() -> None:
    assert check() == []


def test_direction_is_none_where_the_parties_are_peers() -> None:
    symmetric = {found.name for found in load_ontology().types.values() if found.symmetric}
    assert symmetric == {"AGREE", "CONSULT", "COOPERATE", "ALIGNED", "OPPOSED"}


def test_violence_weighs_most_and_deeds_more_than_words() -> None:
    weight = {name: found.weight for name, found in load_ontology().types.items()}
    assert min(weight, key=lambda name: weight[name]) == "ASSAULT"
    assert weight["AID"] > weight["SUPPORT"] > 0 > weight["ACCUSE"] > weight["COERCE"]


def test_a_mode_belongs_to_its_type() -> None:
    ontology = load_ontology()
    assert ontology.admits("CONSULT", mode="visit")
    assert not ontology.admits("ASSAULT", mode="visit")
    assert not ontology.admits("DANCE")
    assert "AGREE" in ontology and ontology["AGREE"].mode("visit") is None


def test_values_are_frozen_and_read_once() -> None:
    ontology = load_ontology()
    assert ontology is load_ontology()
    with pytest.raises(FrozenInstanceError):
        ontology["AGREE"].weight = 0  # type: ignore[misc]
    with pytest.raises(TypeError):
        ontology.types["DANCE"] = ontology["AGREE"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"ar": ""}, "no Arabic"),
        ({"en": ""}, "no English"),
        ({"weight": 11}, "beyond 10"),
        ({"class": "thing"}, "neither event nor state"),
        ({"symmetric": "yes"}, "neither true nor false"),
        ({"examples": []}, "fewer than 2 examples"),
        ({"name": "agree"}, "not in capitals"),
        ({"ar": "اتـفاق"}, "tatweel"),
    ],
)
def test_the_editor_sees(change: dict[str, object], complaint: str) -> None:
    row = {**read_rows("types.yaml")[0], **change}
    assert any(complaint in problem for problem in problems([row], modes={}))


def test_the_editor_sees_doubles_and_strays() -> None:
    row = read_rows("types.yaml")[0]
    mode = read_rows("modes.yaml")["CONSULT"][0]
    found = problems([row, row], modes={"AGREE": [mode, mode], "DANCE": []})
    assert "AGREE: the name stands twice" in found
    assert "AGREE: mode visit stands twice" in found
    assert "DANCE: has modes and is no type" in found
