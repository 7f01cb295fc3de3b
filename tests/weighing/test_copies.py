"""Copies: what counts as one text, who is said to have had it from whom, and that order does not matter."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from isnad.model import Copy, Document
from isnad.weighing.copies import CROWD, compare, find, meetings
from isnad.weighing.sketch import keys, packed, sketch, unpacked

WORDS = """
    سفينة ميناء قمح رصيف عاصفة بحار شحنة مخزن رافعة قبطان مدير تاجر سوق مدينة جبل نهر جسر قافلة واحة نخيل بئر قرية
    حصاد مطحنة طريق حدود معبر شاحنة سائق موسم مطر سيل وادي خيمة سكان طبيب مدرسة كتاب معلم تلميذ ساحة مسجد سور قلعة
    برج حارس بوابة مفتاح
"""
DAY, NEXT = date(2024, 5, 20), date(2024, 5, 21)


def sentences(seed: int, *, count: int = 8, size: int = 18) -> list[str]:
    rolled = random.Random(seed)
    return [" ".join(rolled.choices(WORDS.split(), k=size)) + "." for _ in range(count)]


def article(id: str, lines: Sequence[str], *, outlet: str | None = None, published: date | None = DAY) -> Document:
    return Document(id, "\n".join(lines), published, outlet or f"صحيفة {id}")


def only(*documents: Document) -> Copy:
    (copy,) = find(documents)
    return copy


def test_the_same_text_is_a_copy_sentence_by_sentence() -> None:
    story = sentences(1)
    copy = only(article("a", story), article("b", ["كتب - سامر الحلو:", *story]))
    assert (copy.kind, copy.containment, copy.documents) == ("copy", 1.0, ("a", "b"))
    assert len(copy.sentences) == len(story)
    texts = [(one.of("\n".join(story)), story[place]) for place, (one, _) in enumerate(copy.sentences)]
    assert all(said == printed for said, printed in texts)


def test_a_light_rewrite_is_a_copy() -> None:
    story = sentences(2)
    rewritten = [
        sentence.replace("سفينة", "باخرة").replace("ميناء", "مرفأ").replace("مدينة", "بلدة") for sentence in story
    ]
    assert only(article("a", story), article("b", rewritten)).containment >= 0.3


def test_spelling_and_marks_make_no_difference() -> None:
    story = [f"{sentence[:-1]} أكدت الإدارة إن القرية آمنة." for sentence in sentences(3)]
    other = [sentence.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا").replace("ة", "ه") for sentence in story]
    assert only(article("a", story), article("b", other)).containment == 1.0


def test_sentences_cut_otherwise_are_found() -> None:
    story = sentences(4, size=14)
    joined = [" ".join(sentence.rstrip(".") for sentence in story) + "."]
    assert only(article("a", story), article("b", joined)).kind == "copy"


def test_a_passage_of_a_longer_story_is_a_part() -> None:
    shared = sentences(5, count=4)
    copy = only(article("a", [*shared, *sentences(6)[:5]]), article("b", [*shared, *sentences(7)]))
    assert copy.kind == "partial" and 0.3 <= copy.containment < 0.7
    assert len(copy.sentences) == 4


def test_different_stories_are_no_copies() -> None:
    assert find([article("a", sentences(8)), article("b", sentences(9))]) == []


def test_a_short_statement_that_both_print_is_no_copy() -> None:
    statement = "قالت الإدارة إن التفريغ يبدأ يوم الاثنين المقبل."
    assert find([article("a", [statement]), article("b", [statement])]) == []


@pytest.mark.parametrize("marks", ["«»", "“”", '""'])
def test_a_speech_that_both_quote_is_no_copy(marks: str) -> None:
    speech = " ".join(sentence[:-1] for sentence in sentences(10))
    quoted = f"قال المدير {marks[0]}{speech}{marks[1]} في لقاء مع الصحافة."
    assert find([article("a", [*sentences(11)[:3], quoted]), article("b", [*sentences(12)[:3], quoted])]) == []


def test_what_a_page_prints_beside_its_story_is_no_copy() -> None:
    beside = [
        "اقرأ أيضا:",
        *(sentence[:-1] for sentence in sentences(13)),
        "اشترك في نشرتنا البريدية ليصلك جديد الميناء كل صباح.",
    ]
    assert find([article("a", [*sentences(14)[:4], *beside]), article("b", [*sentences(15)[:4], *beside])]) == []


def test_one_sentence_under_everything_is_no_copy_of_an_outlet() -> None:
    line = sentences(16, size=40)[0]
    one, other = ([*sentences(seed)[:2], line] for seed in (17, 18))
    assert find([article("a", one, outlet="الميناء"), article("b", other, outlet="الميناء")]) == []
    assert find([article("a", one), article("b", other)])


def test_a_later_day_without_credits_is_who_copied() -> None:
    story = sentences(19)
    copy = only(article("z", story), article("a", story, published=NEXT))
    assert (copy.documents, copy.ordered, copy.reason.code) == (("z", "a"), True, "earlier")


@pytest.mark.parametrize(("days", "code"), [((DAY, DAY), "same-day"), ((DAY, None), "undated")])
def test_without_time_nobody_is_said_to_have_copied(days: tuple[date, date | None], code: str) -> None:
    story = sentences(20)
    copy = only(article("a", story, published=days[0]), article("b", story, published=days[1]))
    assert (copy.ordered, copy.reason.code) == (False, code)


def test_two_that_credit_one_agency_have_it_from_there_whoever_was_first() -> None:
    story = sentences(21)
    copy = only(
        article("a", ["دبي - رويترز", *story]), article("b", [f"دبي (رويترز) - {story[0]}", *story[1:]], published=NEXT)
    )
    assert (copy.kind, copy.wire, copy.ordered, copy.reason.code) == ("wire", "reuters", False, "same-wire")


def test_one_credit_tells_whose_text_both_have() -> None:
    story = sentences(22)
    copy = only(article("a", ["دبي - رويترز", *story]), article("b", story, published=NEXT))
    assert (copy.kind, copy.wire, copy.ordered, copy.reason.code) == ("wire", "reuters", False, "one-wire")


def test_credits_that_differ_leave_it_open() -> None:
    story = sentences(23)
    copy = only(article("a", ["دبي - رويترز", *story]), article("b", ["دبي - أ ف ب", *story], published=NEXT))
    assert (copy.kind, copy.wire, copy.ordered) == ("copy", None, False)
    assert (copy.reason.code, copy.reason.values) == ("two-wires", ("afp", "reuters"))


def test_agencies_that_are_not_named_leave_open_which() -> None:
    story = sentences(24)
    copy = only(article("a", ["عواصم - وكالات", *story]), article("b", story, published=NEXT))
    assert (copy.kind, copy.wire, copy.ordered) == ("wire", None, False)


def test_an_agency_comes_before_who_credits_it() -> None:
    story = sentences(25)
    copy = only(article("z", story, outlet="واس", published=NEXT), article("a", ["الرياض - واس", *story]))
    assert (copy.documents, copy.ordered, copy.wire, copy.reason.code) == (("z", "a"), True, "spa", "credited")


def test_an_outlet_comes_before_who_credits_it() -> None:
    story = sentences(26)
    copy = only(article("z", story, outlet="اليوم السابع"), article("a", [*story, "*نقلا عن اليوم السابع المصرية"]))
    assert (copy.documents, copy.ordered, copy.kind, copy.wire) == (("z", "a"), True, "copy", None)


def test_an_outlet_that_prints_its_text_again_has_a_reason_of_its_own() -> None:
    story = sentences(27)
    first = article("b", story, outlet="الميناء")
    copy = only(first, article("a", [*story[:6], *sentences(28)[:2]], outlet="الميناء", published=NEXT))
    assert (copy.documents, copy.ordered, copy.kind, copy.reason.code) == (("b", "a"), True, "copy", "own-update")


def many() -> list[Document]:
    stories = [sentences(seed) for seed in range(30, 36)]
    return [
        article(f"{place}{copied}", story[copied:], published=(DAY, NEXT)[copied % 2])
        for place, story in enumerate(stories)
        for copied in range(3)
    ]


def test_any_order_finds_the_same() -> None:
    documents = many()
    found = find(documents)
    assert len(found) == 18
    for seed in range(3):
        random.Random(seed).shuffle(documents)
        assert find(documents) == found


def test_comparing_does_not_depend_on_who_is_named_first() -> None:
    one, other = (sketch(article(id, sentences(40), published=day)) for id, day in (("a", NEXT), ("b", DAY)))
    assert compare(one, other) == compare(other, one) is not None
    assert compare(one, one) is None


def test_a_sketch_that_was_packed_is_the_same() -> None:
    document = article("a", ["دبي - رويترز", *sentences(41)])
    made = sketch(document)
    assert unpacked(packed(made)) == made and keys(unpacked(packed(made))) == keys(made)
    assert len(packed(made)) < 8 * len(document.text.split()) + 400
    empty = sketch(Document("e", ""))
    assert unpacked(packed(empty)) == empty and keys(empty) == frozenset()


def test_a_sketch_depends_on_nothing_but_its_document() -> None:
    document = article("a", sentences(42))
    assert sketch(document) == sketch(replace(document, url="https://example.org"))


def test_keys_fit_a_column_of_sqlite() -> None:
    assert all(0 <= key < 2**63 for key in keys(sketch(article("a", sentences(43)))))


def test_a_line_that_crowds_an_outlet_leads_nowhere() -> None:
    held = {f"{place:03}": {7, 1000 + place // 2} for place in range(CROWD + 2)}
    own = dict.fromkeys(held, "الميناء")
    pairs = {(f"{place:03}", f"{place + 1:03}") for place in range(0, CROWD + 2, 2)}
    assert meetings(held, own) == pairs
    others = {id_: f"{id_} صحيفة" for id_ in held}
    assert len(meetings(held, others)) == (CROWD + 2) * (CROWD + 1) // 2


@pytest.mark.parametrize("text", ["", "ا", "\n", "«", '"' * 7, "\ud800" * 30, "اقرأ أيضا", "word " * 40])
def test_odd_text_has_a_sketch(text: str) -> None:
    assert find([Document("a", text), Document("b", "ا " * 40)]) == []


def test_one_sentence_of_offices_and_titles_is_no_copy() -> None:
    line, rest = sentences(44, size=60)[0].split(), sentences(45, count=3, size=20)
    other = [*line[:30], *sentences(49, size=30)[0].split()]
    assert find([article("a", [" ".join(line), *rest]), article("b", [" ".join(other), *sentences(50)])]) == []
    verbatim = [*line[:50], *other[-10:]]
    assert find([article("a", [" ".join(line), *rest]), article("b", [" ".join(verbatim), *sentences(50)])])


@pytest.mark.parametrize(("shared", "days"), [(1, 4), (3, 8)])
def test_a_passage_that_is_told_for_long_is_no_copy(shared: int, days: int) -> None:
    passage = sentences(46, count=shared, size=40)
    one, other = ([*passage, *sentences(seed, count=2 * shared)] for seed in (47, 48))
    later = DAY + timedelta(days=days)
    assert find([article("a", one), article("b", other)])
    assert find([article("a", one), article("b", other, published=later)]) == []
    assert find([article("a", one), article("b", one, published=later)])
