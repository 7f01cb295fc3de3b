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
    types: int = 20
    hidden: int = 112
    pair: int = 160


TRIGGER_LABELS = 41
SOURCE_LABELS = 13
ROLES = 2
FIELDS = 7
STANCES = 10


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
        self.vector = nn.Linear(s.vector, 96, bias=False)
        width = 96 + s.context + 32 + 24 + 12 + 8 + s.flags
        self.input_drop = nn.Dropout(0.35)
        self.first = nn.LSTM(width, s.hidden, batch_first=True, bidirectional=True)
        self.second = nn.LSTM(2 * s.hidden, s.hidden, batch_first=True, bidirectional=True)
        self.middle_drop = nn.Dropout(0.35)
        out = 4 * s.hidden
        self.trigger = nn.Sequential(
            nn.Linear(out + s.flags, 96), nn.ReLU(), nn.Dropout(0.3), nn.Linear(96, TRIGGER_LABELS)
        )
        self.source = nn.Sequential(nn.Linear(out, 64), nn.ReLU(), nn.Dropout(0.3), nn.Linear(64, SOURCE_LABELS))
        self.participant = nn.Linear(out, 3)
        self.stance = _perceptron(out, 64, STANCES)
        self.role = Pair(out, s.pair_flags, s.pair, ROLES)
        self.expression = Pair(out, s.pair_flags, s.pair, FIELDS)
        self.nobody = _perceptron(out + s.types, 48, ROLES)
        self.nothing = _perceptron(out + s.types, 48, FIELDS)
        self.voice = Pair(out, s.voice_flags, s.pair, 2)
        self.outlet = nn.Sequential(nn.Linear(out, 48), nn.ReLU(), nn.Linear(48, 2))

    def states(self, batch: dict[str, Tensor], lengths: Tensor) -> Tensor:
        """The tokens' states, shape (stretches, longest, 4 * hidden)."""
        keep = self.input_drop
        word = batch["word"]
        if self.training:
            word = word * (torch.rand(word.shape) > 0.2)
        parts = [
            keep(self.vector(batch["vector"])),
            keep(batch["context"]),
            keep(self.word(word)),
            keep(self.affix(batch["affix"]).flatten(2)),
            self.tag(batch["tag"]),
            self.dep(batch["dep"]),
            batch["flags"] * (torch.rand(batch["flags"].shape) > 0.1) if self.training else batch["flags"],
        ]
        first = self._run(self.first, torch.cat(parts, -1), lengths)
        second = self._run(self.second, self.middle_drop(first), lengths)
        return self.middle_drop(torch.cat([first, second], -1))

    @staticmethod
    def _run(layer: nn.LSTM, inputs: Tensor, lengths: Tensor) -> Tensor:
        packed = pack_padded_sequence(inputs, lengths, batch_first=True, enforce_sorted=False)
        states: Tensor = pad_packed_sequence(layer(packed)[0], batch_first=True)[0]
        return states
