"""What is asked is found, in whatever form it is written."""

from datetime import date

import pytest

from isnad.ledger import Ledger, Query

from .builders import reading
from .conftest import others, raid


def found(ledger: Ledger, **asked: object) -> list[str]:
    hits = ledger.search(Query(**asked))  # type: ignore[arg-type]
    assert ledger.count(Query(**asked)) == len(hits)  # type: ignore[arg-type]
    return [hit.claim.trigger.of(hit.document.text) for hit in hits]


@pytest.mark.parametrize("printed", ["الهجمات", "هجومين", "بالهجوم", "وهجماتها", "هُجُومٌ", "للهجوم"])
def test_any_form_of_a_word_finds_it(ledger: Ledger, printed: str) -> None:
    ledger.add(reading("d", f"نص عن {printed} في الشمال", printed))
    assert found(ledger, text="هجوم") == [printed]
    assert len(ledger.documents(text="هجوم")) == 1


@pytest.mark.parametrize(
    ("printed", "asked"),
    [("مسؤول", "مسئول"), ("أعلن", "اعلن"), ("مدرسة", "مدرسه"), ("مستشفى", "مستشفي"), ("٣٥", "35"), ("NATO", "nato")],
)
def test_spelling_does_not_matter(ledger: Ledger, printed: str, asked: str) -> None:
    ledger.add(reading("d", f"كلمة {printed} هنا", printed))
    assert found(ledger, text=asked) == [printed]
    assert found(ledger, text="أخرى") == []


def test_all_words_are_wanted_and_quoted_words_together(filled: Ledger) -> None:
    assert found(filled, text="هجوم درنة") == ["الهجمات"]
    assert found(filled, text="هجوم سبها") == []
    assert found(filled, text='"مصدر ميداني"') == ["الهجمات"]
    assert found(filled, text='"ميداني مصدر"') == []
    assert found(filled, text="؟") == []


def test_the_sentence_comes_before_the_headline(filled: Ledger) -> None:
    assert found(filled, text="مخزن") == ["الهجمات", "زار"]


def test_english_names_find_arabic_sentences(filled: Ledger) -> None:
    assert found(filled, text="Derna") == ["الهجمات"]


def test_actors_by_id_or_name_in_any_language(filled: Ledger) -> None:
    for name in ("ly-khalifa", "Khalifa Example", "khalifa", "خليفة", "الفريق خليفة", ("nobody", "ly-khalifa")):
        assert found(filled, actor=name) == ["اقتحام", "يلتقي"], name
    assert found(filled, actor="خليف") == []
    assert found(filled, actor="خليفة", role="target") == []


def test_places_by_name_and_by_distance(filled: Ledger) -> None:
    for name in ("Derna", "Derna, Libya", "درنه"):
        assert found(filled, place=name) == ["الهجمات"]
    assert found(filled, place="Libya") == ["اقتحام", "الهجمات"]
    assert found(filled, near=(32.8, 22.6, 10.0)) == ["الهجمات"]
    assert found(filled, near=(32.8, 22.6, 1000.0)) == ["اقتحام", "الهجمات"]


def test_days_of_the_event_or_of_publication(filled: Ledger) -> None:
    assert found(filled, since=date(2024, 3, 2), until=date(2024, 3, 2)) == ["الهجمات"]
    assert found(filled, since=date(2024, 3, 3), until=date(2024, 3, 5)) == ["زار"]
    assert found(filled, since=date(2024, 3, 6)) == ["اقتحام"]


def test_voices_by_name_and_kind(filled: Ledger) -> None:
    for name in ("سالم الهادي", "Salem al-Hadi", "ly-hadi", "Example Army"):
        assert found(filled, source=name) == ["الهجمات"]
    assert found(filled, source_kind="person") == found(filled, source_kind="anonymous") == ["الهجمات"]
    assert found(filled, source_kind="outlet") == ["اقتحام", "زار", "يلتقي"]


def test_an_unnamed_voice_has_no_name_to_be_asked_by(filled: Ledger) -> None:
    assert found(filled, source="مصدر ميداني") == found(filled, source="مصدر") == []


def test_plain_fields(filled: Ledger) -> None:
    assert found(filled, type="CONSULT") == ["زار", "يلتقي"]
    assert found(filled, mode="airstrike") == ["الهجمات"]
    assert (
        found(filled, modality="planned") == found(filled, polarity="-") == found(filled, outlet="المنبر") == ["اقتحام"]
    )
    assert found(filled, document="raid", type="ASSAULT") == ["الهجمات"]


def test_pages_of_results(filled: Ledger) -> None:
    everything = found(filled, limit=None)
    assert everything == ["اقتحام", "زار", "الهجمات", "يلتقي"]
    assert [hit.claim for page in range(4) for hit in filled.search(Query(limit=1, offset=page))] == [
        hit.claim for hit in filled.search(Query())
    ]
    assert filled.count(Query(limit=1)) == 4


def test_a_hit_shows_evidence_and_voices(filled: Ledger) -> None:
    (hit,) = filled.search(Query(mode="airstrike"))
    assert hit.reading == raid()
    assert hit.evidence == raid().document.text.split("\n")[1]
    assert [voice.id for voice in hit.voices] == ["s1", "s2"]


def test_tally(filled: Ledger) -> None:
    assert filled.tally(Query(), "type") == {"ASSAULT": 2, "CONSULT": 2}
    assert filled.tally(Query(outlet="الشاهد"), "mode") == {None: 1, "airstrike": 1}
    assert filled.tally(Query(document="raid"), "day") == {"2024-03-02": 1, "2024-03-05": 1}


def test_documents_newest_first_with_what_was_read_in_them(filled: Ledger) -> None:
    entries = filled.documents()
    assert [entry.document.id for entry in entries] == ["plan", "raid", "short"]
    assert [(entry.claims, entry.voices, entry.versions) for entry in entries] == [(1, 0, 1), (2, 2, 1), (1, 0, 1)]
    assert [entry.document.id for entry in filled.documents(text="بلدية")] == ["raid"]
    assert [entry.document.id for entry in filled.documents(outlet="المنبر", since=date(2024, 4, 1), limit=1)] == [
        "plan"
    ]


def test_only_what_is_shown_is_found(filled: Ledger) -> None:
    filled.add(reading("raid", "سحب الخبر", published=date(2024, 3, 6)))
    assert found(filled, text="هجوم") == [] == found(filled, place="Derna")


def test_other_lemmas_index_anew(filled: Ledger) -> None:
    with Ledger.open(filled.path, lemmas=lambda word: ["raid"] if "غار" in word else [], lemmas_id="raids") as other:
        assert found(other, text="الغارة") == found(other, text="raid")
        assert len(found(other, text="raid")) == 2
        assert found(other, text="هجوم") == []
        assert len(list(other.readings())) == 1 + len(others())
