"""Fit the reader's network on gold articles.

    python training/train_reader.py --gold ../shared/gold/train/gold.jsonl --out WEIGHTS [--hold-out 5]

Takes about ten minutes on one core. Articles whose licence is non-commercial are left out.
"""

import argparse
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from annotations import annotated
from exporting import exported
from gold import Gold, GoldClaim, Record, records, targets
from isnad.evaluate.score import ROWS, score
from isnad.languages.ar.numerals import Number
from isnad.languages.ar.syntax import AFFIXES
from isnad.model import COUNTS, Document
from isnad.model.wire import reading_record
from isnad.reading import network as reading
from isnad.reading.candidates import Expression, expressions, participant_window, voice_window
from isnad.reading.events import Trigger
from isnad.reading.inputs import FLAGS, Inputs
from isnad.reading.labels import FIELDS, TYPES
from isnad.reading.layers import Layers
from isnad.reading.pairs import PAIR_FLAGS, VOICE_FLAGS, pair_flags, voice_flags
from isnad.reading.reader import decide
from isnad.reading.sight import Sight, lay_out, see, share_states
from isnad.reading.stance_flags import stance_flags, width
from isnad.text.page import Page
from negatives import negatives, nothing
from reader_network import Network, Sizes

BATCH = 8
AVERAGE = 0.995
WORDS_BEFORE = 64


@dataclass
class Example:
    """One article, ready to learn from."""

    id: str
    inputs: Inputs
    gold: Gold
    pairs: "Prepared"


def collate(examples: list[Example]) -> tuple[dict[str, Tensor], Tensor, Tensor]:
    """Stretches of several articles padded into one batch, their lengths, and where each token lies in it."""
    stretches = [(e.inputs, a, b) for e in examples for a, b in e.inputs.stretches]
    lengths = torch.tensor([b - a for _, a, b in stretches])
    longest = int(lengths.max())

    def pad(name: str) -> Tensor:
        first = getattr(stretches[0][0], name)
        out = np.zeros((len(stretches), longest, *first.shape[1:]), dtype=first.dtype)
        for row, (inputs, a, b) in enumerate(stretches):
            out[row, : b - a] = getattr(inputs, name)[a:b]
        return torch.from_numpy(out)

    batch = {name: pad(name) for name in ("vector", "context", "word", "affix", "tag", "dep", "flags")}
    places = torch.cat([row * longest + torch.arange(int(n)) for row, n in enumerate(lengths)])
    return batch, lengths, places


def _voice_loss(outlet: Tensor, pairs: Tensor, groups: list["VoiceGroup"]) -> Tensor:
    """Minus the log odds of all right mentions together, the outlet among the choices."""
    total = torch.zeros(())
    start = 0
    for number, group in enumerate(groups):
        scores = torch.cat([outlet[number : number + 1], pairs[start : start + group.size]])
        start += group.size
        for column, right, weight in ((0, group.inner, 1.0), (1, group.outer, 0.5)):
            if right:
                logs = functional.log_softmax(scores[:, column], 0)
                total = total - weight * torch.logsumexp(logs[torch.tensor(right)], 0)
    return total


def choice_loss(scores: Tensor, labels: Tensor, groups: Tensor, nothing: Tensor) -> Tensor:
    """Each trigger chooses for each field among its candidates and nothing: minus the log odds of the right choices.

    ``scores`` is (pairs, fields), ``groups`` the trigger of each pair, ``nothing`` (triggers, fields). ``labels`` is
    1 for a right candidate, 0 for a wrong one, -1 for one that can't fill the field; of several right ones each
    counts its share.
    """
    total = torch.zeros(())
    for field in range(scores.shape[1]):
        possible = labels[:, field] >= 0
        score, group, right = scores[possible, field], groups[possible], (labels[possible, field] > 0).float()
        null = nothing[:, field]
        top = null.scatter_reduce(0, group, score, "amax").detach()
        mass = torch.exp(null - top).scatter_add(0, group, torch.exp(score - top[group]))
        every = top + torch.log(mass)
        count = torch.zeros_like(null).scatter_add(0, group, right)
        said = ((every[group] - score) * right / count.clamp(min=1)[group]).sum()
        total = total + said + ((every - null) * (count == 0)).sum()
    return total


def _numbers(examples: list["Example"], name: str) -> Tensor:
    """The number of each pair's trigger in the batch."""
    sizes = [size for example in examples for size in getattr(example.pairs, f"{name}_sizes")]
    return torch.repeat_interleave(torch.arange(len(sizes)), torch.tensor(sizes))


