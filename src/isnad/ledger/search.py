"""What can be asked of a ledger."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from isnad.ledger.terms import bare, words
from isnad.model import Claim, Document, Modality, Polarity, Reading, Source, SourceKind, great_circle_km

Facet = Literal["type", "mode", "modality", "polarity", "outlet", "day"]
"""What claims are counted by; `day` is the first day of the event, or of publication where it has none."""
_FACETS = {name: f"c.{name}" for name in ("type", "mode", "modality", "polarity", "outlet")} | {"day": "c.first"}

Names = str | tuple[str, ...]
"""A name in any language or an id; of several, any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Claims that meet every condition that is given.

    ``text``: each word, in whatever form, stands in the claim's sentence, among the English names of its participants
    and place, or in the headline; "words in quotation marks" stand so. ``actor`` takes part, as ``role`` if given.
    ``place`` is the place's name. ``near`` is (lat, lon, km). ``since`` and ``until``, both included: the days of the
    event share one with them; an event without days counts on the day of publication. ``source`` and ``source_kind``
    hold of voices on the chain; a voice that the text does not name has no name to be asked by, and `outlet` as kind
    means that no other voice is cited.
    """

    text: str | None = None
    actor: Names | None = None
    role: Literal["actor", "target"] | None = None
    type: str | None = None
    mode: str | None = None
    place: Names | None = None
    near: tuple[float, float, float] | None = None
    since: date | None = None
    until: date | None = None
    source: Names | None = None
    source_kind: SourceKind | Literal["outlet"] | None = None
    modality: Modality | None = None
    polarity: Polarity | None = None
    outlet: str | None = None
    document: str | None = None
    limit: int | None = 50
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim with the reading that it stands in."""

    reading: Reading
    claim: Claim

    @property
    def document(self) -> Document:
        """Where it was published."""
        return self.reading.document

    @property
    def evidence(self) -> str:
        """The sentence that puts the claim forward, as published."""
        return self.claim.sentence.of(self.reading.document.text)

    @property
    def voices(self) -> tuple[Source, ...]:
        """The chain from the outlet inwards."""
        known = {source.id: source for source in self.reading.sources}
        return tuple(known[id] for id in self.claim.chain if id in known)


@dataclass(slots=True)
class Condition:
    """A part of a query in SQL, with its values."""

    tables: list[str]
    where: list[str]
    values: list[Any]
    order: str

    def sql(self, what: str) -> str:
        """The statement up to its conditions."""
        return f"SELECT {what} FROM {' '.join(self.tables)} WHERE {' AND '.join(self.where) or '1'}"


_NEWEST_FIRST = "c.first DESC, c.published DESC, c.reading, c.position"
_QUOTED = re.compile('["“”«»]([^"“”«»]+)["“”«»]')


def claims(query: Query, terms: Callable[[str], str]) -> Condition:
    """The query over shown claims. ``terms`` gives the index terms of a word."""
    made = Condition(["listed c"], [], [], _NEWEST_FIRST)
    if query.text and query.text.strip():
        _text(made, query.text, terms)
    for column, value in (
        ("c.type", query.type),
        ("c.mode", query.mode),
        ("c.modality", query.modality),
        ("c.polarity", query.polarity),
        ("c.outlet", query.outlet),
    ):
        if value is not None:
            _add(made, f"{column} = ?", value)
    if query.document is not None:
        shown = "SELECT reading FROM shown JOIN addresses USING (address) WHERE document = ?"
        _add(made, f"c.reading IN ({shown})", query.document)
    _days(made, query)
    _near(made, query)
    roles = (query.role,) if query.role else ("actor", "target")
    _named(made, query.actor, roles)
    _named(made, query.place, ("place",))
    _named(made, query.source, ("source",))
    _voice(made, query.source_kind)
    return made


def documents(
    terms: Callable[[str], str], *, text: str | None, outlet: str | None, since: date | None, until: date | None
) -> Condition:
    """The shown documents, by text, outlet and day of publication."""
    made = Condition(["shown k"], [], [], "k.published DESC, k.address")
    for condition, value in (("outlet = ?", outlet), ("published >= ?", since), ("published <= ?", until)):
        if value is not None:
            _add(made, f"k.{condition}", str(value))
    if text and text.strip():
        made.tables.append("JOIN texts x ON x.version = k.version JOIN text_terms ON text_terms.rowid = x.id")
        _matching(made, text, terms, index="text_terms", weights="5, 1", version="k.version", words="v.text")
    return made


