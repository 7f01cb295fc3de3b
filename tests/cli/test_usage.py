"""The manual has every command, option, format, code and variable, and its Python runs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from isnad import config
from isnad.cache import FOLDER
from isnad.cli.main import app
from isnad.cli.options import Exit
from isnad.export.csv import COLUMNS
from isnad.model.wire import reading_record

from .conftest import fake

USAGE = (Path(__file__).parents[2] / "docs" / "usage.md").read_text("utf-8")


def leaves(command: object, name: str) -> Iterator[tuple[str, object]]:
    """Every command with its whole name."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name, command
    for word, one in (inner or {}).items():
        yield from leaves(one, f"{name} {word}")


COMMANDS = dict(leaves(typer.main.get_command(app), "isnad"))


def section(name: str) -> str:
    """The command's own part of the manual."""
    parts = re.split(r"\n### ", USAGE)
    return next(part for part in parts if part.startswith(" ".join(name.split()[:2])))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_manual(name: str) -> None:
    told = section(name)
    assert name.split()[-1] in told
    for parameter in COMMANDS[name].params:  # type: ignore[attr-defined]
        if parameter.param_type_name == "option" and parameter.name != "help":
            assert f"`{max(parameter.opts, key=len)}" in told, parameter.opts


def test_no_option_is_in_the_manual_that_no_command_has() -> None:
    known = {opt for command in COMMANDS.values() for one in command.params for opt in one.opts}  # type: ignore[attr-defined]
    assert set(re.findall(r"`(--[a-z-]+)", USAGE)) <= known | {"--help", "--version"}


def test_formats_codes_fields_and_variables() -> None:
    for form in ("table", "jsonl", "csv", "html"):
        assert f"\n`{form}`, " in USAGE
    codes = USAGE.partition("## Exit codes")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| (\d+) \|", codes, re.M)) == {str(int(code)) for code in Exit}
    for name in (config.LEDGER_VARIABLE, config.LANG_VARIABLE, FOLDER):
        assert f"`{name}`" in USAGE


def test_keys_of_jsonl(reader: list[str], articles: Path) -> None:
    from isnad import desk

    (reading, _) = fake(one for one in desk.documents([articles]) if not isinstance(one, desk.Skipped))
    record = reading_record(reading)
    told = USAGE.partition("`jsonl`, ")[2].partition("\n`csv`")[0]
    for key in (*record, *record["sources"][0], *record["document"]):
        assert f"`{key}`" in told, key
    for key in record["claims"][0]:
        assert f"`{key}`" in told or key == "dead", key
    assert COLUMNS[0] == "claim"


def test_the_python_of_the_manual_runs(
    reader: list[str],
    articles: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(articles.parent)
    (code,) = re.findall(r"```python\n(.*?)```", USAGE, re.S)
    exec(code, {})
    assert "raid 1" in capsys.readouterr().out
