"""The reader: laws that hold whatever the network says, odd texts, and how unnamed voices are kept."""

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import document, noise, read_as
from isnad.model import Claim, Document, Reading, Source, Span
from isnad.reading.network import Network
from isnad.reading.reader import BATCH, read

ARTICLE = (
    "مقتل خمسة في هجوم على حاجز قرب دير الزور\n"
    "قتل خمسة جنود وجرح آخرون في هجوم شنه مسلحون مجهولون ليل الأحد على حاجز للجيش السوري قرب دير الزور، "
    "بحسب ما أفاد مصدر عسكري طلب عدم ذكر اسمه.\n"
    'وقال المصدر نفسه لوكالة رويترز: "سنلاحق المهاجمين أينما كانوا".\n'
    "ونفى المتحدث باسم قوات سوريا الديمقراطية فرهاد الشامي ضلوع قواته في الهجوم، داعيا إلى تحقيق مستقل.\n"
    "ونقلت وكالة الأنباء الفرنسية عن شهود عيان أن طائرات حلقت فوق المدينة يوم الاثنين."
)
ODD = {
    "empty": "",
    "one letter": "ا",
    "one sign": "،",
    "english": "The army said it would withdraw from Aleppo on Tuesday.",
    "digits": "7" * 100_000,
    "arabic digits": "قتل " + "٣" * 100_000,
    "numbers": "قتل " + "12 " * 900,
    "number words": "مليون " * 900,
    "lone surrogates": "قتل \ud800 جنود في هجوم\udfff بحسب مصدر",
    "right-to-left marks": "\u200f\u202bقتل\u200e ثلاثة\u202c جنود\u2067 في هجوم\u2069\u200f",
    "marks alone": "\u200f\u202b\u202c" * 9,
    "new lines": "\n" * 1_000,
    "white space": " \t\r\n\u00a0\u2028",
    "tatweel": "ـ" * 1_000,
    "stretched": "قـــتـــل الجـيـش جنـــودا",
    "diacritics alone": "\u064b" * 500,
    "vocalised": "قَتَلَ الجَيْشُ جُنُودًا فِي هُجُومٍ",
    "presentation forms": "\ufed7\ufe98\ufede \ufe9f\ufee8\ufeee\ufea9 \ufdf2",
    "quotation marks": '«"”»' * 300 + "قال",
    "no stops": "قتل جنود في هجوم " * 400,
    "dots": "قتل. " * 500,
    "one long word": "وال" * 3_000,
    "impossible dates": "زار القرية في 99/99/9999 و31/2/2024 و2024-13-45 و0/0/0 وعام 999999999999",
    "emoji": "🚨🇸🇾 قتل جنود 🚨 في هجوم",
    "zeros": "قتل\0 جنود\0",
    "damaged": "ق\ufffdل جنود\ufffd في هجوم",
    "markup": "<p>قتل جنود</p> &amp; {{x}} \\u0627 %s",
}


def one(text: str, seed: int = 0) -> Reading:
    (reading,) = read([document(text)], network=noise(seed))
    return reading


def evidence(claim: Claim) -> Iterator[Span]:
    yield claim.trigger
    yield claim.sentence
    yield from (one.span for one in (*claim.actors, *claim.targets))
    yield from (one.span for one in (claim.time, claim.place) if one)


def holds(reading: Reading) -> None:
    """What is true of any reading."""
    text = reading.document.text
    ids = [source.id for source in reading.sources]
    assert ids == [f"s{number}" for number in range(1, len(ids) + 1)]
    for source in reading.sources:
        assert source.mentions and list(source.mentions) == sorted(source.mentions)
        assert all(0 <= at.start < at.end <= len(text) and at.of(text).strip() for at in source.mentions)
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)
    assert [claim.trigger for claim in reading.claims] == sorted(claim.trigger for claim in reading.claims)
    for claim in reading.claims:
        assert set(claim.chain) <= set(ids) and len(set(claim.chain)) == len(claim.chain) <= 2
        assert (claim.quote == "none") == (not claim.chain)
        assert all(0 <= at.start < at.end <= len(text) and at.of(text).strip() for at in evidence(claim))
        assert claim.sentence.start <= claim.trigger.start < claim.trigger.end <= claim.sentence.end
        assert 0 <= claim.confidence <= 1
        assert all(0 <= low <= high for low, high in claim.counts.values())


def nobody_is_named(reading: Reading) -> None:
    for source in reading.sources:
        if source.kind in ("anonymous", "unknown"):
            assert source.name is source.actor is None


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("seed", [0, 1])
def test_odd_text_yields_less_and_never_an_exception(name: str, seed: int) -> None:
    reading = one(ODD[name], seed)
    holds(reading)
    nobody_is_named(reading)
    assert reading.document.text == ODD[name]


@pytest.mark.parametrize("name", ["empty", "english", "digits", "new lines", "white space", "marks alone"])
def test_a_text_without_arabic_has_no_claims_and_a_note(name: str) -> None:
    reading = one(ODD[name])
    assert reading.claims == reading.sources == ()
    assert reading.notes[0].code in ("empty", "no-arabic")


@pytest.mark.parametrize("seed", range(6))
def test_laws_hold_whatever_the_network_says(seed: int) -> None:
    reading = one(ARTICLE, seed)
    holds(reading)
    nobody_is_named(reading)
    assert reading.claims


