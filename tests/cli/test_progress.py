"""Progress keeps out of the way of what is printed."""

import io
import sys

import pytest

from isnad.cli.progress import Progress
from isnad.ingest import Skipped
from isnad.model import Document, Note, Provenance, Reading


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


READING = Reading(Document("d", "نص"), Provenance("x", "1", ""), notes=(Note("undated", "why"),))


@pytest.mark.parametrize("terminal", [True, False])
def test_results_stay_on_standard_output(
    terminal: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = Terminal() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", said)
    with Progress("read") as progress:
        for one in progress.readings([READING, Skipped("a.jsonl", "line 2", "[not] JSON")]):
            print(one.document.id)
    assert capsys.readouterr().out == "d\n"
    assert "skipped: a.jsonl: line 2: [not] JSON" in said.getvalue()
    assert "note: d: undated: why" in said.getvalue()
    assert (progress.documents, progress.skipped) == (1, 1)


def test_beside_results_only_what_is_wrong_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isnad.cli.progress.EVERY", -1.0)
    said = Terminal()
    monkeypatch.setattr(sys, "stderr", said)
    with Progress("read", beside=True) as progress:
        progress.step()
    assert said.getvalue() == ""
