"""Actors: the files pass the editor's check, templates expand, names and offices resolve."""

from datetime import date
from pathlib import Path

import pytest

from isnad.errors import BadData
from isnad.knowledge.actors import Actors, load_actors
from isnad.knowledge.check import check
from isnad.knowledge.dates import first_day, last_day
from isnad.knowledge.templates import with_article
from isnad.text.normal import key

STATES = """
- {id: aa, kind: state, en: Aland, ar: [ألفا, جمهورية ألفا], country: AA, capital: [قلعة], example: أعلنت ألفا الهدنة,
   demonym: {m: [ألفي, ألفاوي], f: ألفية, pl: ألفيون, pl_obl: ألفيين}}
- {id: bb, kind: state, en: Beland, ar: [بيتا], country: BB, example: ردت بيتا, distant: true,
   demonym: {m: جنوب بيتي, f: جنوب بيتية, pl: بيتيون, pl_obl: بيتيين, def_m: الجنوب بيتي}}
- {id: "{state}-army", kind: institution, everywhere: true, en: "Army of {en}", ar: ["الجيش {m}", "جيش {name}"],
   short: [الجيش], part_of: "{state}", example: تقدم الجيش الألفي}
- {id: "{state}-navy", kind: institution, en: "Navy of {en}", ar: ["البحرية {f}"], part_of: "{state}-army",
   example: أبحرت البحرية الألفية}
- {id: "{state}-president", kind: title, everywhere: true, role: president, of: "{state}", en: "President of {en}",
   ar: ["الرئيس {m}"], short: [الرئيس], example: وصل الرئيس الألفي}
- {id: commander, kind: title, role: commander, en: commander, short: [قائد], example: فر قائد القوة}
- {id: aa-navy, kind: institution, en: Royal Navy, ar: [الأسطول الملكي], country: AA, example: رسا الأسطول الملكي}
- {id: aa-old, kind: person, en: Old, ar: [زيد القديم], country: AA, example: تنحى زيد القديم,
   roles: [{role: president, of: aa, from: 2001-03, to: 2010-06-30}, {role: commander, of: aa-army, from: 1999}]}
- {id: aa-new, kind: person, en: New, ar: [عمرو الجديد], country: AA, example: فاز عمرو الجديد,
   roles: [{role: president, of: aa, from: 2010-07-01}]}
"""


@pytest.fixture(scope="module")
def actors() -> Actors:
    return load_actors()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "all.yaml").write_text(STATES, encoding="utf-8")
    return tmp_path


def ids(found: tuple[object, ...]) -> list[str]:
    return [getattr(actor, "id", "") for actor in found]


def test_the_files_pass_the_editors_check() -> None:
    assert check() == []


def test_a_small_folder_passes_too(small: Path) -> None:
    assert check(small) == []


def test_templates_take_every_spelling_of_the_demonym(small: Path) -> None:
    names = load_actors(small).names
    for name in ("الجيش الألفي", "الجيش الألفاوي", "جيش ألفا", "جيش جمهورية ألفا"):
        assert ids(names[key(name)]) == ["aa-army"]


def test_an_irregular_definite_form_is_written_not_built(small: Path) -> None:
    assert with_article("كوري جنوبي") == "الكوري الجنوبي"
    assert ids(load_actors(small).names[key("الجيش الجنوب بيتي")]) == ["bb-army"]


def test_a_written_entry_stands_in_the_place_of_the_made_one(small: Path) -> None:
    navy = load_actors(small).by_id["aa-navy"]
    assert navy.names == ("الأسطول الملكي", "البحرية الألفية")
    assert (navy.name, navy.part_of) == ("Royal Navy", "aa-army")


def test_distant_states_get_only_what_is_everywhere(small: Path) -> None:
    assert {"bb-army", "bb-navy"} & set(load_actors(small).by_id) == {"bb-army"}


def test_a_title_leads_to_its_holder_on_the_day(small: Path) -> None:
    actors = load_actors(small)
    (title,) = actors.titles[key("الرئيس الألفي")]
    assert title.of == "aa"
    held = [actors.holder(title.role, title.of, date(year, 7, 1)) for year in (2000, 2005, 2010, 2024)]
    assert [who.id if who else None for who in held] == [None, "aa-old", "aa-new", "aa-new"]


