"""Which part of an Arabic word is the word: a linear ranker over its grammatical splits.

A split is (proclitics, stem, enclitic). Every split that grammar allows is scored by features of its parts and of
how frequent they are as words; the best one wins. The weights are fitted on the Parallel Universal Dependencies
treebank, and the treebank's convention holds: the article stays on its noun, conjunctions, prepositions, the future
particle and pronouns are tokens. ``training/fit_clitics.py`` makes both files that are read here.
"""

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_BEFORE = ("", "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "وس", "فب", "فل", "فك", "فس")
_AFTER = ("", "ه", "ها", "هم", "هما", "هن", "ك", "كم", "كما", "نا", "ني", "ي")
_FUTURE = re.compile("[يتنا]..")
_ARTICLE = re.compile("ال(?!ي$)")
LETTERS = str.maketrans("أإآٱى", "ااااي")
_INNER = re.compile("(?!ا?لإ).+إ")
_ENDINGS = {"ت": "ة", "ا": "ي", "و": "وا", "ئ": "ء", "ؤ": "ء"}
_RARE = 15


class Split(NamedTuple):
    """A way to read a word: ``before`` holds one letter per proclitic; ``after`` is at most one pronoun."""

    before: str
    stem: str
    after: str


def splits(word: str) -> Iterator[Split]:
    """Every split of ``word`` that grammar allows, the undivided word first."""
    for before in _BEFORE:
        if not word.startswith(before) or len(word) == len(before):
            continue
        rest = word[len(before) :]
        for after in _AFTER:
            if after and (not rest.endswith(after) or len(rest) == len(after)):
                continue
            split = Split(before, rest[: len(rest) - len(after)], after)
            if _possible(split):
                yield split


def _possible(split: Split) -> bool:
    before, stem, after = split
    if before[-1:] == "س" and not _FUTURE.match(stem):
        return False
    if after and len(stem) == 1:
        return stem in "بلك" and before[-1:] not in tuple("بلكس")
    return not (after and (_ARTICLE.match(stem) or stem[-1] in "ةىٱإ"))


def features(split: Split, frequency: Mapping[str, int]) -> dict[str, float]:
    """The features of a split, by name; ``frequency`` maps a folded word to ten times its Zipf value."""
    before, stem, after = split.before, split.stem.translate(LETTERS), split.after
    shape = ("p" if before else "") + ("e" if after else "")
    found = _known(stem, after, frequency)
    out = {f"b={before}": 1.0, f"a={after}": 1.0, f"zipf{shape}": found / 10}
    out[f"rare{shape}"] = float(found < _RARE)
    out[f"len{shape}={min(len(stem), 5)}"] = 1.0
    if _INNER.match(split.stem):
        out["inner إ"] = 1.0
    if before:
        out.update(_front(before[-1], stem, found, frequency))
    if after:
        out[f"{after}<{stem[-1]}"] = 1.0
        out[f"zipf<{after}"] = found / 10
    if not shape:
        out.update(_undivided(stem, frequency))
    if found > 50:
        out[f"common{shape}={stem}"] = 1.0
    return out


def _front(last: str, stem: str, found: int, frequency: Mapping[str, int]) -> dict[str, float]:
    out = {f"{last}>zipf": found / 10, f"{last}>{stem[:1]}": 1.0}
    if stem.startswith("ال"):
        out[f"{last}>al"] = 1.0
    else:
        out[f"{last}>noun"] = frequency.get("ال" + stem, 0) / 10
    return out


def _undivided(word: str, frequency: Mapping[str, int]) -> dict[str, float]:
    """What stands before the whole word elsewhere shows that its own first letter belongs to it: الوكيل, بوكيل."""
    first = word[0] if word[0] in "وفبلكس" else ""
    piled = max(frequency.get(letter + word, 0) for letter in "وبل")
    return {f"al>{first}": frequency.get("ال" + word, 0) / 10, f"piled>{first}": piled / 10}


def free_form(stem: str, frequency: Mapping[str, int]) -> str:
    """The folded stem as it is written without a pronoun: سيارت is سيارة, مستوا is مستوى, وصفو is وصفوا."""
    free = stem[:-1] + _ENDINGS.get(stem[-1], stem[-1])
    return free if frequency.get(free, 0) > frequency.get(stem, 0) else stem


def _known(stem: str, after: str, frequency: Mapping[str, int]) -> int:
    return frequency.get(free_form(stem, frequency) if after else stem, 0)


@cache
def frequencies() -> dict[str, int]:
    """Ten times the Zipf value of some hundred thousand words, folded; from ``wordfreq``, CC BY-SA 4.0."""
    packed = files(__package__).joinpath("weights/frequency.txt.gz").read_bytes()
    lines = (line.split(" ") for line in gzip.decompress(packed).decode().splitlines())
    return {word: int(level) for level, *words in lines for word in words}


@cache
def weights() -> dict[str, float]:
    """The fitted weight of each feature; a feature without one counts nothing."""
    loaded: dict[str, float] = json.loads(files(__package__).joinpath("weights/clitics.json").read_bytes())
    return loaded


def best(word: str) -> Split:
    """The split with the highest score."""
    table, frequency = weights(), frequencies()
    return max(splits(word), key=lambda s: sum(table.get(f, 0.0) * v for f, v in features(s, frequency).items()))
