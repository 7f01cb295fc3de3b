"""Train tagger and parser on PUD over the context encoder, and write both into the package.

    python training/train_parser.py ar_pud-ud-test.conllu --context context.pt

The parser learns from four fifths of the sentences; the figures are those of the fifth held out, on the treebank's own
tokens. What is shipped is the parser that the figures speak of. Takes five minutes on one core.
"""

import argparse
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

from exporting import exported
from isnad.languages.ar.syntax import AFFIXES, WEIGHTS, Parser, affixes
from isnad.languages.ar.vectors import matrix
from isnad.languages.recurrent import Layer, pack
from treebank import Row, Sentence, fifths, read

HIDDEN = 64
ARC = 64
BATCH = 24
UNPUNCTUATED = 0.3
RARE = 5
AVERAGE = 0.99


@dataclass(frozen=True)
class Example:
    """A sentence as numbers: what the parser reads, and the right tag, head and relation of each token."""

    inputs: Tensor
    affixes: Tensor
    tags: Tensor
    heads: Tensor
    deps: Tensor


class Network(nn.Module):
    """The parser as it is trained; `isnad.languages.ar.syntax` runs the same weights in NumPy."""

    def __init__(self, width: int, tags: int, deps: int) -> None:
        super().__init__()
        out = 2 * HIDDEN
        self.affix = nn.Embedding(AFFIXES, 16)
        self.layer = nn.LSTM(width + 32, HIDDEN, batch_first=True, bidirectional=True)
        self.tag = nn.Linear(out, tags)
        self.head_below = nn.Linear(out, ARC)
        self.head_above = nn.Linear(out, ARC)
        self.arc = nn.Parameter(torch.randn(ARC, ARC) * 0.05)
        self.head = nn.Linear(ARC, 1)
        self.dep_below = nn.Linear(out, ARC)
        self.dep_above = nn.Linear(out, ARC)
        self.dep = nn.Linear(ARC, deps)
        self.drop_input = nn.Dropout(0.3)
        self.drop = nn.Dropout(0.35)

    def loss(self, batch: list[Example]) -> Tensor:
        """The sum of the mean losses of tags, heads and relations."""
        lengths = torch.tensor([len(one.inputs) for one in batch])
        inputs, affix = (_padded([getattr(one, name) for one in batch], 0) for name in ("inputs", "affixes"))
        tags, heads, deps = (_padded([getattr(one, name) for one in batch], -100) for name in ("tags", "heads", "deps"))
        rows = torch.cat([self.drop_input(inputs), self.drop_input(self.affix(affix).flatten(2))], 2)
        packed = pack_padded_sequence(rows, lengths, batch_first=True, enforce_sorted=False)
        states = self.drop(pad_packed_sequence(self.layer(packed)[0], batch_first=True)[0])
        below, above = (self.drop(torch.relu(part(states))) for part in (self.head_below, self.head_above))
        arcs = (below @ self.arc) @ above.transpose(1, 2) + self.head(above).transpose(1, 2)
        inside = torch.arange(rows.shape[1])[None] < lengths[:, None]
        arcs = arcs.masked_fill(~inside[:, None], -1e9)
        governing = self.dep_above(states)
        governing = governing.gather(1, heads.clamp(min=0)[..., None].expand_as(governing))
        relations = self.dep(torch.relu(self.dep_below(states) + governing))
        parts = ((self.tag(states), tags), (arcs, heads), (relations, deps))
        return torch.stack([functional.cross_entropy(x.flatten(0, 1), y.flatten()) for x, y in parts]).sum()


def _padded(rows: list[Tensor], value: int) -> Tensor:
    return pad_sequence(rows, batch_first=True, padding_value=value)


class Labels:
    """Tags and relations of the treebank; a rare tag of its own goes with the usual one of its part of speech."""

    def __init__(self, sentences: list[Sentence]) -> None:
        seen = Counter((row.pos, row.tag) for sentence in sentences for row in sentence.rows)
        usual = {pos: tag for (pos, tag), _ in reversed(seen.most_common())}
        self._named = {(pos, tag): f"{pos}:{tag if n >= RARE else usual[pos]}" for (pos, tag), n in seen.items()}
        self.tags = sorted(set(self._named.values()))
        self.deps = sorted({row.dep for sentence in sentences for row in sentence.rows})

    def tag(self, row: Row) -> int:
        """The number of a row's tag, -100 for one never seen."""
        name = self._named.get((row.pos, row.tag))
        return self.tags.index(name) if name else -100

    def dep(self, row: Row) -> int:
        """The number of a row's relation, -100 for one never seen."""
        return self.deps.index(row.dep) if row.dep in self.deps else -100


