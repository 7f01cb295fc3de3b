"""Readings handed on: as JSON Lines, CSV, a table for the terminal, a page to read."""

from isnad.export.csv import write_csv
from isnad.export.jsonl import record, write_jsonl
from isnad.export.labels import Labels
from isnad.export.redact import redacted

__all__ = ["Labels", "record", "redacted", "write_csv", "write_jsonl"]
