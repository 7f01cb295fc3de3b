"""The reader's network, as it is trained; `isnad.reading.network` runs the same weights in NumPy."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


@dataclass(frozen=True)
class Sizes:
    """Widths of the network. ``words``, ``affixes``, ``tags``, ``deps`` are numbers of rows; ``flags`` of columns."""

    vector: int
    context: int
    flags: int
    words: int
    affixes: int
    tags: int
    deps: int
    pair_flags: int
    voice_flags: int
    stance_flags: int
    types: int = 20
    inputs: int = 160
    hidden: int = 128
    pair: int = 160


TRIGGER_LABELS = 41
SOURCE_LABELS = 13
ROLES = 2
FIELDS = 7
STANCES = 6


def _perceptron(width: int, hidden: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, hidden), nn.ReLU(), nn.Dropout(0.3), nn.Linear(hidden, out))


class Pair(nn.Module):
    """Scores of (trigger, candidate) pairs from both states and the pair's flags."""

    def __init__(self, width: int, flags: int, hidden: int, out: int) -> None:
        super().__init__()
        self.left = nn.Linear(width, hidden)
        self.right = nn.Linear(width, hidden, bias=False)
        self.flags = nn.Linear(flags, hidden, bias=False)
        self.out = nn.Linear(hidden, out)
        self.drop = nn.Dropout(0.25)

    def forward(self, left: Tensor, right: Tensor, flags: Tensor) -> Tensor:
        """Shapes (n, width), (n, width), (n, flags) to (n, out)."""
        hidden = torch.relu(self.left(left) + self.right(right) + self.flags(flags))
        scores: Tensor = self.out(self.drop(hidden))
        return scores


class Network(nn.Module):
    """Word and flag inputs, one two-way LSTM over stretches of sentences, and a head for each question."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        s = sizes
        self.word = nn.Embedding(s.words, 32, padding_idx=0)
        self.affix = nn.Embedding(s.affixes, 12, padding_idx=0)
        self.tag = nn.Embedding(s.tags, 12)
        self.dep = nn.Embedding(s.deps, 8)
        self.inputs = nn.Linear(s.vector + s.context + 32 + 24 + 12 + 8 + s.flags, s.inputs, bias=False)
        self.input_drop = nn.Dropout(0.35)
        self.layer = nn.LSTM(s.inputs, s.hidden, batch_first=True, bidirectional=True)
        self.middle_drop = nn.Dropout(0.35)
        out = 2 * s.hidden
        self.trigger = nn.Sequential(
            nn.Linear(out + s.flags, 96), nn.ReLU(), nn.Dropout(0.3), nn.Linear(96, TRIGGER_LABELS)
        )
        self.source = nn.Sequential(nn.Linear(out, 64), nn.ReLU(), nn.Dropout(0.3), nn.Linear(64, SOURCE_LABELS))
        self.participant = nn.Linear(out, 3)
        self.stance = _perceptron(out + s.stance_flags, 96, STANCES)
        self.role = Pair(out, s.pair_flags, s.pair, ROLES)
        self.expression = Pair(out, s.pair_flags, s.pair, FIELDS)
        self.nobody = _perceptron(out + s.types, 48, ROLES)
        self.nothing = _perceptron(out + s.types, 48, FIELDS)
        self.voice = Pair(out, s.voice_flags, s.pair, 2)
        self.outlet = nn.Sequential(nn.Linear(out, 48), nn.ReLU(), nn.Linear(48, 2))

    def states(self, batch: dict[str, Tensor], lengths: Tensor) -> Tensor:
        """The tokens' states, shape (stretches, longest, 2 * hidden)."""
        keep = self.input_drop
        word = batch["word"]
        if self.training:
            word = word * (torch.rand(word.shape) > 0.2)
        parts = [
            keep(batch["vector"]),
            keep(batch["context"]),
            keep(self.word(word)),
            keep(self.affix(batch["affix"]).flatten(2)),
            self.tag(batch["tag"]),
            self.dep(batch["dep"]),
            batch["flags"] * (torch.rand(batch["flags"].shape) > 0.1) if self.training else batch["flags"],
        ]
        packed = pack_padded_sequence(
            self.inputs(torch.cat(parts, -1)), lengths, batch_first=True, enforce_sorted=False
        )
        states: Tensor = self.middle_drop(pad_packed_sequence(self.layer(packed)[0], batch_first=True)[0])
        return states
