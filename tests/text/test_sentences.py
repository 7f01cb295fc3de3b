"""Where sentences end, and where they only seem to."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "قال د. سامي الخطيب إن اللقاء تأجل إلى الغد.",
        "ذكرت وكالة أ.ف.ب أن القصف توقف مساء أمس.",
        "ارتفع السعر 3.5 في المئة عند الساعة 14.30 بتوقيت غرينتش.",
        "نقل موقع example.com عن المصدر أن الوفد عاد.",
        'قال الناطق "لن ننسحب. سنبقى هنا" أمام الصحفيين.',
        "أكد الوزير «انتهى الأمر! لا عودة» قبل سفره.",
        "هدوء حذر في المدينة.. والسكان يعودون",
        "1. فتح المعبر أمام الشاحنات",
    ],
)
def test_one_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("وصل الوفد. غادر الوزير.", 2),
        ("وصل الوفد.وقال الوزير إن المحادثات بدأت.", 2),
        ("هل انتهت الحرب؟ لا أحد يعرف! ربما.", 3),
        ("أعلن الجيش انسحابه؛ ونفت الوزارة ذلك.", 2),
        ("• فتح الطريق • إجلاء الجرحى", 2),
        ('قال: "لن ننسحب." ثم غادر القاعة.', 2),
        ("وقع الهجوم عام 2012م. وقتل فيه جنديان.", 2),
        ("عنوان بلا نقطة\nبدأ القصف فجرا وتوقف ظهرا", 2),
    ],
)
def test_several_sentences(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_a_long_quotation_is_divided() -> None:
    speech = "سنعمل من أجل السلام في كل مدينة وقرية ولن نتوقف حتى يعود آخر نازح إلى بيته. " * 4
    assert len(split(f'قال الرئيس "{speech}" أمام البرلمان.')) > 3


def test_wrapped_lines_run_on_and_headlines_stand_alone() -> None:
    text = (
        "الوزير يلتقي وفدا من التجار\n"
        "التقى وزير التجارة في مكتبه صباح اليوم وفدا من\n"
        "تجار المدينة القديمة لبحث الأضرار التي لحقت بالسوق بعد الحريق\n"
        "الذي اندلع فيه قبل يومين.\n"
        "وأكد الوزير خلال اللقاء أن الحكومة ستدفع لكل متضرر\n"
        "تعويضا قبل نهاية الشهر."
    )
    found = split(text)
    assert len(found) == 3
    assert found[0] == "الوزير يلتقي وفدا من التجار"


def test_paragraphs_without_stops_are_not_wrapped_lines() -> None:
    long = "أعلنت وزارة الصحة اليوم افتتاح مستشفى جديد في المدينة الساحلية بعد أعوام من العمل " + "في ظروف صعبة " * 5
    assert len(split(f"عنوان\n{long}\n{long}\n{long}.")) == 4


def test_a_line_that_ends_in_a_comma_goes_on() -> None:
    text = "عنوان الخبر\nوصل الوفد إلى العاصمة،\nوكان في استقباله الوزير.\nثم غادر."
    assert len(split(text)) == 3


@given(st.text(alphabet=st.sampled_from('اب د.؟!؛"«»“”()\n،3•:-… ')) | st.text())
def test_sentences_are_ordered_and_leave_out_only_white_space(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    inside = {place for start, end in spans for place in range(start, end)}
    assert all(char.isspace() for place, char in enumerate(text) if place not in inside)
