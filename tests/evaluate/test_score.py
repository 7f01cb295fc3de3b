"""Scores of hand-made records whose figures are counted on fingers, and the same figures as the gold's own scorer."""

import copy
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.evaluate.score import ROWS, Record, Scores, Tally, kilometres, pair, reliability, score, shared

SHARED = Path(__file__).parents[3] / "shared" / "gold"


def at(start: int, end: int, **said: Any) -> Record:
    return {"start": start, "end": end, **said}


def claim(start: int, type: str = "ASSAULT", **said: Any) -> Record:
    plain = {
        "actors": [],
        "targets": [],
        "chain": [],
        "polarity": "+",
        "modality": "actual",
        "time": None,
        "place": None,
    }
    return plain | {"id": f"c{start}", "trigger": at(start, start + 4), "type": type} | said


def record(*claims: Record, sources: tuple[Record, ...] = ()) -> dict[str, Record]:
    return {"d": {"document": {"id": "d"}, "sources": list(sources), "claims": list(claims)}}


def voice(id: str, *mentions: tuple[int, int], kind: str = "person") -> Record:
    return {"id": id, "kind": kind, "mentions": [at(*ends) for ends in mentions]}


def row(name: str, gold: dict[str, Record], system: dict[str, Record]) -> tuple[int, int, int]:
    """Right, gold and system answers."""
    tally = score(gold, system).rows[name]
    return tally.right, tally.gold, tally.system


def test_a_tally_of_nothing_is_nought() -> None:
    tally = Tally()
    assert tally.precision == tally.recall == tally.f1 == 0
    tally.add(1, 2, 4)
    assert (tally.precision, tally.recall, tally.f1) == (0.25, 0.5, pytest.approx(1 / 3))


def test_gold_against_itself_is_right_in_all() -> None:
    gold = record(
        claim(0, actors=[at(5, 9)], chain=["s1"], time=at(10, 14) | {"first": "2024-05-01", "last": "2024-05-01"}),
        claim(30, "CONSULT", targets=[at(40, 44)], place=at(50, 54) | {"lat": 36.2, "lon": 37.1}, dead=[3, 3]),
        sources=(voice("s1", (20, 25), (60, 64)), voice("s2", (70, 75), kind="anonymous")),
    )
    scores = score(gold, gold)
    assert {name for name, tally in scores.rows.items() if tally.f1 == 1} == set(ROWS)
    assert scores.missed == scores.spurious == scores.absent == []


def test_a_trigger_may_have_the_wrong_type() -> None:
    gold, system = record(claim(0), claim(10)), record(claim(0, "THREATEN"), claim(10), claim(20))
    assert row("trigger", gold, system) == (2, 2, 3)
    assert row("type", gold, system) == (1, 2, 3)
    scores = score(gold, system)
    assert [one["id"] for _, one in scores.missed] == ["c0"]
    assert [one["id"] for _, one in scores.spurious] == ["c0", "c20"]
    assert (scores.types["ASSAULT"].right, scores.types["ASSAULT"].gold, scores.types["ASSAULT"].system) == (1, 2, 2)
    assert (scores.types["THREATEN"].gold, scores.types["THREATEN"].system) == (0, 1)


def test_one_letter_in_common_is_enough_and_none_is_not() -> None:
    assert row("trigger", record(claim(0)), record(claim(3))) == (1, 1, 1)
    assert row("trigger", record(claim(0)), record(claim(4))) == (0, 1, 1)


def test_an_answer_counts_once() -> None:
    wide = claim(0) | {"trigger": at(0, 20)}
    assert row("trigger", record(claim(0), claim(10)), record(wide)) == (1, 2, 1)
    assert row("trigger", record(wide), record(claim(0), claim(10))) == (1, 1, 2)


def test_pairs_are_of_the_largest_overlap_then_of_the_nearest_length() -> None:
    one, other = at(0, 4), at(2, 10)
    assert pair([at(0, 9)], [one, other]) == [(at(0, 9), other)]
    assert pair([at(0, 4)], [at(0, 20), at(0, 5)]) == [(at(0, 4), at(0, 5))]


def test_the_innermost_voice_counts() -> None:
    voices = (voice("s1", (20, 25)), voice("s2", (30, 35)))
    gold = record(claim(0, chain=["s2", "s1"]), sources=voices)
    renamed = (voice("x", (24, 29)), voice("y", (30, 35)))
    assert row("type+voice", gold, record(claim(0, chain=["x"]), sources=renamed)) == (1, 1, 1)
    assert row("type+voice", gold, record(claim(0, chain=["x", "y"]), sources=renamed)) == (0, 1, 1)
    assert row("type+voice", gold, record(claim(0), sources=renamed)) == (0, 1, 1)
    assert row("type+voice", record(claim(0)), record(claim(0))) == (1, 1, 1)


