"""Commands as a user runs them, over a reader that knows three words."""

import csv
import gzip
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from isnad import desk
from isnad.cli.main import app
from isnad.model import Document, Reading

from .conftest import MEETING, RAID, SECRET, fake

FORMATS = ("table", "jsonl", "csv", "html")


def run(*words: object, code: int = 0, stdin: bytes | None = None) -> Result:
    made = CliRunner().invoke(
        app, [str(word) for word in words], input=stdin, env={"ISNAD_LEDGER": "", "COLUMNS": "200"}
    )
    assert made.exit_code == code, (made.exit_code, made.output, made.exception)
    return made


@pytest.fixture
def ledger(reader: list[str], articles: Path, tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    run("add", articles, "--ledger", path)
    return path


def ids(output: str) -> list[str]:
    return [json.loads(line)["document"]["id"] for line in output.splitlines()]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_read_prints_every_format(reader: list[str], articles: Path, form: str, lang: str) -> None:
    printed = run("read", articles, "--format", form, "--lang", lang).stdout
    assert "غارة" in printed
    assert ("غير مسمى" if lang == "ar" else "unnamed") in printed or form in ("jsonl", "csv")


def test_jsonl_and_csv_say_what_the_reading_says(reader: list[str], articles: Path) -> None:
    records = [json.loads(line) for line in run("read", articles, "-f", "jsonl").stdout.splitlines()]
    assert [len(record["claims"]) for record in records] == [1, 1]
    assert records[0]["claims"][0]["place"]["name"] == "Derna, Libya"
    rows = list(csv.DictReader(io.StringIO(run("read", articles, "-f", "csv").stdout)))
    assert [row["type"] for row in rows] == ["ASSAULT", "CONSULT"]
    assert rows[0]["dead_low"] == rows[0]["dead_high"] == "3"
    assert rows[0]["chain"] == "الشاهد < مصدر أمني في الميناء"
    assert rows[0]["voice_kind"] == "anonymous" and rows[1]["voice_kind"] == "outlet"


def test_read_takes_files_of_every_kind_folders_and_standard_input(
    reader: list[str], articles: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_text(RAID, encoding="utf-8")
    (folder / "b.csv").write_text(f'id,text\nb,"{MEETING}"\n', encoding="utf-8")
    (folder / "c.jsonl.gz").write_bytes(gzip.compress(articles.read_bytes()))
    asked = ("--published", "2024-03-05", "--outlet", "الشاهد", "--format", "jsonl")
    records = [json.loads(line) for line in run("read", folder, *asked).stdout.splitlines()]
    assert [record["document"]["outlet"] for record in records] == ["الشاهد", "الشاهد", "الشاهد", "المنبر"]
    assert {record["document"]["published"] for record in records} == {"2024-03-05", "2024-03-06"}
    assert ids(run("read", "-", "--format", "jsonl", stdin=articles.read_bytes()).stdout) == ["raid", "meeting"]


def test_what_cannot_be_read_is_said_and_costs_itself_alone(reader: list[str], articles: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    rows = [
        "{",
        json.dumps({"id": "empty", "text": "  "}),
        json.dumps({"id": "bad", "text": "انهيار"}),
        *articles.read_text().splitlines(),
    ]
    broken.write_text("\n".join(rows), encoding="utf-8")
    made = run("read", broken, tmp_path / "absent.jsonl", "-f", "jsonl", code=1)
    assert ids(made.stdout) == ["raid", "meeting"]
    for said in (
        "line 1: not JSON",
        "line 2: the text is empty",
        "bad: the reader failed",
        "absent.jsonl: cannot be opened",
    ):
        assert said in made.stderr


def test_notes_of_a_reading_are_said(reader: list[str]) -> None:
    assert "undated" in run("read", "-", stdin=MEETING.encode()).stderr


def test_output_goes_to_a_file(reader: list[str], articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert run("read", articles, "-f", "csv", "-o", out).stdout == ""
    assert out.read_bytes().startswith(b"\xef\xbb\xbfclaim,")


def test_add_goes_on_where_it_stopped(reader: list[str], articles: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    assert "2 new" in run("add", articles, "--ledger", path).stderr
    assert reader == ["raid", "meeting"]
    assert "2 known" in run("add", articles, "--ledger", path).stderr
    assert reader == ["raid", "meeting"]
    assert "2 same" in run("add", articles, "--ledger", path, "--again").stderr


def test_an_interrupt_ends_after_the_batch_and_keeps_what_is_stored(
    monkeypatch: pytest.MonkeyPatch, articles: Path, tmp_path: Path
) -> None:
    def interrupted(documents: Iterable[Document]) -> Iterator[Reading]:
        os.kill(os.getpid(), signal.SIGINT)
        yield from fake(documents)

    monkeypatch.setattr(desk, "_reader", lambda: interrupted)
    monkeypatch.setattr(desk, "BATCH", 1)
    path = tmp_path / "a.db"
    assert "stopped" in run("add", articles, "--ledger", path, code=130).stderr
    with desk.open_ledger(path) as file:
        file.check()
        assert [one.document.id for one in file.documents()] == ["raid"]
    monkeypatch.setattr(desk, "_reader", lambda: fake)
    assert "1 known, 1 new" in run("add", articles, "--ledger", path).stderr


def test_show(ledger: Path) -> None:
    documents = run("show", "documents", "--ledger", ledger, "-f", "jsonl").stdout
    assert [json.loads(line)["id"] for line in documents.splitlines()] == ["meeting", "raid"]
    assert "claims: 1" in run("show", "documents", "--ledger", ledger).stdout
    claims = run("show", "claims", "--ledger", ledger, "--document", "raid", "-f", "jsonl").stdout
    assert ids(claims) == ["raid"]
    found = json.loads(claims)["claims"][0]
    one = run("show", "claim", found["id"], "--ledger", ledger).stdout
    for said in (found["sentence"]["text"], "الشاهد", "مصدر أمني في الميناء", "unnamed", "Derna, Libya", "3 dead"):
        assert said in one
    assert "[1]" in run("show", "document", "raid", "--ledger", ledger).stdout
    for form in FORMATS[1:]:
        for what in (("document", "raid"), ("claim", found["id"]), ("claims",), ("documents",)):
            assert "raid" in run("show", *what, "--ledger", ledger, "-f", form).stdout


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["غارات"], ["raid"]),
        (["--type", "CONSULT"], ["meeting"]),
        (["--mode", "aerial"], ["raid"]),
        (["--actor", "Sami Example"], ["meeting"]),
        (["--place", "درنة"], ["raid"]),
        (["--near", "32.8,22.6,10"], ["raid"]),
        (["--since", "2024-03-02", "--until", "2024-03-02"], ["raid"]),
        (["--source-kind", "anonymous"], ["raid"]),
        (["--source-kind", "outlet"], ["meeting"]),
        (["--modality", "planned"], ["meeting"]),
        (["--polarity", "+", "--limit", "1"], ["meeting"]),
        (["--outlet", "الشاهد"], ["raid"]),
    ],
)
def test_search(ledger: Path, asked: list[str], found: list[str]) -> None:
    made = run("search", *asked, "--ledger", ledger, "--format", "jsonl")
    assert ids(made.stdout) == found
    assert f"{len(found)} of " in made.stderr


@pytest.mark.parametrize("asked", [["سفينة"], ["--source", "Example Army"]])
def test_a_search_that_finds_nothing_says_so(ledger: Path, asked: list[str]) -> None:
    """An unnamed voice cannot be asked for by its side."""
    assert "0 of 0 claims" in run("search", *asked, "--ledger", ledger, code=1).stderr


@pytest.mark.parametrize("form", FORMATS)
def test_redaction_leaves_kind_and_side_alone(ledger: Path, articles: Path, form: str) -> None:
    (hit,) = desk.open_ledger(ledger).search(desk.Query(source_kind="anonymous"))
    asked = [
        ("read", articles),
        ("search", "غارة"),
        ("show", "claims"),
        ("show", "document", "raid"),
        ("show", "claim", hit.claim.id),
    ]
    for words in asked:
        place = () if words[0] == "read" else ("--ledger", ledger)
        printed = run(*words, *place, "--format", form, "--redact-anonymous").stdout
        assert not [secret for secret in SECRET if secret in printed], words
        assert "Example Army" in printed
        assert ("anonymous" if form in ("jsonl", "csv") else "unnamed") in printed


def test_exit_codes(reader: list[str], articles: Path, ledger: Path, tmp_path: Path) -> None:
    for words in (
        ["read"],
        ["read", articles, "-f", "xml"],
        ["search", "--near", "1,2"],
        ["search", "--since", "March"],
        ["eval"],
    ):
        run(*words, code=2)
    bad = tmp_path / "gold.jsonl"
    bad.write_text("{}", encoding="utf-8")
    assert "gold.jsonl: line 1" in run("eval", bad, code=3).stderr
    assert "there is no ledger" in run("show", "documents", "--ledger", tmp_path / "absent.db", code=4).stderr
    (tmp_path / "junk.db").write_bytes(b"junk" * 999)
    run("add", articles, "--ledger", tmp_path / "junk.db", code=4)
    run("show", "claim", "0" * 16, "--ledger", ledger, code=1)
    run("show", "document", "nothing", "--ledger", ledger, code=1)


def test_eval_scores_a_file_against_itself(reader: list[str], articles: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(run("read", articles, "-f", "jsonl").stdout, encoding="utf-8")
    (tmp_path / "documents.jsonl").write_bytes(articles.read_bytes())
    for asked in ((gold,), (gold, "--system", gold)):
        assert json.loads(run("eval", *asked, "--format", "json").stdout)["whole claim"] == 1.0
    assert "whole claim           1.000  1.000  1.000      2       2" in run("eval", gold).stdout
    promised = run("eval", gold, "--reliability").stdout.partition("confidence")[2].split()
    assert promised[:3] == ["claims", "mean", "right"] and promised[-1] == "1.000"
    (tmp_path / "documents.jsonl").unlink()
    assert "holds no texts" in run("eval", gold, code=3).stderr


def test_gsr_counts_finds_by_judgement(reader: list[str], tmp_path: Path) -> None:
    rows = [("yes", RAID), ("easy no", MEETING), ("easy no", RAID)]
    lines = [
        {"id": str(n), "event_type": "ASSAULT", "label": label, "text": text} for n, (label, text) in enumerate(rows)
    ]
    (tmp_path / "sentences.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert json.loads(run("eval", "--gsr", tmp_path, "-f", "json").stdout) == {
        "ASSAULT yes": 1.0,
        "ASSAULT easy no": 0.5,
    }
    sure = json.loads(run("eval", "--gsr", tmp_path, "-f", "json", "--least", "1").stdout)
    assert sure["ASSAULT easy no"] <= 0.5


def test_check_lists_what_to_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "check", lambda: ["a.yaml: b: no example"])
    assert run("check", code=1).stdout == "a.yaml: b: no example\n"
    monkeypatch.setattr(desk, "check", list)
    assert run("check").stdout == ""


def test_demo_shows_claims_by_day_and_writes_pages(
    monkeypatch: pytest.MonkeyPatch, reader: list[str], articles: Path, tmp_path: Path
) -> None:
    monkeypatch.setattr(desk, "DEMO", articles)
    printed = run("demo", "--html", tmp_path / "pages", "--ledger", tmp_path / "kept.db").stdout
    assert printed.index("Saturday 2 March 2024") < printed.index("Wednesday 6 March 2024")
    assert (tmp_path / "pages" / "index.html").exists() and (tmp_path / "pages" / "article-02.html").exists()
    assert (tmp_path / "kept.db").exists()
    hidden = run("demo", "--redact-anonymous").stdout
    assert not [secret for secret in SECRET if secret in hidden]


def test_bench_counts_words(reader: list[str], articles: Path) -> None:
    printed = run("bench", articles, "--limit", "2").stdout
    assert "2 documents" in printed and "words/s" in printed and "0 exceptions" in printed


def test_help_waits_for_nothing_heavy() -> None:
    heavy = "{'numpy', 'pyarrow', 'jinja2', 'isnad.reading', 'isnad.knowledge'}"
    code = f"import sys, isnad.cli.main; print({heavy} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "set()"
