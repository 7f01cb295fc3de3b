"""The Python API: every command is a few calls of it.

from isnad import desk

for reading in desk.read(desk.documents(["articles.jsonl"])):
    print(desk.record(reading))

with desk.open_ledger("isnad.db", create=True) as ledger:
    for done in desk.add(ledger, desk.documents(["articles.jsonl"])):
        print(done)
    print(ledger.search(desk.Query(text="هجوم", source_kind="anonymous")))
"""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Literal, get_args

from isnad.errors import BadData, BadInput, BadLedger
from isnad.evaluate import bench as benchmark
from isnad.evaluate import gold as gold_files
from isnad.evaluate import gsr as gsr_set
from isnad.evaluate.score import Scores, score
from isnad.export import record
from isnad.ingest import Skipped, documents
from isnad.ledger import Added, Hit, Ledger, Query
from isnad.model import (
    Claim,
    Copy,
    CopyKind,
    Document,
    Event,
    Expectation,
    Judgement,
    JudgementKind,
    Outcome,
    Reading,
    Record,
    Relation,
    Status,
)

if TYPE_CHECKING:
    from isnad.evaluate.simulator.compare import Rows
    from isnad.export.dossier import Dossier
    from isnad.export.story import Story
    from isnad.ledger.weighed import Weighed
    from isnad.weighing.weigh import Progress as Weighing

# The reader and what it knows take a second to import and more to load; they are imported by what reads,
# so that asking a ledger, or for help, does not wait for them.

__all__ = [
    "DEMO",
    "Entered",
    "Hit",
    "Ledger",
    "Query",
    "Skipped",
    "add",
    "bench",
    "by_day",
    "check",
    "copies",
    "documents",
    "evaluate",
    "event",
    "events",
    "grouped",
    "gsr",
    "judge",
    "open_ledger",
    "outcomes",
    "read",
    "record",
    "records",
    "relations",
    "story",
    "weigh",
]

