"""The pages of the documentation, for the tests that hold them to the code."""

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def page(name: str) -> str:
    """The text of a page of `docs`."""
    return (DOCS / f"{name}.md").read_text("utf-8")


def told(name: str) -> set[str]:
    """The words that a page sets as code, one by one; blocks of code are left out."""
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", page(name), flags=re.M | re.S))
    return {*spans, *(word for span in spans for word in span.split())}


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one of its level or above."""
    level = heading.split(" ")[0]
    rest = text.split(f"\n{heading}\n", 1)[1]
    return re.split(rf"\n#{{2,{len(level)}}} ", rest)[0]


def rows(text: str) -> list[list[str]]:
    """The cells of all table rows, heads and rules left out."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" |")] for line in lines if not set(line) <= set("|-: ")]


def blocks(name: str, heading: str) -> list[Any]:
    """The YAML blocks under a heading of a page, parsed."""
    found = re.findall(r"```yaml\n(.*?)```", section(page(name), heading), re.S)
    return [yaml.load(block, yaml.CSafeLoader) for block in found]
