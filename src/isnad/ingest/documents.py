"""All documents of files and folders, one after the other."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from isnad.errors import BadInput
from isnad.ingest.formats import Format, json_file, json_lines, parquet, plain, table
from isnad.ingest.lines import BROKEN_FILE, buffered
from isnad.ingest.record import Defaults, document
from isnad.ingest.skipped import Noted, Skipped, unheard
from isnad.model import Document

FORMATS: dict[str, Format] = {
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".json": json_file,
    ".csv": table,
    ".tsv": table,
    ".parquet": parquet,
    ".txt": plain,
}


def documents(
    paths: Sequence[Path | str],
    *,
    outlet: str | None = None,
    published: date | None = None,
    noted: Noted = unheard,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | Skipped]:
    """The documents in the order of the files; a folder's files in the order of their names, `-` standard input.

    ``outlet`` and ``published`` hold for records that do not give their own. A record without an id gets one from its
    text. ``noted`` hears of documents that were taken, but not as they stood. Holds one record in memory at a time,
    but for `.json` and for Parquet from a pipe.
    """
    defaults = Defaults(outlet, published)
    for path in paths:
        if str(path) == "-":
            yield from _stream(stdin or sys.stdin.buffer, "-", defaults, noted)
        else:
            yield from _path(Path(path), defaults, noted)


def _path(path: Path, defaults: Defaults, noted: Noted) -> Iterator[Document | Skipped]:
    for file in _walk(path) if path.is_dir() else [path]:
        if path.is_dir() and _suffix(file.name) not in FORMATS:
            yield Skipped(str(file), "", f"none of the kinds of files that are read in a folder: {', '.join(FORMATS)}")
            continue
        try:
            with file.open("rb") as stream:
                yield from _stream(stream, str(file), defaults, noted)
        except OSError as error:
            yield Skipped(str(file), "", f"cannot be opened: {error.strerror or error}")


def _walk(folder: Path) -> list[Path]:
    inside = (path for path in folder.rglob("*") if not any(part[0] == "." for part in path.relative_to(folder).parts))
    return sorted(path for path in inside if path.is_file())


def _stream(raw: BinaryIO, file: str, defaults: Defaults, noted: Noted) -> Iterator[Document | Skipped]:
    place = ""
    try:
        stream = buffered(raw)
        read = FORMATS.get(_suffix(file)) or _sniffed(stream.peek(4096))
        for row in read(stream, file, noted):
            if isinstance(row, Skipped):
                yield row
                continue
            place = row[0]
            yield _made(row[1], file, place, defaults, noted)
    except BROKEN_FILE as error:
        yield Skipped(file, f"after {place}" if place else "", f"the file is damaged: {error}")


def _made(record: object, file: str, place: str, defaults: Defaults, noted: Noted) -> Document | Skipped:
    try:
        made, remark = document(record, defaults)
    except BadInput as error:
        return Skipped(file, place, str(error))
    if remark:
        noted(Skipped(file, place, remark))
    return made


def _suffix(name: str) -> str:
    return Path(name.lower().removesuffix(".gz")).suffix


def _sniffed(head: bytes) -> Format:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:4] == b"PAR1":
        return parquet
    if start[:1] == b"{":
        return json_lines
    if start[:1] == b"[":
        return json_file
    columns = {name.strip(b'" \r').lower() for name in start.partition(b"\n")[0].replace(b";", b",").split(b",")}
    return table if b"text" in columns and len(columns) > 1 else plain
