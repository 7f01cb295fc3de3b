"""Every kind of file in, and nothing that takes the run down."""

import gzip
import io
import json
from datetime import date, datetime
from pathlib import Path

import pyarrow
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from isnad.ingest import Skipped, documents
from isnad.ingest.record import LARGEST
from isnad.model import Document
from isnad.model.ids import text_id

TEXT = "وصل الوفد إلى المدينة صباح اليوم\nوقال متحدث باسم الوفد إن المحادثات تبدأ غدا في قاعة البلدية."
RECORD = {
    "id": "d1",
    "published": "2024-03-05",
    "outlet": "الشاهد",
    "title": "وصل الوفد إلى المدينة صباح اليوم",
    "text": TEXT,
}
WANTED = Document("d1", TEXT, date(2024, 3, 5), "الشاهد", RECORD["title"], None)


def lines(*records: object) -> bytes:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def one(path: Path, **said: object) -> Document | Skipped:
    (made,) = documents([path], **said)
    return made


def write_parquet(path: Path, rows: list[dict[str, object]]) -> Path:
    parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    return path


def test_json_lines(tmp_path: Path) -> None:
    assert one(put(tmp_path / "a.jsonl", lines(RECORD))) == WANTED


def test_gzip_of_each(tmp_path: Path) -> None:
    assert one(put(tmp_path / "a.jsonl.gz", gzip.compress(lines(RECORD)))) == WANTED
    packed = write_parquet(tmp_path / "a.parquet", [RECORD]).read_bytes()
    assert one(put(tmp_path / "b.parquet.gz", gzip.compress(packed))) == WANTED


def test_json_array_and_indented_object(tmp_path: Path) -> None:
    assert one(put(tmp_path / "a.json", json.dumps([RECORD]).encode())) == WANTED
    assert one(put(tmp_path / "b.json", json.dumps(RECORD, indent=1).encode())) == WANTED


def test_csv_with_lines_in_a_cell(tmp_path: Path) -> None:
    cells = '"{id}";{published};"{outlet}";"{title}";"{text}"'.format(**RECORD)
    table = put(tmp_path / "a.csv", f"\ufeffID;Published;outlet;title;text\r\n{cells}\r\n".encode())
    assert one(table) == WANTED


def test_rows_name_the_line_on_which_they_begin(tmp_path: Path) -> None:
    table = put(tmp_path / "a.csv", 'id,text\n1,"خبر\nمن سطرين"\n2,\n\n3,خبر\r4\n5,خبر\n'.encode())
    first, empty, broken, last = documents([table])
    assert isinstance(first, Document) and first.text == "خبر\nمن سطرين"
    assert isinstance(empty, Skipped) and (empty.place, empty.reason) == ("line 4", "the text is empty")
    assert isinstance(broken, Skipped) and broken.place == "line 6"
    assert isinstance(last, Document) and last.id == "5"


def test_parquet_with_timestamps(tmp_path: Path) -> None:
    assert one(write_parquet(tmp_path / "a.parquet", [RECORD | {"published": datetime(2024, 3, 5, 23, 50)}])) == WANTED


def test_plain_text_takes_outlet_and_date_from_the_caller(tmp_path: Path) -> None:
    made = one(put(tmp_path / "a.txt", TEXT.encode()), outlet="الشاهد", published=date(2024, 3, 5))
    assert made == Document(text_id(TEXT, outlet="الشاهد"), TEXT, date(2024, 3, 5), "الشاهد")


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6", "utf-16", "utf-8-sig"])
def test_encodings_of_the_arab_press(tmp_path: Path, encoding: str) -> None:
    heard: list[Skipped] = []
    made = one(put(tmp_path / "a.jsonl", lines(RECORD).decode().encode(encoding)), noted=heard.append)
    assert made == WANTED
    assert [note.reason for note in heard] == ([f"read as {encoding}"] if encoding in ("cp1256", "iso8859_6") else [])


def test_a_broken_byte_does_not_turn_the_line_into_another_encoding(tmp_path: Path) -> None:
    heard: list[Skipped] = []
    broken = TEXT.encode().replace("غدا".encode(), b"\xff")
    made = one(put(tmp_path / "a.txt", broken), noted=heard.append)
    assert isinstance(made, Document) and made.text == TEXT.replace("غدا", "\ufffd")
    assert "not UTF-8" in heard[0].reason


def test_standard_input_of_any_kind(tmp_path: Path) -> None:
    packed = write_parquet(tmp_path / "a.parquet", [RECORD]).read_bytes()
    for data in (lines(RECORD), gzip.compress(lines(RECORD)), packed, json.dumps([RECORD]).encode()):
        assert list(documents(["-"], stdin=io.BytesIO(data))) == [WANTED]
    (plain,) = documents(["-"], stdin=io.BytesIO(TEXT.encode()))
    assert isinstance(plain, Document) and plain.text == TEXT


