"""The append-only half of a ledger: readings as they came."""

import time
from typing import Literal

from isnad.errors import BadLedger
from isnad.ledger.connection import Connection
from isnad.ledger.rows import PARTS, TESTIMONY, Row, Rows, fold, unfold, version_row_id
from isnad.model import Document, Provenance, Reading
from isnad.model.ids import digest

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
        asked = "SELECT v.*, reader, reader_version, knowledge FROM readings r JOIN versions v ON v.id = version"
        row = self._file.one(f"{asked} WHERE r.id = ?", id)
        if row is None:
            raise BadLedger(f"{self._file.path}: the reading {id} is not whole")
        return fold(row[:7], row[7:], lambda table: self._part(table, id))

    def copy(self) -> None:
        """Take over what the attached database `other` holds, inside a transaction."""
        for table in TESTIMONY:
            names = ", ".join(f'"{row[1]}"' for row in self._file.sql.execute(f"PRAGMA table_info({table})"))
            self._file.sql.execute(f"INSERT OR IGNORE INTO main.{table} ({names}) SELECT {names} FROM other.{table}")

    def digest(self) -> str:
        """One for all that is held but for the times at which it came."""
        rows = self._file.rows("SELECT id FROM readings UNION ALL SELECT id FROM judgements ORDER BY 1")
        return digest("ledger", *(id for (id,) in rows))

    def check(self) -> None:
        """Nothing, if the file is sound and every id is that of its content. BadLedger: the first thing that is not."""
        for asked in ("PRAGMA integrity_check", "PRAGMA foreign_key_check"):
            wrong = [row for row in self._file.rows(asked) if row != ("ok",)]
            if wrong:
                raise BadLedger(f"{self._file.path}: {wrong[0]}")
        for (id,) in self._file.rows("SELECT id FROM readings"):
            if unfold(self.load(id)).reading[0] != id:
                raise BadLedger(f"{self._file.path}: the reading {id} was changed")

    def _part(self, table: str, id: str) -> list[Row]:
        return [row[1:] for row in self._file.rows(f"SELECT * FROM {table} WHERE reading = ?", id)]
