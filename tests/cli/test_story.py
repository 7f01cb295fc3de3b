"""A story, as a person reads it and as a program does."""

import json
from pathlib import Path

import pytest

from .weighed import OFFICIAL, SECRET, UNNAMED, make, run


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("story") / "a.db")


def told(ledger: Path, *asked: str) -> list[dict[str, object]]:
    printed = run("story", *asked, "--ledger", ledger, "--format", "jsonl").stdout
    return [json.loads(line) for line in printed.splitlines()]


def test_it_goes_by_days_and_says_on_whose_word(ledger: Path) -> None:
    printed = run("story", "--type", "ASSAULT", "--ledger", ledger).stdout
    assert printed.index("Sunday 3 March 2024") < printed.index("Monday 4 March 2024")
    assert f"{UNNAMED}\u2069 (unnamed): " in printed
    assert "3 dead" in printed and "happening 1" in printed


def test_it_has_what_is_said_of_somebody_without_a_claim(ledger: Path) -> None:
    """Of other articles too, whose headline names whom it is about."""
    found = told(ledger, "--actor", "Sami Example")
    assert [one["document"] for one in found] == ["other", "other", "denial", "denial"]
    assert [one["denial"] for one in found] == [False, False, True, False]
    assert found[2]["cited"] and not found[2]["claims"]


def test_a_query_for_a_kind_of_claim_has_claims_alone(ledger: Path) -> None:
    assert all(one["claims"] for one in told(ledger, "--actor", "Sami Example", "--type", "CONSULT"))


def test_what_is_denied_and_who_else_speaks_of_it(ledger: Path) -> None:
    printed = run("story", "--actor", "Sami Example", "--ledger", ledger).stdout
    dispute = printed.partition("In dispute: ")[2]
    assert "مرض" in dispute.partition("\n")[0] and "المستشفى" in dispute.partition("\n")[0]
    denied, _, others = dispute.partition("Who else speaks of it")
    assert "نفى" in denied and OFFICIAL in others.partition("Who spoke when")[0]


def test_whom_the_words_do_not_name_is_no_named_voice(ledger: Path) -> None:
    """The reader took the official for a person called Libya."""
    (one,) = (one for one in told(ledger, "--actor", "Sami Example") if OFFICIAL in str(one["sentence"]))
    (voice,) = one["voices"]  # type: ignore[misc]
    assert (voice["kind"], voice["name"], voice["words"]) == ("anonymous", None, OFFICIAL)


def test_who_spoke_when_has_named_voices_alone(ledger: Path) -> None:
    for asked in (("--actor", "Sami Example"), ("--type", "ASSAULT")):
        listed = run("story", *asked, "--ledger", ledger).stdout.partition("Who spoke when")[2]
        assert "Sami Example" in listed
        assert UNNAMED not in listed and OFFICIAL not in listed and "Libya" not in listed


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_redaction_leaves_kind_and_side_alone(ledger: Path, form: str, lang: str) -> None:
    for asked in (("--actor", "Sami Example"), ("درنة",)):
        printed = run("story", *asked, "--ledger", ledger, "-f", form, "--lang", lang, "--redact-anonymous").stdout
        assert printed and not [secret for secret in SECRET if secret in printed]


def test_arabic_labels(ledger: Path) -> None:
    printed = run("story", "--actor", "Sami Example", "--ledger", ledger, "--lang", "ar").stdout
    for said in ("الثلاثاء 5 مارس 2024", "موضع خلاف", "فيه نفي", "من تكلم ومتى"):
        assert said in printed


def test_nothing_found(ledger: Path) -> None:
    run("story", "--actor", "Nobody", "--ledger", ledger, code=1)
