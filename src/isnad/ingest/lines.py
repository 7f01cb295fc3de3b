"""Lines of a byte stream as text, however long or badly encoded."""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from isnad.ingest.encoding import Decoder
from isnad.ingest.skipped import Noted, Skipped

LONGEST = 16 << 20
"""Bytes of one line: the text of the largest document that is taken, every letter of it escaped, and some more."""

BROKEN_FILE = (OSError, EOFError, zlib.error)
"""What reading a file raises where it is damaged or out of reach."""

_HEAD = 1 << 16


def buffered(stream: BinaryIO) -> io.BufferedReader:
    """The stream, unpacked where it is gzip, whose beginning can be looked at."""
    # An open file is taken as it is: a second reader around it would close it when collected.
    raw = stream if isinstance(stream, io.BufferedReader) else _reader(stream)
    while raw.peek(2)[:2] == b"\x1f\x8b":
        raw = _reader(gzip.GzipFile(fileobj=raw))
    return raw


def lines(stream: io.BufferedReader, *, file: str, noted: Noted) -> Iterator[tuple[int, str] | Skipped]:
    """Number (from 1) and text of each line, its end included."""
    stream = _unwide(stream)
    decoder = Decoder(stream.peek(_HEAD)[:_HEAD])
    for number, line in enumerate(_split(stream), 1):
        place = f"line {number}"
        if len(line) > LONGEST:
            yield Skipped(file, place, f"the line is longer than {LONGEST >> 20} MB")
            continue
        try:
            text, done = decoder.decode(line)
        except LookupError as error:
            yield Skipped(file, place, str(error.args[0]))
            continue
        if done:
            noted(Skipped(file, place, done))
        yield number, text.lstrip("\ufeff") if number == 1 else text


def whole(stream: io.BufferedReader, *, file: str, noted: Noted, most: int | None = None) -> str | Skipped:
    """All of a stream as one text, of ``most`` bytes where that is given."""
    data = _unwide(stream).read(-1 if most is None else most + 1)
    if most is not None and len(data) > most:
        return Skipped(file, "", f"the text is larger than {most >> 20} MB")
    try:
        text, done = Decoder(data[:_HEAD]).decode(data)
    except LookupError as error:
        return Skipped(file, "", str(error.args[0]))
    if done:
        noted(Skipped(file, "", done))
    return text.lstrip("\ufeff")


def _split(stream: io.BufferedReader) -> Iterator[bytes]:
    while line := stream.readline(LONGEST + 1):
        rest = line
        while len(rest) > LONGEST and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST + 1)
        yield line


def _unwide(stream: io.BufferedReader) -> io.BufferedReader:
    if stream.peek(2)[:2] not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return stream
    data = stream.read().decode("utf-16", "replace").encode("utf-8", "replace")
    return _reader(io.BytesIO(data))


def _reader(stream: BinaryIO | gzip.GzipFile) -> io.BufferedReader:
    return io.BufferedReader(cast(io.RawIOBase, stream), _HEAD)
