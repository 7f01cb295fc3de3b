"""A record of a file as a document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from isnad.errors import BadInput
from isnad.model import Document
from isnad.model.ids import text_id
from isnad.text.normal import key, normalise

LARGEST = 2 << 20
"""Bytes of UTF-8 that one document's text may have; a book or a dump is no article."""

_DAY = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|\s*(\d{4})(\d\d)(\d\d)(?!\d)")
_WORD = re.compile(r"\w")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for records that do not say it themselves."""

    outlet: str | None = None
    published: date | None = None


def document(record: object, defaults: Defaults) -> tuple[Document, str | None]:
    """The document, and what about it was not taken as it stands. A gold record's document is never changed."""
    if not isinstance(record, Mapping):
        raise BadInput("not a record with named fields")
    inner = record.get("document")
    gold = isinstance(inner, Mapping)
    fields: Mapping[object, object] = inner if isinstance(inner, Mapping) else record
    text = _text(fields)
    title = _words(fields.get("title"))
    outlet = _words(fields.get("outlet")) or defaults.outlet
    published, remark = _published(fields.get("published"), defaults.published)
    if title and not gold and not _headed(text, title):
        text = f"{title}\n{text}"
    name = _words(fields.get("id")) or text_id(text, outlet=outlet)
    return Document(name, text, published, outlet, title, _words(fields.get("url"))), remark


def day(value: object) -> date | None:
    """The day that a date, datetime or printed date names; None where it names none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    printed = normalise(str(value)).text
    found = _DAY.match(printed)
    try:
        if found:
            return date(*(int(part) for part in found.groups() if part))
        return parsedate_to_datetime(printed).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _headed(text: str, title: str) -> bool:
    first = " ".join(text.lstrip().partition("\n")[0].split())
    return first == title or key(first[:1000]) == key(title[:1000])


def _text(fields: Mapping[object, object]) -> str:
    text = fields.get("text")
    if not isinstance(text, str):
        raise BadInput("there is no text" if text is None else "the text is not a string")
    if not _WORD.search(text):
        raise BadInput("the text is empty")
    text = _SURROGATE.sub("\ufffd", text)
    if len(text) > LARGEST or len(text.encode()) > LARGEST:
        raise BadInput(f"the text is larger than {LARGEST >> 20} MB")
    return text


def _words(value: object) -> str | None:
    if value is None or isinstance(value, bool | Mapping | list):
        return None
    return " ".join(_SURROGATE.sub("\ufffd", str(value)).split()) or None


def _published(value: object, otherwise: date | None) -> tuple[date | None, str | None]:
    if value is None or value == "":
        return otherwise, None
    found = day(value)
    if found:
        return found, None
    return otherwise, f"kept undated: {str(value)[:40]!r} is no date" if otherwise is None else (
        f"{str(value)[:40]!r} is no date; {otherwise} taken"
    )
