"""The gazetteer: what stands in its files, and which namesake a document means."""

import gzip
import math
import re
from collections import Counter
from importlib.resources import files
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from isnad.knowledge.gazetteer import Gazetteer, load_gazetteer, read_supplement
from isnad.text.normal import key

ENTRIES = list(read_supplement())
BUILT = (files("isnad.knowledge") / "places" / "geonames.tsv.gz").read_bytes()
ROWS = [line.split("\t") for line in gzip.decompress(BUILT).decode().split("\n")]
LEXICON = yaml.safe_load((files("isnad.languages.ar") / "lexicon" / "places.yaml").read_text(encoding="utf-8"))


def says(sentence: str, name: str) -> bool:
    """Whether the name stands in the sentence as whole words."""
    return re.search(rf"(?<![ء-ي]){re.escape(key(name))}(?![ء-ي])", key(sentence)) is not None


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points."""
    p, q = math.radians(a[0]), math.radians(b[0])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def in_order(entry: dict[str, Any]) -> bool:
    """A name stands in the example, the country is a code, no name is there twice or in odd letters."""
    return (
        any(says(entry["example"], name) for name in entry["ar"])
        and re.fullmatch("[A-Z]{2}", entry.get("country", "XX")) is not None
        and len({key(name) for name in entry["ar"]}) == len(entry["ar"])
        and not any(re.search("[\u064b-\u0652\u0640\ufb50-\ufeff]", name) for name in entry["ar"])
    )


def test_the_entries_of_the_supplement_are_in_order() -> None:
    assert len(ENTRIES) > 2000
    assert [entry["en"] for entry in ENTRIES if not in_order(entry)] == []


def test_no_two_entries_are_one_place() -> None:
    counts = Counter((entry["en"], entry["kind"]) for entry in ENTRIES)
    assert [place for place, count in counts.items() if count > 1] == []


def test_every_country_of_an_entry_is_an_entry() -> None:
    countries = {entry["country"] for entry in ENTRIES if entry["kind"] == "country"}
    assert {entry.get("country") for entry in ENTRIES} - countries <= {None}


def test_reviewed_points_agree_with_geonames() -> None:
    points = {row[0]: (float(row[2]), float(row[3])) for row in ROWS}
    named = [entry for entry in ENTRIES if str(entry.get("geonames")) in points]
    far = [e["en"] for e in named if km((e["lat"], e["lon"]), points[str(e["geonames"])]) > 25]
    assert len(named) > 700
    assert far == []


def test_the_built_file_is_sorted_small_and_of_keys() -> None:
    assert [int(row[0]) for row in ROWS] == sorted({int(row[0]) for row in ROWS})
    assert len(BUILT) < 2_000_000
    assert BUILT[4:8] == bytes(4), "a time stamp would change the bytes of every build"
    names = [name.removeprefix("?") for row in ROWS for name in row[-1].split("|")]
    assert len(set(names)) > 20_000
    assert all(name == key(name) for name in names)


@pytest.mark.parametrize("section", ["nouns", "relations", "distances", "units", "company"])
def test_an_entry_of_the_lexicon_is_in_its_example(section: str) -> None:
    for entry in LEXICON[section]:
        words = entry.get("forms") or entry["words"]
        assert any(says(entry["example"], article + word) for word in words for article in ("", "ال")), words


def test_a_place_noun_is_never_a_name(gazetteer: Gazetteer) -> None:
    forms = {key(form) for entry in LEXICON["nouns"] for form in entry["forms"]}
    assert forms & set(gazetteer.keys()) == set()


NAMESAKES = [
    ("طرابلس", {}, "Tripoli, Libya"),
    ("طرابلس", {"LB": 3, "LY": 1}, "Tripoli, Lebanon"),
    ("المنصورة", {"EG": 2}, "Mansoura, Egypt"),
    ("المنصورة", {"YE": 2}, "Al-Mansoura, Aden, Yemen"),
    ("رفح", {"PS": 5, "EG": 1}, "Rafah, Palestine"),
    ("رفح", {"EG": 5, "PS": 1}, "Rafah, Egypt"),
    ("دوما", {"SY": 1}, "Douma, Syria"),
    ("الرقة", {}, "Raqqa, Syria"),
    ("سرت", {"LY": 1}, "Sirte, Libya"),
    ("عمان", {"JO": 2}, "Amman, Jordan"),
    ("عمان", {"OM": 2}, "Oman"),
    ("تونس", {"TN": 1}, "Tunisia"),
    ("لبنان", {"US": 3}, "Lebanon"),
    ("القاهرة", {"US": 3}, "Cairo, Egypt"),
    ("البيضاء", {"LY": 1}, "Bayda, Libya"),
    ("البيضاء", {"YE": 1}, "Al-Bayda, Yemen"),
    ("الجزائر", {"DZ": 1}, "Algeria"),
    ("زنجبار", {"YE": 1}, "Zinjibar, Yemen"),
]


@pytest.mark.parametrize(("name", "countries", "english"), NAMESAKES)
def test_the_document_chooses_among_namesakes(
    gazetteer: Gazetteer, name: str, countries: dict[str, float], english: str
) -> None:
    place = gazetteer.resolve(key(name), countries=countries)
    assert place and place.name == english


@pytest.mark.parametrize(
    ("name", "countries", "english"),
    [
        ("البلاد", {"SY": 2, "US": 1}, "Syria"),
        ("العاصمة", {"YE": 1}, "Sanaa, Yemen"),
        ("شمال البلاد", {"ML": 4, "FR": 2}, "Northern Mali"),
        ("القطاع", {"PS": 1}, "Gaza Strip"),
    ],
)
def test_a_deictic_name_asks_the_document(
    gazetteer: Gazetteer, name: str, countries: dict[str, float], english: str
) -> None:
    place = gazetteer.resolve(key(name), countries=countries)
    assert place and place.name == english
    assert gazetteer.resolve(key(name), countries={}) is None
    assert key(name) not in set(gazetteer.keys())


@pytest.mark.parametrize(
    ("cut", "english"),
    [
        ("الساحل الغربي ل اليمن", "West Coast, Yemen"),
        ("الحدود بين سوريا و العراق", "Syria-Iraq border"),
        ('محور " نتساريم', "Netzarim corridor, Palestine"),
        ("جزيره بال ي", "Bali, Indonesia"),
    ],
)
def test_a_name_is_found_as_a_page_cuts_it(gazetteer: Gazetteer, cut: str, english: str) -> None:
    assert [place.name for place in gazetteer.candidates(key(cut))][:1] == [english]


@pytest.mark.parametrize(
    ("name", "countries", "kinds", "english"),
    [
        ("بيان", {"KW": 2}, set(), None),
        ("مشهد", {"SY": 2}, set(), None),
        ("مشهد", {"SY": 2}, {"city"}, "Mashhad, Iran"),
        ("مشهد", {"IR": 1, "SY": 2}, set(), "Mashhad, Iran"),
        ("برشلونة", {"PS": 2}, set(), None),
        ("مالي", {"FR": 2}, set(), "Mali"),
    ],
)
def test_a_word_is_a_place_where_its_country_is_spoken_of_or_a_noun_says_so(
    gazetteer: Gazetteer, name: str, countries: dict[str, float], kinds: set[str], english: str | None
) -> None:
    place = gazetteer.resolve(key(name), countries=countries, kinds=kinds)
    assert (place and place.name) == english


def test_a_deictic_name_needs_no_company(gazetteer: Gazetteer) -> None:
    assert not any(gazetteer.ambiguous(key(name)) for name in ("البلاد", "العاصمة", "القطاع"))
    assert gazetteer.deictic(key("شمال البلاد")) and not gazetteer.deictic(key("دمشق"))


def test_the_noun_before_a_name_chooses_the_kind(gazetteer: Gazetteer) -> None:
    place = gazetteer.resolve(key("الفاو"), countries={"IQ": 1}, kinds={"port"})
    assert place and place.kind == "port"


def test_a_word_is_a_place_only_in_company(gazetteer: Gazetteer) -> None:
    assert all(gazetteer.ambiguous(key(name)) for name in ("الباب", "القائم", "كسب", "مالي"))
    assert not any(gazetteer.ambiguous(key(name)) for name in ("دمشق", "باب الهوى", "الحديدة"))


def test_an_unreviewed_village_of_a_country_never_spoken_of_is_turned_away(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve(key("ساقلته"), countries={"EG": 1}) is not None
    assert gazetteer.resolve(key("ساقلته"), countries={"YE": 1}) is None


def test_only_names_of_one_country_weigh(gazetteer: Gazetteer) -> None:
    names = [key(name) for name in ("دمشق", "حلب", "طرابلس", "بيروت", "القاهرة")]
    assert gazetteer.weigh(names) == {"SY": 2, "LB": 1, "EG": 1}


@given(
    name=st.sampled_from(sorted(set(load_gazetteer().keys()))),
    countries=st.dictionaries(st.sampled_from(["SY", "YE", "EG", "US", "LY"]), st.floats(0, 10)),
)
def test_what_is_resolved_is_a_candidate(name: str, countries: dict[str, float]) -> None:
    candidates = load_gazetteer().candidates(name)
    assert candidates
    assert load_gazetteer().resolve(name, countries=countries) in (*candidates, None)