BATCH = 32
"""Documents that are read, and stored, at once."""
COLLECT = (200_000, 20, 100)
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""Set to 1 where the environment does not say otherwise, before NumPy is loaded."""
STATUSES: tuple[Status, ...] = get_args(Status)
NEIGHBOURS = 4
"""So many of the events that are like one are shown beside it."""
DEMO = Path(__file__).parent / "demo" / "articles.jsonl"
"""Two dozen articles of our own making that come with the package."""

Found = Iterable[Document | Skipped]
Reader = Callable[[Iterable[Document]], Iterator[Reading]]


@dataclass(frozen=True, slots=True)
class Entered:
    """A document that was offered to a ledger. `known`: it was there already and was not read again."""

    document: Document
    added: Added | Literal["known"]
    reading: Reading | None = None


def read(found: Found, *, reader: Reader | None = None) -> Iterator[Reading | Skipped]:
    """The reading of each document, in order; what could not be read comes as `Skipped` in its place."""
    chosen = reader or _reader()
    waiting = iter(found)
    while batch := list(islice(waiting, BATCH)):
        readings = iter(_read_all([one for one in batch if isinstance(one, Document)], chosen))
        yield from (one if isinstance(one, Skipped) else next(readings) for one in batch)


def open_ledger(path: Path | str, *, create: bool = False) -> Ledger:
    """The ledger at ``path``, searched by Arabic words in any of their forms. BadLedger: missing, newer, or damaged."""
    from isnad.languages.ar.search_terms import VERSION, search_terms

    return Ledger.open(path, create=create, lemmas=search_terms, lemmas_id=VERSION)


def add(
    ledger: Ledger,
    found: Found,
    *,
    again: bool = False,
    reader: Reader | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Entered | Skipped]:
    """Read documents into the ledger, batch by batch; each reading is stored whole before it is yielded.

    A text that the ledger holds is not read again unless ``again``. ``stopped`` is asked between batches: a later run
    goes on where this one stopped.
    """
    chosen: Reader | None = reader
    waiting = iter(found)
    while not stopped() and (batch := list(islice(waiting, BATCH))):
        news = [one for one in batch if isinstance(one, Skipped) or again or not ledger.has(one)]
        yield from (Entered(one, "known") for one in batch if isinstance(one, Document) and one not in news)
        chosen = chosen or (_reader() if news else None)
        yield from (_store(ledger, one) for one in (read(news, reader=chosen) if chosen else ()))


def weigh(ledger: Ledger, *, stopped: Callable[[], bool] = lambda: False) -> Iterator["Weighing"]:
    """Weigh what came into the ledger since it was weighed last: events, with origins, conflicts and outcomes.

    The result is the same as if all were weighed at once. Each step is stored before it is yielded; a run that was
    ``stopped`` is gone on with by the next.
    """
    from isnad.knowledge.actors import known_actors
    from isnad.weighing.weigh import weigh as weighed

    ledger.counts()
    yield from weighed(ledger.weighed, ledger.judgements.all(), actors=known_actors(), stopped=stopped)


def judge(
    ledger: Ledger,
    kind: JudgementKind,
    subject: Sequence[str],
    *,
    author: str,
    reason: str,
    against: Sequence[str] = (),
    grade: str | None = None,
) -> Judgement:
    """Write down what a person decided, and weigh anew what it touches."""
    made = ledger.judgements.add(kind, subject, author=author, reason=reason, against=against, grade=grade)
    for _ in weigh(ledger):
        pass
    return made


def grouped(hits: Iterable[Hit]) -> list[Reading]:
    """The readings of hits with the claims that were found alone, in the order in which their first claim was found."""
    made: dict[int, Reading] = {}
    for hit in hits:
        known = made.get(id(hit.reading), replace(hit.reading, claims=()))
        made[id(hit.reading)] = replace(known, claims=(*known.claims, hit.claim))
    return list(made.values())


def by_day(readings: Iterable[Reading]) -> list[tuple[date | None, list[Reading]]]:
    """Readings with the claims of one day alone, by day: the first of the event, or that of publication."""
    made: dict[date | None, list[Reading]] = {}
    for reading in readings:
        for day in sorted({_day(claim, reading) or date.min for claim in reading.claims}):
            claims = tuple(claim for claim in reading.claims if (_day(claim, reading) or date.min) == day)
            made.setdefault(None if day == date.min else day, []).append(replace(reading, claims=claims))
    return sorted(made.items(), key=lambda item: item[0] or date.min)


def evaluate(gold: Path, *, system: Path | None = None, reader: Reader | None = None) -> Scores:
    """The scores of the reader over the documents of a gold file, or of a system's file where one is given.

    BadData: a file is missing or holds what is no record.
    """
    wanted = gold_files.load(gold)
    if system:
        return score(wanted, gold_files.load(system))
    readings = read(documents([gold_files.texts(gold, wanted)]), reader=reader)
    made = {one.document.id: record(one) for one in readings if isinstance(one, Reading) and one.document.id in wanted}
    return score(wanted, made)


def gsr(folder: Path, *, reader: Reader | None = None, least: float = 0.0) -> list[gsr_set.Row]:
    """In how many sentences of each judgement the reader finds an event of the type that was asked for.

    Claims whose confidence is below ``least`` are passed over.
    """
    sentences = gsr_set.load(folder)
    readings = read((one.document for one in sentences), reader=reader)
    read_all = ((one, made) for one, made in zip(sentences, readings, strict=True) if isinstance(made, Reading))
    return gsr_set.tabulate(read_all, least=least)


@dataclass(frozen=True, slots=True)
class Simulated:
    """What weighing made of a simulated world: the measures, and the seconds of storing and of weighing."""

    rows: "Rows"
    claims: int
    stored_s: float
    weighed_s: float


def simulated(*, claims: int, seed: int, path: Path | str = ":memory:") -> Simulated:
    """Weigh a simulated world of about so many claims in a new ledger, and hold the result against its truth."""
    from isnad.evaluate.simulator.compare import compare
    from isnad.evaluate.simulator.simulation import simulate

    world = simulate(claims=claims, seed=seed)
    with open_ledger(path, create=True) as ledger:
        start = perf_counter()
        told = sum(len(reading.claims) for reading in world.readings() if ledger.add(reading))
        stored = perf_counter()
        for _ in weigh(ledger):
            pass
        done = perf_counter()
        found = ledger.weighed
        rows = compare(world.truth(), found.events(), found.outcomes(), copies=found.copies())
    return Simulated(rows, told, stored - start, done - stored)


def check() -> list[str]:
    """What is wrong with the lexicons, the knowledge, the ontology and the interface, one line each."""
    from isnad.export import labels
    from isnad.knowledge import actors, gazetteer
    from isnad.knowledge import check as knowledge
    from isnad.languages.ar import cues, triggers
    from isnad.ontology import check as ontology_check

    loaders = (actors.load_actors, gazetteer.load_gazetteer, triggers.triggers, triggers.light_verbs, cues.cue_phrases)
    problems = [problem for load in loaders for problem in _loads(load)]
    return [*problems, *ontology_check(), *knowledge.check(), *_loads(cues.check), *labels.check()]


def bench(
    found: Iterable[Document | Skipped],
    *,
    limit: int | None = None,
    reader: Reader | None = None,
    seen: Callable[[benchmark.Bench], None] = lambda _: None,
) -> benchmark.Bench:
    """What reading the documents costs, loading left out: the first document is read once before the clock starts."""
    first = list(islice((one for one in found if isinstance(one, Document)), limit))
    list(read(first[:1], reader=reader))
    return benchmark.measure(read(first, reader=reader), [] if reader else _stages(), seen=seen)


def _day(claim: Claim, reading: Reading) -> date | None:
    return (claim.time and claim.time.first) or reading.document.published


def _reader() -> Reader:
    # The network's matrices are small: threads of BLAS wait for each other, twenty times as long on a busy machine.
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    # The tables of names and words are millions of objects that live as long as the process: looking through them
    # for garbage after every few articles took a tenth of the time.
    gc.set_threshold(*COLLECT)
    from isnad.reading.reader import read as chosen

    return chosen


def _stages() -> list[benchmark.Stage]:
    from isnad.reading import reader, sight
    from isnad.reading.network import Network

    owners: tuple[tuple[object, dict[str, str]], ...] = (
        (sight, {"page": "tokens and sentences", "lay": "lexicons, names, places, times", "syntax_of": "parser"}),
        (sight, {"prepare": "inputs of the network"}),
        (Network, {"states": "network"}),
        (reader, {"find_triggers": "triggers", "find_voices": "voices", "attribute": "on whose word"}),
        (
            reader,
            {"find_participants": "participants", "stances": "stance", "find_circumstances": "time, place, counts"},
        ),
        (reader, {"admit": "gate"}),
    )
    return [benchmark.Stage(label, owner, name) for owner, names in owners for name, label in names.items()]


def _read_all(found: Sequence[Document], reader: Reader) -> Iterator[Reading | Skipped]:
    """One text that the reader fails on costs itself alone: the others of its batch are read one by one."""
    try:
        yield from list(reader(found))
    except Exception as error:
        if len(found) == 1:
            yield Skipped(found[0].id, "", f"the reader failed: {error!r}")
        else:
            yield from (made for one in found for made in _read_all([one], reader))


def _store(ledger: Ledger, made: Reading | Skipped) -> Entered | Skipped:
    if isinstance(made, Skipped):
        return made
    try:
        return Entered(made.document, ledger.add(made), made)
    except BadInput as error:
        return Skipped(made.document.id, "", str(error))


def _loads(load: Callable[[], object]) -> list[str]:
    """Problems that a loader returns, or the one that it raises."""
    try:
        found = load()
    except BadData as error:
        return [str(error)]
    return found if isinstance(found, list) else []


def weighed(ledger: Ledger) -> "Weighed":
    """What the ledger was weighed to. BadLedger: it never was."""
    ledger.counts()
    if ledger.weighed.waiting() is None:
        raise BadLedger(f"{ledger.path} was never weighed; run `isnad weigh --ledger {ledger.path}`")
    return ledger.weighed


def events(
    ledger: Ledger,
    *,
    actor: str | None = None,
    type: str | None = None,
    since: date | None = None,
    until: date | None = None,
    least: int = 1,
    conflicting: bool = False,
    one_voice: bool = False,
    limit: int | None = None,
) -> list[Event]:
    """Events, newest first; ``actor`` takes part on either side, ``least`` articles tell of it.

    ``conflicting``: only those with a conflict; ``one_voice``: only those on one origin. BadLedger: never weighed.
    """
    claims = [hit.claim.id for hit in ledger.search(Query(actor=actor, type=type, limit=None))] if actor else None
    return weighed(ledger).events(
        type=type,
        claims=claims,
        since=since,
        until=until,
        least=least,
        conflicting=conflicting,
        one_voice=one_voice,
        limit=limit,
    )


def story(ledger: Ledger, query: Query) -> "Story":
    """Who said what on whose word, day by day, in the documents of the claims that meet the query.

    Where it asks for somebody or something by name or word, also what other documents cite that are on it by their
    title. BadLedger: never weighed.
    """
    from isnad.export import statements
    from isnad.export.story import story as made

    found, hits = weighed(ledger), ledger.search(query)
    matter = statements.matter_of(hits, query)
    told = {hit.document.id for hit in hits}
    named = ledger.documents(
        text=statements.words_for(hits, matter) or query.text, outlet=query.outlet, since=query.since, until=query.until
    )
    near = (ledger.reading(one.document.id) for one in (named if matter else ()) if one.document.id not in told)
    beside = [one for one in near if statements.is_on(one, matter)]
    documents = sorted(told | {one.document.id for one in beside})
    return made(
        hits,
        query,
        copies=found.copies(documents),
        events=found.events(claims=[hit.claim.id for hit in hits]),
        outcomes=found.outcomes(),
        beside=beside,
    )


def event(ledger: Ledger, id: str) -> "Dossier":
    """All that there is on the event with this id, or on that of the claim with this id. KeyError: there is none."""
    from isnad.export.dossier import Apart, Dossier, Together
    from isnad.weighing.intake import load
    from isnad.weighing.neighbours import joined, neighbours
    from isnad.weighing.rulings import rulings

    store, judgements = weighed(ledger), ledger.judgements.all()
    found, ruled = store.event(id), rulings(judgements)
    accounts = [load(body) for body in store.accounts(found.id)]
    others: dict[str, Apart] = {}
    for one in neighbours(store, accounts, rulings=ruled):
        if len(others) < NEIGHBOURS and (other := store.event(one.account.id)).id != found.id:
            others.setdefault(other.id, Apart(other, (one.other.document, one.account.document), one.reason))
    documents = {*found.documents, *(document for one in others.values() for document in one.event.documents)}
    claims = set(found.claims)
    return Dossier(
        found,
        {document: ledger.reading(document) for document in sorted(documents)},
        tuple(
            Together((one.other.document, one.account.document), one.reason)
            for one in joined(accounts, compare=ruled.compare)
        ),
        tuple(others.values()),
        tuple(one for one in store.outcomes() if claims.intersection(one.claims + one.by)),
        tuple(store.copies(found.documents)),
        tuple(one for one in judgements if claims.intersection(one.subject + one.against)),
    )


def copies(
    ledger: Ledger, *, document: str | None = None, kind: CopyKind | None = None, limit: int | None = None
) -> list[Copy]:
    """Pairs of documents that share a text, by their ids. BadLedger: never weighed."""
    found = weighed(ledger).copies()
    asked = (one for one in found if document in (None, *one.documents) and kind in (None, one.kind))
    return list(islice(asked, limit))


def outcomes(
    ledger: Ledger, *, voice: str | None = None, kind: Expectation | None = None, status: Status | None = None
) -> list[Outcome]:
    """What became of what was held out, what is settled first. BadLedger: never weighed.

    ``voice`` is a name in Arabic or English, or an id; an unnamed voice has nothing to be asked by.
    """
    named = _names(voice)
    found = (
        one
        for one in weighed(ledger).outcomes()
        if (voice is None or one.voice in named) and kind in (None, one.kind) and status in (None, one.status)
    )
    return sorted(found, key=lambda one: (STATUSES.index(one.status), one.due or date.max, one.event, one.claims))


def records(outcomes: Iterable[Outcome]) -> list[Record]:
    """What became of what each named voice held out."""
    from isnad.weighing.records import records as made

    return made(outcomes)


def relations(
    ledger: Ledger, *, actor: str | None = None, least: int = 1, turning: bool = False, limit: int | None = None
) -> list[Relation]:
    """How each two actors stand to each other, those with most claims first. BadLedger: never weighed."""
    from isnad.knowledge.actors import known_actors
    from isnad.weighing.deeds import deeds
    from isnad.weighing.intake import load
    from isnad.weighing.relations import relations as made

    store, known, named = weighed(ledger), known_actors(), _names(actor)
    told = (
        deed
        for event in store.events()
        for deed in deeds(
            [load(body) for body in store.accounts(event.id)], event.origins.low, event=event.id, actors=known
        )
    )
    found = (
        one
        for one in made(told, actors=known)
        if one.claims >= least
        and (actor is None or named.intersection(one.actors))
        and (one.turning_points or not turning)
    )
    return sorted(found, key=lambda one: (-one.claims, one.actors))[:limit]


def _names(asked: str | None) -> set[str]:
    """The words themselves, and the names of the actors of the knowledge base that bear them or have them as id."""
    from isnad.knowledge.actors import known_actors

    if asked is None:
        return set()
    bearers = (one for one in known_actors().by_id.values() if asked in (one.id, one.name, *one.names))
    return {asked, *(one.name for one in bearers)}
