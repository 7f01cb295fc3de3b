"""Days of an expression by the day of publication and the stance of the claim."""

from datetime import date

import pytest

from builders import document, read_as
from isnad.model import TimeReference
from isnad.reading.network import vocabulary
from isnad.reading.sight import lay_out, see
from isnad.reading.times import time_reference


def time(
    text: str, words: str, *, stance: str = "+actual", published: date | None = date(2024, 5, 20)
) -> TimeReference:
    """The time of the visit in a text published on a Monday."""
    said = {"triggers": {"زار": "CONSULT"}, "stance": {"زار": stance}, "fields": {"زار": {"time": words}}}
    (claim,) = read_as(text, published=published, **said).claims
    assert claim.time
    assert claim.time.span.of(text) == words
    return claim.time


@pytest.mark.parametrize(
    ("words", "stance", "first", "last"),
    [
        ("يوم الخميس", "+actual", date(2024, 5, 16), date(2024, 5, 16)),
        ("يوم الخميس", "-actual", date(2024, 5, 16), date(2024, 5, 16)),
        ("يوم الخميس", "+possible", date(2024, 5, 16), date(2024, 5, 16)),
        ("يوم الخميس", "+planned", date(2024, 5, 23), date(2024, 5, 23)),
        ("يوم الخميس", "-planned", date(2024, 5, 23), date(2024, 5, 23)),
        ("يوم الخميس", "+predicted", date(2024, 5, 23), date(2024, 5, 23)),
        ("يوم الخميس", "+wanted", date(2024, 5, 23), date(2024, 5, 23)),
        ("أمس", "+actual", date(2024, 5, 19), date(2024, 5, 19)),
        ("غدا", "+planned", date(2024, 5, 21), date(2024, 5, 21)),
        ("الأسبوع الماضي", "+actual", date(2024, 5, 13), date(2024, 5, 19)),
        ("3 مارس 2021", "+planned", date(2021, 3, 3), date(2021, 3, 3)),
    ],
)
def test_days(words: str, stance: str, first: date, last: date) -> None:
    found = time(f"زار المبعوث القرية {words}.", words, stance=stance)
    assert (found.first, found.last, found.unresolved) == (first, last, None)


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        ("تحاصر البلدة منذ عام 2015 عندما هاجمها المسلحون.", "تحاصر", date(2015, 1, 1), date(2024, 5, 20)),
        ("تحاصر البلدة منذ عام 2015 عندما هاجمها المسلحون.", "هاجمها", date(2015, 1, 1), date(2015, 12, 31)),
        ("فرت العائلات منذ أن دخلها الجيش في 6 مايو.", "فرت", date(2024, 5, 6), date(2024, 5, 20)),
        ("فرت العائلات منذ أن دخلها الجيش في 6 مايو.", "دخلها", date(2024, 5, 6), date(2024, 5, 6)),
        ("منذ عام 2015 يهاجم المسلحون البلدة.", "يهاجم", date(2015, 1, 1), date(2024, 5, 20)),
    ],
)
def test_what_happened_at_the_beginning_is_not_what_lasts(text: str, trigger: str, first: date, last: date) -> None:
    one = document(text)
    ((at, layers),) = lay_out([one])
    seen = see(one, at, layers, vocabulary({"words": [], "tags": [], "deps": [], "before": []}))
    (said,) = [each for each in layers.expressions if each.kind == "time"]
    found = time_reference(seen, said, ahead=False, trigger=at.token_at(text.index(trigger)))
    assert (found.first, found.last) == (first, last)


def test_a_document_without_a_date_has_unresolved_times() -> None:
    found = time("زار المبعوث القرية أمس.", "أمس", published=None)
    assert found.first is found.last is None
    assert found.unresolved == "the document has no date"


def test_what_has_no_days_says_why() -> None:
    text = "زار المبعوث القرية مؤخرا."
    (claim,) = read_as(text, triggers={"زار": "CONSULT"}, fields={"زار": {"time": "مؤخرا"}}).claims
    if claim.time:
        assert claim.time.first is None and claim.time.unresolved
