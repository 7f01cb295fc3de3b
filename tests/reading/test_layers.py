"""Layers: what the lexicons and the knowledge base find on a page."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import DAY, sight, tokens
from isnad.languages.ar.cues import CUES
from isnad.languages.ar.numerals import Number
from isnad.languages.ar.times import TimeExpression
from isnad.languages.ar.tokenizer import read_page
from isnad.reading.labels import TYPES
from isnad.reading.layers import ACTOR_FLAGS, EXPRESSED, FORMS, lay
from isnad.reading.sight import Sight, syntax_of


def columns(seen: Sight, words: str, table: str, names: tuple[str, ...]) -> set[str]:
    """The columns that are marked on the first token of the words."""
    row = getattr(seen.layers, table)[tokens(seen, words)[0]]
    return {names[column] for column in row.nonzero()[0].tolist()}


def types(seen: Sight, words: str) -> set[str]:
    return columns(seen, words, "triggers", (*TYPES, *(name.lower() for name in TYPES)))


def test_triggers_have_their_types_and_forms() -> None:
    seen = sight("قصف الجيش القرية وتظاهر السكان.")
    assert "ASSAULT" in types(seen, "قصف")
    assert "PROTEST" in types(seen, "تظاهر")
    assert not types(seen, "القرية")
    assert "past" in columns(seen, "تظاهر", "forms", (*FORMS, "light"))
    assert {form.lemma for form in seen.layers.readings[tokens(seen, "تظاهر")[0]]} == {"تظاهر"}


def test_cues_of_voices() -> None:
    seen = sight("قال مصدر أمني إن القصف توقف، بحسب وكالة الأنباء.")
    assert "report:neutral" in columns(seen, "قال", "cues", CUES)
    assert "voice:anonymous" in columns(seen, "مصدر", "cues", CUES)
    assert "that" in columns(seen, "إن", "cues", CUES)
    assert "attribution" in columns(seen, "ب", "cues", CUES) | columns(seen, "حسب", "cues", CUES)


@pytest.mark.parametrize(
    ("text", "words", "flags"),
    [
        ("زار وفد من حزب الله العاصمة", "حزب", {"begin"}),
        ("قال وزير الخارجية الروسي", "وزير", {"begin", "title"}),
        ("وصل وفد برازيلي أمس", "برازيلي", {"begin", "demonym"}),
        ("نقلت رويترز الخبر", "رويترز", {"begin", "outlet"}),
        ("وصل إلى فرنسا أمس", "فرنسا", {"begin", "state"}),
    ],
)
def test_actors(text: str, words: str, flags: set[str]) -> None:
    assert flags <= columns(sight(text), words, "actors", ACTOR_FLAGS)


def test_a_name_found_is_kept_with_whom_it_may_mean() -> None:
    seen = sight("زار وفد من حزب الله العاصمة")
    (hit,) = (hit for hit in seen.layers.named if hit.first == tokens(seen, "حزب الله")[0])
    assert (hit.first, hit.last) == tokens(seen, "حزب الله")
    assert hit.full and len(hit.found) >= 1


def expressions(seen: Sight, kind: str) -> list[str]:
    return [seen.page.published(one.first, one.last) for one in seen.layers.expressions if one.kind == kind]


def test_expressions_of_each_kind() -> None:
    seen = sight("قتل 12 جنديا قرب مدينة حلب يوم الخميس 4 أبريل.")
    assert "12" in expressions(seen, "number")
    assert expressions(seen, "place") == ["حلب"]
    assert [one.startswith("يوم الخميس") for one in expressions(seen, "time")] == [True]
    assert "4" not in expressions(seen, "number")
    values = {"time": TimeExpression, "number": Number, "place": str}
    assert all(isinstance(one.value, values[one.kind]) for one in seen.layers.expressions)


def test_columns_of_expressions() -> None:
    seen = sight("قتل 12 جنديا جنوب مدينة حلب يوم الخميس.")
    assert columns(seen, "12", "expressed", EXPRESSED) == {"number"}
    assert "relation" in columns(seen, "جنوب", "expressed", EXPRESSED)
    assert "place-noun" in columns(seen, "مدينة", "expressed", EXPRESSED)
    assert {"place", "place-begin"} <= columns(seen, "حلب", "expressed", EXPRESSED)
    assert "time" in columns(seen, "يوم", "expressed", EXPRESSED)


def test_a_place_is_named_again_by_what_it_is() -> None:
    assert expressions(sight("وصل الجنود إلى مدينة حلب. وقصفت المدينة ليلا."), "place") == ["حلب", "المدينة"]


def test_quotations_are_numbered_and_end_with_their_sentence() -> None:
    seen = sight('قال: "لن نترك مواقعنا قبل الصيف". ورد آخر: "لا نريد حربا أخرى هنا".')
    quotes = seen.layers.quotes
    assert (quotes[tokens(seen, "مواقعنا")[0]], quotes[tokens(seen, "حربا")[0]]) == (1, 2)
    assert quotes[tokens(seen, "قال")[0]] == quotes[tokens(seen, "رد")[0]] == 0


def test_times_are_found_without_a_date() -> None:
    found = [one for one in sight("زار المبعوث القرية أمس", published=None).layers.expressions if one.kind == "time"]
    assert len(found) == 1


WORDS = "قصف|قال|مصدر|الجيش|حلب|أمس|12|ال|في|و|من|«|»|.|،|:|\n|بحسب|المدينة|ثلاثة|ـ|army|٣"


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(WORDS.split("|")),
        max_size=25,
    ).map(" ".join)
    | st.text(max_size=30)
)
def test_layers_have_a_row_for_every_token_of_any_text(text: str) -> None:
    page = read_page(text)
    [syntax] = syntax_of([page])
    layers = lay(page, syntax, published=DAY)
    size = len(page.tokens)
    assert layers.triggers.shape == (size, 2 * len(TYPES))
    assert layers.forms.shape == (size, len(FORMS) + 1)
    assert layers.actors.shape == (size, len(ACTOR_FLAGS))
    assert layers.cues.shape == (size, len(CUES))
    assert layers.expressed.shape == (size, len(EXPRESSED))
    assert len(syntax.tags) == len(syntax.heads) == len(syntax.deps) == len(layers.quotes) == size
    assert all(set(np.unique(table)) <= {0, 1} for table in (layers.triggers, layers.actors, layers.cues))
    assert all(page.sentence_of(token) == page.sentence_of(head) for token, head in enumerate(syntax.heads.tolist()))
    assert all(0 <= one.first < one.last <= size for one in layers.expressions)
    assert all(0 <= hit.first < hit.last <= size for hit in layers.named)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("قتل جندي في الكمين.", [1]),
        ("قتل جنديان في الكمين.", [2]),
        ("قتل الجندي في الكمين.", []),
        ("قتل جنديه في الكمين.", []),
        ("قتل جندي الاحتلال في الكمين.", []),
        ("خطفت عائلة من القرية.", []),
        ("أدى الحادث إلى إصابة مباشرة.", []),
    ],
)
def test_an_indefinite_noun_of_people_counts(text: str, counted: list[int]) -> None:
    numbers = [one.value for one in sight(text).layers.expressions if one.kind == "number"]
    assert [one.low for one in numbers if isinstance(one, Number)] == counted
