"""Testimony comes in whole, stays as it is, and is the same in whatever order it comes."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isnad.errors import BadInput, BadLedger
from isnad.ledger import Ledger, Query, connection
from isnad.ledger.connection import migrations
from isnad.ledger.rows import TESTIMONY
from isnad.model import Provenance, Reading

from .builders import READER, reading, readings
from .conftest import others, raid

law = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def made(*all: Reading) -> Ledger:
    ledger = Ledger.open(":memory:", create=True)
    for one in all:
        ledger.add(one)
    return ledger


def contents(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    tables = [table for table in TESTIMONY if table != "arrivals"]
    return {table: sorted(ledger._file.rows(f"SELECT * FROM {table}"), key=repr) for table in tables}


@law
@given(readings)
def test_a_reading_comes_back_equal(one: Reading) -> None:
    with made(one) as ledger:
        assert ledger.reading(one.document.id) == one
        assert ledger.add(one) == "same"
        ledger.check()


@law
@given(st.lists(readings, max_size=4), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(some: list[Reading], chance: object) -> None:
    other = some * 2
    chance.shuffle(other)  # type: ignore[attr-defined]
    with made(*some) as first, made(*other) as second:
        assert first.digest() == second.digest()
        assert contents(first) == contents(second)
        assert first.counts()["documents"] == second.counts()["documents"]


@law
@given(st.lists(readings, max_size=3), st.lists(readings, max_size=3))
def test_merging_is_adding_what_is_not_there(tmp_path_factory: pytest.TempPathFactory, a: list, b: list) -> None:
    folder = tmp_path_factory.mktemp("merge")
    for name, some in (("a", a), ("b", b)):
        with Ledger.open(folder / name, create=True) as ledger:
            for one in some:
                ledger.add(one)
    with made(*a, *b) as together, Ledger.open(folder / "a") as left, Ledger.open(folder / "b") as right:
        before = left.digest()
        new = left.merge(right)
        assert left.digest() == together.digest()
        assert contents(left) == contents(together)
        assert (new == 0) == (before == left.digest())
        assert left.merge(folder / "b") == 0
        right.merge(left)
        assert right.digest() == left.digest()
        assert list(right.readings()) == list(left.readings())
        left.check()


@law
@given(st.lists(readings, max_size=4))
def test_rebuilding_changes_nothing(some: list[Reading]) -> None:
    with made(*some) as ledger:
        before = list(ledger.readings()), ledger.search(Query(limit=None))
        ledger.rebuild()
        assert (list(ledger.readings()), ledger.search(Query(limit=None))) == before


def test_a_changed_text_is_a_new_version_and_the_later_is_shown(ledger: Ledger) -> None:
    first, second = reading("d", "وقع هجوم", "هجوم"), reading("d", "وقع هجومان", "هجومان")
    assert [ledger.add(one) for one in (first, second, first)] == ["new", "new-version", "same"]
    assert ledger.reading("d") == second
    assert ledger.versions("d") == [second, first]
    assert [hit.reading for hit in ledger.search(Query())] == [second]
    assert ledger.claim(first.claims[0].id) == (first, first.claims[0])
    assert ledger.counts() == {
        "documents": 1,
        "versions": 2,
        "readings": 2,
        "claims": 1,
        "voices": 0,
        "turned_away": 0,
        "judgements": 0,
    }


def test_the_same_url_is_the_same_address(ledger: Ledger) -> None:
    first = reading("d1", "وقع هجوم", url="http://example.org/a/")
    second = reading("d2", "وقع هجوم كبير", url="https://Example.org/a#top")
    assert [ledger.add(one) for one in (first, second)] == ["new", "new-version"]
    assert ledger.reading("d1") == ledger.reading("d2") == second
    fronts = [reading(id, f"خبر {id}", url="https://example.org/") for id in ("x", "y")]
    assert [ledger.add(one) for one in fronts] == ["new", "new"]


def test_a_version_can_make_two_addresses_one(ledger: Ledger) -> None:
    a, b = reading("a", "خبر", url="https://example.org/1"), reading("b", "خبر آخر", published=date(2024, 1, 1))
    assert [ledger.add(a), ledger.add(b)] == ["new", "new"]
    assert ledger.add(reading("b", "خبر ثالث", url="https://example.org/1")) == "new-version"
    assert len(list(ledger.readings())) == 1
    assert len(ledger.versions("a")) == 3


def test_a_newer_reader_is_kept_beside_the_older(ledger: Ledger) -> None:
    old = reading("d", "وقع هجوم")
    new = reading("d", "وقع هجوم", "هجوم", provenance=Provenance("rules", "2", "k2"))
    assert [ledger.add(one) for one in (old, new)] == ["new", "new-reading"]
    assert ledger.reading("d") == new
    assert (ledger.counts()["versions"], ledger.counts()["readings"]) == (1, 2)


def test_has_tells_what_need_not_be_read_again(ledger: Ledger) -> None:
    one = reading("d", "وقع هجوم")
    assert not ledger.has(one.document)
    ledger.add(one)
    assert ledger.has(one.document) and ledger.has(one.document, provenance=READER)
    assert not ledger.has(one.document, provenance=replace(READER, version="2"))
    assert not ledger.has(replace(one.document, text="وقع هجوم آخر"))


@pytest.mark.parametrize("table", TESTIMONY)
def test_testimony_is_append_only(filled: Ledger, table: str) -> None:
    sql = filled._file.sql
    if not sql.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:
        columns = sql.execute(f"PRAGMA table_info({table})").fetchall()
        values = [{"TEXT": "x", "INTEGER": 0, "REAL": 0.0}[column[2]] for column in columns]
        sql.execute("PRAGMA foreign_keys = OFF")
        sql.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)
    column = sql.execute(f"PRAGMA table_info({table})").fetchall()[-1][1]
    for statement in (
        f'UPDATE {table} SET "{column}" = "{column}"',
        f"DELETE FROM {table}",
        f"REPLACE INTO {table} SELECT * FROM {table}",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            sql.execute(statement)


def test_what_no_file_can_hold_is_bad_input_and_leaves_nothing(ledger: Ledger) -> None:
    with pytest.raises(BadInput, match="d"):
        ledger.add(reading("d", "هجوم \ud800"))
    assert ledger.counts()["versions"] == 0


KILLED = """
import sys
from isnad.ledger import Ledger
from ledger.builders import reading
with Ledger.open(sys.argv[1], create=True) as ledger:
    for number in range(100_000):
        ledger.add(reading(f"d{number}", f"هجوم {number}\\n" + "قصف " * 300, "هجوم", "قصف"))
        print(number, flush=True)
