"""Fit the clitic ranker on PUD and write ``clitics.json`` and ``frequency.txt.gz`` into the package.

    python training/fit_clitics.py ar_pud-ud-test.conllu

prints the share of right tokens on the fifth held out, then fits the shipped weights on the same four fifths.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import wordfreq
from scipy.optimize import minimize  # type: ignore[import-untyped]

from isnad.languages.ar import clitics
from isnad.languages.ar.clitics import Split
from isnad.languages.ar.tokenizer import tokenize
from isnad.text.normal import normalise
from treebank import NATIVE, Sentence, cuts, fifths, read

WEIGHTS = Path(clitics.__file__).parent / "weights"
LEAST_ZIPF = 2.6
LEAST_SEEN = 3
PENALTY = 0.05
SMALLEST = 0.1


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("treebank", type=Path)
    learn, held = fifths(list(read(arguments.parse_args().treebank)))
    write_frequencies()
    table = fit([pair for sentence in learn for pair in examples(sentence)])
    (WEIGHTS / "clitics.json").write_text(json.dumps(table, ensure_ascii=False, sort_keys=True, indent=0) + "\n")
    print(f"{len(table)} weights, {len(clitics.frequencies())} words")
    report(held)


def write_frequencies() -> None:
    """The frequency list, folded and pruned: words of at least ``LEAST_ZIPF`` that are Arabic letters alone."""
    mass: defaultdict[str, float] = defaultdict(float)
    for word, share in wordfreq.get_frequency_dict("ar", wordlist="large").items():
        if NATIVE.fullmatch(word):
            mass[word.translate(clitics.LETTERS)] += share
    levels: defaultdict[int, list[str]] = defaultdict(list)
    for word, share in mass.items():
        zipf = float(np.log10(share)) + 9
        if zipf >= LEAST_ZIPF:
            levels[round(10 * zipf)].append(word)
    lines = (" ".join([str(level), *sorted(words)]) for level, words in sorted(levels.items()))
    (WEIGHTS / "frequency.txt.gz").write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def examples(sentence: Sentence) -> Iterator[tuple[list[Split], int]]:
    """Each native word of a sentence: its possible splits and the place of the right one among them."""
    borders = {row.start for row in sentence.rows} | {row.end for row in sentence.rows}
    for word in NATIVE.finditer(sentence.text):
        inner = {place - word.start() for place in borders if word.start() < place < word.end()}
        options = list(clitics.splits(word[0]))
        right = [i for i, split in enumerate(options) if cuts(split) == inner]
        if right and len(options) > 1:
            yield options, right[0]


def fit(pairs: Sequence[tuple[list[Split], int]]) -> dict[str, float]:
    """Weights of a conditional log-linear model, with a squared penalty; small ones are left out."""
    frequency = clitics.frequencies()
    rows = [[clitics.features(split, frequency) for split in options] for options, _ in pairs]
    seen = Counter(name for options in rows for name in {name for row in options for name in row})
    index = {name: i for i, name in enumerate(sorted(name for name, count in seen.items() if count >= LEAST_SEEN))}
    flat = np.zeros((sum(map(len, rows)), len(index)), dtype=np.float32)
    for place, row in enumerate(row for options in rows for row in options):
        for name, value in row.items():
            if name in index:
                flat[place, index[name]] = value
    firsts = np.cumsum([0] + [len(options) for options in rows[:-1]])
    right = firsts + np.array([place for _, place in pairs])
    group = np.repeat(np.arange(len(rows)), [len(options) for options in rows])

    def loss(vector: np.ndarray) -> tuple[float, np.ndarray]:
        scores = flat @ vector
        scores -= np.maximum.reduceat(scores, firsts)[group]
        total = np.add.reduceat(np.exp(scores), firsts)
        chance = np.exp(scores) / total[group]
        gradient = flat.T @ chance - flat[right].sum(axis=0) + 2 * PENALTY * vector
        return float(np.log(total).sum() - scores[right].sum() + PENALTY * vector @ vector), gradient

    found = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return {name: round(float(found.x[i]), 3) for name, i in index.items() if abs(found.x[i]) >= SMALLEST}


def report(held: Sequence[Sentence]) -> None:
    gold, ours, both, wrong = 0, 0, 0, Counter[str]()
    for sentence in held:
        tokens = tokenize(normalise(sentence.text))
        mine = set(zip(tokens.starts, tokens.ends, strict=True))
        theirs = {(row.start, row.end) for row in sentence.rows}
        gold, ours, both = gold + len(theirs), ours + len(mine), both + len(mine & theirs)
        wrong.update(sentence.text[start:end] for start, end in theirs - mine)
    print(f"tokens right: {both / gold:.2%} of {gold}; F1 {2 * both / (gold + ours):.2%}")
    print("missed most:", " ".join(word for word, _ in wrong.most_common(150)))


if __name__ == "__main__":
    main()
