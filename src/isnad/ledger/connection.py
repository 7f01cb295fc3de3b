"""One SQLite file, opened in the right version."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from isnad.errors import BadLedger
from isnad.ledger.rows import Row

APPLICATION = 1230196292
"""The application id of a ledger file ("ISND")."""

_PATIENCE = 60.0


def script(name: str) -> str:
    """An SQL file of this package."""
    return files("isnad.ledger").joinpath(name).read_text("utf-8")


def statements(sql: str) -> Iterator[str]:
    """The statements of a script one by one; `executescript` would commit the transaction around it."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def migrations() -> list[tuple[int, str]]:
    """Number and name of every migration, in order; the last one's number is the version of this program."""
    names = [item.name for item in files("isnad.ledger").joinpath("migrations").iterdir() if item.name.endswith(".sql")]
    return [(int(name.split("-")[0]), f"migrations/{name}") for name in sorted(names)]


class Connection:
    """A connection in which every failure of SQLite is a `BadLedger` that names the file. May be used by threads."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.turn = threading.RLock()
        with self.guarded():
            self.sql = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            for setting in (
                "cache_size = -65536",  # KiB
                "journal_mode = WAL",
                "synchronous = NORMAL",
                "foreign_keys = ON",
                "recursive_triggers = ON",
            ):
                self.sql.execute(f"PRAGMA {setting}")

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Inside, the connection is this thread's, and what SQLite finds wrong is said in our words."""
        with self.turn:
            try:
                yield
            except (sqlite3.Error, UnicodeDecodeError) as error:
                raise BadLedger(f"{self.path}: {error}") from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing of what is written inside; other programs' writing waits."""
        with self.guarded():
            self.sql.execute("BEGIN IMMEDIATE")
            try:
                yield self.sql
            except BaseException:
                if self.sql.in_transaction:
                    self.sql.execute("ROLLBACK")
                raise
            self.sql.execute("COMMIT")

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All that a question gives."""
        with self.guarded():
            return self.sql.execute(sql, values).fetchall()

    def one(self, sql: str, *values: object) -> Row | None:
        """The first that a question gives."""
        with self.guarded():
            found: Row | None = self.sql.execute(sql, values).fetchone()
            return found

    def migrate(self) -> None:
        """Bring the file to this program's version. BadLedger: it is no ledger, or newer than this program."""
        with self.guarded():
            number = self._version()
        known = migrations()
        if number > known[-1][0]:
            raise BadLedger(f"{self.path}: made by a newer Isnad (version {number}; this one knows {known[-1][0]})")
        if number == known[-1][0]:
            return
        with self.transaction() as sql:
            number = self._version()
            for step, name in known:
                if step > number:
                    for statement in statements(script(name)):
                        sql.execute(statement)
                    sql.execute(f"PRAGMA user_version = {step}")

    def _version(self) -> int:
        number: int = self.sql.execute("PRAGMA user_version").fetchone()[0]
        (application,) = self.sql.execute("PRAGMA application_id").fetchone()
        (tables,) = self.sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if application != APPLICATION and (number or application or tables):
            raise BadLedger(f"{self.path}: an SQLite file, but not a ledger")
        return number


def connect(path: Path | str, *, create: bool) -> Connection:
    """The ledger file at ``path``. BadLedger: missing and not to be created, no ledger, newer, or damaged."""
    name = str(path)
    if name != ":memory:" and not create and not (Path(name).is_file() and Path(name).stat().st_size):
        raise BadLedger(f"{name}: there is no ledger")
    made = Connection(name)
    try:
        made.migrate()
    except BaseException:
        made.sql.close()
        raise
    return made
