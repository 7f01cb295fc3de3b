"""The demo: articles are whole and dated, the truth speaks of nothing that they do not hold."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from isnad.demo import load_articles, load_truth
from isnad.model.document import Document
from isnad.ontology import load_ontology
from isnad.text.normal import key

ARTICLES = load_articles()
TEXTS = {article.id: article.text for article in ARTICLES}
TRUTH = load_truth()
EVENTS = {event["id"]: event for event in TRUTH["events"]}
PARTIES = {party["id"] for party in TRUTH["parties"]}
VOICES = {voice["id"] for voice in TRUTH["voices"]} | PARTIES
TYPES = set(load_ontology().types)


def _days(day: date | list[date]) -> tuple[date, date]:
    return (day[0], day[1]) if isinstance(day, list) else (day, day)


def _named(part: str) -> Iterator[tuple[dict[str, Any], str]]:
    """The entries of a part, each with every article that it names."""
    lists = ("articles", "said", "seen")
    for entry in TRUTH[part]:
        for name in (entry.get("article"), *(one for field in lists for one in entry.get(field, ()))):
            if name is not None:
                yield entry, name


def test_there_are_enough_articles_of_six_outlets() -> None:
    assert len(ARTICLES) >= 24
    assert {article.outlet for article in ARTICLES} == {outlet["ar"] for outlet in TRUTH["outlets"]}
    assert len({outlet["country"] for outlet in TRUTH["outlets"]}) >= 5 and len(TRUTH["outlets"]) == 6


def test_ids_addresses_and_texts_are_unique() -> None:
    for field in ("id", "url", "text", "title"):
        assert len({getattr(article, field) for article in ARTICLES}) == len(ARTICLES), field


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_an_article_is_whole(article: Document) -> None:
    assert article.title and article.text.split("\n")[0] == article.title
    assert article.url and article.url.startswith("https://example.org/")
    assert article.published and date(2024, 2, 4) <= article.published <= date(2024, 2, 26)
    assert 120 <= len(article.text.split()) <= 350
    assert not re.search(r"ـ(?![«0-9])", article.text), "tatweel joins a particle to a quotation mark or a figure only"
    assert article.text.count("«") == article.text.count("»")


def test_articles_stand_in_the_order_of_their_days() -> None:
    days = [article.published for article in ARTICLES if article.published]
    assert days == sorted(days) and (days[-1] - days[0]).days >= 20


def test_events_are_of_the_ontology_and_of_the_three_weeks() -> None:
    assert len(EVENTS) == len(TRUTH["events"])
    for event in EVENTS.values():
        first, last = _days(event.get("day", date(2024, 2, 4)))
        assert event["type"] in TYPES and date(2024, 1, 21) <= first <= last <= date(2024, 2, 26), event["id"]
        assert {*event.get("actors", ()), *event.get("targets", ())} <= VOICES, event["id"]


PARTS = ("reports", "copies", "conflicts", "plans", "agreements", "admissions", "corrections", "headlines", "origins")


@pytest.mark.parametrize("part", PARTS)
def test_the_truth_speaks_of_articles_and_events_that_exist(part: str) -> None:
    assert all(name in TEXTS for _, name in _named(part))
    assert all(entry["event"] in EVENTS for entry in TRUTH[part] if "event" in entry)


def test_conflicts_and_circles_name_articles() -> None:
    for conflict in TRUTH["conflicts"]:
        assert {name for side in conflict["sides"] for name in side} <= set(TEXTS)
        assert conflict["truth"] is None or conflict["truth"] in TEXTS
    for circle in TRUTH["circles"]:
        assert {*circle["path"], circle["closes"]} <= {*TEXTS, *VOICES} and circle["event"] in EVENTS


@pytest.mark.parametrize("report", TRUTH["reports"], ids=lambda report: f"{report['article']}-{report['event']}")
def test_a_report_stands_in_its_article(report: dict[str, Any]) -> None:
    text = TEXTS[report["article"]]
    assert report["words"] in text
    polarity, modality = report["stance"].split()
    assert polarity in "+-" and modality in {"actual", "planned", "predicted", "possible", "wanted"}
    for voice in report["chain"]:
        assert voice["unnamed"] in text if isinstance(voice, dict) else voice in VOICES
    assert {report.get("blames", "front"), report.get("denies", "front")} <= PARTIES


def test_named_voices_are_named_where_they_speak() -> None:
    # A spokesman may go by his office alone.
    surname = {voice["id"]: key(voice["ar"]).split()[-1] for voice in TRUTH["voices"] if voice["kind"] == "person"}
    for report in TRUTH["reports"]:
        for voice in report["chain"]:
            if isinstance(voice, str) and voice in surname:
                text = key(TEXTS[report["article"]])
                assert surname[voice] in text or key("الناطق باسم") in text or key("المتحدث") in text, report


def test_verbatim_copies_share_their_words() -> None:
    for copy in TRUTH["copies"]:
        if "shared" in copy:
            assert copy["shared"] in TEXTS[copy["article"]] and copy["shared"] in TEXTS[copy["of"]]


@pytest.mark.parametrize("name", sorted(TYPES))
def test_every_type_of_claim_stands_at_least_twice(name: str) -> None:
    found = [(article, words) for example in TRUTH["types"][name] for article, words in example.items()]
    assert len(found) >= 2 and all(words in TEXTS[article] for article, words in found)


def test_plans_end_in_every_way() -> None:
    assert {plan["outcome"] for plan in TRUTH["plans"]} == {"fulfilled", "late", "lapsed", "open"}
    assert all(bool(plan["seen"]) != (plan["outcome"] == "open") for plan in TRUTH["plans"])