class Losses:
    """The sum of the heads' losses over the articles of one batch."""

    def __init__(self, network: Network, examples: list[Example]) -> None:
        self.network = network
        batch, lengths, places = collate(examples)
        states = network.states(batch, lengths)
        self.states = states.reshape(-1, states.shape[-1])[places]
        self.flags = batch["flags"].reshape(-1, batch["flags"].shape[-1])[places]
        self.parts: dict[str, Tensor] = {}
        self._tokens(examples)
        self._pairs(examples)

    def _tokens(self, examples: list[Example]) -> None:
        def labels(name: str) -> Tensor:
            return torch.tensor([label for e in examples for label in getattr(e.gold, name)])

        count = max(1, sum(len(e.gold.claims) for e in examples))
        scores = {
            "trigger": (self.network.trigger(torch.cat([self.states, self.flags], -1)), "triggers", 1.0),
            "source": (self.network.source(self.states), "sources", 1.0),
            "participant": (self.network.participant(self.states), "participants", 0.3),
        }
        for name, (found, wanted, weight) in scores.items():
            self.parts[name] = weight * functional.cross_entropy(found, labels(wanted), reduction="sum") / count

    def _pairs(self, examples: list[Example]) -> None:
        offsets = np.cumsum([0, *(len(example.inputs.word) for example in examples)])
        claims = [
            (claim, int(place))
            for example, place in zip(examples, offsets, strict=False)
            for claim in example.gold.claims
        ]
        if not claims:
            return
        count = len(claims)
        at = self.states[torch.tensor([claim.trigger[0] + place for claim, place in claims])]
        self.parts["stance"] = self._stance(examples, [claim for claim, _ in claims], at) / count
        types = functional.one_hot(torch.tensor([claim.type for claim, _ in claims]), len(TYPES)).float()
        asked = torch.cat([at, types], -1)
        for name, empty in (("role", self.network.nobody), ("expression", self.network.nothing)):
            scores, labels = self._scores(name, examples, offsets)
            self.parts[name] = choice_loss(scores, labels, _numbers(examples, name), empty(asked)) / count
        pairs, _ = self._scores("voice", examples, offsets)
        groups = [group for example in examples for group in example.pairs.groups]
        self.parts["voice"] = _voice_loss(self.network.outlet(at), pairs, groups) / count

    def _stance(self, examples: list[Example], claims: list[GoldClaim], at: Tensor) -> Tensor:
        flags = torch.from_numpy(np.concatenate([example.pairs.stance for example in examples])).float()
        scores = self.network.stance(torch.cat([at, flags], -1))
        modality = torch.tensor([claim.modality for claim in claims])
        denied = torch.tensor([float(claim.denied) for claim in claims])
        return functional.cross_entropy(
            scores[:, :-1], modality, reduction="sum"
        ) + functional.binary_cross_entropy_with_logits(scores[:, -1], denied, reduction="sum")

    def _scores(self, name: str, examples: list[Example], offsets: np.ndarray) -> tuple[Tensor, Tensor]:
        parts = [getattr(example.pairs, name) for example in examples]
        left = np.concatenate([part.left + at for part, at in zip(parts, offsets, strict=False)])
        right = np.concatenate([part.right + at for part, at in zip(parts, offsets, strict=False)])
        flags = torch.from_numpy(np.concatenate([part.flags for part in parts])).float()
        states = self.states
        scores = getattr(self.network, name)(states[torch.from_numpy(left)], states[torch.from_numpy(right)], flags)
        return scores, torch.from_numpy(np.concatenate([part.labels for part in parts]))

    def total(self) -> Tensor:
        """One number to descend on."""
        return torch.stack(list(self.parts.values())).sum()


@dataclass
class Pairs:
    """The pairs of one head in one article: token indices, flags as bytes, and the right answer of each."""

    left: np.ndarray
    right: np.ndarray
    flags: np.ndarray
    labels: np.ndarray


@dataclass
class VoiceGroup:
    """The voices that a trigger chooses from: how many pairs, the right places for inner and outer; 0 is the outlet."""

    size: int
    inner: list[int]
    outer: list[int]


