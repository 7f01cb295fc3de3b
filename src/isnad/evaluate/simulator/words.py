"""Days, numbers and counted nouns as articles write them, and the data files of the simulator."""

from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from isnad.evaluate.simulator.nouns import Range
from isnad.model import Count

DATA = Path(__file__).parent / "data"
VAGUE: Range = (24, 99)
"""What `tens` stands for, as the guidelines of annotation have it."""


@cache
def data(name: str) -> Any:
    """The content of `data/NAME.yaml`."""
    return yaml.load((DATA / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def counted(count: Range, noun: str, *, subject: bool = False, digits: bool = False) -> str:
    """So many of a noun: after a verb or preposition, or as the ``subject`` that something was done to."""
    words = data("words")
    forms = words["subjects" if subject else "nouns"][noun]
    low, high = count
    if low < high:
        return forms[4] if subject else f"{words['tens']} {forms[4]}"
    if low <= 2:
        return str(forms[low - 1])
    if low <= 10:
        row = words["numerals_f" if noun in words["feminine"] else "numerals"]
        return f"{low if digits else row[low]} {forms[2]}"
    return f"{low} {forms[2] if low % 100 in range(3, 11) else forms[3]}"


@cache
def dated(day: date, published: date, *, plain: bool, part: int) -> str:
    """A day as an article of ``published`` writes it; ``plain`` forms mean the same on the days after.

    ``part`` above 0 begins with that part of the day.
    """
    words = data("words")
    ago, weekday = (published - day).days, words["weekdays"][day.weekday()]
    written = f"{words['inside']} {day.day} {words['months'][day.month - 1]}"
    near = {
        0: f"{words['today'][0]} {weekday}",
        1: f"{words['yesterday'][0]} {weekday}",
        -1: f"{words['tomorrow'][0]} {weekday}",
    }
    if not plain and ago in near:
        written = near[ago]
    elif 0 <= ago <= 5:
        written = f"{words['upon']} {weekday}"
    elif -6 <= ago < 0:
        written = f"{words['upon']} {weekday} {words['next']}"
    return written if not 0 < part <= len(words["parts"]) or ago < 0 else _at(words, part, written)


def _at(words: Any, part: int, written: str) -> str:
    rest = written.removeprefix(words["upon"] + " ")
    return f"{words['parts'][part - 1]} {rest}" if not rest.startswith(words["inside"] + " ") else written


def heavy(random: Random, exponent: float, most: int) -> int:
    """A whole number from 1 on that is mostly small and seldom large (Pareto), at most ``most``."""
    return min(most, int((1.0 - random.random()) ** (-1.0 / exponent)))


def bars(shares: list[float]) -> list[float]:
    """The shares heaped up, as `random.choices` wants them for speed."""
    total, made = 0.0, []
    for share in shares:
        total += share
        made.append(total)
    return made


COUNT_NOUNS: dict[Count, str] = {"dead": "person", "injured": "person", "detained": "person", "size": "person"}
