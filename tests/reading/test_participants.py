"""Participants: which words around a trigger take part, and how far they reach."""

from builders import read_as, scripted, sight, tokens
from isnad.model import Reading
from isnad.reading.candidates import participant_window
from isnad.reading.participants import find_participants
from isnad.reading.spans import trimmed

TEXT = "قصف جيش الشمال مواقع الحراس والميليشيات. وانسحب من القرية."


def words(reading: Reading, role: str) -> list[list[str]]:
    return [[one.span.of(reading.document.text) for one in getattr(claim, role)] for claim in reading.claims]


def test_a_participant_is_all_its_words() -> None:
    reading = read_as(
        TEXT, triggers={"قصف": "ASSAULT"}, actors={"قصف": ["جيش الشمال"]}, targets={"قصف": ["مواقع الحراس"]}
    )
    assert words(reading, "actors") == [["جيش الشمال"]]
    assert words(reading, "targets") == [["مواقع الحراس"]]


def test_several_stand_in_the_order_of_the_text() -> None:
    said = ["الميليشيات", "مواقع الحراس"]
    assert words(read_as(TEXT, triggers={"قصف": "ASSAULT"}, targets={"قصف": said}), "targets") == [said[::-1]]


def test_nobody_takes_part_where_nothing_is_likelier() -> None:
    reading = read_as(TEXT, triggers={"قصف": "ASSAULT"})
    assert words(reading, "actors") == words(reading, "targets") == [[]]


def test_a_subject_may_stand_in_the_sentence_before() -> None:
    reading = read_as(TEXT, triggers={"انسحب": "RETREAT"}, actors={"انسحب": ["جيش الشمال"]})
    assert words(reading, "actors") == [["جيش الشمال"]]


def test_who_is_nobody_known_keeps_the_words_as_published() -> None:
    (claim,) = read_as(TEXT, triggers={"قصف": "ASSAULT"}, actors={"قصف": ["جيش الشمال"]}).claims
    assert (claim.actors[0].name, claim.actors[0].actor) == ("جيش الشمال", None)


def test_no_event_no_participants() -> None:
    seen, network = scripted(TEXT)
    assert find_participants(seen, [], seen.states, network) == []


def test_candidates_are_words_of_the_title_the_sentence_and_two_before() -> None:
    seen = sight("عنوان الخبر\nوصل الوفد. عاد الجنود. نام الحراس. صاح الديك. هاجم اللصوص البيت.")
    window = set(participant_window(seen.inputs, tokens(seen, "هاجم")[0]).tolist())
    inside = [
        word for word in ("عنوان", "الوفد", "الجنود", "الحراس", "الديك", "اللصوص") if tokens(seen, word)[0] in window
    ]
    assert inside == ["عنوان", "الحراس", "الديك", "اللصوص"]


def test_a_candidate_is_no_sign_no_clitic_and_not_the_trigger() -> None:
    seen = sight("هاجم اللصوص بيته، ثم هربوا.")
    keys, trigger = seen.page.tokens.keys, tokens(seen, "هاجم")[0]
    found = {keys[token] for token in participant_window(seen.inputs, trigger).tolist()}
    assert "اللصوص" in found
    assert not found & {"هاجم", "،", ".", "ه", "و"}


def test_a_text_without_stops_has_windows_of_a_bearable_size() -> None:
    seen = sight("هاجم اللصوص البيت " * 900)
    assert len(participant_window(seen.inputs, 2000)) < 700


def test_spans_do_not_end_on_idle_words() -> None:
    seen = sight('التقى قائد الشرطة في "بيت الشعب" أمس.')
    first, last = tokens(seen, 'قائد الشرطة في "')
    assert seen.page.published(*trimmed(seen, first, last)) == "قائد الشرطة"
    first, last = tokens(seen, '"بيت الشعب"')
    assert seen.page.published(*trimmed(seen, first, last)) == '"بيت الشعب"'


def test_any_span_keeps_its_first_token_and_takes_none_in() -> None:
    seen = sight('قصف الجيش في من عن، "البيت" قرب (الجسر) و')
    size = len(seen.page.tokens)
    for first, last in ((a, b) for a in range(size) for b in range(a + 1, size + 1)):
        begin, end = trimmed(seen, first, last)
        assert begin == first < end <= last
        assert trimmed(seen, begin, end) == (begin, end)
