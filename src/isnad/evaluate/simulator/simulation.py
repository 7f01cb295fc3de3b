"""The simulation: readings in the order of publication, and the truth about them; the same for the same seed."""

import math
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from isnad.evaluate.simulator.articles import Article, article
from isnad.evaluate.simulator.pieces import Piece, Telling, framed, standing
from isnad.evaluate.simulator.stage import theatres
from isnad.evaluate.simulator.stories import Item, stories
from isnad.evaluate.simulator.truth import Ledger, Truth
from isnad.evaluate.simulator.witnesses import Account, calendar
from isnad.evaluate.simulator.world import World
from isnad.model import Reading

_DAYS, _AT = 75, 10_000
"""A simulation of 10,000 claims lasts 75 days; of a hundred times as many, ten times as long and ten times as busy."""
_CLAIMS = 19.5
"""Claims that a happening gives rise to, on average."""
_TOGETHER, _BACKGROUND, _STANDING = 0.6, 0.7, 0.12


@dataclass(frozen=True, slots=True)
class Simulation:
    """About ``claims`` claims from the world of ``seed``."""

    claims: int
    seed: int

    @property
    def days(self) -> int:
        """How long it lasts; the first day is 1 January 2024."""
        return max(30, round(_DAYS * math.sqrt(self.claims / _AT)))

    def readings(self) -> Iterator[Reading]:
        """Documents with their claims as a faultless reader would have them, as they are published."""
        return (one.reading for one in self.articles())

    def truth(self) -> Truth:
        """What lies behind all of it; runs the simulation once more."""
        ledger = Ledger()
        for one in self.articles():
            ledger.add(one)
        return ledger.truth()

    def articles(self) -> Iterator[Article]:
        """The same with what lies behind each claim."""
        world = World(Random(f"world {self.seed}"), days=self.days, rate=self.claims / _CLAIMS / self.days)
        random, waiting = Random(f"press {self.seed}"), defaultdict[int, list[Item]](list)
        recent: dict[str | None, deque[Item]] = defaultdict(lambda: deque(maxlen=40))
        number = 0
        for day in range(self.days):
            for happening in world.day(day):
                for item in stories(happening, random, until=self.days):
                    waiting[item.day].append(item)
            for items in _gathered(waiting.pop(day, []), random):
                number += 1
                id = f"sim{self.seed}-{number:06d}"
                for item in items:
                    item.document = id
                country = items[0].happening.country
                yield article(items, _background(items[0], recent[country], random), id=id)
                recent[country].extend(items)


def _gathered(items: list[Item], random: Random) -> Iterator[list[Item]]:
    """The items of a day in their order; some of one outlet and country are printed as one article."""
    items.sort(key=lambda item: (item.order, item.happening.number, item.outlet.name))
    open_: dict[tuple[str, str | None], list[Item]] = {}
    made: list[list[Item]] = []
    for item in items:
        key = (item.outlet.name, item.happening.country)
        there = open_.get(key)
        if there and len(there) < 4 and random.random() < _TOGETHER and _apart(there, item):
            there.append(item)
        else:
            open_[key] = [item]
            made.append(open_[key])
    yield from made


def _apart(items: list[Item], item: Item) -> bool:
    return all(one.happening.number != item.happening.number for one in items)


def _background(head: Item, recent: "deque[Item]", random: Random) -> list[Piece]:
    """Sentences on what was printed of the same country on the days before, and on how things stand there."""
    made: list[Piece] = []
    if recent and random.random() < _BACKGROUND:
        for old in random.sample(recent, min(len(recent), random.randint(1, 2))):
            if old.account and head.day - old.day in range(1, 7) and old.happening.number != head.happening.number:
                made += _recalled(old, old.account, head, random)
    if head.happening.country and random.random() < _STANDING:
        theatre = theatres()[head.happening.theatre]
        place = random.choices(theatre.towns, cum_weights=theatre.bars)[0]
        actor = theatre.roles[random.choice(("state", "rebels"))]
        made.append(standing(head.happening, actor, place, calendar(head.day), random))
    return made


def _recalled(old: Item, account: Account, head: Item, random: Random) -> list[Piece]:
    telling = Telling(old.happening, account.as_of(old.day), calendar(head.day), old.day, account.voice.key, plain=True)
    made = framed(telling, "background", random, tail=random.random() < 0.6)
    return [made] if made else []


def simulate(*, claims: int, seed: int) -> Simulation:
    """A simulation of about so many claims."""
    return Simulation(claims, seed)