@pytest.mark.parametrize(("stance", "right"), [({}, 1), ({"polarity": "-"}, 0), ({"modality": "planned"}, 0)])
def test_stance_is_polarity_and_modality(stance: dict[str, str], right: int) -> None:
    assert row("type+stance", record(claim(0)), record(claim(0, **stance))) == (right, 1, 1)


def test_roles_count_where_the_type_is_right() -> None:
    gold = record(claim(0, actors=[at(5, 9)], targets=[at(10, 14), at(20, 24)]))
    system = record(claim(0, actors=[at(5, 6), at(30, 34)], targets=[at(13, 15)]))
    assert row("actors", gold, system) == (1, 1, 2)
    assert row("targets", gold, system) == (1, 2, 1)
    assert row("actors", gold, record(claim(0, "THREATEN", actors=[at(5, 9)]))) == (0, 0, 0)


def test_undirected_types_may_be_told_from_either_side() -> None:
    parties = {"actors": [at(5, 9)], "targets": [at(10, 14)]}
    turned = {"actors": [at(10, 14)], "targets": [at(5, 9)]}
    meets, attacks = record(claim(0, "CONSULT", **parties)), record(claim(0, "ASSAULT", **parties))
    assert row("actors", meets, record(claim(0, "CONSULT", **turned))) == (1, 1, 1)
    assert row("whole claim", meets, record(claim(0, "CONSULT", **turned))) == (1, 1, 1)
    assert row("actors", attacks, record(claim(0, "ASSAULT", **turned))) == (0, 1, 1)


def test_a_whole_claim_leaves_empty_what_gold_leaves_empty() -> None:
    gold = record(claim(0, actors=[at(5, 9), at(20, 24)]))
    assert row("whole claim", gold, record(claim(0, actors=[at(5, 9)]))) == (1, 1, 1)
    assert row("whole claim", gold, record(claim(0, actors=[at(5, 9)], targets=[at(10, 14)]))) == (0, 1, 1)
    assert row("whole claim", gold, record(claim(0))) == (0, 1, 1)


def test_days_are_right_to_the_day() -> None:
    def dated(first: str | None, last: str | None) -> dict[str, Record]:
        return record(claim(0, time=at(5, 9) | {"first": first, "last": last}))

    gold = dated("2024-05-01", "2024-05-02")
    assert row("time", gold, dated("2024-05-01", "2024-05-02")) == (1, 1, 1)
    assert row("time", gold, dated("2024-05-01", "2024-05-03")) == (0, 1, 1)
    assert row("time", gold, record(claim(0))) == (0, 1, 0)
    assert row("time", record(claim(0)), gold) == (0, 0, 1)


@pytest.mark.parametrize(("lat", "right"), [(36.2, 1), (36.4, 1), (36.45, 0), (None, 0)])
def test_places_are_right_within_25_kilometres(lat: float | None, right: int) -> None:
    gold = record(claim(0, place=at(5, 9) | {"lat": 36.2, "lon": 37.1}))
    assert row("place", gold, record(claim(0, place=at(5, 9) | {"lat": lat, "lon": 37.1}))) == (right, 1, 1)


def test_kilometres() -> None:
    damascus, aleppo = {"lat": 33.51, "lon": 36.29}, {"lat": 36.2, "lon": 37.16}
    assert kilometres(damascus, aleppo) == pytest.approx(310, abs=5)
    assert kilometres(aleppo, aleppo) == 0
    assert kilometres({"lat": 0, "lon": 179.9}, {"lat": 0, "lon": -179.9}) == pytest.approx(22.2, abs=0.1)


def test_counts_are_right_as_ranges() -> None:
    gold = record(claim(0, dead=[3, 3], injured=[24, 99]))
    assert row("counts", gold, record(claim(0, dead=[3, 3], injured=[20, 20]))) == (1, 2, 2)
    assert row("counts", gold, record(claim(0, size=[3, 3]))) == (0, 2, 1)


def test_voices_are_scored_by_mention() -> None:
    gold = record(sources=(voice("a", (0, 5), (20, 25), kind="anonymous"), voice("b", (40, 45))))
    system = record(
        sources=(voice("x", (0, 5)), voice("y", (21, 30), (40, 45)), voice("z", (60, 65), kind="anonymous"))
    )
    assert row("source mention", gold, system) == (3, 3, 4)
    assert row("source kind", gold, system) == (1, 3, 3)
    assert row("anonymous mention", gold, system) == (0, 2, 1)
    assert row("source coreference", gold, system) == (0, 1, 1)