class Prepared:
    """All pairs of an article, made once and used in every epoch."""

    def __init__(self, sight: Sight, gold: Gold, before: Sequence[str]) -> None:
        self.inputs, self.gold = sight.inputs, gold
        triggers = [Trigger(*claim.trigger, TYPES[claim.type], 1.0) for claim in gold.claims]
        self.stance = stance_flags(sight, triggers, before).astype(np.uint8)
        parts = [self._claim(claim) for claim in gold.claims]
        self.role = _joined([part[0] for part in parts], PAIR_FLAGS, 2)
        self.expression = _joined([part[1] for part in parts], PAIR_FLAGS, len(FIELDS))
        self.voice = _joined([part[2] for part in parts], VOICE_FLAGS, 1)
        self.groups = [part[3] for part in parts]
        self.role_sizes = [len(part[0].left) for part in parts]
        self.expression_sizes = [len(part[1].left) for part in parts]

    def _claim(self, claim: GoldClaim) -> tuple[Pairs, Pairs, Pairs, VoiceGroup]:
        inputs, trigger = self.inputs, claim.trigger[0]
        right = participant_window(inputs, trigger)
        role = self._pairs(claim, right, [_role_label(claim, int(place)) for place in right], 2)
        found = expressions(inputs, trigger)
        places = np.array([one.first for one in found], dtype=np.int64)
        expression = self._pairs(claim, places, [_expression_label(claim, one) for one in found], len(FIELDS))
        mentions = voice_window(inputs, trigger, [(a, b) for a, b, _ in self.gold.mentions])
        heads = np.array([a for a, _ in mentions], dtype=np.int64)
        left = np.full_like(heads, trigger)
        flags = voice_flags(inputs.grid, left, heads, marks=inputs.voice_marks(trigger, mentions))
        return (
            role,
            expression,
            Pairs(left, heads, flags.astype(np.uint8), np.zeros((len(heads), 1), dtype=np.int64)),
            self._group(claim, mentions),
        )

    def _pairs(self, claim: GoldClaim, right: np.ndarray, labels: list[list[int]], answers: int) -> Pairs:
        left = np.full_like(right, claim.trigger[0])
        types = np.zeros((len(right), len(TYPES)), dtype=np.float32)
        types[:, claim.type] = 1
        flags = pair_flags(self.inputs.grid, left, right, types=types)
        return Pairs(left, right, flags.astype(np.uint8), np.array(labels, dtype=np.int64).reshape(len(right), answers))

    def _group(self, claim: GoldClaim, mentions: list[tuple[int, int]]) -> VoiceGroup:
        numbers = {(a, b): number for a, b, number in self.gold.mentions}

        def places(voice: int | None) -> list[int]:
            return [0] if voice is None else [1 + n for n, m in enumerate(mentions) if numbers[m] == voice]

        outer = places(claim.outer) if claim.voice is not None else []
        return VoiceGroup(len(mentions), places(claim.voice), outer)


def _joined(parts: list[Pairs], width: int, answers: int) -> Pairs:
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        return Pairs(none, none, np.zeros((0, width), dtype=np.uint8), np.zeros((0, answers), dtype=np.int64))
    return Pairs(
        *(np.concatenate([getattr(part, name) for part in parts]) for name in ("left", "right", "flags", "labels"))
    )


def _role_label(claim: GoldClaim, token: int) -> list[int]:
    """Whether the token begins the actor, the target."""
    return [int(claim.roles.get(token) == role) for role in (1, 2)]


def _expression_label(claim: GoldClaim, one: Expression) -> list[int]:
    """For each field whether the expression fills it; -1 where it is of another kind."""
    labels = [-1] * len(FIELDS)
    if one.kind in ("time", "place"):
        span = claim.time if one.kind == "time" else claim.place
        labels[FIELDS.index(one.kind)] = int(span is not None and one.first < span[1] and span[0] < one.last)
    elif isinstance(one.value, Number):
        for name in COUNTS:
            labels[FIELDS.index(name)] = int(claim.counts.get(name) == (one.value.low, one.value.high))
    return labels


def document_of(record: Record) -> Document:
    """The document that a gold record annotates."""
    given = record["document"]
    day = date.fromisoformat(given["published"][:10])
    return Document(given["id"], given["text"], day, given["outlet"], given.get("title"))


def tables_of(laid: list[tuple[Page, Layers]], found: list[Record], *, least: int = 3) -> dict[str, list[str]]:
    """The rows of the embedding tables: words seen often enough, all tags and relations; and words before a trigger."""
    words = Counter(key for page, _ in laid for key in page.tokens.keys)
    tags = sorted({tag for _, layers in laid for tag in layers.syntax.tags})
    deps = sorted({dep for _, layers in laid for dep in layers.syntax.deps})
    before = Counter(
        page.tokens.keys[claim.trigger[0] - 1]
        for (page, _), record in zip(laid, found, strict=True)
        for claim in targets(page, record).claims
        if claim.trigger[0]
    )
    return {
        "words": sorted(word for word, count in words.items() if count >= least),
        "tags": tags,
        "deps": deps,
        "before": [word for word, _ in before.most_common(WORDS_BEFORE)],
    }


