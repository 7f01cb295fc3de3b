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

import yaml

_BEFORE = ("", "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "وس", "فب", "فل", "فك", "فس")
_AFTER = ("", "ه", "ها", "هم", "هما", "هن", "ك", "كم", "كما", "نا", "ني", "ي")
_FUTURE = re.compile("[يتنا]..")
_ARTICLE = re.compile("ال(?!ي$)")
LETTERS = str.maketrans("أإآٱى", "ااااي")
_INNER = re.compile("(?!ا?لإ).+إ")
_ENDINGS = {"ت": "ة", "ا": "ي", "و": "وا", "ئ": "ء", "ؤ": "ء"}
_LETTERS_BEFORE = frozenset("وفبلكس")
_COMPANY_BEFORE = ("و", "ب", "ل", "ال", "بال", "وال", "لل")
_COMPANY_AFTER = ("ه", "ها", "هم", "نا", "هما", "ك")
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
    """What grammar rules out, and ي after most stems: in the press it is rarely "my", it ends the construct plural."""
    before, stem, after = split
    if before[-1:] == "س" and not _FUTURE.match(stem):
        return False
    if after and len(stem) == 1:
        return stem in "بلك" and before[-1:] not in tuple("بلكس")
    if after == "ي" and stem[-1] != "ت":
        return False
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
        out |= {f"al>{stem[0] if stem[0] in _LETTERS_BEFORE else ''}": frequency.get("ال" + stem, 0) / 10}
    out[f"company{shape}"] = sum(letters + stem in frequency for letters in _COMPANY_BEFORE) / 5
    if not before:
        out[f"pronouns{shape}"] = sum(stem + pronoun in frequency for pronoun in _COMPANY_AFTER) / 5
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


@cache
def whole_words() -> frozenset[str]:
    """Words that are read whole, folded; from the lexicon."""
    entries = yaml.load(files(__package__).joinpath("lexicon/whole_words.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    return frozenset(entry["form"].translate(LETTERS) for entry in entries)


def best(word: str) -> Split:
    """The split with the highest score among those with the longest stem that the lexicon holds whole, or among all."""
    table, frequency, whole = weights(), frequencies(), whole_words()

    def score(split: Split) -> tuple[int, float]:
        stem = split.stem.translate(LETTERS)
        held = {stem, free_form(stem, frequency) if split.after else stem} & whole
        return len(stem) if held else 0, sum(
            table.get(name, 0.0) * value for name, value in features(split, frequency).items()
        )

    return max(splits(word), key=score)
