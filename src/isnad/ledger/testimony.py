"""The append-only half of a ledger: readings as they came."""

import time
from collections.abc import Iterator, Sequence
from typing import Literal

from isnad.errors import BadLedger
from isnad.ledger.connection import Connection
from isnad.ledger.rows import PARTS, TESTIMONY, Row, Rows, fold, unfold, version_row_id
from isnad.model import Document, Provenance, Reading
from isnad.model.ids import digest

_AT_ONCE = 100

Known = Literal["nothing", "version", "reading"]


class Testimony:
    """Reads and writes the testimony tables."""

    def __init__(self, file: Connection) -> None:
        self._file = file

    def put(self, rows: Rows) -> Known:
        """Write a reading, inside a transaction; what of it was there before."""
        sql = self._file.sql
        id = rows.reading[0]
        if sql.execute("SELECT 1 FROM readings WHERE id = ?", (id,)).fetchone():
            return "reading"
        known = sql.execute("SELECT 1 FROM versions WHERE id = ?", rows.version[:1]).fetchone()
        if not known:
            sql.execute("INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?)", rows.version)
        sql.execute("INSERT INTO readings VALUES (?, ?, ?, ?, ?)", rows.reading)
        # Later than all before it, even where the clock was set back or two come within a tick.
        now = time.time_ns() // 1000
        sql.execute("INSERT INTO arrivals SELECT ?, max(?, ifnull(max(at), 0) + 1) FROM arrivals", (id, now))
        for table, found in ((table, rows.parts[table]) for table in PARTS if rows.parts[table]):
            marks = ", ".join("?" * (len(found[0]) + 1))
            sql.executemany(f"INSERT INTO {table} VALUES ({marks})", [(id, *row) for row in found])
        return "version" if known else "nothing"

    def has(self, document: Document, provenance: Provenance | None) -> bool:
        """Whether this very text was read (by this reader, if ``provenance`` is given)."""
        asked = "SELECT 1 FROM readings WHERE version = ?"
        values: Row = (version_row_id(document),)
        if provenance:
            asked += " AND (reader, reader_version, knowledge) = (?, ?, ?)"
            values += (provenance.reader, provenance.version, provenance.knowledge)
        return self._file.one(asked, *values) is not None

    def load(self, id: str) -> Reading:
        """The reading with this id."""
        return next(self.load_all([id]))

    def load_all(self, ids: Sequence[str]) -> Iterator[Reading]:
        """The readings with these ids, in this order."""
        for start in range(0, len(ids), _AT_ONCE):
            yield from self._loaded(ids[start : start + _AT_ONCE])

    def _loaded(self, ids: Sequence[str]) -> Iterator[Reading]:
        texts = "SELECT r.id, v.*, reader, reader_version, knowledge FROM readings r JOIN versions v ON v.id = version"
        heads = self._gathered(f"{texts} WHERE r.id", ids)
        parts = {table: self._gathered(f"SELECT * FROM {table} WHERE reading", ids) for table in PARTS}
        for id in ids:
            if id not in heads:
                raise BadLedger(f"{self._file.path}: the reading {id} is not whole")
            (head,) = heads[id]
            yield fold(head[:7], head[7:], {table: rows.get(id, []) for table, rows in parts.items()})

    def _gathered(self, asked: str, ids: Sequence[str]) -> dict[str, list[Row]]:
        made: dict[str, list[Row]] = {}
        for row in self._file.rows(f"{asked} IN ({', '.join('?' * len(ids))})", *ids):
            made.setdefault(row[0], []).append(row[1:])
        return made

    def copy(self) -> None:
        """Take over what the attached database `other` holds, inside a transaction."""
        for table in TESTIMONY:
            names = ", ".join(f'"{row[1]}"' for row in self._file.sql.execute(f"PRAGMA table_info({table})"))
            self._file.sql.execute(f"INSERT OR IGNORE INTO main.{table} ({names}) SELECT {names} FROM other.{table}")

    def digest(self) -> str:
        """One for all that is held but for the times at which it came."""
        rows = self._file.rows("SELECT id FROM readings UNION ALL SELECT id FROM judgements ORDER BY 1")
        return digest("ledger", *(str(id) for (id,) in rows))

    def check(self) -> None:
        """Nothing, if the file is sound and every id is that of its content. BadLedger: the first thing that is not."""
        for asked in ("PRAGMA integrity_check", "PRAGMA foreign_key_check"):
            wrong = [row for row in self._file.rows(asked) if row != ("ok",)]
            if wrong:
                raise BadLedger(f"{self._file.path}: {wrong[0]}")
        ids = [id for (id,) in self._file.rows("SELECT id FROM readings")]
        for id, reading in zip(ids, self.load_all(ids), strict=True):
            if unfold(reading).reading[0] != id:
                raise BadLedger(f"{self._file.path}: the reading {id} was changed")
