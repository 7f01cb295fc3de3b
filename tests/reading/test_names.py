"""Names over the words: actors, holders of offices by date, and nobody for who is not named."""

from datetime import date
from typing import Any

import pytest

from builders import DAY, read_as
from isnad.model import Participant, Source


def actor(text: str, words: str, *, published: date = DAY) -> Participant:
    (claim,) = read_as(text, published=published, triggers={"زار": "CONSULT"}, actors={"زار": [words]}).claims
    (found,) = claim.actors
    return found


def voice(text: str, words: str, kind: Any) -> Source:
    (found,) = read_as(text, voices={words: kind}).sources
    return found


def test_a_known_actor_has_its_name_and_id() -> None:
    found = actor("زار وفد من حزب الله العاصمة.", "حزب الله")
    assert found.actor and found.name == "Hezbollah"


def test_the_holder_of_an_office_goes_by_the_day_of_publication() -> None:
    text, words = "زار الرئيس الأميركي العاصمة.", "الرئيس الأميركي"
    names = [actor(text, words, published=date(year, 5, 1)).name for year in (2014, 2018, 2022)]
    assert names == ["Barack Obama", "Donald Trump", "Joe Biden"]


def test_without_a_day_an_office_is_nobody() -> None:
    text = "زار الرئيس الأميركي العاصمة."
    (claim,) = read_as(text, published=None, triggers={"زار": "CONSULT"}, actors={"زار": ["الرئيس الأميركي"]}).claims
    assert claim.actors[0].name != "Barack Obama"


def test_a_body_gives_its_voice_a_name() -> None:
    found = voice("أعلنت قوات الدعم السريع أنها انسحبت.", "قوات الدعم السريع", "organization")
    assert found.name == "Rapid Support Forces" and found.actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قال مسؤول في حزب الله إن الحدود هادئة.", "مسؤول في حزب الله"),
        ("قال مصدر في الجيش السوداني إن القصف توقف.", "مصدر في الجيش السوداني"),
        ("قال مستشار للرئيس الأميركي إن اللقاء تأجل.", "مستشار للرئيس الأميركي"),
        ("قال مصدر مقرب من رئيس الوزراء العراقي إن القرار اتخذ.", "مصدر مقرب من رئيس الوزراء العراقي"),
        ("قال مصدر مقرب من خليفة حفتر إن القوات جاهزة.", "مصدر مقرب من خليفة حفتر"),
        ("قال دبلوماسي أميركي إن المحادثات فشلت.", "دبلوماسي أميركي"),
    ],
)
@pytest.mark.parametrize("kind", ["anonymous", "unknown"])
def test_an_unnamed_voice_has_no_name_and_no_actor_whoever_stands_beside_it(text: str, words: str, kind: str) -> None:
    found = voice(text, words, kind)
    assert found.name is found.actor is None
    assert found.mentions[0].of(text) == words


def test_the_body_of_an_unnamed_voice_is_its_affiliation() -> None:
    assert voice("قال مسؤول في حزب الله إن الحدود هادئة.", "مسؤول في حزب الله", "anonymous").affiliation == "Hezbollah"
    assert voice("قال مصدر أمني إن الحدود هادئة.", "مصدر أمني", "anonymous").affiliation is None


def test_nobody_is_affiliated_with_a_person() -> None:
    text = "قال مصدر مقرب من خليفة حفتر إن القوات جاهزة."
    assert voice(text, "مصدر مقرب من خليفة حفتر", "anonymous").affiliation is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("قال مصدر أمني طلب عدم ذكر اسمه لأنه غير مخول بالتصريح، إن القصف توقف.", True),
        ("قال مصدر أمني إن القصف توقف.", False),
    ],
)
def test_the_reason_of_a_voice_is_kept_as_printed(text: str, reason: bool) -> None:
    found = voice(text, "مصدر أمني", "anonymous")
    assert bool(found.reason) == reason
    assert not found.reason or found.reason in text
