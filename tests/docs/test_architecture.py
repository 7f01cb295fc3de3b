"""The page on the architecture has every floor, every stage, and every reason of the gate."""

import re
import tomllib

import isnad.errors
from isnad.errors import IsnadError

from .pages import ROOT, page, section, told

READING = ROOT / "src" / "isnad" / "reading"


def test_every_floor_is_there_in_order() -> None:
    (contract,) = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    floors = re.search(r"```\n(.*?)```", page("architecture"), re.S)
    assert floors
    drawn = [set(re.findall(r"\w+", line.split("  ")[0])) for line in floors[1].splitlines()]
    built = [{room for room in re.findall(r"\w+", floor) if _exists(room)} for floor in contract["layers"]]
    assert drawn == [floor for floor in built if floor]
    free = {room for floor in contract["layers"] for room in re.findall(r"\w+", floor) if not _exists(room)}
    assert free <= told("architecture")


def _exists(room: str) -> bool:
    package = ROOT / "src" / "isnad"
    return (package / room / "__init__.py").exists() or (package / f"{room}.py").exists()


def test_every_stage_is_there() -> None:
    stages = {path.name for path in READING.glob("*.py")} - {"__init__.py"}
    named = set(re.findall(r"`(\w+\.py)`", section(page("architecture"), "## From text to claim")))
    assert stages - named - {"reader.py"} == set()


def test_every_file_that_is_named_is_there() -> None:
    names = {path.name for path in (ROOT / "src").rglob("*.*")} | {path.name for path in (ROOT / "training").iterdir()}
    assert set(re.findall(r"[\w-]+\.(?:py|sql|yaml)", page("architecture"))) - names == set()


def test_every_reason_note_and_error_is_there() -> None:
    gate, notes = ((READING / f"{name}.py").read_text("utf-8") for name in ("gate", "notes"))
    reasons = set(re.findall(r'return "([a-z-]+)",', gate))
    codes = set(re.findall(r'Note\("([a-z-]+)"', notes))
    assert len(reasons) > 5 and len(codes) > 2
    assert (reasons | codes) - told("architecture") == set()
    errors = {name for name, one in vars(isnad.errors).items() if isinstance(one, type) and issubclass(one, IsnadError)}
    assert errors - told("architecture") == set()
