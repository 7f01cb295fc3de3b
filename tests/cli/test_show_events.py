"""What was weighed, as a user asks for it."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from isnad import desk
from isnad.model import Conflict, Event, Origin, Origins, Outcome, Reason, Side
from isnad.weighing.intake import load
from ledger.builders import reading

from .weighed import NAMED, SECRET, UNNAMED, make, run


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger, its raid on two origins that contradict each other, and a plan that came true."""
    path = make(tmp_path_factory.mktemp("weighed") / "a.db")
    with desk.open_ledger(path) as file:
        store = file.weighed
        raid = _raid(file)
        (meeting,) = desk.events(file, type="CONSULT")
        numbers = [load(body) for body in store.accounts(raid.id)]
        assert len(numbers) == 2
        with store.transaction() as sql:
            store.put_event(_told(raid), part=_part(sql, raid.id), accounts=_accounts(sql, raid.id))
            by = (raid.claims[1],)
            reason = Reason("fulfilled-by", (raid.id, "place+2.0 days+1.8 counts-0.8"))
            came = Outcome(meeting.id, "plan", meeting.claims, "fulfilled", "Sami Example", None, by, reason)
            store.put_outcomes(meeting.id, [came], settled_by={by[0]: raid.id})
    return path


def _raid(file: desk.Ledger) -> Event:
    (raid,) = desk.events(file, type="ASSAULT")
    return raid


def _told(raid: Event) -> Event:
    first, second = raid.claims
    voices = (
        Origin("anonymous", UNNAMED, None, (first,), ("one",)),
        Origin("person", NAMED, "Example Army", (second,), ("other",)),
    )
    found = Origins(
        1, 2, voices, (Reason("same-descriptor", (UNNAMED,)),), opposed=True, circular=(("الشاهد", "المنبر"),)
    )
    sides = (Side("3", (first,)), Side("5", (second,)))
    return replace(raid, origins=found, conflicts=(Conflict("count", sides, "dead"),))


def _part(sql: object, event: str) -> int:
    (part,) = sql.execute("SELECT part FROM events WHERE id = ?", (event,)).fetchone()  # type: ignore[attr-defined]
    for table in ("event_accounts", "event_claims"):
        sql.execute(f"CREATE TEMP TABLE IF NOT EXISTS kept_{table} AS SELECT * FROM {table}")  # type: ignore[attr-defined]
        sql.execute(f"DELETE FROM {table} WHERE event = ?", (event,))  # type: ignore[attr-defined]
    sql.execute("DELETE FROM events WHERE id = ?", (event,))  # type: ignore[attr-defined]
    return int(part)


def _accounts(sql: object, event: str) -> list[int]:
    asked = "SELECT account FROM kept_event_accounts WHERE event = ?"
    return [id for (id,) in sql.execute(asked, (event,))]  # type: ignore[attr-defined]


def records(*words: object) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(*words, "--format", "jsonl").stdout.splitlines()]


def test_events_have_the_keys_that_programs_ask_for(ledger: Path) -> None:
    (found,) = records("show", "events", "--type", "ASSAULT", "--ledger", ledger)
    assert list(found)[:8] == ["id", "type", "documents", "claims", "origins", "conflicts", "first", "last"]
    assert found["documents"] == ["one", "other"] and found["first"] == "2024-03-02"
    origins = found["origins"]
    assert isinstance(origins, dict)
    assert list(origins)[:5] == ["low", "high", "common_link", "circular", "reasons"]
    assert (origins["low"], origins["high"], origins["circular"]) == (1, 2, [["الشاهد", "المنبر"]])
    assert found["counts"] == {"dead": [3, 5]}


def test_a_glance_says_how_many_voices_there_are(ledger: Path) -> None:
    printed = run("show", "events", "--ledger", ledger).stdout
    for said in ("1 to 2 origins", UNNAMED, NAMED, "2 articles of 2 outlets", "conflict over the dead", "in a circle"):
        assert said in printed
    arabic = run("show", "events", "--ledger", ledger, "--lang", "ar").stdout
    for said in ("1 إلى مصدران أصليان", "مقالان لدى ناشران", "تعارض في عدد القتلى", "درنة", "القتلى: 3–5"):
        assert said in arabic


