"""The Python API, over a reader of nothing."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from isnad import desk
from isnad.evaluate.bench import Stage, timed
from isnad.ledger import Query
from isnad.model import Document, Provenance, Reading

READER = Provenance("none", "1", "")


def nothing(documents: Iterable[Document]) -> Iterator[Reading]:
    return (Reading(one, READER) for one in documents)


def fails(documents: Iterable[Document]) -> Iterator[Reading]:
    for one in documents:
        if one.id == "3":
            raise ValueError("three")
        yield Reading(one, READER)


def test_readings_come_in_the_order_of_the_documents() -> None:
    found = [Document(str(n), "نص") if n % 5 else desk.Skipped("file", str(n), "no text") for n in range(40)]
    made = list(desk.read(found, reader=fails))
    assert [one.document.id if isinstance(one, Reading) else one.place for one in made] == [
        str(n) if n != 3 else "" for n in range(40)
    ]
    assert isinstance(made[3], desk.Skipped) and "three" in made[3].reason


def test_a_ledger_takes_each_text_once(tmp_path: Path) -> None:
    found = [Document(str(n), f"نص {n}") for n in range(5)]
    with desk.open_ledger(tmp_path / "a.db", create=True) as ledger:
        first = [done.added for done in desk.add(ledger, found, reader=nothing) if isinstance(done, desk.Entered)]
        again = [done.added for done in desk.add(ledger, found, reader=nothing) if isinstance(done, desk.Entered)]
    assert first == ["new"] * 5 and again == ["known"] * 5


def test_an_empty_ledger_answers(tmp_path: Path) -> None:
    with desk.open_ledger(tmp_path / "a.db", create=True) as ledger:
        assert desk.grouped(ledger.search(Query(text="هجوم"))) == []
        assert desk.by_day(ledger.readings()) == []


def test_a_stage_is_charged_its_own_seconds_alone() -> None:
    class Work:
        def outer(self) -> int:
            return self.inner() + 1

        def inner(self) -> int:
            return sum(range(200_000))

    spent: dict[str, float] = {"outer": 0.0, "inner": 0.0}
    with timed([Stage("outer", Work, "outer"), Stage("inner", Work, "inner")], spent):
        Work().outer()
    assert spent["inner"] > spent["outer"] > 0
    assert not hasattr(Work.outer, "__wrapped__")


def test_the_shipped_articles_are_documents() -> None:
    found = list(desk.documents([desk.DEMO]))
    assert found and all(isinstance(one, Document) and one.published and one.outlet for one in found)


def test_every_stage_that_is_timed_is_there() -> None:
    assert all(callable(getattr(stage.owner, stage.name)) for stage in desk._stages())
