"""The tables that follow from testimony: what is shown, and what it can be found by."""

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import urldefrag, urlsplit

from isnad.ledger.connection import script, statements
from isnad.ledger.rows import Row
from isnad.ledger.terms import Lemmas, bare, terms, words
from isnad.model import Claim, Document, Participant, Reading, Source

TABLES = (
    "addresses",
    "shown",
    "listed",
    "names",
    "named",
    "sentences",
    "sentence_terms",
    "texts",
    "text_terms",
    "derived",
    "derivation",
)

_UNNAMED = ("anonymous", "unknown")

_NEWEST = """
SELECT v.id, r.id FROM addresses a JOIN versions v ON v.id = a.version JOIN readings r ON r.version = v.id
WHERE a.address = ?
ORDER BY ifnull(v.published, '') DESC,
  (SELECT min(at) FROM readings o JOIN arrivals ON reading = o.id WHERE o.version = v.id) DESC, v.id DESC,
  (SELECT min(at) FROM arrivals WHERE reading = r.id) DESC, r.id DESC
"""

_LISTED = """
INSERT INTO listed SELECT c.reading, c.position, v.id, v.outlet, v.published,
  ifnull(t.first, v.published), coalesce(t.last, t.first, v.published),
  c.type, c.mode, c.modality, c.polarity,
  EXISTS (SELECT 1 FROM chains h WHERE h.reading = c.reading AND h.claim = c.position),
  p.lat, p.lon, c.sentence_start, c.sentence_end
FROM claims c JOIN readings r ON r.id = c.reading JOIN versions v ON v.id = r.version
LEFT JOIN times t ON t.reading = c.reading AND t.claim = c.position
LEFT JOIN places p ON p.reading = c.reading AND p.claim = c.position
WHERE c.reading = ?
"""


