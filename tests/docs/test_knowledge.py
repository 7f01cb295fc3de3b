"""The entries that the page on knowledge shows are entries, and every field is explained."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from isnad.knowledge.actors import load_actors
from isnad.knowledge.check import FIELDS, KINDS, check
from isnad.knowledge.gazetteer import KINDS as PLACE_KINDS
from isnad.knowledge.gazetteer import Gazetteer, read_supplement
from isnad.text.normal import key

from .pages import blocks, told

ACTORS = ("## An actor", "## A state and its bodies", "## A title", "## An outlet")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A knowledge base of just what the page shows."""
    entries = [entry for heading in ACTORS for block in blocks("knowledge", heading) for entry in block]
    (tmp_path / "page.yaml").write_text(yaml.safe_dump(entries, allow_unicode=True), "utf-8")
    return tmp_path


def test_the_actors_of_the_page_pass_the_check(folder: Path) -> None:
    assert check(folder) == []


def test_they_do_what_the_page_says(folder: Path) -> None:
    from datetime import date

    known = load_actors(folder)
    assert known.by_id["xx-army"].name == "Armed forces of Exland"
    holder = known.holder("defence-minister", "xx", date(2013, 5, 1))
    assert holder and holder.id == "xx-yahya"
    assert known.outlets["xx-news-agency"].wire


def test_the_places_of_the_page_are_found() -> None:
    made = Gazetteer()
    entries: list[dict[str, Any]] = blocks("knowledge", "## A place")[0]
    for entry in entries:
        assert entry["kind"] in PLACE_KINDS and any(name in entry["example"] for name in entry["ar"])
        made.add_entry(entry)
    assert made.ambiguous(key("الباب")) and not made.ambiguous(key("مدينة الباب"))
    place = made.resolve(key("العاصمة"), countries={"XX": 1.0})
    assert place and place.name == "Exum, Exland"


def test_every_field_and_kind_is_explained() -> None:
    said = told("knowledge")
    assert FIELDS - said == set()
    assert (KINDS | PLACE_KINDS) - said == set()
    assert {field for entry in read_supplement() for field in entry} - said == set()
