"""Train tagger and parser on PUD and write them into the package.

    python training/train_parser.py ar_pud-ud-test.conllu

The model learns from four fifths of the sentences; the figures are those of the fifth held out, on the treebank's own
tokens. What is shipped is the model that the figures speak of.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

from isnad.languages.ar.tagger import UNUSED, WEIGHTS, Parse, document, parse, prepared
from treebank import Row, Sentence, fifths, read

CONFIG = Path(__file__).with_name("parser.cfg")
BATCH_WORDS = 1200
UNPUNCTUATED = 0.3
RARE = 5


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("treebank", type=Path)
    arguments.add_argument("--steps", type=int, default=700)
    arguments.add_argument("--to", type=Path, default=WEIGHTS)
    given = arguments.parse_args()
    fix_random_seed(0)
    learn, held = fifths(list(read(given.treebank)))
    nlp = prepared(spacy.util.load_model_from_config(spacy.util.load_config(CONFIG), auto_fill=True))
    train(nlp, learn, held, given.steps)
    nlp.to_disk(given.to, exclude=UNUSED)


def train(nlp: Language, learn: list[Sentence], held: list[Sentence], steps: int) -> None:
    names = tag_names(learn)
    nlp.initialize(lambda: [example(nlp, sentence, names) for sentence in learn])
    optimizer = Adam(learn_rate=0.002, L2=0.01, grad_clip=1.0, use_averages=True)
    began = time.time()
    for step, batch in zip(range(1, steps + 1), batches(learn), strict=False):
        optimizer.learn_rate = 0.002 * min(1.0, step / 50) * max(0.05, 1 - step / steps)
        nlp.update([example(nlp, sentence, names) for sentence in batch], drop=0.25, sgd=optimizer)
        if step % 100 == 0:
            with nlp.use_params(optimizer.averages):
                print(f"{step} steps, {time.time() - began:.0f} s: {figures(nlp, held)}", flush=True)
    for name in nlp.pipe_names:
        nlp.get_pipe(name).model.use_params(optimizer.averages).__enter__()  # type: ignore[attr-defined]


def tag_names(sentences: list[Sentence]) -> dict[tuple[str, str], str]:
    """The tag of a pair of universal and own part of speech; a rare pair takes the usual own one."""
    seen = Counter((row.pos, row.tag) for sentence in sentences for row in sentence.rows)
    usual = {pos: tag for (pos, tag), _ in reversed(seen.most_common())}
    return {(pos, tag): f"{pos}:{tag if count >= RARE else usual[pos]}" for (pos, tag), count in seen.items()}


def batches(sentences: list[Sentence]) -> Iterator[list[Sentence]]:
    """Endless batches of about ``BATCH_WORDS`` words, shuffled; some sentences lose their full stop, as titles do."""
    draw = random.Random(0)
    while True:
        batch: list[Sentence] = []
        for sentence in draw.sample(sentences, len(sentences)):
            batch.append(unpunctuated(sentence) if draw.random() < UNPUNCTUATED else sentence)
            if sum(len(one.rows) for one in batch) >= BATCH_WORDS:
                yield batch
                batch = []


def unpunctuated(sentence: Sentence) -> Sentence:
    return Sentence(sentence.text, sentence.rows[:-1]) if sentence.rows[-1].pos == "PUNCT" else sentence


def example(nlp: Language, sentence: Sentence, names: dict[tuple[str, str], str]) -> Example:
    rows = sentence.rows
    gold = {
        "tags": [names.get((row.pos, row.tag), f"{row.pos}:{row.tag}") for row in rows],
        "heads": [row.head for row in rows],
        "deps": [row.dep if row.dep != "root" else "ROOT" for row in rows],
    }
    return Example.from_dict(document(nlp, [row.key for row in rows]), gold)


def figures(nlp: Language, held: list[Sentence]) -> str:
    """Shares of right parts of speech, tags, heads, and heads with their relation; punctuation does not count."""
    hits = Counter[str]()
    found = parse([[row.key for row in sentence.rows] for sentence in held], nlp=nlp)
    for sentence, parsed in zip(held, found, strict=True):
        for place, row in enumerate(sentence.rows):
            hits.update(judged(row, parsed, place))
    return " ".join(f"{name} {hits[name] / hits['words']:.1%}" for name in ("POS", "TAG", "UAS", "LAS"))


def judged(row: Row, parsed: Parse, place: int) -> Iterator[str]:
    if row.pos == "PUNCT":
        return
    yield "words"
    pos, _, tag = parsed.tags[place].partition(":")
    yield from (name for name, right in (("POS", pos == row.pos), ("TAG", tag == row.tag)) if right)
    if parsed.heads[place] == row.head:
        yield from ("UAS", "LAS") if parsed.deps[place] == row.dep else ("UAS",)


if __name__ == "__main__":
    main()