def test_a_document_that_was_not_read_is_missed_whole() -> None:
    scores = score(record(claim(0), claim(10)), {})
    assert (scores.rows["type"].right, scores.rows["type"].gold, scores.rows["type"].system) == (0, 2, 0)
    assert scores.absent == ["d"]


def test_a_document_that_gold_does_not_have_counts_for_nothing() -> None:
    assert score({}, record(claim(0))).rows["type"].system == 0


@given(*[st.tuples(st.integers(0, 9), st.integers(0, 9))] * 2)
def test_what_two_spans_share(one: tuple[int, int], other: tuple[int, int]) -> None:
    assert shared(at(*one), at(*other)) == len(set(range(*one)) & set(range(*other)))


def perturbed(record: Record, luck: random.Random) -> Record:
    """The record as a system might have read it: things left out, moved, taken for others, exchanged."""
    made = copy.deepcopy(record)
    made["claims"] = [one for one in made["claims"] if luck.random() < 0.9]
    made["sources"] = [one for one in made["sources"] if luck.random() < 0.95]
    for source in made["sources"]:
        source["kind"] = luck.choice([source["kind"], source["kind"], "anonymous"])
        source["mentions"] = [one for one in source["mentions"] if luck.random() < 0.9]
    for one in made["claims"]:
        moved = luck.choice([0, 0, 1, 3, 9])
        one["trigger"] = {"start": one["trigger"]["start"] + moved, "end": one["trigger"]["end"] + moved}
        for name, others in (
            ("type", ["ASSAULT", "CONSULT", "ALIGNED"]),
            ("modality", ["planned", "wanted"]),
            ("polarity", ["-"]),
        ):
            one[name] = luck.choice([one[name]] * 4 + others)
        if luck.random() < 0.2:
            one["actors"], one["targets"] = one["targets"], one["actors"]
        if luck.random() < 0.2:
            one["chain"] = luck.choice([[], one["chain"][:1], [source["id"] for source in made["sources"]][:1]])
        for name in ("actors", "targets"):
            one[name] = [each for each in one[name] if luck.random() < 0.8]
        if one.get("place") and luck.random() < 0.3:
            one["place"] = luck.choice([None, one["place"] | {"lat": None}, one["place"] | {"lat": 10.0}])
        if one.get("time") and luck.random() < 0.3:
            one["time"] = luck.choice([None, one["time"] | {"first": "2001-01-01"}])
        for name in ("dead", "injured", "size"):
            if luck.random() < 0.1:
                one[name] = [luck.randint(0, 3), 5]
    return made


def official(gold: Path, system: Path) -> dict[str, float]:
    command = [sys.executable, str(SHARED / "score.py"), str(gold), str(system), "--json"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(printed[printed.rindex("{") :])
    return found


@pytest.mark.parametrize("seed", range(3))
def test_figures_are_those_of_the_golds_own_scorer(seed: int, tmp_path: Path) -> None:
    path = SHARED / "dev" / "gold.jsonl"
    if not path.is_file():
        pytest.skip("the gold is not beside this checkout (../shared/gold)")
    luck = random.Random(seed)
    gold = {one["document"]["id"]: one for one in map(json.loads, path.read_text("utf-8").splitlines())}
    system = {key: perturbed(one, luck) for key, one in gold.items() if luck.random() < 0.9}
    lines = (json.dumps(one, ensure_ascii=False) for one in system.values())
    (tmp_path / "system.jsonl").write_text("\n".join(lines), encoding="utf-8")
    scores: Scores = score(gold, system)
    assert {name: round(scores.rows[name].f1, 4) for name in ROWS} == official(path, tmp_path / "system.jsonl")
    assert 0.05 < scores.rows["whole claim"].f1 < 0.9
    assert sum(tally.gold for tally in scores.types.values()) == scores.rows["type"].gold
    assert sum(tally.right for tally in scores.types.values()) == scores.rows["type"].right
    assert len(scores.missed) == scores.rows["type"].gold - scores.rows["type"].right


def test_what_was_promised_stands_beside_what_was_kept() -> None:
    low, high = reliability([(0.2, False), (0.24, True), (1.0, True)])
    assert (low.low, low.high, low.claims, low.right) == (0.2, 0.3, 2, 0.5)
    assert abs(low.confidence - 0.22) < 1e-9
    assert (high.claims, high.confidence, high.right) == (1, 1.0, 1.0)
    assert reliability([]) == []
