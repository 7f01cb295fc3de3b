"""Every environment variable that the program looks at is documented, and no other is."""

import re

from .pages import ROOT, page, section

VARIABLE = re.compile(r'"((?:ISNAD|XDG)_[A-Z_]+|[A-Z]+_NUM_THREADS)"')


def test_every_environment_variable_is_documented() -> None:
    found = {name for path in (ROOT / "src").rglob("*.py") for name in VARIABLE.findall(path.read_text("utf-8"))}
    assert len(found) > 3
    assert {name for name in found if name.startswith("ISNAD_") and f"`{name}`" not in page("usage")} == set()
    settings = section(page("architecture"), "## Settings")
    assert set(re.findall(r"`([A-Z_]{4,})`", settings)) == found


def test_no_other_variable_is_looked_at() -> None:
    """A new variable is named as the others are, so that the test above sees it."""
    for path in (ROOT / "src").rglob("*.py"):
        text = path.read_text("utf-8")
        if "environ" in text.replace("environment", "") or "envvar=" in text:
            assert re.search(r"ISNAD_|FOLDER|ONE_THREAD|_VARIABLE", text), path
            assert not re.findall(r"environ(?:\.get\(|\[)\"(?!ISNAD_|XDG_)", text), path
