"""Whom a document credits for its text; who is only cited in it is no credit."""

import pytest

from isnad.knowledge.actors import load_actors
from isnad.languages.ar.credit_words import credit_words
from isnad.model import Document
from isnad.weighing.credits import NOBODY, Credits, credits

TITLE = "سفينة ترسو في الميناء"
STORY = "أعلنت إدارة الميناء أن سفينة محملة بالقمح رست صباح الأحد بعد رحلة دامت أربعين يوما."
MORE = "وقال مدير الميناء إن التفريغ يبدأ يوم الاثنين ويستمر أسبوعا كاملا بلا توقف."


def told(*lines: str, outlet: str | None = "الميناء اليوم") -> Credits:
    return credits(Document("d", "\n".join((TITLE, *lines)), outlet=outlet, title=TITLE))


@pytest.mark.parametrize(
    ("line", "wire"),
    [
        ("دبي - رويترز", "reuters"),
        ("القاهرة _أ ش أ", "mena"),
        ("القاهرة - (أ ش أ):", "mena"),
        ("أ.ف.ب", "afp"),
        ("القاهرة (د ب أ)", "dpa"),
        ("أنقرة / الأناضول", "anadolu"),
        ("فرانس24/ أ ف ب", "afp"),
        ("المصدر: رويترز", "reuters"),
    ],
)
def test_a_line_of_its_own_at_the_head_or_at_the_end(line: str, wire: str) -> None:
    assert wire in told(line, STORY, MORE).wires
    assert wire in told(STORY, MORE, line).wires


@pytest.mark.parametrize(
    ("dateline", "wire"),
    [
        ("دبي (رويترز) - ", "reuters"),
        ("رام الله (الأراضي الفلسطينية) (ا ف ب) - ", "afp"),
        ("القاهرة - أ ش أ: ", "mena"),
        ("الرياض - واس - ", "spa"),
        ("(رويترز) - ", "reuters"),
    ],
)
def test_a_dateline(dateline: str, wire: str) -> None:
    assert told(dateline + STORY, MORE).wires == (wire,)


def test_a_signature_after_the_last_stop() -> None:
    assert told(STORY, f"{MORE} (وام)").wires == ("wam",)
    assert told(f"{STORY} (رويترز)", MORE, MORE).wires == ("reuters",)
    assert told(STORY, MORE, "(إعداد سامر الحلو للنشرة العربية)").wires == ("reuters",)


@pytest.mark.parametrize(
    "lines",
    [
        ("قالت رويترز إن سفينة محملة بالقمح رست صباح الأحد في الميناء بعد رحلة طويلة.", MORE),
        (STORY, "وأعلنت السلطات، نقلا عن وكالة الأنباء السعودية (واس)، أن التفريغ يبدأ يوم الاثنين."),
        (f"أفادت وكالة أنباء الإمارات (وام) بأن {MORE}", STORY),
        (STORY, "وأضاف - في بيان - أن السفينة غادرت بعد ذلك إلى وجهة لم يعلن عنها."),
        (STORY, MORE, MORE, "دبي - رويترز", MORE, MORE, MORE),
        ("كتب - سامر الحلو:", STORY, MORE),
        (STORY, f"{MORE} (انتهى)"),
        ("غزة (فلسطين) - " + STORY, MORE),
        ("العراق (33 عاما) - " + STORY, MORE),
    ],
)
def test_what_is_cited_or_written_by_somebody_is_no_credit(lines: tuple[str, ...]) -> None:
    assert told(*lines) == NOBODY


def test_a_title_credits_nobody() -> None:
    assert credits(Document("d", f"رويترز - سفينة ترسو\n{STORY}", title="رويترز - سفينة ترسو")) == NOBODY


def test_agencies_that_are_not_named() -> None:
    assert told("عواصم - وكالات", STORY, MORE) == Credits(many=True)


def test_an_agency_that_nobody_knows_is_kept_as_printed() -> None:
    assert told(f"القطرون (المنارات) - {STORY}", MORE).names == ("المنارات",)
    assert told(STORY, f"{MORE} (المنارات)").names == ("المنارات",)


def test_where_the_text_was_taken_from() -> None:
    assert told(STORY, MORE, "*نقلا عن اليوم السابع المصرية").outlets == ("youm7",)
    assert told(STORY, MORE, '* نقلا عن "مرآة الساحل"').names == ("مرآة الساحل",)


def test_an_outlet_does_not_credit_itself() -> None:
    assert told(f"دبي (CNN) -- {STORY}", outlet="cnnarabic") == NOBODY
    assert told(f"القاهرة (الميناء اليوم) - {STORY}") == NOBODY
    assert told("الرياض - واس", STORY, outlet="واس") == NOBODY


def test_several_agencies() -> None:
    assert told("بيروت - رويترز - أ ف ب", STORY).wires == ("afp", "reuters")
    assert told("بيروت - رويترز وأ ف ب", STORY).wires == ("afp", "reuters")


def test_every_agency_of_the_lexicon_is_an_agency_that_is_known() -> None:
    known = load_actors().outlets
    words = credit_words()
    assert all(known[actor].wire for actor in (*words.agencies.values(), *words.services.values()))


@pytest.mark.parametrize("text", ["", "\n\n", "(", "- - -", "()", "\ud800 - رويترز", "؟" * 50])
def test_odd_text_credits_somebody_or_nobody(text: str) -> None:
    assert credits(Document("d", text)).outlets == ()
