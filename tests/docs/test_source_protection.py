"""What the page on source protection promises, and that the tests it names are there."""

import ast
import re
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from builders import read_as
from isnad.ledger import Ledger
from isnad.ledger.derived import TABLES
from isnad.ledger.search import Facet
from isnad.reading.voices import Mention, Voice, gather, same_voice

from .pages import ROOT, page

CONNECTING = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "requests", "httpx", "aiohttp"}
NAMED = ("person", "organization", "media", "document")
SOURCE = Mention(0, 2, "anonymous", ("مصدر", "امني"))


def test_every_test_that_the_page_names_is_there() -> None:
    named = re.findall(r"`(tests/\S+\.py)::(\w+)`", page("source-protection"))
    assert len(named) >= 8
    for file, name in named:
        assert f"def {name}(" in (ROOT / file).read_text("utf-8"), name


def test_every_place_in_the_code_that_the_page_names_is_there() -> None:
    for file, names in re.findall(r"\| `([\w/]+\.py)`((?:, `\w+`)*) \|", page("source-protection")):
        source = (ROOT / "src" / "isnad" / file).read_text("utf-8")
        assert all(name in source for name in re.findall(r"\w+", names)), file


@pytest.mark.parametrize(
    ("words", "definite", "joins"),
    [
        (("مصدر", "امني"), False, True),
        (("مصدر",), True, True),
        (("مصدر", "نفسه"), True, True),
        (("مصدر",), False, False),
        (("مسؤول",), True, False),
        (("مصدر", "طبي"), True, False),
    ],
)
def test_only_its_own_words_taken_up_again_join_an_unnamed_voice(
    words: tuple[str, ...], definite: bool, joins: bool
) -> None:
    voice = Voice([SOURCE])
    assert same_voice(Mention(9, 9 + len(words), "anonymous", words, definite=definite), voice) is joins
    for kind in NAMED:
        named = Mention(9, 11, kind, SOURCE.words, "someone", definite=True)
        assert not same_voice(named, voice)
        assert not same_voice(SOURCE, Voice([named]))
        assert len(gather([SOURCE, named])) == 2


def test_two_documents_share_no_voice() -> None:
    one = read_as(
        "قال مصدر أمني في الميناء إن هجوما وقع",
        triggers={"هجوما": "ASSAULT"},
        voices={"مصدر أمني في الميناء": "anonymous"},
        chains={"هجوما": ["مصدر أمني في الميناء"]},
    )
    other = replace(one, document=replace(one.document, id="d2", published=date(2024, 5, 21)))
    assert one.claims[0].chain
    with Ledger.open(":memory:", create=True) as ledger:
        ledger.add(one)
        ledger.add(other)
        named = {row[0] for row in ledger._file.rows("SELECT n.name FROM names n JOIN named ON named.name = n.id")}
        roles = {row[0] for row in ledger._file.rows("SELECT role FROM named")}
        columns = {
            row[0] for table in TABLES for row in ledger._file.rows(f"SELECT name FROM pragma_table_info('{table}')")
        }
    assert "source" not in roles and not any("مصدر" in name for name in named)
    assert not columns & {"source", "voice"}


def test_nothing_is_counted_by_voice() -> None:
    assert set(get_args(Facet)) == {"type", "mode", "modality", "polarity", "outlet", "day"}


def test_no_module_opens_a_connection() -> None:
    for path in (ROOT / "src" / "isnad").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {part for name in names for part in (name, name.split(".")[0])} & CONNECTING, path
