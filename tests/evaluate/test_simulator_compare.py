"""What weighing made of a simulation, scored: all right is 1, and each kind of wrong is seen in its own measure."""

import json
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from isnad.evaluate.simulator import Truth, compare, simulate
from isnad.evaluate.simulator.__main__ import main
from isnad.model import Conflict, Copy, Event, Origins, Outcome, Reason

SIMULATION = simulate(claims=5000, seed=7)


@pytest.fixture(scope="module")
def truth() -> Truth:
    return SIMULATION.truth()


def right_events(truth: Truth) -> list[Event]:
    groups = defaultdict(list)
    for claim, behind in truth.claims.items():
        groups[behind.happening, behind.sort == "expected"].append(claim)
    return [right_event(truth, happening, claims, expected) for (happening, expected), claims in groups.items()]


def right_event(truth: Truth, happening: str, claims: list[str], expected: bool) -> Event:
    known = truth.happenings.get(happening)
    if known is None or expected:
        return Event(f"{happening} {expected}", "ASSAULT", tuple(claims), (), expected=expected)
    origins = Origins(known.origins or 0, known.origins or 0, circular=(("a", "b"),) if known.circular else ())
    over = tuple(Conflict(one, ()) for one in sorted(known.conflicts))
    return Event(happening, known.type, tuple(claims), (), origins=origins, conflicts=over)


def right_outcomes(truth: Truth) -> list[Outcome]:
    return [Outcome("e", "plan", (claim,), status) for claim, status in truth.statuses.items()]


def test_all_right_is_one(truth: Truth) -> None:
    copies = [Copy(one.documents, "copy", one.containment, Reason("text")) for one in truth.copies]
    made = compare(truth, right_events(truth), right_outcomes(truth), copies=copies)
    wrong = {row.measure: row.value for row in made.rows if row.value != 1.0}
    assert wrong == {"circles: false": 0.0}


def test_counting_does_worse(truth: Truth) -> None:
    made = compare(truth, right_events(truth), right_outcomes(truth))
    assert made["events: f1"].baselines["type, day, place"] < 0.9
    for baseline in ("articles", "outlets"):
        assert made["origins: range holds the true number"].baselines[baseline] < 0.9
        assert made["origins: one number, the true one"].baselines[baseline] < 0.6
    assert made["outcomes: right"].baselines["the commonest"] < 0.7


def test_one_event_for_all_is_complete_and_not_precise(truth: Truth) -> None:
    made = compare(truth, [Event("e", "ASSAULT", tuple(truth.claims), ())], [])
    assert made["events: recall"].value == 1.0
    assert made["events: precision"].value < 0.1


def test_nothing_found_scores_nothing(truth: Truth) -> None:
    made = compare(truth, [], [])
    scored = ("events: recall", "events: happenings with an event of their own", "circles: found", "outcomes: right")
    assert [made[measure].value for measure in scored] == [0.0] * 4


def test_a_wide_range_holds_the_number_and_is_not_narrow(truth: Truth) -> None:
    events = [replace(event, origins=replace(event.origins, low=0, high=9)) for event in right_events(truth)]
    made = compare(truth, events, [])
    assert made["origins: range holds the true number"].value == 1.0
    assert made["origins: width at most 1"].value == 0.0


def test_circles_everywhere_are_false(truth: Truth) -> None:
    events = [replace(one, origins=replace(one.origins, circular=(("a", "b"),))) for one in right_events(truth)]
    made = compare(truth, events, [])
    assert made["circles: found"].value == made["circles: false"].value == 1.0


def test_the_command_writes_articles_and_truth(tmp_path: Path) -> None:
    main(["--claims", "200", "--seed", "2", "--out", str(tmp_path)])
    articles = [json.loads(line) for line in (tmp_path / "articles.jsonl").read_text("utf-8").splitlines()]
    written = json.loads((tmp_path / "truth.json").read_text("utf-8"))
    texts = {one["id"]: one["text"] for one in articles}
    assert all(one["text"].startswith(one["title"] or "") and one["outlet"] and one["published"] for one in articles)
    assert all(texts[one["document"]][slice(*one["trigger"])].strip() for one in written["claims"])
    assert {one["happening"] for one in written["claims"] if one["sort"] != "state"} == set(written["happenings"])
