"""The kinds of files: each gives the records of one stream with their places."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

from isnad.ingest.lines import LONGEST, lines, whole
from isnad.ingest.skipped import Noted, Skipped

Row = tuple[str, object]
Format = Callable[[io.BufferedReader, str, Noted], Iterator[Row | Skipped]]


def json_lines(stream: io.BufferedReader, file: str, noted: Noted) -> Iterator[Row | Skipped]:
    """One JSON object a line."""
    for line in lines(stream, file=file, noted=noted):
        if isinstance(line, Skipped):
            yield line
        elif line[1].strip():
            yield _parsed(line[1], file, f"line {line[0]}")


def json_file(stream: io.BufferedReader, file: str, noted: Noted) -> Iterator[Row | Skipped]:
    """One JSON object or an array of them; a file of objects on lines after all is read as such."""
    text = whole(stream, file=file, noted=noted)
    made = text if isinstance(text, Skipped) else _parsed(text, file, "record 1")
    if isinstance(made, Skipped) and isinstance(text, str) and text.lstrip()[:1] == "{":
        yield from json_lines(io.BufferedReader(io.BytesIO(text.encode("utf-8", "replace"))), file, noted)
    elif isinstance(made, Skipped):
        yield made
    elif isinstance(made[1], list):
        yield from ((f"record {place}", record) for place, record in enumerate(made[1], 1))
    else:
        yield made


def table(stream: io.BufferedReader, file: str, noted: Noted) -> Iterator[Row | Skipped]:
    """Comma, semicolon or tab separated values under a line of column names."""
    csv.field_size_limit(LONGEST)
    text = _Texts(lines(stream, file=file, noted=noted))
    head = next(text, "").rstrip("\r\n")
    delimiter = max(",;\t|", key=head.count)
    columns = [name.strip().strip('"').lower() for name in head.split(delimiter)]
    yield from text.left
    if "text" not in columns:
        yield Skipped(file, "line 1", f"no column is named text; the columns are: {', '.join(columns)[:200] or 'none'}")
        return
    rows = csv.reader(text, delimiter=delimiter)
    row: list[str] | None = []
    while row is not None:
        text.left.clear()
        place = f"line {text.number + 1}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Skipped(file, place, f"not a row of the table: {error}")
            continue
        yield from text.left
        if row:
            yield place, dict(zip(columns, row, strict=False))


def parquet(stream: io.BufferedReader, file: str, noted: Noted) -> Iterator[Row | Skipped]:
    """The rows of a Parquet file."""
    import pyarrow
    from pyarrow.parquet import ParquetFile

    try:
        rows = ParquetFile(stream if stream.seekable() else io.BytesIO(stream.read()))
        place = 0
        for batch in rows.iter_batches(batch_size=256):
            for record in batch.to_pylist():
                place += 1
                yield f"row {place}", record
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        yield Skipped(file, "", f"not a Parquet file that can be read: {error}")


def plain(stream: io.BufferedReader, file: str, noted: Noted) -> Iterator[Row | Skipped]:
    """The whole file as one text."""
    text = whole(stream, file=file, noted=noted, most=LONGEST)
    yield text if isinstance(text, Skipped) else ("", {"text": text})


def _parsed(text: str, file: str, place: str) -> tuple[str, Any] | Skipped:
    try:
        return place, json.loads(text)
    except (ValueError, RecursionError) as error:
        return Skipped(file, place, f"not JSON: {error}")


class _Texts:
    """The lines for a reader that wants text alone; what was no text waits in ``left``."""

    def __init__(self, numbered: Iterator[tuple[int, str] | Skipped]) -> None:
        self._numbered = numbered
        self.number = 0
        self.left: list[Skipped] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        for line in self._numbered:
            if not isinstance(line, Skipped):
                self.number = line[0]
                return line[1].replace("\0", "")
            self.left.append(line)
        raise StopIteration
