"""The derived tables of weighing. What is in a body is the weighing's own; here it is text."""

import json
import sqlite3
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeVar, cast

from isnad.ledger.connection import Connection, script, statements
from isnad.ledger.testimony import Testimony
from isnad.model import Copy, Event, Outcome, Reading

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from pydantic import TypeAdapter

TABLES = (
    "weighed", "weighing", "obeyed", "accounts", "account_keys", "sketches", "sketch_keys", "unmatched", "copies",
    "events", "event_accounts", "event_claims", "outcome_keys", "unsettled", "settled", "outcomes",
)  # fmt: skip
INDEXES = {
    "account_keys_key": "account_keys (key)",
    "sketch_keys_key": "sketch_keys (key)",
    "outcome_keys_key": "outcome_keys (key)",
}
_AT_ONCE = 500
_BULK = 20_000

T = TypeVar("T")
Keys = Iterable[tuple[int, int, int]]
"""Hash, first and last day."""


class Weighed:
    """Keeps and finds what was weighed. Writing happens inside `transaction`; what breaks off there leaves nothing."""

    def __init__(self, file: Connection, testimony: Testimony) -> None:
        self._file = file
        self._testimony = testimony
        self.transaction = file.transaction

    @property
    def _sql(self) -> sqlite3.Connection:
        return self._file.sql

    def ready(self, made_by: str) -> bool:
        """Whether the tables are there and were filled by this program."""
        if not self._file.one("SELECT 1 FROM sqlite_schema WHERE name = 'weighing'"):
            return False
        return self._file.rows("SELECT made_by FROM weighing") == [(self._made_by(made_by),)]

    def clear(self, made_by: str) -> None:
        """The tables anew and empty."""
        for table in TABLES:
            self._sql.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in statements(script("weighed.sql")):
            self._sql.execute(statement)
        self._sql.execute("INSERT INTO weighing VALUES (?)", (self._made_by(made_by),))

    def _made_by(self, version: str) -> str:
        return f"{blake2b(script('weighed.sql').encode(), digest_size=8).hexdigest()} {version}"

    def missing(self) -> list[str]:
        """Readings that are shown and not weighed, by day of publication."""
        asked = (
            "SELECT s.reading FROM shown s LEFT JOIN weighed w ON w.reading = s.reading WHERE w.reading IS NULL "
            "ORDER BY s.published, s.address"
        )
        found = [id for (id,) in self._file.rows(asked)]
        if len(found) > _BULK:
            self._unindexed()
        return found

    def gone(self) -> list[str]:
        """Readings that were weighed and are shown no more."""
        asked = "SELECT reading FROM weighed WHERE reading NOT IN (SELECT reading FROM shown) ORDER BY reading"
        return [id for (id,) in self._file.rows(asked)]

    def obeyed(self) -> set[str]:
        """The judgements that the tables obey."""
        return {id for (id,) in self._file.rows("SELECT judgement FROM obeyed")}

    def obey(self, judgements: Iterable[str]) -> None:
        """Note that the tables obey these."""
        self._sql.executemany("INSERT OR IGNORE INTO obeyed VALUES (?)", ((id,) for id in judgements))

    def newest_day(self) -> str | None:
        """The last day on which anything shown was published."""
        found = self._file.one("SELECT max(published) FROM shown")
        return found[0] if found else None

    def readings(self, ids: Sequence[str]) -> Iterator[Reading]:
        """The readings with these ids, in this order."""
        return self._testimony.load_all(ids)

    def containing(self, claims: Iterable[str]) -> list[str]:
        """The readings that were weighed and hold one of the claims."""
        made: set[str] = set()
        for some in _chunks(sorted(claims)):
            asked = f"SELECT reading FROM claims JOIN weighed USING (reading) WHERE claims.id IN ({_marks(some)})"
            made.update(id for (id,) in self._file.rows(asked, *some))
        return sorted(made)

    def put_reading(
        self,
        reading: str,
        accounts: Iterable[tuple[str, Keys, Keys]],
        *,
        document: str,
        outlet: str | None,
        credits: Sequence[str],
        sketch: bytes,
        sketch_keys: Iterable[int],
    ) -> None:
        """Keep a reading's accounts, to be linked, and the sketch of its text, to be matched.

        An account comes with the keys for what tells of the same, and those for what it expects or settles.
        """
        for body, found, settling in accounts:
            row = self._sql.execute("INSERT INTO accounts (reading, body) VALUES (?, ?)", (reading, body)).lastrowid
            self._sql.executemany(f"INSERT INTO account_keys VALUES (?, {row}, ?, ?)", found)
            self._sql.executemany(f"INSERT INTO outcome_keys VALUES (?, {row}, ?, ?)", settling)
        row = self._sql.execute(
            "INSERT INTO sketches (reading, document, outlet, credits, body) VALUES (?, ?, ?, ?, ?)",
            (reading, document, outlet, json.dumps(credits, ensure_ascii=False), sketch),
        ).lastrowid
        self._sql.executemany(f"INSERT INTO sketch_keys VALUES (?, {row})", ((key,) for key in sketch_keys))
        self._sql.execute("INSERT INTO unmatched VALUES (?)", (row,))
        self._sql.execute("INSERT INTO weighed VALUES (?)", (reading,))

    def told(self, reading: str) -> dict[int, str]:
        """The accounts of a reading."""
        return dict(self._file.rows("SELECT id, body FROM accounts WHERE reading = ?", reading))

    def drop_reading(self, reading: str, *, keys: Iterable[int], sketch_keys: Iterable[int]) -> None:
        """Forget what a reading told, found under these keys; what hung together with it is to be linked again."""
        rows = self._file.rows("SELECT id, part FROM accounts WHERE reading = ?", reading)
        self.unlink(sorted({part for _, part in rows if part is not None}))
        accounts = {id for id, _ in rows}
        self._sql.executemany(
            "DELETE FROM account_keys WHERE key = ? AND account = ?", ((key, one) for key in keys for one in accounts)
        )
        for id, document in self._file.rows("SELECT id, document FROM sketches WHERE reading = ?", reading):
            self._sql.executemany(
                "DELETE FROM sketch_keys WHERE key = ? AND sketch = ?", ((key, id) for key in sketch_keys)
            )
            self._sql.execute("DELETE FROM copies WHERE a = ?1 OR b = ?1", (document,))
            self._sql.execute("DELETE FROM unmatched WHERE sketch = ?", (id,))
        for table in ("accounts", "sketches", "weighed"):
            self._sql.execute(f"DELETE FROM {table} WHERE reading = ?", (reading,))

    def unlink(self, parts: Sequence[int]) -> None:
        """Let go of the events of these parts: their accounts are to be linked again."""
        for some in _chunks(parts):
            marks = _marks(some)
            events = f"SELECT id FROM events WHERE part IN ({marks})"
            # What an event settled is to be asked again.
            self._sql.execute(
                f"INSERT OR IGNORE INTO unsettled SELECT event FROM outcomes WHERE settled_by IN ({events})", some
            )
            for table in ("event_accounts", "event_claims", "unsettled", "outcomes"):
                self._sql.execute(f"DELETE FROM {table} WHERE event IN ({events})", some)
            self._sql.execute(f"DELETE FROM events WHERE part IN ({marks})", some)
            self._sql.execute(f"UPDATE accounts SET part = NULL WHERE part IN ({marks})", some)

    def indexed(self) -> None:
        """See to the indexes of the keys; after much was put it is quicker to make them at once."""
        for name, on in INDEXES.items():
            self._sql.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {on}")

    def _unindexed(self) -> None:
        for name in INDEXES:
            self._sql.execute(f"DROP INDEX IF EXISTS {name}")

    def loose(self) -> list[int]:
        """Accounts that are to be linked."""
        return [id for (id,) in self._file.rows("SELECT id FROM accounts WHERE part IS NULL ORDER BY id")]

    def parts(self, accounts: Sequence[int]) -> set[int]:
        """The parts that the accounts belong to."""
        made: set[int] = set()
        for some in _chunks(accounts):
            asked = f"SELECT DISTINCT part FROM accounts WHERE id IN ({_marks(some)}) AND part IS NOT NULL"
            made.update(part for (part,) in self._file.rows(asked, *some))
        return made

    def bodies(self, accounts: Sequence[int]) -> dict[int, str]:
        """The accounts with these numbers."""
        made: dict[int, str] = {}
        for some in _chunks(accounts):
            made.update(self._file.rows(f"SELECT id, body FROM accounts WHERE id IN ({_marks(some)})", *some))
        return made

    def key_rows(self, keys: Iterable[int] | None) -> "npt.NDArray[np.int64]":
        """(rows, 4) of `account_keys`: those of these keys; None: all."""
        if keys is None:
            return self._array("SELECT key, account, lo, hi FROM account_keys", 4)
        self._chosen(keys)
        return self._array("SELECT k.key, account, lo, hi FROM temp.chosen JOIN account_keys k USING (key)", 4)

    def sketch_rows(self, keys: Iterable[int] | None) -> "npt.NDArray[np.int64]":
        """(rows, 2) of `sketch_keys`: those of these keys; None: all."""
        if keys is None:
            return self._array("SELECT key, sketch FROM sketch_keys", 2)
        self._chosen(keys)
        return self._array("SELECT k.key, sketch FROM temp.chosen JOIN sketch_keys k USING (key)", 2)

    def sketches(self, numbers: Sequence[int]) -> dict[int, bytes]:
        """The sketches with these numbers."""
        made: dict[int, bytes] = {}
        for some in _chunks(numbers):
            made.update(self._file.rows(f"SELECT id, body FROM sketches WHERE id IN ({_marks(some)})", *some))
        return made

    def sketched(self, reading: str) -> bytes | None:
        """The sketch of a reading's text."""
        found = self._file.one("SELECT body FROM sketches WHERE reading = ?", reading)
        return found[0] if found else None

    def outlets(self) -> dict[int, str | None]:
        """The outlet of each sketch."""
        return dict(self._file.rows("SELECT id, outlet FROM sketches"))

    def unmatched(self) -> list[int]:
        """Sketches whose copies are to be looked for."""
        return [id for (id,) in self._file.rows("SELECT sketch FROM unmatched ORDER BY sketch")]

    def matched(self) -> None:
        """All copies were looked for."""
        self._sql.execute("DELETE FROM unmatched")

    def rematch(self, sketches: Iterable[int]) -> None:
        """Forget the copies of these sketches, and let go of the events that rested on them."""
        for number in sketches:
            for document, reading in self._file.rows("SELECT document, reading FROM sketches WHERE id = ?", number):
                self._sql.execute("DELETE FROM copies WHERE a = ?1 OR b = ?1", (document,))
                parts = self._file.rows("SELECT DISTINCT part FROM accounts WHERE reading = ?", reading)
                self.unlink([part for (part,) in parts if part is not None])

    def put_copies(self, copies: Iterable[Copy]) -> None:
        """Keep pairs of documents that share a text."""
        rows = ((*sorted(copy.documents), _dump(Copy, copy)) for copy in copies)
        self._sql.executemany("INSERT OR REPLACE INTO copies VALUES (?, ?, ?)", rows)

    def copies(self, documents: Sequence[str] | None = None) -> list[Copy]:
        """Copies, of all or among these documents, by the documents' ids."""
        if documents is None:
            return [_load(Copy, body) for (body,) in self._file.rows("SELECT body FROM copies ORDER BY a, b")]
        found: set[tuple[str, str, str]] = set()
        wanted = set(documents)
        for some in _chunks(documents):
            rows = self._file.rows(f"SELECT a, b, body FROM copies WHERE a IN ({_marks(some)})", *some)
            found.update((a, b, body) for a, b, body in rows if b in wanted)
        return [_load(Copy, body) for _, _, body in sorted(found)]

    def put_event(self, event: Event, *, part: int, accounts: Sequence[int]) -> None:
        """Keep an event; its accounts are linked then."""
        self._sql.execute(
            "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                event.id, part, event.type, event.expected, _day(event.first), _day(event.last),
                len(event.documents), event.origins.low, event.origins.high, len(event.conflicts), _dump(Event, event),
            ),
        )  # fmt: skip
        self._sql.executemany("INSERT INTO event_accounts VALUES (?, ?)", ((event.id, one) for one in accounts))
        self._sql.executemany("INSERT INTO event_claims VALUES (?, ?)", ((one, event.id) for one in event.claims))
        self._sql.execute("INSERT OR IGNORE INTO unsettled VALUES (?)", (event.id,))
        self._sql.executemany("UPDATE accounts SET part = ? WHERE id = ?", ((part, one) for one in accounts))

    def events(
        self,
        *,
        type: str | None = None,
        expected: bool | None = None,
        claims: Sequence[str] | None = None,
        since: date | None = None,
        until: date | None = None,
        least: int = 1,
        conflicting: bool = False,
        one_voice: bool = False,
        limit: int | None = None,
    ) -> list[Event]:
        """Events, newest first: of a type, expected or not, with one of the claims, of some days.

        At least so many documents tell of them. ``conflicting``: only those with a conflict; ``one_voice``: only those
        on one origin.
        """
        asked = ["documents >= ?", *["conflicts > 0"] * conflicting, *["high <= 1"] * one_voice]
        values: list[object] = [least]
        for condition, value in (
            ("type = ?", type), ("expected = ?", expected), ("last >= ?", _day(since)), ("first <= ?", _day(until)),
        ):  # fmt: skip
            if value is not None:
                asked.append(condition)
                values.append(value)
        if claims is not None:
            with self._file.guarded():
                self._sql.execute("CREATE TEMP TABLE IF NOT EXISTS asked (claim TEXT PRIMARY KEY)")
                self._sql.execute("DELETE FROM temp.asked")
                self._sql.executemany("INSERT OR IGNORE INTO temp.asked VALUES (?)", ((one,) for one in claims))
            asked.append("id IN (SELECT event FROM temp.asked JOIN event_claims USING (claim))")
        order = "ORDER BY first IS NULL, first DESC, id LIMIT ?"
        sql = f"SELECT body FROM events WHERE {' AND '.join(asked)} {order}"
        return [_load(Event, body) for (body,) in self._file.rows(sql, *values, -1 if limit is None else limit)]

    def waiting(self) -> int | None:
        """How many of the readings that are shown were not weighed; None: nothing was ever weighed."""
        if not self._file.one("SELECT 1 FROM sqlite_schema WHERE name = 'weighed'"):
            return None
        asked = "SELECT count(*) FROM shown WHERE reading NOT IN (SELECT reading FROM weighed)"
        return int(self._file.rows(asked)[0][0])

    def counts(self) -> dict[str, int]:
        """How many events, conflicts in them, copies and outcomes there are."""
        tables = {
            "events": "SELECT count(*) FROM events WHERE NOT expected",
            "expectations": "SELECT count(*) FROM events WHERE expected",
            "in several documents": "SELECT count(*) FROM events WHERE documents > 1",
            "conflicts": "SELECT ifnull(sum(conflicts), 0) FROM events",
            "copies": "SELECT count(*) FROM copies",
            "outcomes": "SELECT count(*) FROM outcomes",
        }
        return {name: int(self._file.rows(asked)[0][0]) for name, asked in tables.items()}

    def event(self, id: str) -> Event:
        """The event with this id, or the one that has the claim with this id. KeyError: there is none."""
        asked = "SELECT body FROM events WHERE id = ?1 OR id IN (SELECT event FROM event_claims WHERE claim = ?1)"
        found = self._file.one(asked, id)
        if not found:
            raise KeyError(id)
        return _load(Event, found[0])

    def accounts(self, event: str) -> list[str]:
        """The accounts that an event is made of."""
        asked = "SELECT body FROM accounts JOIN event_accounts ON account = id WHERE event = ? ORDER BY id"
        return [body for (body,) in self._file.rows(asked, event)]

    def outcomes(self, event: str | None = None) -> list[Outcome]:
        """What became of expectations, or of those of one event."""
        asked = "SELECT body FROM outcomes WHERE event = ?1 OR ?1 IS NULL ORDER BY event, position"
        return [_load(Outcome, body) for (body,) in self._file.rows(asked, event)]

    def put_outcomes(self, event: str, outcomes: Iterable[Outcome], *, settled_by: Mapping[str, str]) -> None:
        """Keep what became of an expectation, instead of what was kept before.

        ``settled_by`` leads from a claim to its event.
        """
        self._sql.execute("DELETE FROM outcomes WHERE event = ?", (event,))
        rows = (
            (event, place, settled_by.get(one.by[0]) if one.by else None, one.status == "open", _dump(Outcome, one))
            for place, one in enumerate(outcomes)
        )
        self._sql.executemany("INSERT INTO outcomes VALUES (?, ?, ?, ?, ?)", rows)

    def unsettled(self) -> list[str]:
        """Events for which it is to be asked what they expect or settle."""
        return [id for (id,) in self._file.rows("SELECT event FROM unsettled ORDER BY event")]

    def waiting_for(self, day: str | None) -> list[str]:
        """Expectations that were open on another day than this."""
        if self._file.rows("SELECT day FROM settled") == [(day,)]:
            return []
        return [id for (id,) in self._file.rows("SELECT DISTINCT event FROM outcomes WHERE open ORDER BY event")]

    def settled(self, events: Iterable[str], day: str | None) -> None:
        """These were asked for, by that day."""
        self._sql.executemany("DELETE FROM unsettled WHERE event = ?", ((id,) for id in events))
        self._sql.execute("DELETE FROM settled")
        self._sql.execute("INSERT INTO settled VALUES (?)", (day or "",))

    def of_events(self, events: Sequence[str]) -> dict[int, str]:
        """The accounts of these events, each with its event."""
        return self._paired("event", events)

    def of_accounts(self, accounts: Sequence[int]) -> dict[int, str]:
        """These accounts, each with its event."""
        return self._paired("account", accounts)

    def _paired(self, column: str, wanted: Sequence[object]) -> dict[int, str]:
        made: dict[int, str] = {}
        for some in _chunks(wanted):
            asked = f"SELECT account, event FROM event_accounts WHERE {column} IN ({_marks(some)})"
            made.update(self._file.rows(asked, *some))
        return made

    def credits(self, documents: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The agencies that the documents credit for their text, where they do."""
        made: dict[str, tuple[str, ...]] = {}
        for some in _chunks(documents):
            asked = f"SELECT document, credits FROM sketches WHERE credits <> '[]' AND document IN ({_marks(some)})"
            made.update((id, tuple(json.loads(body))) for id, body in self._file.rows(asked, *some))
        return made

    def outcome_rows(self, keys: Iterable[int] | None) -> "npt.NDArray[np.int64]":
        """(rows, 4) of `outcome_keys`: those of these keys; None: all."""
        if keys is None:
            return self._array("SELECT key, account, lo, hi FROM outcome_keys", 4)
        self._chosen(keys)
        return self._array("SELECT k.key, account, lo, hi FROM temp.chosen JOIN outcome_keys k USING (key)", 4)

    def _array(self, asked: str, width: int) -> "npt.NDArray[np.int64]":
        import numpy as np  # only weighing waits for it

        made = [np.zeros((0, width), dtype=np.int64)]
        with self._file.guarded():
            rows = self._sql.execute(asked)
            while some := rows.fetchmany(200_000):
                made.append(np.array(some, dtype=np.int64))
        return np.concatenate(made)

    def _chosen(self, keys: Iterable[int]) -> None:
        self._sql.execute("CREATE TEMP TABLE IF NOT EXISTS chosen (key INTEGER PRIMARY KEY)")
        self._sql.execute("DELETE FROM temp.chosen")
        self._sql.executemany("INSERT OR IGNORE INTO temp.chosen VALUES (?)", ((key,) for key in keys))


def _marks(some: Sequence[Any]) -> str:
    return ", ".join("?" * len(some))


def _chunks(many: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(many), _AT_ONCE):
        yield many[start : start + _AT_ONCE]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


@cache
def _adapter(noun: Hashable) -> "TypeAdapter[Any]":
    # Only who weighs or asks for events waits for pydantic.
    from pydantic import TypeAdapter

    return TypeAdapter[Any](noun)  # type: ignore[arg-type]


def _dump(noun: type, value: object) -> str:
    text: str = _adapter(noun).dump_json(value, exclude_defaults=True).decode()
    return text


def _load(noun: type[T], body: str) -> T:
    value: T = _adapter(cast(Hashable, noun)).validate_json(body)
    return value
