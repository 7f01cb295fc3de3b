"""Numbers of things in words: `1 article`, `4 articles`; in Arabic with the forms that its numerals ask for."""

from isnad.export.labels import Labels
from isnad.model import Origins


def number(n: int, of: str, labels: Labels) -> str:
    """So many of a thing of the interface's `number` section."""
    forms = labels(of, section="number", n=f"{n:,}").split("|")
    place = _arabic(n) if labels.lang == "ar" else int(n != 1)
    return forms[min(place, len(forms) - 1)]


def origins(found: Origins, labels: Labels) -> str:
    """`1 origin`, `2 to 3 origins`; empty where they were not counted."""
    if found.high == 0:
        return ""
    if found.low == found.high:
        return number(found.low, "origin", labels)
    return labels("range", low=found.low, high=number(found.high, "origin", labels))


def _arabic(n: int) -> int:
    """Which form a number takes: one, two, a few, many, hundreds."""
    if n in (1, 2):
        return n - 1
    rest = n % 100
    return 2 if 3 <= rest <= 10 else 3 if rest > 10 else 4
