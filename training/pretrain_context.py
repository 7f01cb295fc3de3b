"""Pretrain the context encoder: a one-layer LSTM in each direction that guesses the next, or the previous, word.

    python training/pretrain_context.py --tokens TOKENS --vectors FLORET --minutes 75 --out context.pt

``--tokens`` holds one sentence a line, keys with a space between (`train_vectors.py` writes it); ``--vectors`` is the
floret model whose vectors are the input. Words are guessed among the 30,000 commonest by sampled softmax. One core
reads some eight thousand tokens a second; the rate of learning falls to nothing over the minutes given. A run whose
``--out`` has been written before goes on from there.
"""

import argparse
import math
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import floret
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

VOCABULARY = 30_000
NEGATIVES = 1500
HIDDEN = 128
OUT = 128


class Context(nn.Module):
    """The encoder (kept) and the guesser (dropped after training)."""

    def __init__(self, vector: int) -> None:
        super().__init__()
        self.forward_layer = nn.LSTM(vector, HIDDEN, batch_first=True)
        self.backward_layer = nn.LSTM(vector, HIDDEN, batch_first=True)
        self.forward_out = nn.Linear(HIDDEN, OUT)
        self.backward_out = nn.Linear(HIDDEN, OUT)
        self.guess = nn.Embedding(VOCABULARY, OUT)
        self.bias = nn.Embedding(VOCABULARY, 1)
        nn.init.normal_(self.guess.weight, std=0.05)
        nn.init.zeros_(self.bias.weight)

    def loss(self, vectors: Tensor, words: Tensor, lengths: Tensor, sampler: "Sampler") -> Tensor:
        """Mean cross-entropy of both directions; word 0 is not guessed."""
        total = torch.zeros(())
        turned = reverse(vectors, lengths), reverse(words[..., None], lengths)[..., 0]
        for layer, out, (x, y) in (
            (self.forward_layer, self.forward_out, (vectors, words)),
            (self.backward_layer, self.backward_out, turned),
        ):
            packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
            states, _ = pad_packed_sequence(layer(packed)[0], batch_first=True)
            target = y[:, 1:].reshape(-1)
            keep = target > 0
            hidden = functional.dropout(out(states[:, :-1].reshape(-1, HIDDEN)[keep]), 0.1, self.training)
            total = total + sampler.loss(self, hidden, target[keep])
        return total / 2


class Sampler:
    """Sampled softmax: one set of negatives a batch, drawn by frequency, with the draw's odds taken off."""

    def __init__(self, counts: np.ndarray) -> None:
        odds = counts.astype(np.float64) ** 0.75
        self.odds = torch.from_numpy(odds / odds.sum()).float()

    def loss(self, model: Context, hidden: Tensor, target: Tensor) -> Tensor:
        """Mean over the rows of ``hidden``."""
        drawn = torch.multinomial(self.odds, NEGATIVES)
        log = torch.log(self.odds * NEGATIVES)
        right = (hidden * model.guess(target)).sum(-1) + model.bias(target)[:, 0] - log[target]
        wrong = hidden @ model.guess(drawn).T + model.bias(drawn)[:, 0] - log[drawn]
        wrong = wrong.masked_fill(target[:, None] == drawn[None], -1e4)
        return -(right - torch.logsumexp(torch.cat([right[:, None], wrong], 1), 1)).mean()


def reverse(batch: Tensor, lengths: Tensor) -> Tensor:
    """Each row turned round within its length."""
    longest = batch.shape[1]
    places = torch.arange(longest)[None].expand(len(lengths), -1)
    turned = torch.where(places < lengths[:, None], lengths[:, None] - 1 - places, places)
    return batch.gather(1, turned[..., None].expand_as(batch))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tokens", type=Path, required=True)
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=75)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(1)
    random.seed(1)
    lines = args.tokens.read_text(encoding="utf-8").splitlines()
    counts = Counter(word for line in lines for word in line.split(" "))
    types = {word: number for number, (word, _) in enumerate(counts.most_common(), 1)}
    vectors = table(args.vectors, list(types))
    guessed = np.array([1, *(count for _, count in counts.most_common(VOCABULARY - 1))])
    guessed[0] = 0
    sentences = [np.array([types[word] for word in line.split(" ")], dtype=np.int32) for line in lines]
    train(sentences, vectors, Sampler(guessed), minutes=args.minutes, out=args.out)


def table(path: Path, words: list[str]) -> np.ndarray:
    """Half-precision vectors of all words, row 0 empty."""
    model = floret.load_model(str(path))
    rows = np.zeros((len(words) + 1, model.get_dimension()), dtype=np.float16)
    for number, word in enumerate(words, 1):
        rows[number] = model.get_word_vector(word)
    return rows


def train(sentences: list[np.ndarray], vectors: np.ndarray, sampler: Sampler, *, minutes: float, out: Path) -> None:
    """Read the sentences over and over until the time is up."""
    model = Context(vectors.shape[1])
    state = out.with_suffix(".state")
    if state.exists():
        model.load_state_dict(torch.load(state))
    optimiser = torch.optim.Adam(model.parameters(), lr=2e-3, betas=(0.9, 0.98))
    begun = time.monotonic()
    seen = 0
    mean = 0.0
    for step, batch in enumerate(batches(sentences), 1):
        share = (time.monotonic() - begun) / (60 * minutes)
        if share >= 1:
            break
        rate = 2.5e-3 * min(1, step / 300) * (0.5 + 0.5 * math.cos(math.pi * share))
        for group in optimiser.param_groups:
            group["lr"] = rate
        lengths = torch.tensor([len(s) for s in batch])
        words = np.zeros((len(batch), int(lengths.max())), dtype=np.int64)
        for row, sentence in enumerate(batch):
            words[row, : len(sentence)] = sentence
        x = torch.from_numpy(vectors[words].astype(np.float32))
        y = torch.from_numpy(np.where(words < VOCABULARY, words, 0))
        loss = model.loss(x, y, lengths, sampler)
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        seen += int(lengths.sum())
        mean = 0.99 * mean + 0.01 * float(loss.detach()) if mean else float(loss.detach())
        if step % 200 == 0:
            print(f"{share:6.1%} step {step} tokens {seen} loss {mean:.3f}", flush=True)
        if step % 2000 == 0:
            save(model, out, state)
    save(model, out, state)


def batches(sentences: list[np.ndarray]) -> Iterator[list[np.ndarray]]:
    """Endless batches of 96 sentences of like length."""
    while True:
        order = list(range(len(sentences)))
        random.shuffle(order)
        for start in range(0, len(order), 96 * 50):
            pool = sorted(order[start : start + 96 * 50], key=lambda n: len(sentences[n]))
            groups = [pool[at : at + 96] for at in range(0, len(pool), 96)]
            random.shuffle(groups)
            for group in groups:
                yield [sentences[n] for n in group]


def save(model: Context, out: Path, state: Path) -> None:
    """The encoder's weights alone, and beside them all that a later run goes on from."""
    torch.save(model.state_dict(), state)
    ways = {"forward_layer": "", "backward_layer": "_reverse"}
    parts = ((*name.split("."), value) for name, value in model.state_dict().items() if "layer" in name)
    torch.save({f"context.{name}{ways[way]}": value for way, name, value in parts}, out)


if __name__ == "__main__":
    main()
