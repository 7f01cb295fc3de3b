"""The simulator: the same for the same seed, its evidence in the text, its truth about what it published."""

import re
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date

import pytest

from isnad.evaluate.simulator import simulate
from isnad.evaluate.simulator.articles import Article
from isnad.evaluate.simulator.stage import bodies, nations, theatres
from isnad.evaluate.simulator.template import Word, compile, fill
from isnad.evaluate.simulator.words import counted, dated
from isnad.knowledge.actors import known_actors
from isnad.model import Reading
from isnad.ontology.ontology import load_ontology
from isnad.reading.gate import admit

SIMULATION = simulate(claims=6000, seed=3)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return list(SIMULATION.articles())


@pytest.fixture(scope="module")
def readings(articles: list[Article]) -> list[Reading]:
    return [one.reading for one in articles]


def test_about_as_many_claims_as_asked_for(readings: list[Reading]) -> None:
    assert 4500 < sum(len(one.claims) for one in readings) < 7500


def test_the_gate_admits_every_claim(readings: list[Reading]) -> None:
    types = load_ontology().types
    for one in readings:
        admitted, turned_away = admit(one.claims, document=one.document, sources=one.sources, types=types)
        assert not turned_away, (turned_away, one.document.text)
        assert tuple(admitted) == one.claims


def test_documents_come_in_the_order_of_publication(readings: list[Reading]) -> None:
    days = [one.document.published for one in readings]
    assert days == sorted(days)  # type: ignore[type-var]


def test_every_mention_of_a_voice_stands_in_the_text(readings: list[Reading]) -> None:
    for one in readings:
        assert all(mention.of(one.document.text).strip() for source in one.sources for mention in source.mentions)


def test_unnamed_voices_have_no_name(readings: list[Reading]) -> None:
    unnamed = [source for one in readings for source in one.sources if source.kind == "anonymous"]
    assert unnamed
    assert all(source.name is None and source.actor is None for source in unnamed)


def test_the_hash_seed_of_the_process_changes_nothing() -> None:
    script = (
        "from isnad.evaluate.simulator import simulate\n"
        "made = simulate(claims=300, seed=5)\n"
        "print([(one.document.text, one.claims) for one in made.readings()], sorted(made.truth().claims.items()))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_another_seed_is_another_world() -> None:
    one, other = (next(iter(simulate(claims=300, seed=seed).readings())) for seed in (1, 2))
    assert one.document.text != other.document.text


def test_truth_knows_every_claim(readings: list[Reading]) -> None:
    truth = SIMULATION.truth()
    assert {claim.id for one in readings for claim in one.claims} == set(truth.claims)


def test_origins_are_as_many_as_stand_behind_the_claims(articles: list[Article]) -> None:
    truth, behind = SIMULATION.truth(), defaultdict(set)
    for one in articles:
        for claim, draft in zip(one.reading.claims, one.drafts, strict=True):
            if draft.sort == "actual" and claim.polarity == "+" and draft.origin:
                behind[draft.of].add(draft.origin)
    scored = {id: one for id, one in truth.happenings.items() if one.origins}
    assert all(one.origins == max(1, len(behind[id])) for id, one in scored.items())
    assert Counter(one.origins for one in scored.values())[1] < 0.8 * len(scored)


def test_a_circle_has_nothing_but_outlets_behind_it(articles: list[Article]) -> None:
    circular = {id for id, one in SIMULATION.truth().happenings.items() if one.circular}
    kinds = set()
    for one in articles:
        voices = {source.id: source.kind for source in one.reading.sources}
        for claim, draft in zip(one.reading.claims, one.drafts, strict=True):
            if draft.of in circular:
                kinds.update(voices[id] for id in claim.chain)
    assert circular
    assert kinds == {"media"}


def test_statuses_are_those_of_expectations(articles: list[Article]) -> None:
    truth = SIMULATION.truth()
    told = {claim.id: claim for one in articles for claim in one.reading.claims}
    assert {told[id].modality for id in truth.statuses} <= {"planned", "predicted", "wanted"}
    assert {"fulfilled", "broken", "lapsed", "open"} <= set(truth.statuses.values())


def test_copies_share_a_sentence(readings: list[Reading]) -> None:
    texts = {one.document.id: one.document.text for one in readings}
    copies = SIMULATION.truth().copies
    assert copies
    for copy in copies:
        one, other = (texts[id] for id in copy.documents)
        sentences = [sentence.rpartition(" - ")[2].rstrip(".") for sentence in re.split(r"\. |\n", one)]
        assert any(sentence in other for sentence in sentences if len(sentence) > 20)


def test_parties_are_called_by_names_that_the_knowledge_base_has() -> None:
    known = known_actors().by_id
    parties = [*(body for one in theatres() for body in one.roles.values()), *(body for body, _ in nations())]
    for body in [*parties, *bodies("helpers"), *bodies("pleaders")]:
        assert body.actor
        names = {body.ar} | ({body.also[0]} if body.also else set())
        assert names <= set(known[body.actor].names)


def test_verbs_agree_with_whoever_acts() -> None:
    template = compile("<قصف|قصفت> {actor} {place}[ {time}]")
    army, forces = Word("الجيش", None, "m"), Word("القوات", None, "f")
    place = Word("البلدة")
    assert fill(template, {"actor": army, "place": place}, g="m").text == "قصف الجيش البلدة"
    assert fill(template, {"actor": forces, "place": place}, g="f").text == "قصفت القوات البلدة"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        ((1, 1), "شخص واحد"),
        ((2, 2), "شخصين"),
        ((3, 3), "ثلاثة أشخاص"),
        ((11, 11), "11 شخصا"),
        ((24, 99), "عشرات الأشخاص"),
    ],
)
def test_nouns_follow_their_numbers(count: tuple[int, int], words: str) -> None:
    assert counted(count, "person") == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 1, 10), "اليوم الأربعاء"),
        (date(2024, 1, 9), "أمس الثلاثاء"),
        (date(2024, 1, 6), "يوم السبت"),
        (date(2024, 1, 12), "يوم الجمعة المقبل"),
        (date(2024, 2, 3), "في 3 فبراير"),
    ],
)
def test_days_are_written_from_the_day_of_publication(day: date, words: str) -> None:
    assert dated(day, date(2024, 1, 10), plain=False, part=0) == words
