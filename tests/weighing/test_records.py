from isnad.model import Outcome, Tally
from isnad.weighing.records import EXAMPLES, records


def said(event: str, status: str, *claims: str, voice: str | None = "هدى", kind: str = "plan") -> Outcome:
    return Outcome(event, kind, claims, status, voice)  # type: ignore[arg-type]


def test_a_voice_has_a_row_for_each_kind_and_status_with_examples() -> None:
    (found,) = records(
        [said("e2", "late", "c3"), said("e1", "late", "c1", "c2"), said("e3", "open", "c4", kind="threat")]
    )
    assert found.voice == "هدى"
    assert found.tallies == (Tally("plan", "late", 2, ("c1", "c3")), Tally("threat", "open", 1, ("c4",)))


def test_an_unnamed_voice_has_no_record() -> None:
    assert records([said("e1", "broken", "c1", voice=None)]) == []


def test_records_go_by_name_whatever_the_order() -> None:
    some = [said(f"e{n}", "open", f"c{n}", voice=voice) for n, voice in enumerate("بالب")]
    assert records(some) == records(reversed(some))
    assert [one.voice for one in records(some)] == ["ا", "ب", "ل"]


def test_examples_are_few_and_the_count_is_whole() -> None:
    (tally,) = records([said(f"e{n}", "lapsed", f"c{n}") for n in range(EXAMPLES + 4)])[0].tallies
    assert (tally.count, len(tally.examples)) == (EXAMPLES + 4, EXAMPLES)