def examples(rows: tuple[Row, ...], labels: Labels, context: Layer) -> Example:
    """The rows of a sentence, or of its beginning, as an example."""
    keys = [row.key for row in rows]
    vectors = matrix(keys)
    inputs = np.concatenate([vectors, context(vectors, pack([(0, len(keys))]))], axis=1)
    return Example(
        torch.from_numpy(inputs),
        torch.tensor([affixes(key) for key in keys]),
        torch.tensor([labels.tag(row) for row in rows]),
        torch.tensor([row.head for row in rows]),
        torch.tensor([labels.dep(row) for row in rows]),
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("treebank", type=Path)
    arguments.add_argument("--context", type=Path, required=True)
    arguments.add_argument("--epochs", type=int, default=60)
    arguments.add_argument("--to", type=Path, default=WEIGHTS)
    given = arguments.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    learn, held = fifths(list(read(given.treebank)))
    encoder = {name: value.numpy() for name, value in torch.load(given.context).items()}
    labels = Labels(learn)
    network = train(learn, held, labels, encoder, epochs=given.epochs)
    halves: dict[str, Any] = {name: value.astype(np.float16) for name, value in weights_of(network, encoder).items()}
    np.savez(given.to, **halves, tags=np.array(labels.tags), deps=np.array(labels.deps))


def weights_of(network: nn.Module, encoder: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The weights of encoder and parser as `Parser` takes them."""
    return exported(encoder) | exported({name: value.detach().numpy() for name, value in network.state_dict().items()})


def train(
    learn: list[Sentence], held: list[Sentence], labels: Labels, encoder: dict[str, np.ndarray], *, epochs: int
) -> nn.Module:
    """A parser whose weights are averaged over the last steps. Some sentences lose their full stop, as titles do."""
    draw = random.Random(0)
    context = Layer.of(exported(encoder), "context")
    whole = [examples(one.rows, labels, context) for one in learn]
    bare = [examples(one.rows[:-1] if one.rows[-1].pos == "PUNCT" else one.rows, labels, context) for one in learn]
    network = Network(whole[0].inputs.shape[1], len(labels.tags), len(labels.deps))
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=0.01, betas=(0.9, 0.95))
    steps = epochs * -(-len(whole) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps, pct_start=0.1)
    averaged = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE)
    )
    for epoch in range(epochs):
        chosen = [(bare if draw.random() < UNPUNCTUATED else whole)[place] for place in range(len(whole))]
        draw.shuffle(chosen)
        for start in range(0, len(chosen), BATCH):
            loss = network.loss(chosen[start : start + BATCH])
            optimiser.zero_grad()
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            averaged.update_parameters(network)
        if epoch % 10 == 9 or epoch == epochs - 1:
            parser = Parser(weights_of(averaged.module, encoder), tags=labels.tags, deps=labels.deps)
            print(f"epoch {epoch + 1}: {figures(parser, held)}", flush=True)
    fitted: nn.Module = averaged.module
    return fitted


def figures(parser: Parser, held: list[Sentence]) -> str:
    """Shares of right parts of speech, tags, heads, and heads with their relation; punctuation does not count."""
    hits = Counter[str]()
    for sentence in held:
        found = parser([row.key for row in sentence.rows], [(0, len(sentence.rows))])
        for row, tag, head, dep in zip(sentence.rows, found.tags, found.heads, found.deps, strict=True):
            if row.pos != "PUNCT":
                pos, _, own = tag.partition(":")
                right = {"POS": pos == row.pos, "TAG": own == row.tag, "UAS": head == row.head}
                right |= {"LAS": right["UAS"] and dep == row.dep, "words": True}
                hits.update(name for name, is_right in right.items() if is_right)
    return " ".join(f"{name} {hits[name] / hits['words']:.1%}" for name in ("POS", "TAG", "UAS", "LAS"))


if __name__ == "__main__":
    main()
