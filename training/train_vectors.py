"""Train floret vectors of Arabic press tokens and write ``vectors.npz`` into the package.

    python training/train_vectors.py press.jsonl.gz segmented.txt

The corpus is one JSON object a line with a ``text``. It is cut by our own tokenizer, so that a vector belongs to a
token key. With more than one thread the result differs a little from run to run.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import floret
import numpy as np

from isnad.languages.ar import clitics
from isnad.languages.ar.tokenizer import tokenize
from isnad.text.normal import normalise

TABLE = Path(clitics.__file__).parent / "weights" / "vectors.npz"
END = re.compile(r"[.!؟?](?=\s|$)|\n")
LONGEST = 60
DIMENSIONS = 100
SETTINGS = {
    "model": "skipgram",
    "mode": "floret",
    "dim": DIMENSIONS,
    "bucket": 50_000,
    "hashCount": 2,
    "minn": 3,
    "maxn": 6,
    "minCount": 8,
    "ws": 5,
    "neg": 5,
    "lr": 0.05,
    "epoch": 3,
    "thread": 2,
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("segmented", type=Path, help="where the corpus goes, one sentence a line")
    given = arguments.parse_args()
    with given.segmented.open("w", encoding="utf-8") as out:
        out.writelines(" ".join(keys) + "\n" for keys in lines_of(given.corpus))
    model = floret.train_unsupervised(str(given.segmented), **SETTINGS)
    model.save_model(str(given.segmented.with_suffix(".bin")))
    save(model, given.segmented.with_suffix(".floret"))
    print(f"{len(model.words)} words seen, {TABLE.stat().st_size / 1e6:.1f} MB")


def lines_of(corpus: Path) -> Iterator[list[str]]:
    """The keys of each sentence of a gzipped corpus, sixty at most in one piece."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            for sentence in END.split(json.loads(line)["text"]):
                keys = tokenize(normalise(sentence)).keys if len(sentence) >= 15 else []
                pieces = (keys[place : place + LONGEST] for place in range(0, len(keys), LONGEST))
                yield from (piece for piece in pieces if len(piece) >= 4)


def save(model: floret.floret._floret, text: Path) -> None:
    """The table of buckets in half precision, with what is needed to hash a word as floret does."""
    model.save_floret_vectors(str(text))
    with text.open(encoding="utf-8") as lines:
        header = next(lines).split()
        table = np.array([line.split(" ")[1 : 1 + DIMENSIONS] for line in lines], dtype=np.float16)
    np.savez(TABLE, table=table, header=np.array(header))


if __name__ == "__main__":
    main()
