"""The pages on training have every program, its options, and every file of weights."""

import re

from .pages import ROOT, page, section

TRAINING = ROOT / "training"
WEIGHTS = ROOT / "src" / "isnad" / "languages" / "ar" / "weights"
MOST = 30e6


def test_every_program_is_told_of() -> None:
    readme = (TRAINING / "README.md").read_text("utf-8")
    there = {path.name for path in TRAINING.iterdir() if path.suffix in (".py", ".cfg")}
    assert {name for name in there if f"`{name}`" not in readme} == set()
    assert set(re.findall(r"[\w-]+\.(?:py|cfg)", readme)) - there == set()
    programs = {path.name for path in TRAINING.glob("*.py") if "def main()" in path.read_text("utf-8")}
    assert {name for name in programs if name not in page("training")} == set()


def test_every_option_of_a_command_is_one() -> None:
    for line in re.findall(r"python training/[^\n`]*", page("training")):
        source = (ROOT / line.split()[1]).read_text("utf-8")
        known = set(re.findall(r'add_argument\(\s*"([\w-]+)"', source))
        assert set(re.findall(r"--[a-z-]+", line)) <= known, line


def test_every_file_of_weights_is_told_of() -> None:
    told = section(page("training"), "## What is learned from what")
    names = {path.name + "/" * path.is_dir() for path in WEIGHTS.iterdir() if not path.name.startswith(".")}
    assert {name for name in names if f"`{name}`" not in told} == set()


def test_all_weights_together_are_small() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.rglob("*") if path.is_file()) < MOST
