"""Fit which sentences are worth parsing: those that may hold a claim or cite a voice, by what lexicons find there.

python training/fit_worth.py --gold ../shared/gold/train/gold.jsonl --negatives ../shared/corpora/press.jsonl.gz
"""

import argparse
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from gold import records, targets
from isnad.languages.ar.tokenizer import read_page
from isnad.reading.layers import Layers, lay
from isnad.reading.worth import FILE, sums
from isnad.text.page import Page
from negatives import negatives
from train_reader import document_of

KEPT = 0.93


def main() -> None:
    """Print how many sentences pass at the threshold that keeps 93% of those with something in them; write weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--negatives", type=Path, required=True)
    args = parser.parse_args()
    rows: list[np.ndarray] = []
    labels: list[np.ndarray] = []
    for record in records(args.gold):
        document = document_of(record)
        page = read_page(document.text)
        gold = targets(page, record)
        rows.append(_sums(page, lay(page, published=document.published)))
        marked = np.array(gold.triggers) + np.array(gold.sources)
        labels.append(np.array([bool(marked[places.start : places.stop].any()) for places in page.sentences]))
    for document in negatives(args.negatives, each=40):
        page = read_page(document.text)
        rows.append(_sums(page, lay(page, published=document.published)))
        labels.append(np.zeros(len(page.sentences), dtype=bool))
    fold = np.concatenate([np.full(len(row), number % 5) for number, row in enumerate(rows)])
    x, y = np.concatenate(rows), np.concatenate(labels)
    model = LogisticRegression(C=0.3, max_iter=2000)
    scores = np.zeros(len(y))
    for held in range(5):
        model.fit(x[fold != held], y[fold != held])
        scores[fold == held] = model.decision_function(x[fold == held])
    threshold = float(np.quantile(scores[y], 1 - KEPT))
    print(f"{len(y)} sentences, {y.mean():.1%} with something; {(scores > threshold).mean():.1%} pass at {KEPT:.0%}")
    model.fit(x, y)
    np.savetxt(FILE, np.append(model.coef_[0], model.intercept_[0] - threshold), fmt="%.4f")


def _sums(page: Page, layers: Layers) -> np.ndarray:
    return sums(layers, [(places.start, places.stop) for places in page.sentences])


if __name__ == "__main__":
    main()
