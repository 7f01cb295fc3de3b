from datetime import date, timedelta
from random import Random
from typing import Any

from isnad.model import Relation
from isnad.weighing.deeds import Deed, deeds
from isnad.weighing.relations import HALF_LIFE, relations, smoothed
from isnad.weighing.turning import LEAST, levels
from weighing.outcome_builders import DAY, account, knowledge, told

ACTORS = knowledge("army", "rebels", "union", "guard", part_of={"guard": "army"})
FIRST = date.fromordinal(DAY)


def deed(event: str = "e", type: str = "ASSAULT", *, day: int = 0, **said: Any) -> Deed:
    facts = {"modality": "actual", "actors": ("@army",), "targets": ("@rebels",), "origins": 1, **said}
    return Deed(event, type, FIRST + timedelta(days=day), claims=(f"c-{event}",), **facts)


def between(*some: Deed) -> Relation:
    (found,) = relations(some, actors=ACTORS)
    return found


def value(**said: Any) -> float:
    return between(deed(**said)).value


def test_a_deed_lies_between_actor_and_target_by_name_in_order() -> None:
    found = between(deed())
    assert (found.actors, found.claims) == (("Army", "Rebels"), 1)
    assert -10 <= found.value < 0 and found.points[0][0] == FIRST


def test_cooperation_is_warm_and_holding_a_place_is_nothing() -> None:
    assert value(type="AID") > value(type="SUPPORT") > 0
    assert relations([deed(type="CONTROLS")], actors=ACTORS) == []


def test_what_is_sure_weighs_more() -> None:
    sizes = [-value(modality=modality) for modality in ("wanted", "possible", "planned", "actual")]
    assert sizes == sorted(sizes) and len(set(sizes)) == 4


def test_more_origins_weigh_more_and_ever_less_so() -> None:
    one, two, nine, ten = (-value(origins=origins) for origins in (1, 2, 9, 10))
    assert one < two < nine < ten and ten - nine < 0.1 * (two - one)


def test_an_event_counts_once_for_a_pair() -> None:
    other = deed(actors=("@army", "@union"))
    found = relations([deed(), other], actors=ACTORS)
    assert next((one.actors, one.value) for one in found) == (("Army", "Rebels"), value())


def test_only_in_symmetric_types_all_who_take_part_are_related() -> None:
    met = relations([deed(type="CONSULT", actors=("@army", "@rebels"), targets=("@union",))], actors=ACTORS)
    assert [one.actors for one in met] == [("Army", "Rebels"), ("Army", "Union"), ("Rebels", "Union")]
    assert relations([deed(actors=("@army", "@rebels"), targets=())], actors=ACTORS) == []


def test_a_body_has_no_relation_to_itself_or_what_it_is_part_of() -> None:
    assert relations([deed(targets=("@guard",)), deed(targets=("@army",))], actors=ACTORS) == []


def test_names_in_marks_are_parties_and_plain_words_are_nobody() -> None:
    found = relations(
        [
            deed("e1", actors=("مقاتلو «جبهة الرمال»",)),
            deed("e2", actors=("زعيم جبهة الرمال",), day=1),
            deed("e3", actors=("المهاجمون",), day=2),
        ],
        actors=ACTORS,
    )
    assert [(one.actors, one.claims) for one in found] == [(("Rebels", "جبهة الرمال"), 2)]


def test_order_does_not_matter() -> None:
    some = [deed(f"e{n}", "AID" if n % 3 else "ASSAULT", day=n // 2, origins=n % 4) for n in range(30)]
    whole = relations(some, actors=ACTORS)
    Random(1).shuffle(some)
    assert relations(some, actors=ACTORS) == whole


def test_a_lasting_change_is_a_turning_point_with_claims_of_both_sides() -> None:
    cold = [deed(f"a{n}", day=2 * n, origins=2) for n in range(LEAST + 1)]
    warm = [deed(f"b{n}", "AID", day=20 + 2 * n, origins=2) for n in range(LEAST + 1)]
    (turn,) = between(*cold, *warm).turning_points
    assert turn.day == FIRST + timedelta(days=20)
    assert turn.before < -5 and turn.after > 5
    assert {claim[:3] for claim in turn.claims} == {"c-a", "c-b"}


def test_a_single_bad_day_is_no_turning_point() -> None:
    calm = [deed(f"a{n}", "CONSULT", day=n) for n in range(20)]
    storm = [deed(f"b{n}", day=10) for n in range(LEAST + 3)]
    assert between(*calm, *storm).turning_points == ()


def test_the_mean_forgets_by_half_lives() -> None:
    days = [(FIRST, 8.0), (FIRST + timedelta(days=HALF_LIFE), 0.0)]
    assert [round(value, 3) for _, value in smoothed(days)] == [4.0, 1.6]


def test_noise_without_change_keeps_one_level() -> None:
    random = Random(3)
    split = [len(levels(range(200), [random.gauss(0, 3) for _ in range(200)])) > 1 for _ in range(100)]
    assert sum(split) <= 2


def test_a_step_is_found_where_it_is() -> None:
    found = levels(range(30), [-4.0] * 12 + [3.0] * 18)
    assert [(level.start, level.end, level.mean) for level in found] == [(0, 12, -4.0), (12, 30, 3.0)]
    assert levels([], []) == []


def test_deeds_are_what_an_event_says_and_not_what_is_denied() -> None:
    event = [
        account(
            told("c1", actors=("army",), targets=("rebels",), modality="possible"),
            told("c2", actors=("army",), targets=("rebels",), on=(1, 1)),
            told("c3", actors=("union",), targets=("rebels",), polarity="-"),
            type="ASSAULT",
            day=2,
        )
    ]
    (made,) = deeds(event, 2, event="e", actors=ACTORS)
    assert (made.actors, made.targets, made.modality, made.claims) == (("@army",), ("@rebels",), "actual", ("c1", "c2"))
    assert (made.day, made.origins) == (FIRST + timedelta(days=1), 2)
