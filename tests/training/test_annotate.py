"""The shorthand of annotators, and annotations kept without their text."""

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

TRAINING = Path(__file__).parents[2] / "training"
TEXT = """قصف الجيش قرية النخيل
قال مصدر أمني لصحيفتنا إن الجيش قصف قرية النخيل أمس وقتل ثلاثة. وأضاف المصدر أن الجيش لن ينسحب."""
ARTICLE = {"id": "d1", "published": "2024-05-20", "outlet": "البريد", "text": TEXT}
NOTES = """\
@ d1
s1 anonymous one | 2:مصدر أمني ; 3:المصدر
1 ASSAULT قصف | a الجيش | t قرية النخيل
2 ASSAULT قصف | a الجيش | t قرية النخيل | v s1 | time أمس = 2024-05-19
  | place قرية النخيل = Nakhil, 33.1, 44.2
2 ASSAULT قتل | a 1:الجيش | t ثلاثة | v s1 | dead 3
3 RETREAT ينسحب | a الجيش | v s1 | - | planned
"""


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A function that imports a program of the training folder."""
    if not TRAINING.is_dir():
        pytest.skip("there is no training folder beside the tests")
    monkeypatch.syspath_prepend(str(TRAINING))

    def load(name: str) -> ModuleType:
        found = __import__(name)
        monkeypatch.delitem(sys.modules, name, raising=False)
        return found

    return load


def records(module: Any, tmp_path: Path, notes: str = NOTES) -> list[Any]:
    annotate = module("annotate")
    (tmp_path / "notes.txt").write_text(notes, "utf-8")
    return [annotate.build(ARTICLE, iter(lines)) for _, lines in annotate.blocks(tmp_path / "notes.txt")]


def words(span: Any) -> str:
    return TEXT[span["start"] : span["end"]]


def test_a_line_becomes_a_claim(module: Any, tmp_path: Path) -> None:
    [record] = records(module, tmp_path)
    headline, attack, killing, refusal = record["claims"]
    assert [words(one["trigger"]) for one in record["claims"]] == ["قصف", "قصف", "قتل", "ينسحب"]
    assert headline["chain"] == [] and headline["quote"] == "none"
    assert attack["chain"] == ["s1"] and attack["time"]["first"] == attack["time"]["last"] == "2024-05-19"
    assert (attack["place"]["lat"], attack["place"]["lon"]) == (33.1, 44.2)
    assert killing["dead"] == [3, 3] and killing["actors"][0]["start"] < TEXT.index("\n")
    assert (refusal["polarity"], refusal["modality"]) == ("-", "planned")
    assert [words(one) for one in record["sources"][0]["mentions"]] == ["مصدر أمني", "المصدر"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("2 ASSAULT هجوم", "does not stand in sentence 2"),
        ("2 ASSAULT قصف #2", "does not stand in sentence 2"),
        ("9 ASSAULT قصف", "no sentence 9"),
        ("2 ATTACK قصف", "no type 'ATTACK'"),
        ("2 ASSAULT قصف | v s7", "no source {'s7'}"),
        ("2 ASSAULT قصف | perhaps", "cannot read 'perhaps'"),
        ("s2 spirit one | 2:مصدر", "no kind of source 'spirit'"),
        ("قصف", "neither a source"),
    ],
)
def test_what_cannot_be_placed_is_said_with_its_line(module: Any, tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"line 2: ") as raised:
        records(module, tmp_path, f"@ d1\n{line}\n")
    assert said in str(raised.value)


def test_words_are_found_with_a_clitic_before_but_not_inside_another_word(module: Any, tmp_path: Path) -> None:
    [record] = records(module, tmp_path, "@ d1\n2 ASSAULT قتل\n2 ASSAULT مصدر\n")
    assert TEXT[record["claims"][-1]["trigger"]["start"] - 1] == "و"


def test_words_without_the_article_are_not_sought_in_the_definite_ones(module: Any, tmp_path: Path) -> None:
    [record] = records(module, tmp_path, "@ d1\n2 ASSAULT جيش\n3 RETREAT مصدر\n")
    definite = [TEXT[one["trigger"]["start"] - 2 : one["trigger"]["end"]] for one in record["claims"]]
    assert definite == ["الجيش", "المصدر"]
    article = ARTICLE | {"text": "أدان الهجوم وشن هجوما ثم هجوم آخر"}
    found = module("annotate").build(article, iter([(1, "1 ASSAULT هجوم")]))
    assert found["claims"][0]["trigger"]["start"] == article["text"].index("هجوم آخر")


def test_what_is_kept_has_no_text_and_gives_the_record_back(module: Any, tmp_path: Path) -> None:
    [record] = records(module, tmp_path)
    annotations = module("annotations")
    annotations.write([record], tmp_path / "round.jsonl")
    kept = (tmp_path / "round.jsonl").read_text("utf-8")
    assert not any("\u0600" <= letter <= "\u06ff" for letter in kept)
    back = annotations.unpacked(json.loads(kept), ARTICLE)
    assert back["document"] == ARTICLE | {"title": None}
    for mine, other in zip(record["claims"], back["claims"], strict=True):
        assert (mine["type"], mine["polarity"], mine["modality"], mine["quote"]) == (
            other["type"],
            other["polarity"],
            other["modality"],
            other["quote"],
        )
        assert [words(mine[n]) for n in ("trigger", "time", "place") if mine[n]] == [
            words(other[n]) for n in ("trigger", "time", "place") if other[n]
        ]
        assert [words(one) for one in mine["actors"]] == [words(one) for one in other["actors"]]
        assert len(mine["chain"]) == len(other["chain"])


def test_offsets_outside_the_text_are_another_article(module: Any, tmp_path: Path) -> None:
    [record] = records(module, tmp_path)
    annotations = module("annotations")
    with pytest.raises(ValueError, match="d1: an offset lies outside the text"):
        annotations.unpacked(annotations.packed(record), ARTICLE | {"text": "قصف"})


def test_an_article_without_an_id_is_known_by_its_line(module: Any, tmp_path: Path) -> None:
    (tmp_path / "press.jsonl").write_text('{"text": "أ"}\n{"text": "ب"}\n', "utf-8")
    assert module("annotations").articles(tmp_path / "press.jsonl", {"press-2"})["press-2"]["text"] == "ب"


def test_the_annotations_that_are_kept_hold_no_text() -> None:
    paths = list((TRAINING / "annotations").rglob("*.jsonl"))
    if not paths:
        pytest.skip("there are no annotations beside the tests")
    for path in paths:
        assert not any("\u0600" <= letter <= "\u06ff" for letter in path.read_text("utf-8")), path.name