def test_folder_in_order_with_what_it_does_not_read(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    put(tmp_path / ".hidden" / "x.jsonl", b"{")
    put(tmp_path / "b" / "2.jsonl", lines(RECORD | {"id": "two"}))
    put(tmp_path / "1.jsonl", lines(RECORD | {"id": "one"}))
    put(tmp_path / "z.jpg", b"\xff\xd8")
    first, second, picture = documents([tmp_path])
    assert isinstance(first, Document) and isinstance(second, Document)
    assert (first.id, second.id) == ("one", "two")
    assert isinstance(picture, Skipped) and picture.file.endswith("z.jpg")


def test_gold_files_keep_their_text(tmp_path: Path) -> None:
    record = {"document": RECORD | {"title": "عنوان آخر"}, "sources": [], "claims": []}
    made = one(put(tmp_path / "a.jsonl", lines(record)))
    assert isinstance(made, Document) and made.text == TEXT


def test_title_goes_in_front_once(tmp_path: Path) -> None:
    made = one(put(tmp_path / "a.jsonl", lines(RECORD | {"title": "الوفد في المدينة"})))
    assert isinstance(made, Document) and made.text == "الوفد في المدينة\n" + TEXT
    vowelled = one(put(tmp_path / "b.jsonl", lines(RECORD | {"title": "وصلَ الوفدُ إلى المدينةِ صباحَ اليوم"})))
    assert isinstance(vowelled, Document) and vowelled.text == TEXT


@pytest.mark.parametrize(
    "printed",
    ["2024-03-05", "2024-03-05T23:59:00+03:00", "2024/3/5", "٢٠٢٤-٠٣-٠٥", "20240305", "Tue, 05 Mar 2024 10:00:00 GMT"],
)
def test_dates(tmp_path: Path, printed: str) -> None:
    assert one(put(tmp_path / "a.jsonl", lines(RECORD | {"published": printed}))) == WANTED


def test_a_date_that_is_none_leaves_the_document_undated_and_says_so(tmp_path: Path) -> None:
    heard: list[Skipped] = []
    made = one(put(tmp_path / "a.jsonl", lines(RECORD | {"published": "05/03/2024"})), noted=heard.append)
    assert isinstance(made, Document) and made.published is None
    assert heard[0].place == "line 1" and "undated" in heard[0].reason


def test_bad_lines_name_file_and_line_and_the_rest_comes_in(tmp_path: Path) -> None:
    bad = [b"{", b"[1]", b'"x"', b'{"id": 1}', b'{"text": 5}', b'{"text": "  \\u064b "}', b"[" * 100_000, b"1" * 5000]
    path = put(tmp_path / "a.jsonl", b"\n".join([*bad, lines(RECORD)]))
    *skipped, last = documents([path])
    assert last == WANTED
    assert all(isinstance(one, Skipped) for one in skipped)
    assert [str(one).split(": ")[:2] for one in skipped] == [[str(path), f"line {n}"] for n in range(1, len(bad) + 1)]


def test_huge_documents_and_lines(tmp_path: Path) -> None:
    heavy = put(
        tmp_path / "a.jsonl", lines({"text": "س" * LARGEST}) + b"\n" + b" " * (17 << 20) + b"\n" + lines(RECORD)
    )
    large, long, last = documents([heavy])
    assert isinstance(large, Skipped) and "larger than 2 MB" in large.reason
    assert isinstance(long, Skipped) and long.place == "line 2"
    assert last == WANTED


def test_files_that_are_not_there_empty_or_damaged(tmp_path: Path) -> None:
    cut = gzip.compress(lines(RECORD) + b"\n" + lines(RECORD | {"id": "d2"}) * 50)[:-60]
    paths = [
        tmp_path / "none.jsonl",
        put(tmp_path / "cut.jsonl.gz", cut),
        put(tmp_path / "a.parquet", b"PAR1 no"),
        put(tmp_path / "b.csv", b"a,b\n1,2\n"),
        put(tmp_path / "empty.txt", b""),
    ]
    made = [one for one in documents(paths) if isinstance(one, Skipped)]
    assert {Path(one.file).name for one in made} == {path.name for path in paths}


def test_an_empty_file_of_lines_has_no_documents(tmp_path: Path) -> None:
    assert list(documents([put(tmp_path / "a.jsonl", b""), put(tmp_path / "b.jsonl", b"\n\n")])) == []


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["a.jsonl", "a.json", "a.csv", "a.tsv", "a.parquet", "a.txt", "a"]), st.binary(max_size=200))
def test_any_bytes_give_documents_or_reasons(tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes) -> None:
    path = put(tmp_path_factory.getbasetemp() / name, data)
    for made in documents([path]):
        assert isinstance(made, Document | Skipped)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*RECORD, "url", "document"]), st.none() | st.integers() | st.text() | st.lists(st.text())
    )
)
def test_any_record_gives_a_document_or_a_reason(record: dict[str, object]) -> None:
    for made in documents(["-"], stdin=io.BytesIO(json.dumps(record).encode())):
        assert isinstance(made, Document | Skipped)
        if isinstance(made, Document):
            made.text.encode()
