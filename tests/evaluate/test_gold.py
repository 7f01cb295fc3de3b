"""Gold and system files: what is a record, and what is said of one that is none."""

import json
from pathlib import Path

import pytest

from isnad.errors import BadData
from isnad.evaluate.gold import load, texts

RECORD = {"document": {"id": "d1"}, "sources": [], "claims": []}


def written(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines), encoding="utf-8")
    return path


def test_records_by_document(tmp_path: Path) -> None:
    other = RECORD | {"document": {"id": "d2"}}
    assert load(written(tmp_path / "a.jsonl", RECORD, "", other)) == {"d1": RECORD, "d2": other}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not a record"),
        ("[]", "no document"),
        ("7", "not a record"),
        ("null", "not a record"),
        ({"document": {"id": "x"}, "claims": []}, "no sources"),
        ({"document": {}, "sources": [], "claims": []}, "no document id"),
        ({"document": None, "sources": [], "claims": []}, "not a record"),
        (RECORD, "comes twice"),
    ],
)
def test_what_is_no_record_is_named_with_its_line(tmp_path: Path, line: object, said: str) -> None:
    path = written(tmp_path / "a.jsonl", RECORD, line)
    with pytest.raises(BadData, match=f"a.jsonl: line 2.*{said}"):
        load(path)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"missing\.jsonl"):
        load(tmp_path / "missing.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(BadData, match=r"latin\.jsonl"):
        load(tmp_path / "latin.jsonl")


def test_texts_are_in_the_gold_or_beside_it(tmp_path: Path) -> None:
    bare = written(tmp_path / "gold.jsonl", RECORD)
    with pytest.raises(BadData, match=r"no documents\.jsonl beside it"):
        texts(bare, load(bare))
    beside = written(tmp_path / "documents.jsonl", {"id": "d1", "text": "x"})
    assert texts(bare, load(bare)) == beside
    whole = written(tmp_path / "whole.jsonl", RECORD | {"document": {"id": "d1", "text": "x"}})
    assert texts(whole, load(whole)) == whole
