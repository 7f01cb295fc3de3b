"""Every reason that weighing gives has a sentence in both languages."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import isnad.weighing
from isnad.export.labels import Labels, interface
from isnad.export.numbers import number, origins
from isnad.export.reasons import reason
from isnad.model import COUNTS, JUDGEMENTS, CopyKind, Expectation, OriginKind, Origins, Over, Reason, Status

FOLDER = Path(isnad.weighing.__file__).parent


def codes() -> Iterator[str]:
    """The first argument of every `Reason` and `Same` in the weighing, and what a choice between two may be."""
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Reason", "Same"):
                found = node.args[0] if node.args else None
                yield from (one.value for one in ast.walk(found) if isinstance(one, ast.Constant)) if found else ()


def test_every_code_has_a_sentence() -> None:
    known = {code for code in codes() if isinstance(code, str)}
    assert len(known) > 20
    assert known - interface()["reason"].keys() == set()


@pytest.mark.parametrize(
    ("section", "keys"),
    [
        ("over", {*get_args(Over), *COUNTS}),
        ("origin", set(get_args(OriginKind))),
        ("expectation", set(get_args(Expectation))),
        ("status", set(get_args(Status))),
        ("copy", set(get_args(CopyKind))),
        ("judgement", set(JUDGEMENTS)),
    ],
)
def test_every_kind_has_a_name(section: str, keys: set[str]) -> None:
    assert keys - interface()[section].keys() == set()


def test_features_are_named_not_counted() -> None:
    told = reason(Reason("same-happening", ("place+2.0 counts-0.8 mode+0.1",)), Labels("en"))
    assert told == "one happening: agree on place; differ on counts"
    assert reason(Reason("kept-apart", ("days",)), Labels("ar")).endswith("الأيام")


def test_days_and_values_are_filled_in() -> None:
    told = reason(Reason("earlier", ("2024-03-01", "2024-03-02")), Labels("en"))
    assert told == "one was published on 1 March 2024, the other on 2 March 2024"
    assert reason(Reason("unheard-of", ("x",)), Labels("en")) == "unheard-of: x"


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "3 مقالات"),
        (10, "10 مقالات"),
        (11, "11 مقالا"),
        (100, "100 مقال"),
        (103, "103 مقالات"),
    ],
)
def test_arabic_numbers(n: int, said: str) -> None:
    assert number(n, "article", Labels("ar")) == said


def test_the_range_of_origins() -> None:
    english = Labels("en")
    assert [origins(Origins(*pair), english) for pair in ((0, 0), (1, 1), (2, 3))] == ["", "1 origin", "2 to 3 origins"]