def test_an_office_is_looked_for_upwards(small: Path) -> None:
    commander = load_actors(small).holder("commander", "aa-navy", date(2020, 1, 1))
    assert commander is not None
    assert commander.id == "aa-old"


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        (2014, date(2014, 1, 1), date(2014, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (date(2019, 4, 11), date(2019, 4, 11), date(2019, 4, 11)),
        (None, None, None),
    ],
)
def test_days_of_a_role(written: object, first: date | None, last: date | None) -> None:
    assert (first_day(written), last_day(written)) == (first, last)


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ("- {id: x, kind: person, en: X, ar: [زيد]}", "no example"),
        ("- {id: x, kind: person, en: X, ar: [زيد], example: جاء عمرو}", "holds none"),
        ("- {id: x, kind: person, en: X, ar: [زيـد], example: جاء زيد}", "tatweel"),
        ("- {id: x, kind: person, en: X, ar: [أحمد, احمد], example: جاء أحمد}", "to the matcher"),
        ("- {id: x, kind: hero, en: X, ar: [زيد], example: جاء زيد}", "kind hero"),
        ("- {id: x, kind: person, ar: [زيد], example: جاء زيد}", "en is missing"),
        ("- {id: x, kind: person, en: X, ar: [زيد], country: ZZ, example: جاء زيد}", "country ZZ"),
        ("- {id: x, kind: person, en: X, ar: [زيد], part_of: y, example: جاء زيد}", "part_of y"),
        ("- {id: x, kind: person, en: X, ar: [زيد], example: جاء زيد, roles: [{role: r, of: y}]}", "role r is unknown"),
        ("- {id: x, kind: person, en: X, ar: [زيد], example: جاء زيد, roles: [{role: r, of: x, from: soon}]}", "soon"),
        ("- {id: x, kind: person, en: X, ar: [زيد], example: جاء زيد}\n" * 2, "the id is also in"),
        ("- {id: x, kind: person, en: X, ar: 5, example: جاء زيد}", "ar must be words"),
        ("- {kind: person}", "entry 1 has no id"),
        ("- {id: x", "f.yaml"),
    ],
)
def test_the_check_names_what_to_mend(tmp_path: Path, lines: str, complaint: str) -> None:
    (tmp_path / "f.yaml").write_text(lines, encoding="utf-8")
    problems = check(tmp_path)
    assert any(complaint in problem for problem in problems)
    assert all(problem.startswith("f.yaml") for problem in problems)


def test_bad_data_stops_the_loader_with_file_and_id(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text("- {id: x, kind: person, ar: [زيد]}", encoding="utf-8")
    with pytest.raises(BadData, match=r"f\.yaml: x: en is missing"):
        load_actors(tmp_path)


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("الولايات المتحدة", "us"),
        ("أمريكا", "us"),
        ("الدولة السورية", "sy"),
        ("الجيش الأميركي", "us-army"),
        ("الجيش الأمريكي", "us-army"),
        ("القوات المسلحة السودانية", "sd-army"),
        ("الجيش الكوري الجنوبي", "kr-army"),
        ("جيش الاحتلال الإسرائيلي", "il-army"),
        ("وزارة الخارجية التركية", "tr-foreign-ministry"),
        ("البنتاغون", "us-defence-ministry"),
        ("وزارة الدفاع الأميركية", "us-defence-ministry"),
        ("البيت الأبيض", "us-presidency"),
        ("الكرملين", "ru-presidency"),
        ("الكنيست", "il-parliament"),
        ("الشعب السوداني", "sd-people"),
    ],
)
def test_names_of_the_press(actors: Actors, name: str, actor: str) -> None:
    assert actor in ids(actors.names[key(name)])


@pytest.mark.parametrize(
    ("name", "role", "of"),
    [
        ("الرئيس المصري", "president", "eg"),
        ("وزير خارجية روسيا", "foreign-minister", "ru"),
        ("العاهل السعودي", "king", "sa"),
        ("المستشارة الألمانية", "chancellor", "de"),
        ("المتحدث باسم الجيش الإسرائيلي", "spokesman", "il-army"),
        ("المرشد الإيراني", "supreme-leader", "ir"),
    ],
)
def test_titles_of_the_press(actors: Actors, name: str, role: str, of: str) -> None:
    assert (role, of) in [(title.role, title.of) for title in actors.titles[key(name)]]


def test_every_state_has_a_code_a_demonym_and_a_capital(actors: Actors) -> None:
    assert len(actors.states) >= 198
    assert ids(actors.demonyms[key("الأميركية")]) == ["us"]
    assert ids(actors.demonyms[key("سودانيين")]) == ["sd"]
    assert ids(actors.capitals[key("طهران")]) == ["ir"]


def test_a_name_that_several_bear_keeps_them_all(actors: Actors) -> None:
    assert ids(actors.names[key("الكونغو")]) == ["cd", "cg"]
    assert len(actors.short[key("الجيش")]) > 100
