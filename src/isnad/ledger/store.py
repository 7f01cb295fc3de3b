"""The ledger: readings in, claims out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from isnad.errors import BadInput
from isnad.ledger.connection import Connection, connect
from isnad.ledger.derived import Derived
from isnad.ledger.judgements import Judgements
from isnad.ledger.rows import Row, fold_document, unfold, version_row_id
from isnad.ledger.search import Condition, Facet, Hit, Query, claims, documents, facet, kilometres, says
from isnad.ledger.terms import Lemmas, light
from isnad.ledger.testimony import Testimony
from isnad.ledger.weighed import Weighed
from isnad.model import Claim, Document, Note, Provenance, Reading

Added = Literal["new", "same", "new-version", "new-reading"]
"""A document not known before; known as it is; a changed text of a known address; another reading of a known text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as it is shown, with the number of its claims and voices, and of the versions of its address."""

    document: Document
    claims: int
    voices: int
    versions: int
    notes: tuple[Note, ...] = ()


class Ledger:
    """A ledger file. Testimony in it only grows; of each address the newest reading of the newest version is shown.

    Newest is the version with the latest day of publication, of those the one that came last. Every method may raise
    BadLedger: the file is damaged, locked for long, or cannot be written. Threads may share one.
    """

    def __init__(self, file: Connection, lemmas: Lemmas, lemmas_id: str) -> None:
        self._file = file
        self._testimony = Testimony(file)
        self._derived = Derived(file.sql, lemmas, lemmas_id)
        self.weighed = Weighed(file, self._testimony)
        self.judgements = Judgements(file)
        file.sql.create_function("kilometres", 4, kilometres, deterministic=True)
        file.sql.create_function("says", 2, says, deterministic=True)

    @classmethod
    def open(
        cls, path: Path | str, *, create: bool = False, lemmas: Lemmas = light, lemmas_id: str | None = None
    ) -> Self:
        """The ledger at ``path`` (`:memory:`: in memory), made if ``create`` and missing.

        ``lemmas`` maps a word to the terms under which it is found, ``lemmas_id`` names it with its version: where
        the file was indexed by another, it is indexed anew. BadLedger: missing, newer than this program, or damaged.
        """
        return cls(connect(path, create=create), lemmas, lemmas_id or str(getattr(lemmas, "__qualname__", "")))

    def close(self) -> None:
        """Let go of the file."""
        self._file.sql.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def path(self) -> str:
        """The file."""
        return self._file.path

    def add(self, reading: Reading) -> Added:
        """Take the reading in, whole or not at all. BadInput: it holds what no file can (a lone surrogate)."""
        rows = unfold(reading)
        self._prepare()
        try:
            with self._file.transaction():
                known = self._testimony.put(rows)
                if known == "reading":
                    return "same"
                shown = self._derived.take(reading, version=rows.version[0], id=rows.reading[0])
        except (UnicodeEncodeError, OverflowError) as error:
            raise BadInput(f"{reading.document.id}: {error}") from error
        if known == "version":
            return "new-reading"
        return "new-version" if shown else "new"

    def has(self, document: Document, *, provenance: Provenance | None = None) -> bool:
        """Whether this very text was read already (by this reader, if ``provenance`` is given)."""
        return self._testimony.has(document, provenance)

    def reading(self, document_id: str) -> Reading:
        """What is shown at the document's address. KeyError: there is none."""
        rows = self._rows("SELECT reading FROM shown JOIN addresses USING (address) WHERE document = ?", document_id)
        if not rows:
            raise KeyError(document_id)
        return self._testimony.load(rows[0][0])

    def claim(self, claim_id: str) -> tuple[Reading, Claim]:
        """The claim, where it is shown, else in the last reading that has it. KeyError: there is none."""
        rows = self._rows(
            "SELECT c.reading, c.position FROM claims c LEFT JOIN shown USING (reading) WHERE c.id = ? "
            "ORDER BY address IS NULL, (SELECT min(at) FROM arrivals a WHERE a.reading = c.reading) DESC LIMIT 1",
            claim_id,
        )
        if not rows:
            raise KeyError(claim_id)
        reading = self._testimony.load(rows[0][0])
        return reading, reading.claims[rows[0][1]]

    def versions(self, document_id: str) -> list[Reading]:
        """Every version of the document's address in its newest reading, the one that is shown first."""
        rows = self._rows("SELECT address FROM addresses WHERE document = ? LIMIT 1", document_id)
        newest: dict[str, str] = {}
        with self._file.guarded():
            for version, reading in self._derived.newest(rows[0][0]) if rows else ():
                newest.setdefault(version, reading)
        return list(self._testimony.load_all(list(newest.values())))

    def readings(self) -> Iterator[Reading]:
        """Every reading that is shown, by day of publication and document id."""
        rows = self._rows(
            "SELECT reading FROM shown JOIN versions v ON v.id = version ORDER BY v.published, v.document"
        )
        return self._testimony.load_all([id for (id,) in rows])

    def documents(
        self,
        *,
        text: str | None = None,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Entry]:
        """Documents that are shown, newest first, best first where ``text`` is given; days are of publication."""
        made = documents(self._derived.terms, text=text, outlet=outlet, since=since, until=until)
        return [self._entry(*row) for row in self._page(made, "k.address, k.version, k.reading", limit, offset)]

    def search(self, query: Query) -> list[Hit]:
        """The claims that meet the query: best first where it has a text, else those of the newest events first."""
        made = claims(query, self._derived.terms)
        rows = self._page(made, "c.reading, c.position", query.limit, query.offset)
        ids = sorted({id for id, _ in rows})
        loaded = dict(zip(ids, self._testimony.load_all(ids), strict=True))
        return [Hit(loaded[id], loaded[id].claims[place]) for id, place in rows]

    def count(self, query: Query) -> int:
        """How many claims meet the query, whatever its limit."""
        made = claims(query, self._derived.terms)
        return int(self._rows(made.sql("count(*)"), *made.values)[0][0])

    def tally(self, query: Query, by: Facet) -> dict[str | None, int]:
        """How many of the claims that meet the query have each value, most first."""
        made = claims(query, self._derived.terms)
        return dict(self._rows(facet(made, by), *made.values))

    def counts(self) -> Mapping[str, int]:
        """How many documents, claims and voices are shown, and how many versions and readings there are in all."""
        shown = "WHERE reading IN (SELECT reading FROM shown)"
        return {
            name: int(self._rows(f"SELECT count(*) FROM {table}")[0][0])
            for name, table in (
                ("documents", "shown"),
                ("versions", "versions"),
                ("readings", "readings"),
                ("claims", "listed"),
                ("voices", f"sources {shown}"),
                ("turned_away", f"turned_away {shown}"),
                ("judgements", "judgements"),
            )
        }

    def digest(self) -> str:
        """The same for two ledgers if and only if they hold the same testimony, in whatever order it came."""
        return self._testimony.digest()

    def merge(self, other: "Ledger | Path | str") -> int:
        """Take over all testimony of another ledger file, or nothing; how many readings were new here."""
        path = Path(other.path if isinstance(other, Ledger) else other)
        connect(path, create=False).sql.close()
        if self.path != ":memory:" and path.samefile(self.path):
            return 0
        self._prepare()
        with self._file.guarded():
            self._file.sql.execute("ATTACH ? AS other", (str(path),))
            try:
                with self._file.transaction():
                    self._testimony.copy()
                    return self._cover()
            finally:
                self._file.sql.execute("DETACH other")

    def rebuild(self) -> None:
        """Drop all derived tables and fill them again from testimony."""
        with self._file.transaction():
            self._derived.clear()
            self._cover()

    def check(self) -> None:
        """Nothing, if the file is sound and every id is that of its content. BadLedger: the first thing that is not."""
        self._testimony.check()

    def _cover(self) -> int:
        missing = self._derived.missing()
        for id, reading in zip(missing, self._testimony.load_all(missing), strict=True):
            self._derived.take(reading, version=version_row_id(reading.document), id=id)
        return len(missing)

    def _prepare(self) -> None:
        with self._file.guarded():
            if self._derived.ready():
                return
        with self._file.transaction():
            if not self._derived.ready():
                self._derived.clear()
                self._cover()

    def _entry(self, address: str, version: str, reading: str) -> Entry:
        ((found, voices, versions),) = self._rows(
            "SELECT (SELECT count(*) FROM claims WHERE reading = ?1),"
            " (SELECT count(*) FROM sources WHERE reading = ?1),"
            " (SELECT count(*) FROM addresses WHERE address = ?2)",
            reading,
            address,
        )
        notes = self._rows("SELECT code, detail FROM notes WHERE reading = ?", reading)
        document = fold_document(self._rows("SELECT * FROM versions WHERE id = ?", version)[0])
        return Entry(document, found, voices, versions, tuple(Note(*note) for note in notes))

    def _page(self, made: Condition, what: str, limit: int | None, offset: int) -> list[Row]:
        asked = f"{made.sql(what)} ORDER BY {made.order} LIMIT ? OFFSET ?"
        return self._rows(asked, *made.values, -1 if limit is None else limit, offset)

    def _rows(self, sql: str, *values: object) -> list[Row]:
        self._prepare()
        return self._file.rows(sql, *values)
