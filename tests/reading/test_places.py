"""Places: the namesake that the document means, its relation, and a radius that never shrinks."""

import pytest

from builders import document, read_as
from isnad.model import PlaceReference, Span
from isnad.reading.network import vocabulary
from isnad.reading.places import place_reference
from isnad.reading.sight import lay_out, see


def place(text: str, words: str) -> PlaceReference | None:
    (claim,) = read_as(text, triggers={"قصف": "ASSAULT"}, fields={"قصف": {"place": words}}).claims
    return claim.place


def test_a_city_has_a_point_and_a_country() -> None:
    found = place("قصف الجيش مدينة حلب.", "حلب")
    assert found and (found.name, found.country, found.relation) == ("Aleppo, Syria", "SY", None)
    assert found.lat == pytest.approx(36.2, abs=0.1) and found.lon == pytest.approx(37.16, abs=0.1)
    assert found.radius_km == 10


def test_the_span_takes_in_what_the_place_is_called() -> None:
    text = "قصف الجيش مدينة حلب."
    found = place(text, "حلب")
    assert found and found.span.of(text) == "مدينة حلب"


@pytest.mark.parametrize("relation", ["قرب", "جنوب", "شرقي", "شمال غربي"])
def test_a_relation_widens_the_radius_and_leaves_the_point(relation: str) -> None:
    plain, related = place("قصف الجيش حلب.", "حلب"), place(f"قصف الجيش مواقع {relation} حلب.", "حلب")
    assert plain and related and related.relation == relation
    assert (related.lat, related.lon) == (plain.lat, plain.lon)
    assert related.radius_km and plain.radius_km and related.radius_km >= plain.radius_km


def test_the_country_of_the_document_chooses_among_namesakes() -> None:
    libyan = place("قصف الجيش الليبي طرابلس انطلاقا من بنغازي ومصراتة.", "طرابلس")
    lebanese = place("قصف الجيش اللبناني طرابلس انطلاقا من بيروت وصيدا.", "طرابلس")
    assert libyan and lebanese
    assert (libyan.country, lebanese.country) == ("LY", "LB")


def test_a_country_is_far_and_wide() -> None:
    found = place("قصف الجيش مواقع في اليمن.", "اليمن")
    assert found and found.radius_km == 400


def test_a_place_of_a_planned_attack_is_no_finer() -> None:
    text = "قصف الجيش مدينة حلب."
    said = {"triggers": {"قصف": "ASSAULT"}, "fields": {"قصف": {"place": "حلب"}}}
    planned, actual = (
        read_as(text, stance={"قصف": stance}, **said).claims[0].place for stance in ("+planned", "+actual")
    )
    assert planned == actual


POINTS_BACK = [
    ("تظاهر طلاب سوريون في حلب شمالي سوريا. أدانت أنقرة ذلك. عاد السكان إلى المدينة.", "المدينة", "Aleppo, Syria"),
    ("قصف الجيش السوري إدلب. اتهمت روسيا تركيا بإرسال قوات إلى المنطقة.", "المنطقة", "Idlib, Syria"),
    ("زار الوزير باريس. وصل الوفد إلى العاصمة دمشق.", "العاصمة", "Damascus, Syria"),
    ("زار الوزير باريس ولندن. وصل الوفد إلى العاصمة الفنلندية هلسنكي.", "العاصمة", "Helsinki, Finland"),
    ("أدانت فرنسا والحكومة الفرنسية الهجوم. هاجم مسلحون قرى في مالي شمالي البلاد.", "شمالي البلاد", "Northern Mali"),
    ("هاجم مسلحون قرية في تنزانيا جنوب غربي البلاد.", "جنوب غربي البلاد", "Tanzania"),
    (
        "عززت الشرطة وجودها في الضاحية الجنوبية لبيروت.",
        "الضاحية الجنوبية لبيروت",
        "Dahieh, Lebanon",
    ),
]


@pytest.mark.parametrize(("text", "words", "english"), POINTS_BACK)
def test_a_place_that_others_tell(text: str, words: str, english: str) -> None:
    one = document(text)
    ((at, layers),) = lay_out([one])
    seen = see(one, at, layers, vocabulary({"words": [], "tags": [], "deps": [], "before": []}))
    (named,) = [each for each in layers.expressions if Span(*at.span(each.first, each.last)).of(text) == words]
    found = place_reference(seen, named)
    assert found and found.name == english
