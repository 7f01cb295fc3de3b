"""The cue lexicons hold what they promise, and cues stand under the keys that the tokenizer makes."""

import pytest

from isnad.languages.ar.cues import CUES, LEXICONS, anonymity_reason, check, classes, cue_entries, cue_phrases
from isnad.languages.ar.tokenizer import tokenize
from isnad.text.normal import normalise


def tokens(text: str) -> list[str]:
    return tokenize(normalise(text)).keys


def classes_of(text: str) -> set[str]:
    return {name for form in cue_phrases()[" ".join(tokens(text))] for name in form.classes}


def test_entries_are_in_order() -> None:
    """Every example holds its cue, no entry comes twice, classes and reasons are known."""
    assert check() == []


def test_every_class_has_entries() -> None:
    named = {name for lexicon in LEXICONS for _, entry in cue_entries(lexicon) for name in classes(entry)}
    assert named | {"light"} == set(CUES)
    assert len(CUES) == len(set(CUES)) == 40


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بحسب", "attribution"),
        ("وفقا ل", "attribution"),
        ("نقلا عن", "report:relay"),
        ("يقولون", "report:neutral"),
        ("مؤكدا", "report:committing"),
        ("زعمت", "report:distancing"),
        ("ينفون", "report:denying"),
        ("مضيفا", "report:continue"),
        ("مسؤولين", "voice:anonymous"),
        ("المصدر نفسه", "voice:same"),
        ("نفذت", "light"),
        ("أنه", "that"),
        ("من المقرر", "planned"),
        ("لا يستبعد", "possible"),
    ],
)
def test_forms(text: str, expected: str) -> None:
    assert expected in classes_of(text)


@pytest.mark.parametrize(
    ("key", "unexpected"),
    [
        ("مصر", "report:committing"),
        ("نقل", "report:neutral"),
        ("كان", "that"),
        ("امام", "voice:person"),
        ("قانوني", "voice:document"),
        ("المعارضه", "voice:person"),
        ("اسم", "report:distancing"),
        ("يجب", "report:neutral"),
    ],
)
def test_homographs_are_left_out(key: str, unexpected: str) -> None:
    """A form that is mostly another word is no cue."""
    assert unexpected not in {name for form in cue_phrases().get(key, ()) for name in form.classes}


def test_uncut_words_are_found() -> None:
    """Words that the tokenizer leaves on their conjunction, and a proclitic that is a cue itself."""
    assert "report:neutral" in classes_of("وحثت")
    assert "planned" in {name for form in cue_phrases()[tokens("ستصل")[0]] for name in form.classes}


def test_stance_tells_verbs_apart() -> None:
    assert "report:committing" in classes_of("أكد") and "report:distancing" not in classes_of("أكد")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("قال مسؤول طلب عدم الكشف عن هويته", "unstated"),
        ("ضابط طلب عدم ذكر اسمه لأنه غير مخول بالتصريح", "not-authorised"),
        ("تحدث خوفا على سلامته", "security"),
        ("رفض ذكر اسمه نظرا لحساسية الموضوع", "sensitivity"),
        ("قال مسؤول محلي", None),
    ],
)
def test_reason_of_anonymity(text: str, reason: str | None) -> None:
    assert anonymity_reason(tokens(text)) == reason