def fit(
    training: list[Example], sizes: Sizes, *, epochs: int, seed: int, checked: Callable[[Network, int], None]
) -> Network:
    """A network fitted on the examples, its weights averaged over the last steps; the rate falls to nothing."""
    torch.manual_seed(seed)
    random.seed(seed)
    network = Network(sizes)
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=0.02)
    per_epoch = math.ceil(len(training) / BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=2.5e-3, total_steps=per_epoch * epochs, pct_start=0.15
    )
    averaged = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE)
    )
    for epoch in range(epochs):
        network.train()
        random.shuffle(training)
        sums: dict[str, float] = defaultdict(float)
        for start in range(0, len(training), BATCH):
            losses = Losses(network, training[start : start + BATCH])
            optimiser.zero_grad()
            torch.autograd.backward(losses.total())
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            averaged.update_parameters(network)
            for name, value in losses.parts.items():
                sums[name] += float(value.detach()) / per_epoch
        print(epoch, " ".join(f"{name} {value:.3f}" for name, value in sums.items()), flush=True)
        checked(averaged.module, epoch)
    fitted: Network = averaged.module
    return fitted


def weights_of(network: Network) -> dict[str, np.ndarray]:
    """Weights as `isnad.reading.network` reads them."""
    return exported({name: value.detach().numpy() for name, value in network.state_dict().items()})


def save(weights: dict[str, np.ndarray], tables: dict[str, list[str]], folder: Path) -> None:
    """Write `reader.npz` (half precision) and `reader.json`."""
    halves: dict[str, Any] = {name: value.astype(np.float16) for name, value in weights.items()}
    np.savez(folder / "reader.npz", **halves)
    (folder / "reader.json").write_text(json.dumps(tables, ensure_ascii=False, indent=0), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument(
        "--annotated", type=Path, nargs="*", default=[], help="corpora that hold the text of training/annotations"
    )
    parser.add_argument("--negatives", type=Path, help="a corpus to take articles of sport and business from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--hold-out", type=int, default=0, help="leave every nth article out and score on it")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    found = [*records(args.gold), *annotated(args.annotated)]
    laid = lay_out([document_of(record) for record in found])
    tables = tables_of(laid, found)
    rows = reading.vocabulary(tables)
    looked = [
        (record, see(document_of(record), page, layers, rows))
        for record, (page, layers) in zip(found, laid, strict=True)
    ]
    training = [
        Example(
            sight.document.id, sight.inputs, gold := targets(sight.page, record), Prepared(sight, gold, rows.before)
        )
        for n, (record, sight) in enumerate(looked)
        if not args.hold_out or n % args.hold_out
    ]
    if args.negatives:
        without = list(negatives(args.negatives, each=40))
        for document, (page, layers) in zip(without, lay_out(without), strict=True):
            sight, none = see(document, page, layers, rows), nothing(page)
            training.append(Example(document.id, sight.inputs, none, Prepared(sight, none, rows.before)))
    held = [(record, sight) for n, (record, sight) in enumerate(looked) if args.hold_out and n % args.hold_out == 0]
    first = training[0].inputs
    sizes = Sizes(
        vector=first.vector.shape[1],
        context=first.context.shape[1],
        flags=FLAGS,
        words=len(tables["words"]) + 1,
        affixes=AFFIXES,
        tags=len(tables["tags"]) + 1,
        deps=len(tables["deps"]) + 1,
        pair_flags=PAIR_FLAGS,
        voice_flags=VOICE_FLAGS,
        stance_flags=width(len(rows.before)),
    )

    def check(network: Network, epoch: int) -> None:
        if held and (epoch % 4 == 3 or epoch == args.epochs - 1):
            network.eval()
            report(reading.Network(weights_of(network), rows), held)

    network = fit(training, sizes, epochs=args.epochs, seed=1, checked=check)
    save(weights_of(network.eval()), tables, args.out)


def report(network: reading.Network, held: list[tuple[Record, Sight]]) -> None:
    """Print the scores on articles that were left out."""
    gold = {record["document"]["id"]: record for record, _ in held}
    share_states([sight for _, sight in held], network)
    system = {sight.document.id: reading_record(decide(sight, network)) for _, sight in held}
    found = score(gold, system)
    print("  ".join(f"{name} {found.rows[name].f1:.3f}" for name in ROWS), flush=True)


if __name__ == "__main__":
    main()