@pytest.mark.parametrize(
    ("asked", "types"),
    [
        (["--least", "2"], ["ASSAULT"]),
        (["--conflicting"], ["ASSAULT"]),
        (["--one-voice"], ["CONSULT"]),
        (["--actor", "Sami Example"], ["CONSULT"]),
        (["--until", "2024-03-02"], ["ASSAULT"]),
        (["--since", "2024-03-03"], ["CONSULT"]),
        (["--limit", "1"], ["CONSULT"]),
    ],
)
def test_events_are_picked_out(ledger: Path, asked: list[str], types: list[str]) -> None:
    assert [one["type"] for one in records("show", "events", *asked, "--ledger", ledger)] == types


def test_one_event_with_what_it_rests_on(ledger: Path) -> None:
    (raid,) = records("show", "events", "--least", "2", "--ledger", ledger)
    for id in (raid["id"], raid["claims"][0]):  # type: ignore[index]
        printed = run("show", "event", id, "--ledger", ledger).stdout
        for said in ("On whose word", "يوم السبت", "Who contradicts whom", "Why these are one happening", "agree on"):
            assert said in printed
    (whole,) = records("show", "event", raid["id"], "--ledger", ledger)
    assert [one["document"] for one in whole["told"]] == ["one", "other"]  # type: ignore[index, attr-defined]
    assert whole["together"][0]["documents"] == ["one", "other"]  # type: ignore[index]
    assert whole["outcomes"][0]["status"] == "fulfilled"  # type: ignore[index]
    run("show", "event", "0" * 16, "--ledger", ledger, code=1)


def test_judgements_stand_with_the_event(tmp_path: Path) -> None:
    path = make(tmp_path / "b.db")
    with desk.open_ledger(path) as file:
        claims = _raid(file).claims
        desk.judge(file, "split", claims[:1], against=claims[1:], author="editor", reason="two raids that day")
    printed = run("show", "event", claims[0], "--ledger", path).stdout
    assert "two raids that day" in printed and "a person's judgement" in printed


def test_outcomes_and_records(ledger: Path) -> None:
    (found,) = records("show", "outcomes", "--voice", "Sami Example", "--ledger", ledger)
    assert found["reason"] == "a later account tells that it happened: agree on place, days; differ on counts"
    assert "told as done" in run("show", "outcomes", "--kind", "plan", "--ledger", ledger).stdout
    assert "told as done: 1" in run("show", "outcomes", "--records", "--ledger", ledger).stdout
    (row,) = records("show", "outcomes", "--records", "--ledger", ledger)
    assert row == {
        "voice": "Sami Example",
        "tallies": [{"kind": "plan", "status": "fulfilled", "count": 1, "examples": found["claims"]}],
    }
    run("show", "outcomes", "--status", "broken", "--ledger", ledger, code=1)


@pytest.mark.parametrize("what", ["events", "copies", "outcomes"])
def test_rows_have_the_columns(ledger: Path, what: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("show", what, "--ledger", ledger, "--format", "csv").stdout)))
    assert all(None not in row and None not in row.values() for row in rows)
    assert rows or what == "copies"


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_redaction_leaves_kind_and_side_alone(ledger: Path, form: str, lang: str) -> None:
    (raid,) = records("show", "events", "--least", "2", "--ledger", ledger)
    for words in (("show", "events"), ("show", "event", raid["id"]), ("show", "outcomes"), ("show", "copies")):
        asked = (*words, "--ledger", ledger, "--format", form, "--lang", lang)
        printed = run(*asked, "--redact-anonymous").stdout
        assert not [secret for secret in SECRET if secret in printed], words
    if form == "table":
        assert UNNAMED in run("show", "event", raid["id"], "--ledger", ledger, "--lang", lang).stdout


def test_a_ledger_that_was_never_weighed_says_what_to_do(tmp_path: Path) -> None:
    path = make(tmp_path / "c.db", weighed=False)
    for words in (("events",), ("event", "x"), ("copies",), ("outcomes",), ("relations",)):
        assert "isnad weigh" in run("show", *words, "--ledger", path, code=4).stderr
    assert "isnad weigh" in run("story", "--ledger", path, code=4).stderr
    run("show", "events", "--format", "html", "--ledger", path, code=2)


def test_what_came_in_since_is_said(tmp_path: Path) -> None:
    path = make(tmp_path / "d.db", weighed=False)
    with desk.open_ledger(path) as file:
        for _ in desk.weigh(file):
            pass
    assert "not weighed" not in run("show", "events", "--ledger", path).stderr
    with desk.open_ledger(path) as file:
        file.add(reading("later", "وقعت غارة على درنة.", "غارة"))
    assert "1 documents are not weighed yet" in run("show", "events", "--ledger", path).stderr
