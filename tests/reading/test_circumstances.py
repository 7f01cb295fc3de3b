"""When, where and how many: which expressions belong to a trigger, and what becomes of them."""

from datetime import date
from typing import Any

import pytest

from builders import read_as, sight, tokens
from isnad.model import Claim
from isnad.reading.candidates import expressions

TEXT = "قتل 12 جنديا وجرح 30 في هجوم على مدينة تعز يوم الأربعاء."


def read(trigger: str, type: str = "ASSAULT", text: str = TEXT, **said: Any) -> Claim:
    (claim,) = read_as(text, triggers={trigger: type}, **said).claims
    return claim


def test_all_fields_at_once() -> None:
    chosen = {"dead": "12", "place": "تعز", "time": "يوم الأربعاء"}
    claim = read("هجوم", fields={"هجوم": chosen})
    assert claim.counts == {"dead": (12, 12)}
    assert claim.place and (claim.place.name, claim.place.country) == ("Taiz, Yemen", "YE")
    assert claim.time and claim.time.first == claim.time.last == date(2024, 5, 15)


def test_what_nothing_fills_is_left_out() -> None:
    claim = read("هجوم")
    assert claim.time is claim.place is None
    assert claim.counts == {}


def test_a_number_is_no_place_and_a_place_no_time() -> None:
    claim = read("هجوم", fields={"هجوم": {"place": "12", "time": "تعز", "dead": "يوم الأربعاء"}})
    assert claim.time is claim.place is None
    assert claim.counts == {}


def test_the_word_of_the_trigger_asks_for_its_count() -> None:
    assert read("قتل").counts == {"dead": (12, 12)}
    assert read("جرح").counts == {"injured": (30, 30)}


def test_what_the_network_says_goes_before_what_the_word_asks_for() -> None:
    assert read("قتل", fields={"قتل": {"dead": "30"}}).counts == {"dead": (30, 30)}


def test_a_number_is_taken_once() -> None:
    counts = read("قتل", fields={"قتل": {"injured": "12"}}).counts
    assert counts["injured"] == (12, 12) != counts.get("dead")


def test_an_ordinal_counts_nobody() -> None:
    assert read("قتل", text="قتل اللواء الثالث حراسه.").counts == {}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قتل جندي برصاص قناص.", (1, 1)),
        ("قتل جنديان برصاص قناص.", (2, 2)),
        ("قتل سبعة جنود برصاص قناص.", (7, 7)),
        ("قتل عشرات الجنود في المعارك.", (24, 99)),
        ("قتل مئات الجنود في المعارك.", (200, 999)),
        ("قتل أكثر من 40 جنديا في المعارك.", (40, 40)),
    ],
)
def test_counts_as_the_gold_counts_them(text: str, count: tuple[int, int]) -> None:
    assert read("قتل", text=text).counts == {"dead": count}


def test_expressions_are_those_of_the_sentence() -> None:
    seen = sight("وصل الوفد يوم الأحد. قصف الجيش تعز يوم الاثنين.")
    found = expressions(seen.inputs, tokens(seen, "قصف")[0])
    assert {seen.page.published(one.first, one.last) for one in found} == {"تعز", "يوم الاثنين"}
    assert {one.kind for one in found} == {"place", "time"}
