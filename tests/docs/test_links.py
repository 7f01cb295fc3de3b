"""Links lead somewhere, and every page can be reached."""

import re
from functools import cache
from pathlib import Path

import pytest

from .pages import DOCS, ROOT

PAGES = [*sorted(DOCS.glob("*.md")), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "training/README.md"))]


@cache
def anchors(path: Path) -> set[str]:
    """The anchors that a page's headings get."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_relative_links_resolve(path: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8")):
        if not re.match(r"[a-z]+:", target):
            file, _, anchor = target.partition("#")
            there = (path.parent / file).resolve() if file else path
            assert there.exists(), target
            assert not anchor or anchor in anchors(there), target


def test_the_index_has_every_page() -> None:
    index = (DOCS / "index.md").read_text("utf-8")
    assert [path.name for path in DOCS.glob("*.md") if f"({path.name})" not in index and path.stem != "index"] == []