"""


def test_killed_in_the_middle_it_holds_whole_documents_only(tmp_path: Path) -> None:
    path = tmp_path / "a.isnad"
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[1]
    ) as run:
        assert run.stdout
        told = [int(run.stdout.readline()) for _ in range(40)]
        os.kill(run.pid, signal.SIGKILL)
        told += [int(line) for line in run.stdout if line.endswith(b"\n")]
    with Ledger.open(path) as ledger:
        ledger.check()
        held = list(ledger.readings())
        assert len(told) <= len(held) <= len(told) + 1
        for one in held:
            assert one == reading(one.document.id, one.document.text, "هجوم", "قصف")
        assert ledger.count(Query(text="هجوم")) == 2 * len(held)
        assert ledger.add(reading("more", "هجوم آخر", "هجوم")) == "new"


def test_two_programs_may_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.isnad"
    with Ledger.open(path, create=True) as first, Ledger.open(path) as second:
        for number in range(20):
            (first, second)[number % 2].add(reading(f"d{number}", f"خبر {number}"))
        assert first.digest() == second.digest()
        assert first.counts()["documents"] == 20


def test_missing_foreign_newer_and_damaged_files(tmp_path: Path) -> None:
    path = tmp_path / "a.isnad"
    with pytest.raises(BadLedger, match="there is no ledger"):
        Ledger.open(path)
    with pytest.raises(BadLedger):
        Ledger.open(tmp_path / "no" / "folder", create=True)
    (tmp_path / "text").write_text("this is a text, and a long one at that, but no ledger at all" * 20)
    with pytest.raises(BadLedger, match="text"):
        Ledger.open(tmp_path / "text", create=True)
    with sqlite3.connect(tmp_path / "foreign") as sql:
        sql.execute("CREATE TABLE x (y)")
    sql.close()
    with pytest.raises(BadLedger, match="not a ledger"):
        Ledger.open(tmp_path / "foreign")
    with Ledger.open(path, create=True) as ledger:
        ledger._file.sql.execute(f"PRAGMA user_version = {migrations()[-1][0] + 1}")
    with pytest.raises(BadLedger, match="newer"):
        Ledger.open(path)


def test_a_cut_file_and_a_changed_row_are_found(tmp_path: Path) -> None:
    path = tmp_path / "a.isnad"
    with Ledger.open(path, create=True) as ledger:
        for one in (raid(), *others()):
            ledger.add(one)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadLedger), Ledger.open(path) as ledger:
        ledger.check()
    path.write_bytes(whole)
    with Ledger.open(path) as ledger:
        ledger.check()
        ledger._file.sql.execute("INSERT INTO notes SELECT id, 9, 'forged', '' FROM readings LIMIT 1")
        with pytest.raises(BadLedger, match="was changed"):
            ledger.check()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=300))
def test_whatever_bytes_are_wrong_it_works_or_says_bad_ledger(
    tmp_path_factory: pytest.TempPathFactory, place: int, junk: bytes
) -> None:
    path = tmp_path_factory.mktemp("junk") / "a.isnad"
    with Ledger.open(path, create=True) as ledger:
        for one in (raid(), *others()):
            ledger.add(one)
    data = path.read_bytes()
    place %= len(data)
    path.write_bytes(data[:place] + junk + data[place + len(junk) :])
    with suppress(BadLedger, KeyError), Ledger.open(path) as ledger:
        list(ledger.readings())
        ledger.search(Query(text="هجوم"))
        ledger.documents(text="هجوم")
        ledger.versions("raid")
        ledger.add(reading("x", "خبر", "خبر"))
        ledger.digest()
        ledger.check()


def test_an_older_file_is_migrated_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.isnad"
    with Ledger.open(path, create=True) as ledger:
        ledger.add(raid())
    steps = {"2": "CREATE TABLE two (x);\nCREATE TABLE three (x);", "3": "CREATE TABLE four (x);\nnonsense;"}
    known, script = migrations(), connection.script
    monkeypatch.setattr(connection, "script", lambda name: steps.get(name) or script(name))
    monkeypatch.setattr(connection, "migrations", lambda: [*known, (2, "2"), (3, "3")])
    with pytest.raises(BadLedger, match="nonsense"):
        Ledger.open(path)
    monkeypatch.setattr(connection, "migrations", lambda: [*known, (2, "2")])
    with Ledger.open(path) as ledger:
        assert ledger.reading("raid") == raid()
        tables = {name for (name,) in ledger._file.rows("SELECT name FROM sqlite_schema")}
        assert {"two", "three"} <= tables and "four" not in tables
    monkeypatch.setattr(connection, "migrations", lambda: known)
    with pytest.raises(BadLedger, match="newer"):
        Ledger.open(path)


def test_every_testimony_table_and_no_other_has_its_two_guards(ledger: Ledger) -> None:
    guarded = [row[0] for row in ledger._file.rows("SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger'")]
    assert sorted(guarded) == sorted([*TESTIMONY, *TESTIMONY])
