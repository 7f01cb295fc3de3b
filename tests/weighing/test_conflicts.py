"""Conflicts: what can't all be so, and what only looks like it."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.model import Conflict
from isnad.weighing.accounts import Account
from isnad.weighing.conflicts import conflicts
from weighing.account_builders import DAY, account, known, orders, spot, told

OURS = "p: الناطق باسم نسور الوادي المقدم مراد الأسمري"


def over(*accounts: Account) -> Sequence[Conflict]:
    found = [conflicts(some, actors=known()) for some in orders(accounts)]
    assert found[0] == found[1] == found[2]
    return found[0]


def values(*accounts: Account) -> list[tuple[str, list[str]]]:
    return [(one.over, [side.value for side in one.sides]) for one in over(*accounts)]


def test_one_claim_contradicts_nobody() -> None:
    assert over() == () == over(account("البريد", told("a", counts={"dead": 3})))


def test_denial() -> None:
    (found,) = over(
        account("البريد", told("a", "a: شاهد"), told("b", OURS)),
        account("المرفأ", told("c", "o: حراس الجبل", polarity="-"), day=2),
    )
    assert found.over == "polarity" and found.count is None
    assert [(side.value, side.claims) for side in found.sides] == [("+", ("a", "b")), ("-", ("c",))]
    assert found.sides[1].since == date.fromordinal(DAY + 2)


@pytest.mark.parametrize("modality", ["possible", "planned"])
def test_who_does_not_say_that_it_was_does_not_deny_it(modality: str) -> None:
    assert not over(account("البريد", told("a"), told("b", OURS, polarity="-", modality=modality)))


def test_of_what_is_expected_too_one_may_say_no() -> None:
    plan = account("البريد", told("a", "a: مسؤول", modality="planned"))
    assert values(plan, account("المرفأ", told("b", OURS, polarity="-", modality="planned"))) == [
        ("polarity", ["+", "-"])
    ]


def test_two_figures_on_one_day() -> None:
    (found,) = over(
        account("البريد", told("a", "a: شاهد", counts={"dead": 6})),
        account("المرفأ", told("b", OURS, counts={"dead": 7})),
        account("الضحى", told("c", "a: طبيب", counts={"dead": 6})),
    )
    assert (found.over, found.count) == ("count", "dead")
    assert {side.value: side.claims for side in found.sides} == {"6": ("a", "c"), "7": ("b",)}


def test_a_toll_that_rises_is_news() -> None:
    rising = [
        account("البريد", told(str(n), f"a: {who}", counts={"dead": 4 + n}), day=n)
        for n, who in enumerate(["شاهد", "طبيب"])
    ]
    assert not over(*rising)


def test_a_toll_that_falls_on_anothers_word_is_a_contradiction() -> None:
    falls = account("المرفأ", told("b", OURS, counts={"dead": 5}), day=1)
    assert values(account("البريد", told("a", "a: شاهد", counts={"dead": 9})), falls) == [("count", ["9", "5"])]


def test_who_corrects_himself_contradicts_nobody() -> None:
    assert not over(
        account("البريد", told("a", OURS, counts={"dead": 9})),
        account("المرفأ", told("b", "o: نسور الوادي", counts={"dead": 5}), day=1),
        account("المرفأ", told("c", counts={"injured": 5}), day=1),
        account("المرفأ", told("d", counts={"injured": 2}), day=2),
    )


def test_an_outlet_that_repeats_yesterdays_figure_contradicts_nobody() -> None:
    assert not over(
        account("البريد", told("a", "a: شاهد", counts={"dead": 4})),
        account("المرفأ", told("b", OURS, counts={"dead": 6}), day=1),
        account("الضحى", told("c", counts={"dead": 4}), day=1),
    )


def test_nor_does_a_voice_whose_old_figure_is_printed_again() -> None:
    assert not over(
        account("البريد", told("a", OURS, counts={"dead": 7})),
        account(
            "المرفأ", told("b", "a: طبيب", counts={"dead": 9}), told("c", "o: نسور الوادي", counts={"dead": 7}), day=1
        ),
    )


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ((5, 9), 7, False),
        ((5, 9), (9, 12), False),
        ((5, 9), 12, True),
        (2000, 2100, False),
        (2000, 2600, True),
        (20, 27, True),
    ],
)
def test_ranges_and_round_numbers(one: int, other: int, excluded: bool) -> None:
    found = over(
        account("البريد", told("a", "a: شاهد", counts={"displaced": one})),
        account("المرفأ", told("b", OURS, counts={"displaced": other})),
    )
    assert bool(found) == excluded


def test_days() -> None:
    told_twice = account("البريد", told("a", "a: شاهد", on=DAY - 3)), account("المرفأ", told("b", OURS, on=DAY - 1))
    days = [date.fromordinal(DAY - ago).isoformat() for ago in (3, 1)]
    assert values(*told_twice) == [("time", days)]
    assert not over(told_twice[0], account("المرفأ", told("b", OURS)))
    assert not over(told_twice[0], account("المرفأ", told("b", OURS, on=DAY - 3)))


def test_a_state_lasts() -> None:
    accounts = [
        account(outlet, told(outlet, f"a: {who}", on=DAY - n), type="CONTROLS")
        for n, (outlet, who) in enumerate([("البريد", "شاهد"), ("المرفأ", "طبيب")])
    ]
    assert not over(*accounts)


def test_places() -> None:
    town, village, far = spot("A", 27.0, 14.0), spot("B", 27.05, 14.0), spot("C", 30.0, 14.0)
    region, other = spot("R", 27.8, 14.5, radius=90.0), spot("S", 27.6, 14.5, radius=90.0, country="TD")
    first = account("البريد", told("a", "a: شاهد", place=town))
    assert values(first, account("المرفأ", told("b", OURS, place=far))) == [("place", ["A", "C"])]
    for near in (village, region, other):
        assert not over(first, account("المرفأ", told("b", OURS, place=near)))


def test_blame() -> None:
    first = account("البريد", told("a", OURS, by="حراس الجبل"))
    back = account("المرفأ", told("b", "o: حراس الجبل", by="نسور الوادي"))
    assert values(first, back) == [("actor", ["حراس الجبل", "نسور الوادي"])]
    assert not over(first, account("المرفأ", told("b", "a: شاهد", by="مسلحون مجهولون")))
    assert not over(first, account("المرفأ", told("b", "a: شاهد", by="قوات حراس الجبل")))


def test_blame_of_those_who_are_known() -> None:
    army = account("البريد", told("a", "a: شاهد", by="@sd-army"))
    assert [one for one, _ in values(army, account("المرفأ", told("b", OURS, by="@sd-rsf")))] == ["actor"]
    assert not over(army, account("المرفأ", told("b", OURS, by="@sd")))
    assert not over(army, account("المرفأ", told("b", OURS, by="@sd-government")))


def test_who_meets_whom_is_no_blame() -> None:
    first = account("البريد", told("a", "a: شاهد", by="@sd-army"), type="CONSULT")
    assert not over(first, account("المرفأ", told("b", OURS, by="@sd-rsf"), type="CONSULT"))


@given(st.data())
def test_laws(data: st.DataObject) -> None:
    """Any order gives the same, every conflict has two sides, and no side lacks a claim."""
    accounts = []
    for n in range(data.draw(st.integers(1, 5))):
        chain = data.draw(
            st.lists(st.sampled_from(["a: مصدر", OURS, "o: حراس الجبل", "m: المرفأ"]), max_size=2, unique=True)
        )
        counts = {"dead": data.draw(st.integers(1, 4))} if data.draw(st.booleans()) else {}
        polarity = data.draw(st.sampled_from("++-"))
        said = told(str(n), *chain, counts=counts, polarity=polarity, on=data.draw(st.sampled_from([0, DAY - 1, DAY])))
        accounts.append(
            account(
                data.draw(st.sampled_from(["البريد", "المرفأ"])),
                said,
                day=data.draw(st.integers(-1, 2)),
                document=f"d{n}",
            )
        )
    found = conflicts(accounts, actors=known())
    assert found == conflicts(data.draw(st.permutations(accounts)), actors=known())
    for one in found:
        assert len(one.sides) > 1 and all(side.claims for side in one.sides)
        assert len({side.value for side in one.sides}) == len(one.sides)