class Derived:
    """Fills the derived tables. All methods are called inside a transaction."""

    def __init__(self, sql: sqlite3.Connection, lemmas: Lemmas, lemmas_id: str) -> None:
        self._sql = sql
        source = script("derived.sql")
        self.made_by = f"{blake2b(source.encode(), digest_size=8).hexdigest()} {lemmas_id}"
        self._terms = lru_cache(1 << 17)(lambda word: " ".join(terms(word, lemmas)))

    def ready(self) -> bool:
        """Whether the tables are there and were made by this program with these lemmas."""
        if not self._sql.execute("SELECT 1 FROM sqlite_schema WHERE name = 'derivation'").fetchone():
            return False
        return self._sql.execute("SELECT made_by FROM derivation").fetchall() == [(self.made_by,)]

    def clear(self) -> None:
        """The tables anew and empty."""
        for table in TABLES:
            self._sql.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in statements(script("derived.sql")):
            self._sql.execute(statement)
        self._sql.execute("INSERT INTO derivation VALUES (?)", (self.made_by,))

    def missing(self) -> list[str]:
        """Readings that the tables do not cover yet."""
        rows = self._sql.execute("SELECT id FROM readings WHERE id NOT IN (SELECT reading FROM derived) ORDER BY id")
        return [id for (id,) in rows]

    def newest(self, address: str) -> list[tuple[str, str]]:
        """Version and reading of all that was published at the address, the one to be shown first."""
        return self._sql.execute(_NEWEST, (address,)).fetchall()

    def terms(self, text: str) -> str:
        """The index terms of all words of a text, one after the other."""
        return " ".join(map(self._terms, words(text)))

    def take(self, reading: Reading, *, version: str, id: str) -> bool:
        """Cover one reading; whether its address was known before."""
        known = self._address(version, reading.document)
        self._names(id, reading)
        self._index(id, version, reading)
        self._sql.execute("INSERT OR IGNORE INTO derived VALUES (?)", (id,))
        return known

    def _address(self, version: str, document: Document) -> bool:
        url = page(document.url)
        rows = self._sql.execute(
            "SELECT address FROM addresses WHERE document = ?1 UNION SELECT address FROM addresses WHERE url = ?2",
            (document.id, url),
        )
        linked = {address for (address,) in rows}
        address = min(linked | {document.id})
        self._sql.execute("INSERT OR IGNORE INTO addresses VALUES (?, ?, ?, ?)", (version, address, document.id, url))
        for other in linked - {address}:
            self._sql.execute("UPDATE addresses SET address = ? WHERE address = ?", (address, other))
        self._show(address, linked)
        return bool(linked)

    def _show(self, address: str, linked: set[str]) -> None:
        version, reading = self.newest(address)[0]
        for other in linked:
            self._sql.execute(
                "DELETE FROM listed WHERE reading = (SELECT reading FROM shown WHERE address = ?)", (other,)
            )
            self._sql.execute("DELETE FROM shown WHERE address = ?", (other,))
        self._sql.execute(
            "INSERT INTO shown SELECT ?, id, ?, outlet, published FROM versions WHERE id = ?",
            (address, reading, version),
        )
        self._sql.execute(_LISTED, (reading,))

    def _names(self, id: str, reading: Reading) -> None:
        voices = {source.id: source for source in reading.sources if source.kind not in _UNNAMED}
        text = reading.document.text
        found = {
            (name, role, id, place, actor)
            for place, claim in enumerate(reading.claims)
            for role, name, actor in _names_of(claim, voices, text)
            if name
        }
        self._sql.executemany("INSERT OR IGNORE INTO names (name) VALUES (?)", {row[:1] for row in found})
        self._sql.executemany(
            "INSERT OR IGNORE INTO named SELECT id, ?2, ?3, ?4, ?5 FROM names WHERE name = ?1", sorted(found, key=repr)
        )

    def _index(self, id: str, version: str, reading: Reading) -> None:
        text = reading.document.text
        title = self.terms(reading.document.title or text.partition("\n")[0])
        if (row := self._enter("texts (version)", (version,))) is not None:
            self._sql.execute(
                "INSERT INTO text_terms (rowid, title, text) VALUES (?, ?, ?)", (row, title, self.terms(text))
            )
        said: dict[tuple[int, int], set[str]] = {}
        for claim in reading.claims:
            names = said.setdefault((claim.sentence.start, claim.sentence.end), set())
            names.update(one.name for one in (*claim.actors, *claim.targets, *((claim.place,) if claim.place else ())))
        for (start, end), names in sorted(said.items()):
            if (row := self._enter('sentences (reading, "start", "end")', (id, start, end))) is not None:
                self._sql.execute(
                    "INSERT INTO sentence_terms (rowid, sentence, names, title) VALUES (?, ?, ?, ?)",
                    (row, self.terms(text[start:end]), self.terms(" ".join(sorted(names))), title),
                )

    def _enter(self, into: str, row: Row) -> int | None:
        marks = ", ".join("?" * len(row))
        done = self._sql.execute(f"INSERT OR IGNORE INTO {into} VALUES ({marks})", row)
        return done.lastrowid if done.rowcount else None


def page(url: str | None) -> str | None:
    """The address of a page, in which two links to it agree; None for a site's front page, which is no document's."""
    parts = urlsplit(urldefrag(url.strip()).url) if url else None
    if not parts or not (parts.path.strip("/") or parts.query):
        return None
    return parts._replace(scheme="", netloc=parts.netloc.lower(), path=parts.path.rstrip("/")).geturl()


def _names_of(claim: Claim, voices: dict[str, Source], text: str) -> Iterable[tuple[str, str, str | None]]:
    for role, takers in (("actor", claim.actors), ("target", claim.targets)):
        for taker in takers:
            for name in _forms(taker, text):
                yield role, name, taker.actor
    if claim.place:
        yield "place", bare(claim.place.name), None
        yield "place", bare(claim.place.span.of(text)), None
    for voice in (voices[id] for id in claim.chain if id in voices):
        yield "source", bare(voice.affiliation or ""), None
        for said in (voice.name, voice.actor, *(span.of(text) for span in voice.mentions)):
            yield "source", bare(said or ""), voice.actor


def _forms(taker: Participant, text: str) -> set[str]:
    return {bare(taker.name), bare(taker.span.of(text)), bare(taker.actor or "")}
