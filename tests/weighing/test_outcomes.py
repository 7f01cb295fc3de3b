from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest

from isnad.model import Outcome
from isnad.weighing.accounts import Account, Told
from isnad.weighing.expectations import HORIZON, threats
from isnad.weighing.outcome_keys import candidate_days, candidate_keys
from isnad.weighing.outcomes import outcome
from weighing.outcome_builders import DAY, EAST, LAND, NORTH, account, knowledge, told, voice

ACTORS = knowledge("envoy", "army", "rebels", "union")
VISIT = "تعتزم المبعوثة زيارة بلدة داريا"
VISITED = "وصلت المبعوثة إلى داريا واجتمعت مع الأعيان"


def visit(**said: Any) -> Told:
    said = {"modality": "planned", "words": VISIT, "by": (voice("هدى"),), "on": (3, 3), **said}
    return told(actors=("envoy",), place=NORTH, **said)


def visited(**said: Any) -> Told:
    return told(**{"actors": ("envoy",), "place": NORTH, "words": VISITED, **said})


def became(*said: Account, deeds: tuple[Account, ...] = (), after: int = 40, **more: Any) -> list[Outcome]:
    today = date.fromordinal(DAY) + timedelta(days=after)
    events = [(f"e{place}", [deed]) for place, deed in enumerate(deeds)]
    return list(outcome(said, events, event="x", today=today, actors=ACTORS, **more))


def only(*said: Account, **more: Any) -> Outcome:
    (found,) = became(*said, **more)
    return found


def test_a_deed_on_the_day_fulfils() -> None:
    done = account(visited(claim="done", on=(3, 3)), day=4)
    found = only(account(visit(claim="said")), deeds=(done,))
    assert (found.status, found.kind, found.voice, found.by) == ("fulfilled", "plan", "هدى", ("done",))
    assert (found.claims, found.due) == (("said",), date(2024, 3, 7))
    assert found.reason.code == "fulfilled-by" and found.reason.values[0] == "e0"


def test_a_deed_after_the_day_is_late_by_the_days_between() -> None:
    found = only(account(visit()), deeds=(account(visited(on=(5, 5)), day=6),))
    assert (found.status, found.reason.code, found.reason.values[0]) == ("late", "late-by", "2")


def test_a_deed_without_a_day_was_done_on_the_day_before_it_was_told() -> None:
    assert only(account(visit()), deeds=(account(visited(), day=4),)).status == "fulfilled"
    assert only(account(visit()), deeds=(account(visited(), day=6),)).reason.values[0] == "2"


@pytest.mark.parametrize(
    "deed",
    [
        account(visited(on=(-2, -2)), day=0),
        account(visited(), day=0),
        account(visited(place=EAST, on=(3, 3)), day=4),
        account(visited(actors=("army",), on=(3, 3)), day=4),
        account(visited(modality="possible", on=(3, 3)), day=4),
        account(visited(on=(3, 3)), day=2),
        account(visited(on=(90, 90)), day=91),
    ],
    ids=["before", "known before", "elsewhere", "another", "possible", "told as done ahead of its day", "long after"],
)
def test_no_other_deed_fulfils(deed: Account) -> None:
    assert "fulfilled" not in [one.status for one in became(account(visit()), deeds=(deed,))]


def test_a_plan_to_bomb_a_town_is_not_fulfilled_by_any_bombing_in_the_land() -> None:
    plan = account(
        told(actors=("army",), targets=("rebels",), place=NORTH, modality="planned", words="سيقصف الجيش داريا"),
        type="ASSAULT",
    )
    other = told(actors=("army",), targets=("rebels",), place=LAND, words="قصف الجيش مواقع في ريف إدلب", on=(2, 2))
    assert only(plan, deeds=(account(other, type="ASSAULT", day=3),)).status == "open"


def test_one_text_does_not_fulfil_what_it_says_itself() -> None:
    deed = account(visited(on=(3, 3)), day=0, text="t")
    assert only(account(visit(), text="t"), deeds=(deed,)).status == "lapsed"


def test_nor_does_the_same_sentence_in_another_paper() -> None:
    assert only(account(visit()), deeds=(account(visited(words=VISIT), day=1),)).status == "lapsed"


def test_a_truce_that_is_demanded_is_fulfilled_by_an_agreement_on_it() -> None:
    sides = ("army", "rebels")
    demand = told(actors=sides, modality="wanted", mode="ceasefire", words="وقف إطلاق النار في داريا", place=NORTH)
    agreed = told(actors=sides, words="وقعا اتفاقا لوقف إطلاق النار في داريا", place=NORTH, on=(5, 5))
    found = only(account(demand, type="RETREAT"), deeds=(account(agreed, type="AGREE", day=6),))
    assert (found.kind, found.status) == ("demand", "fulfilled")
    assert only(account(demand, type="RETREAT"), deeds=(account(agreed, type="SUPPORT", day=6),)).status == "open"


def test_it_is_broken_by_who_says_after_its_day_that_it_did_not_happen() -> None:
    denied = visited(polarity="-", claim="no")
    found = only(account(visit()), deeds=(account(denied, day=5),))
    assert (found.status, found.reason.code, found.by) == ("broken", "broken-by", ("no",))
    assert only(account(visit()), deeds=(account(denied, day=2),), after=5).status == "open"