def facet(made: Condition, by: Facet) -> str:
    """How many claims there are for each value."""
    return f"{made.sql(f'{_FACETS[by]}, count(*) AS n')} GROUP BY 1 ORDER BY n DESC, 1"


def match(text: str, terms: Callable[[str], str]) -> str:
    """The text as an FTS5 query: all words, each as any of its terms; empty where there is no word."""
    groups = (" OR ".join(f'"{term}"' for term in terms(word).split()) for word in words(text))
    return " AND ".join(f"({group})" for group in groups if group)


def phrases(text: str) -> list[str]:
    """What stands in quotation marks, in the form of `bare`."""
    return [phrase for found in _QUOTED.findall(text) if (phrase := bare(found))]


def kilometres(lat: float | None, lon: float | None, lat2: float, lon2: float) -> float | None:
    """The great-circle distance of two points in degrees; None where the first is not known."""
    if lat is None or lon is None:
        return None
    return great_circle_km(lat, lon, lat2, lon2)


def says(text: str, phrase: str) -> bool:
    """Whether the text holds the words of the phrase one after the other."""
    return phrase in " ".join(words(text))


def _add(made: Condition, condition: str, *values: object) -> None:
    made.where.append(condition)
    made.values += values


def _text(made: Condition, text: str, terms: Callable[[str], str]) -> None:
    made.tables += [
        'JOIN sentences s ON s.reading = c.reading AND s."start" = c.sentence_start AND s."end" = c.sentence_end',
        "JOIN sentence_terms ON sentence_terms.rowid = s.id",
    ]
    said = 'substr(v.text, s."start" + 1, s."end" - s."start") || \' \' || ifnull(v.title, \'\')'
    _matching(made, text, terms, index="sentence_terms", weights="10, 5, 1", version="c.version", words=said)


def _matching(
    made: Condition, text: str, terms: Callable[[str], str], *, index: str, weights: str, version: str, words: str
) -> None:
    wanted = match(text, terms)
    _add(made, f"{index} MATCH ?" if wanted else "? != ''", wanted)
    for phrase in phrases(text):
        _add(made, f"EXISTS (SELECT 1 FROM versions v WHERE v.id = {version} AND says({words}, ?))", phrase)
    made.order = f"bm25({index}, {weights}), {made.order}" if wanted else made.order


def _days(made: Condition, query: Query) -> None:
    if query.since is not None:
        _add(made, "c.last >= ?", query.since.isoformat())
    if query.until is not None:
        _add(made, "c.first <= ?", query.until.isoformat())


def _near(made: Condition, query: Query) -> None:
    if query.near is not None:
        lat, lon, km = query.near
        _add(made, "c.lat BETWEEN ? AND ?", lat - km / 110, lat + km / 110)
        _add(made, "kilometres(c.lat, c.lon, ?, ?) <= ?", lat, lon, km)


def _named(made: Condition, names: Names | None, roles: tuple[str, ...]) -> None:
    """By whole words of a name; and whoever bears exactly this name, under every other name of theirs."""
    if names is None:
        return
    asked = [name for one in ((names,) if isinstance(names, str) else names) if (name := bare(one))]
    marks = ", ".join("?" * len(roles))
    same = f"name IN (SELECT id FROM names WHERE name IN ({', '.join('?' * len(asked))}))"
    within = " OR ".join(["' ' || name || ' ' LIKE ?"] * len(asked)) or "0"
    bearers = f"SELECT actor FROM named WHERE {same} AND role IN ({marks}) AND actor IS NOT NULL"
    _add(
        made,
        f"(c.reading, c.position) IN (SELECT reading, claim FROM named WHERE role IN ({marks}) AND "
        f"(name IN (SELECT id FROM names WHERE {within}) OR actor IN ({bearers})))",
        *roles,
        *(f"% {name} %" for name in asked),
        *asked,
        *roles,
    )


def _voice(made: Condition, kind: str | None) -> None:
    chain = "SELECT 1 FROM chains h WHERE h.reading = c.reading AND h.claim = c.position"
    if kind == "outlet":
        made.where.append("NOT c.cited")
    elif kind is not None:
        voice = "SELECT id FROM sources o WHERE o.reading = c.reading AND o.kind = ?"
        _add(made, f"EXISTS ({chain} AND h.source IN ({voice}))", kind)