WORDS = (
    "قتل هجوم قال مصدر أمني المصدر نفسه الجيش رويترز نقلت عن إن أن بحسب في حلب مدينة أمس الأحد ثلاثة 12 سيوقع لم "
    '« » " . ، : ينفي الرئيس الأميركي وقال للجيش طالب ـ \u200f قُتل \n'
)
words = st.sampled_from(WORDS.split(" "))


@settings(max_examples=60)
@given(st.lists(words, max_size=40).map(" ".join) | st.text(max_size=60), st.integers(0, 5))
def test_laws_hold_for_any_text(text: str, seed: int) -> None:
    reading = one(text, seed)
    holds(reading)
    nobody_is_named(reading)
    assert one(text, seed) == reading


def test_the_same_text_with_marks_is_read_the_same() -> None:
    """Diacritics, tatweel and direction marks move offsets and change nothing else."""
    plain = "قتل ثلاثة جنود في هجوم على حاجز، بحسب مصدر أمني."
    marked = "\u200fقُتِل ثلاثـــة جنود\u200f في هجومٍ على حاجز، بحسب مصدر أمني."
    one_way, other = one(plain), one(marked)
    assert [(claim.type, claim.modality, claim.chain) for claim in one_way.claims] == [
        (claim.type, claim.modality, claim.chain) for claim in other.claims
    ]
    assert [source.kind for source in one_way.sources] == [source.kind for source in other.sources]
    assert other.claims[0].trigger.of(marked) in ("قُتِل", "ثلاثـــة", "جنود\u200f", "جنود")


def settled(reading: Reading) -> Reading:
    """The reading with confidences as the JSON form has them: sums in another order differ in the last places."""
    return replace(reading, claims=tuple(replace(one, confidence=round(one.confidence, 3)) for one in reading.claims))


def articles() -> list[Document]:
    lines = ARTICLE.split("\n")
    texts = [ARTICLE, lines[1], "", "\n".join(lines[2:]), lines[3] + " " + lines[1], "No Arabic here.", lines[4]] * 6
    return [document(text, id=f"d{number}") for number, text in enumerate(texts)]


def test_documents_come_back_in_order() -> None:
    assert [reading.document for reading in read(articles(), network=noise())] == articles()


def test_company_and_order_change_nothing() -> None:
    together = [settled(reading) for reading in read(articles(), network=noise())]
    alone = [settled(reading) for each in articles() for reading in read([each], network=noise())]
    backwards = [settled(reading) for reading in read(articles()[::-1], network=noise())]
    assert together == alone == backwards[::-1]


def test_documents_are_taken_as_they_are_needed() -> None:
    taken: list[str] = []

    def stream() -> Iterator[Document]:
        for number in range(10 * BATCH):
            taken.append(f"d{number}")
            yield document("قصف الجيش القرية.", id=f"d{number}")

    assert len(list(islice(read(stream(), network=noise()), 3))) == 3
    assert len(taken) == BATCH


def test_nothing_in_nothing_out() -> None:
    assert list(read([], network=noise())) == []


def test_an_unnamed_voice_is_kept_by_its_words_alone() -> None:
    """A source has no field in which an unnamed voice could be traced beyond its document."""
    assert {field.name for field in fields(Source)} == {
        *("id", "kind", "mentions", "name", "affiliation", "number", "actor", "reason")
    }


def test_the_id_of_an_unnamed_voice_is_its_place_in_its_document() -> None:
    """The same words in another document have the id of their place there, and what stands first has the first id."""
    same = "قال مصدر أمني إن القصف توقف."
    other = "قال الوزير سالم العلي إن الهدنة بدأت. " + same
    voices = {"مصدر أمني": "anonymous"}
    (alone,) = read_as(same, voices=voices).sources
    _, second = read_as(other, voices={"الوزير سالم العلي": "person", **voices}).sources
    (stranger,) = read_as("قال ضابط متقاعد إن الخطة فشلت.", voices={"ضابط متقاعد": "anonymous"}).sources
    assert (alone.id, second.id, stranger.id) == ("s1", "s2", "s1")


def test_the_outlet_and_the_day_leave_no_trace_on_an_unnamed_voice() -> None:
    def voice(one: Document) -> list[Source]:
        (reading,) = read([one], network=noise(5))
        return [source for source in reading.sources if source.kind == "anonymous"]

    here = voice(document(ARTICLE))
    elsewhere = voice(replace(document(ARTICLE, published=None), id="x", outlet="أخرى", url="https://example.org/2"))
    assert here == elsewhere and here


def test_unnamed_voices_of_one_text_are_not_one_for_a_likeness() -> None:
    text = "قال مصدر أمني إن القصف توقف. وقال مصدر طبي إن الجرحى نقلوا. وقال مسؤول أمني إن الطريق مفتوح."
    voices = {"مصدر أمني": "anonymous", "مصدر طبي": "anonymous", "مسؤول أمني": "anonymous"}
    assert len(read_as(text, voices=voices).sources) == 3


def test_a_network_is_only_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading leaves the weights as they were."""
    network: Network = noise(3)
    before = {name: value.copy() for name, value in network.weights.items()}
    one(ARTICLE, 3)
    assert all((network.weights[name] == value).all() for name, value in before.items())