def test_a_deed_outweighs_its_denial() -> None:
    deeds = (account(visited(polarity="-"), day=5), account(visited(on=(3, 3)), day=6))
    assert only(account(visit()), deeds=deeds).status == "fulfilled"


def test_a_plan_is_broken_by_its_calling_off_which_has_no_outcome_of_its_own() -> None:
    off = account(visit(polarity="-", claim="off", by=(voice("سامي"),)), day=2)
    found = only(account(visit()), off)
    assert (found.status, found.by, found.reason.values) == ("broken", ("off",), ("x", "called-off"))


def test_a_demand_is_broken_by_who_refuses_it() -> None:
    words = "طالب العمال بدفع الرواتب المتأخرة"
    asked = told(actors=("army",), targets=("union",), modality="wanted", words=words)
    no = told(actors=("army",), targets=("union",), words="رفض الجيش دفع الرواتب المتأخرة", claim="no")
    found = only(account(asked, type="AID"), deeds=(account(no, type="REJECT", day=2),))
    assert (found.kind, found.status, found.by) == ("demand", "broken", ("no",))
    other = told(actors=("army",), targets=("rebels",), words="رفض الجيش سحب الدبابات")
    assert only(account(asked, type="AID"), deeds=(account(other, type="REJECT", day=2),)).status == "open"


def test_a_promise_not_to_is_broken_by_the_deed_and_never_fulfilled_by_silence() -> None:
    promise = account(visit(polarity="-"))
    assert only(promise, deeds=(account(visited(on=(3, 3)), day=4),)).status == "broken"
    found = only(promise)
    assert (found.status, found.reason.code) == ("lapsed", "unbroken-until")


def test_it_lapses_after_its_day_and_the_grace() -> None:
    assert [only(account(visit()), after=after).status for after in (6, 7)] == ["open", "lapsed"]
    assert only(account(visit())).reason.values == ("2024-03-07", "3")


def test_without_a_day_the_kind_says_how_long_it_waits() -> None:
    days = HORIZON["plan"].days
    said = account(visit(on=(0, 0)))
    assert [only(said, after=after).status for after in (days, days + 1)] == ["open", "lapsed"]
    assert all(wait.why for wait in HORIZON.values())


def test_a_plan_for_days_long_gone_has_no_outcome() -> None:
    assert became(account(visit(on=(-30, -29)))) == []


def test_what_is_said_after_it_was_done_foretells_nothing() -> None:
    deed = account(visited(on=(2, 2)), day=2)
    found = became(account(visit(on=(0, 0))), account(visit(on=(0, 0), by=(voice("رامي"),)), day=9), deeds=(deed,))
    assert [(one.voice, one.status) for one in found] == [("هدى", "fulfilled")]


def test_each_voice_and_kind_has_its_own_outcome_and_the_unnamed_none() -> None:
    said = (
        account(visit(), visit(by=(voice(None, "anonymous"),)), visit(modality="predicted")),
        account(visit(by=()), outlet="المساء"),
        account(visit(by=(voice("وكالة", "media"), voice("عابر", "unknown")))),
    )
    found = [(one.kind, one.voice, len(one.claims)) for one in became(*said)]
    assert found == [("plan", None, 2), ("plan", "المساء", 1), ("plan", "هدى", 1), ("prediction", "هدى", 1)]


def test_neither_order_of_accounts_nor_of_events_matters() -> None:
    said = [account(visit()), account(visit(on=(4, 4)), day=1), account(visit(by=()), day=2)]
    deeds = [
        account(visited(on=(3, 3)), day=4),
        account(visited(on=(5, 5)), day=6),
        account(visited(polarity="-"), day=9),
    ]
    events = [(f"e{place}", [deed]) for place, deed in enumerate(deeds)]
    today = date.fromordinal(DAY + 40)
    made = {
        outcome(some, others, event="x", today=today, actors=ACTORS)
        for some in permutations(said)
        for others in permutations(events)
    }
    assert len(made) == 1


def test_a_plan_in_the_sentence_of_a_threat_is_a_threat() -> None:
    words = "هدد الجيش باقتحام داريا"
    threat = told(actors=("army",), words=words)
    plan = told(actors=("army",), words=words, modality="planned", claim="storm")
    another = told(actors=("rebels",), words=words, modality="planned")
    elsewhere = told(actors=("army",), words="سيعقد الجيش مؤتمرا", modality="planned")
    some = [account(threat, type="THREATEN"), account(plan, another, elsewhere, type="ASSAULT")]
    assert threats(some) == {"storm"}
    assert [one.kind for one in became(some[1], threats=threats(some))] == ["plan", "threat"]


def test_an_expectation_and_its_deed_share_a_key_and_a_day() -> None:
    said, deed = account(visit()), account(visited(on=(5, 5)), day=6)
    assert candidate_keys(said) & candidate_keys(deed)
    (first, last), (begin, end) = candidate_days(said), candidate_days(deed)
    assert first <= end and begin <= last
    assert not candidate_keys(said) & candidate_keys(account(visited(actors=("army",), place=EAST, words="")))


def test_a_demand_shares_a_key_with_its_refusal() -> None:
    asked = account(told(actors=("army",), targets=("union",), modality="wanted"), type="AID")
    assert candidate_keys(asked) & candidate_keys(account(told(actors=("army",), targets=("union",)), type="REJECT"))
