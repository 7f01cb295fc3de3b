"""`isnad judge`: a decision is kept with author, time and reason, is obeyed, and undone only by another."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from isnad import desk
from isnad.cli.main import app
from isnad.evaluate.simulator.simulation import simulate


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("judge") / "news.db"
    with desk.open_ledger(path, create=True) as file:
        for reading in simulate(claims=150, seed=5).readings():
            file.add(reading)
        list(desk.weigh(file))
    yield path


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["judge", *words])
    return result.exit_code, result.output


def test_events_are_merged_listed_and_taken_apart_again(ledger: Path) -> None:
    with desk.open_ledger(ledger) as file:
        before = file.weighed.events()
        one, other = [event for event in before if event.type == "ASSAULT" and not event.expected][:2]
    where = ("--ledger", str(ledger), "--author", "نورة")
    code, said = run("merge", one.id, other.id, *where, "--reason", "the same raid")
    assert code == 0
    with desk.open_ledger(ledger) as file:
        assert set(other.claims) <= set(file.weighed.event(one.claims[0]).claims)
    judged = said.split()[0]
    assert judged in run("list", "--ledger", str(ledger))[1]
    assert run("undo", judged, *where, "--reason", "another day")[0] == 0
    with desk.open_ledger(ledger) as file:
        assert file.weighed.events() == before
        assert [one.kind for one in file.judgements.all()] == ["merge", "undo"]


def test_a_judgement_needs_a_reason_and_something_that_is_there(ledger: Path) -> None:
    where = ("--ledger", str(ledger))
    assert run("reject", "no-such-claim", *where, "--reason", "misread")[0] == 1
    assert run("undo", "no-such-judgement", *where, "--reason", "error")[0] == 1
    assert run("grade", "الضفاف", "Z", *where, "--reason", "seen often")[0] == 2
    assert run("grade", "الضفاف", "B", *where, "--reason", "  ")[0] == 2
    assert run("grade", "الضفاف", "B", *where)[0] == 2
