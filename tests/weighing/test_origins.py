"""Origins: which chains start at one voice, what is a link only, and how sure the number is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.model import Copy, Origins, Reason
from isnad.weighing.accounts import Account
from isnad.weighing.origins import origins
from weighing.account_builders import account, known, orders, told

SPOKESMAN = "p: الناطق باسم نسور الوادي المقدم مراد الأسمري"


def weigh(*accounts: Account, **said: Any) -> Origins:
    found = [origins(some, actors=known(), **said) for some in orders(accounts)]
    assert found[0] == found[1] == found[2]
    return found[0]


def codes(found: Origins) -> set[str]:
    return {reason.code for reason in found.reasons}


def test_nothing_has_no_origin() -> None:
    assert weigh() == Origins()


def test_one_voice_in_many_papers_is_one_origin() -> None:
    found = weigh(
        account("البريد", told("a", SPOKESMAN)),
        account("المرفأ", told("b", "p: الأسمري")),
        account("الضحى", told("c", "o: القيادة العامة لنسور الوادي"), day=1),
        account("السهل", told("d", "o: نسور الوادي"), day=1),
    )
    assert (found.low, found.high) == (1, 1)
    assert set(found.origins[0].claims) == {"a", "b", "c", "d"}
    assert {"same-voice", "speaks-for"} <= codes(found)


def test_two_voices_are_two() -> None:
    found = weigh(account("البريد", told("a", SPOKESMAN)), account("المرفأ", told("b", "p: الطبيبة هند السالمي")))
    assert (found.low, found.high) == (2, 2) and not found.reasons


def test_a_surname_that_two_bear_is_neither_for_certain() -> None:
    found = weigh(
        account("البريد", told("a", "p: مراد الأسمري")),
        account("المرفأ", told("b", "p: سليم الأسمري")),
        account("الضحى", told("c", "p: الأسمري")),
    )
    assert (found.low, found.high) == (2, 3) and "maybe-same-name" in codes(found)


def test_denials_and_possibilities_are_no_origins() -> None:
    found = weigh(
        account("البريد", told("a", SPOKESMAN, polarity="-")),
        account("المرفأ", told("b", "a: شاهد", modality="possible")),
        account("الضحى", told("c", "a: طبيب")),
    )
    assert (found.low, found.high) == (1, 1) and found.origins[0].claims == ("c",)


def test_only_denials_have_no_origin() -> None:
    assert weigh(account("البريد", told("a", SPOKESMAN, polarity="-"))) == Origins()


def test_of_an_expected_event_those_count_who_expect_it() -> None:
    found = weigh(account("البريد", told("a", SPOKESMAN, modality="planned")))
    assert found.low == 1


def test_an_outlets_own_words_beside_a_voice_are_its_headline() -> None:
    found = weigh(account("البريد", told("a"), told("b", "a: طبيب")))
    assert (found.low, found.high) == (1, 1) and codes(found) == {"headline-of"}
    assert set(found.origins[0].claims) == {"a", "b"}


def test_an_outlets_own_words_alone_are_an_origin() -> None:
    found = weigh(account("البريد", told("a")))
    assert (found.low, found.high, found.origins[0].kind) == (1, 1, "outlet")


def test_an_outlet_that_adds_nothing_may_have_rewritten() -> None:
    found = weigh(
        account("البريد", told("a", "a: طبيب", counts={"dead": 4})),
        account("المرفأ", told("b", counts={"dead": 4})),
    )
    assert (found.low, found.high) == (1, 2) and "maybe-rewritten" in codes(found)
    assert [one.counted for one in found.origins if one.name == "المرفأ"] == [False]


def test_an_outlet_with_a_figure_of_its_own_is_an_origin() -> None:
    found = weigh(
        account("البريد", told("a", "a: طبيب", counts={"dead": 4})),
        account("المرفأ", told("b", counts={"dead": 9})),
    )
    assert (found.low, found.high) == (2, 2)


def test_an_outlet_that_was_first_has_it_from_nobody() -> None:
    found = weigh(
        account("المرفأ", told("b", counts={"dead": 4})),
        account("البريد", told("a", "a: طبيب", counts={"dead": 4}), day=1),
    )
    assert (found.low, found.high) == (2, 2)


@pytest.mark.parametrize(("day", "counts"), [(1, {}), (3, {"dead": 4})])
def test_what_is_told_again_is_no_origin(day: int, counts: dict[str, int]) -> None:
    found = weigh(
        account("البريد", told("a", "a: طبيب", counts={"dead": 4})),
        account("المرفأ", told("b", counts=counts), day=day),
    )
    assert (found.low, found.high) == (1, 1) and codes(found) == {"told-again"}


def test_hearsay_is_an_origin_only_where_there_is_nothing_else() -> None:
    rumour = account("البريد", told("a", "u: أنباء"))
    assert weigh(rumour).low == 1
    found = weigh(rumour, account("المرفأ", told("b", SPOKESMAN)))
    assert (found.low, found.high) == (1, 1) and "hearsay" in codes(found)


def test_a_cited_paper_is_its_own_documents() -> None:
    found = weigh(
        account("البريد", told("a", "a: طبيب")),
        account("المرفأ", told("b", "m: صحيفة «البريد» الليبية"), day=1),
    )
    assert (found.low, found.high) == (1, 1)
    assert Reason("cites-outlet", ("المرفأ", "البريد")) in found.reasons


def test_a_cited_paper_that_nobody_has_seen_is_an_origin() -> None:
    found = weigh(account("المرفأ", told("b", "m: صحيفة البريد")))
    assert (found.low, found.origins[0].kind) == (1, "media")


def test_an_agency_is_what_it_passes_on() -> None:
    found = weigh(
        account("البريد", told("a", "m: وكالة الضحى", "p: الطبيبة هند السالمي")),
        account("المرفأ", told("b", "m: الضحى")),
    )
    assert (found.low, found.high) == (1, 1) and "same-wire" in codes(found)
    assert found.common_link == "الضحى"


def test_a_credit_is_a_link_too() -> None:
    found = weigh(
        account("البريد", told("a"), document="x"),
        account("المرفأ", told("b"), document="y"),
        credits={"x": ("reuters",), "y": ("reuters",)},
    )
    assert (found.low, found.high) == (1, 1)
    assert (found.origins[0].kind, found.origins[0].name) == ("wire", "Reuters")


def test_one_unnamed_voice_of_one_report_is_one() -> None:
    found = weigh(
        account("البريد", told("a", "m: وكالة الضحى", "a: مصدر أمني")),
        account("المرفأ", told("b", "m: وكالة الضحى", "a: مصدر أمني"), day=1),
    )
    assert (found.low, found.high) == (1, 1) and "same-wire" in codes(found)


def test_a_copy_has_the_voices_of_what_it_copies() -> None:
    copy = Copy(("x", "y"), "copy", 1.0, Reason("earlier"), ordered=True)
    documents = (
        account("البريد", told("a", "a: مصدر أمني"), document="x"),
        account("المرفأ", told("b", "a: مصدر أمني"), document="y"),
    )
    assert weigh(*documents).high == 2
    found = weigh(*documents, copies=[copy])
    assert (found.low, found.high) == (1, 1) and "copied-text" in codes(found)


def test_own_words_that_are_copied_are_the_others() -> None:
    copy = Copy(("x", "y"), "copy", 1.0, Reason("earlier"), ordered=True)
    found = weigh(
        account("البريد", told("a", counts={"dead": 2}), document="x"),
        account("المرفأ", told("b", counts={"dead": 9}), document="y"),
        copies=[copy],
    )
    assert (found.low, found.high) == (1, 1) and codes(found) == {"copied-text"}


def test_an_outlet_repeats_itself() -> None:
    found = weigh(account("البريد", told("a", "a: طبيب")), account("البريد", told("b", counts={"dead": 3}), day=2))
    assert (found.low, found.high) == (1, 1) and codes(found) == {"same-outlet"}


def test_a_statement_word_for_word_is_one_whoever_is_named() -> None:
    words = "فتحنا النار بعد هجوم غادر شنته عصابات مأجورة"
    found = weigh(
        account("البريد", told("a", "o: نسور الوادي", words=words)),
        account("المرفأ", told("b", "d: بيان", words=words)),
    )
    assert (found.low, found.high) == (1, 1) and "same-statement" in codes(found)


def test_two_bodies_of_which_one_is_part_of_the_other_may_be_one() -> None:
    found = weigh(account("البريد", told("a", "o: أوتشا@un-ocha")), account("المرفأ", told("b", "o: الأمم المتحدة@un")))
    assert (found.low, found.high) == (1, 2) and "maybe-same-body" in codes(found)


def test_kinds_of_unnamed_people_tell_them_apart() -> None:
    found = weigh(
        account("البريد", told("a", "a: شاهد عيان")),
        account("المرفأ", told("b", "a: دبلوماسي غربي")),
        account("الضحى", told("c", "a: مصدر أمني")),
    )
    assert (found.low, found.high) == (3, 3)


def test_unnamed_people_of_one_kind_are_a_range() -> None:
    found = weigh(
        account("البريد", told("a", "a: مصدر أمني")),
        account("المرفأ", told("b", "a: ضابط")),
        account("الضحى", told("c", "a: مصادر عسكرية")),
    )
    assert (found.low, found.high) == (1, 3) and codes(found) == {"maybe-same-unnamed"}


def test_two_unnamed_voices_of_one_text_are_two() -> None:
    found = weigh(account("البريد", told("a", "a: مصدر أمني"), told("b", "a: ضابط")))
    assert (found.low, found.high) == (2, 2)


def test_a_voice_taken_up_again_is_one() -> None:
    found = weigh(account("البريد", told("a", "a: ضابط في نسور الوادي"), told("b", "p: الضابط")))
    assert (found.low, found.high) == (1, 1)


def test_people_overrule_both_ways() -> None:
    one, other = account("البريد", told("a", "a: مصدر أمني")), account("المرفأ", told("b", "a: ضابط"))
    pair = {"a": frozenset({"b"}), "b": frozenset({"a"})}
    assert weigh(one, other, together=pair).high == 1
    assert weigh(one, other, apart=pair).low == 2
    named = account("البريد", told("a", SPOKESMAN)), account("المرفأ", told("b", "o: نسور الوادي"))
    assert weigh(*named, apart=pair).low == 2
    assert "judged-one-voice" in codes(weigh(one, other, together=pair))


def test_circular_reporting_is_shown_and_has_one_origin() -> None:
    found = weigh(
        account("البريد", told("a", "u: أنباء")),
        account("المرفأ", told("b", "m: وكالة الضحى", "m: صحيفة البريد"), day=1),
        account("السهل", told("c", "m: الضحى"), day=1),
        account("البريد", told("d", "m: السهل"), day=2),
    )
    assert (found.low, found.high, found.common_link) == (1, 1, "أنباء")
    assert [set(circle) for circle in found.circular] == [{"البريد", "الضحى", "السهل"}]


def test_two_who_cite_each_other_and_a_voice_each_are_no_circle() -> None:
    found = weigh(
        account("البريد", told("a", SPOKESMAN), told("b", "m: المرفأ")),
        account("المرفأ", told("c", "a: طبيب"), told("d", "m: البريد")),
    )
    assert not found.circular and found.low == 2


def test_opposing_parties_are_seen() -> None:
    blame = {"by": "نسور الوادي", "to": "حراس الجبل"}
    found = weigh(
        account("البريد", told("a", SPOKESMAN, **blame)),
        account("المرفأ", told("b", "o: حراس الجبل", **blame)),
    )
    assert found.opposed
    assert not weigh(account("البريد", told("a", SPOKESMAN, **blame)), account("المرفأ", told("b", "a: طبيب"))).opposed


def test_two_sides_that_agree_on_a_talk_are_not_opposed_by_that() -> None:
    both = {"by": "نسور الوادي", "to": "حراس الجبل"}
    found = weigh(
        account("البريد", told("a", SPOKESMAN, **both), type="CONSULT"),
        account("المرفأ", told("b", "o: حراس الجبل", **both), type="CONSULT"),
    )
    assert not found.opposed


def test_who_admits_what_his_side_denied() -> None:
    found = weigh(
        account("البريد", told("a", "o: نسور الوادي", by="نسور الوادي", polarity="-")),
        account("المرفأ", told("b", "p: القائد الميداني في «نسور الوادي» سامي الحداد"), day=9),
    )
    assert found.admissions == ("b",)


def test_who_admits_what_his_side_blamed_on_another() -> None:
    found = weigh(
        account("البريد", told("a", SPOKESMAN, by="حراس الجبل")),
        account("المرفأ", told("b", "o: نسور الوادي", by="نسور الوادي"), day=9),
    )
    assert found.admissions == ("b",)


def test_a_boast_is_no_admission() -> None:
    found = weigh(account("البريد", told("a", SPOKESMAN, by="نسور الوادي", to="حراس الجبل")))
    assert not found.admissions


VOICES = [
    "a: مصدر أمني",
    "a: طبيب",
    "u: أنباء",
    SPOKESMAN,
    "p: الأسمري",
    "o: نسور الوادي",
    "m: المرفأ",
    "m: وكالة الضحى",
    "d: بيان",
]
OUTLETS = ["البريد", "المرفأ", "الضحى", "السهل"]
CHAINS = st.lists(st.sampled_from(VOICES), max_size=2, unique=True)


@given(st.data())
def test_laws(data: st.DataObject) -> None:
    """Any order gives the same; the range holds; no claim stands in two origins, no denial in any."""
    accounts = []
    for n in range(data.draw(st.integers(1, 5))):
        chains = data.draw(st.lists(CHAINS, min_size=1, max_size=3))
        said = [told(f"{n} {m}", *chain, polarity=data.draw(st.sampled_from("++-"))) for m, chain in enumerate(chains)]
        accounts.append(
            account(data.draw(st.sampled_from(OUTLETS)), *said, day=data.draw(st.integers(-1, 3)), document=f"d{n}")
        )
    found = origins(accounts, actors=known())
    assert found == origins(data.draw(st.permutations(accounts)), actors=known())
    assert found.low <= sum(one.counted for one in found.origins) or found.low == 1
    assert (found.low, found.high) <= (found.high, len(found.origins))
    claims = [claim for one in found.origins for claim in one.claims]
    assert len(claims) == len(set(claims))
    assert set(claims) <= {one.claim for each in accounts for one in each.told if one.polarity == "+"}
    assert found.disjoint <= found.high
