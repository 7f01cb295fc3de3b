"""What outlets make of what witnesses say: heard, credited, copied, rewritten, put as rumour, carried in a circle."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from isnad.evaluate.simulator.nouns import Body, Expected, Happening, Said, Voice
from isnad.evaluate.simulator.pieces import Piece, Sort, Telling, framed, shifted
from isnad.evaluate.simulator.stage import Outlet, bodies, outlets, printing, theatres
from isnad.evaluate.simulator.witnesses import (
    Account,
    bystander,
    calendar,
    deniers,
    erring,
    speaker,
    unnamed,
    witnesses,
)
from isnad.evaluate.simulator.words import bars
from isnad.model import Expectation, Modality, Polarity

UNKNOWN = Voice("?", "unknown", ("تقارير", "أنباء"), "f", many=True)
Route = Literal["credited", "copied", "lifted", "rewritten", "rumoured"]
_ROUTES: tuple[Route, ...] = ("credited", "copied", "lifted", "rewritten", "rumoured")
_ROUTE_BARS = bars([50, 24, 15, 8, 3])
_DIRECT = 0.5
"""How often an outlet hears a public voice itself although others have printed it."""
_AGAIN = 2
"""So many articles an outlet prints of one happening."""


@dataclass(slots=True)
class Item:
    """What one outlet prints of one happening on one day; ``copied``: items, and how many sentences of them.

    ``document`` is given when it is printed; ``account`` is what it leads with, where it tells what happened.
    """

    happening: Happening
    outlet: Outlet
    day: int
    order: float
    title: Piece | None = None
    body: list[Piece] = field(default_factory=list)
    copied: list[tuple["Item", int]] = field(default_factory=list)
    document: str = ""
    account: Account | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """How what is told stands: its frame and title where it is no report of what happened."""

    frame: str | None = None
    title: str = "title"
    modality: Modality = "actual"
    polarity: Polarity = "+"
    sort: Sort = "actual"


HAPPENED = Stance()
_STANCES: dict[Expectation, Stance] = {
    "plan": Stance("plan", "title_plan", "planned", sort="expected"),
    "threat": Stance("threat", "title_threat", "planned", sort="expected"),
    "demand": Stance("demand", "title_demand", "wanted", sort="expected"),
    "prediction": Stance("prediction", "title_plan", "predicted", sort="expected"),
}
_CANCELLED = Stance("cancelled", "title_cancelled", "planned", "-", "expected")
_MISSED = Stance("missed", "title_cancelled", "actual", "-", "possible")


@dataclass(slots=True)
class Press:
    """The printing of one happening: what each account has been printed as, and where."""

    happening: Happening
    random: Random
    accounts: list[Account]
    stance: Stance = HAPPENED
    printed: dict[int, list[tuple[Item, list[Piece]]]] = field(default_factory=dict)
    times: dict[str, list[int]] = field(default_factory=dict)
    copiers: dict[tuple[int, int], list[tuple[Item, int]]] = field(default_factory=dict)

    def run(self, *, first: int, count: int, until: int) -> Iterator[Item]:
        """The articles, in the order of their days; fewer where no outlet is left."""
        offsets = sorted(self._offset(number, count) for number in range(count))
        for offset in offsets:
            day = first + offset
            if day < until and (outlet := self._outlet(day)) and (item := self._write(outlet, day)):
                yield item

    def _offset(self, number: int, count: int) -> int:
        return 0 if number == 0 else min(6, int(self.random.expovariate(1.1 if count < 10 else 0.7)))

    def _outlet(self, day: int) -> Outlet | None:
        """Who prints next: one who alone has a voice, an agency at first, else whoever."""
        random = self.random
        fresh = [
            one for n, one in enumerate(self.accounts) if n not in self.printed and one.carriers and one.day <= day
        ]
        chosen, heaped = printing(self.happening.country)
        for _ in range(12):
            outlet = random.choices(chosen, cum_weights=heaped)[0]
            if fresh and random.random() < 0.6:
                outlet = random.choice(fresh[0].carriers)
            elif not self.printed and not outlet.wire and random.random() < 0.5:
                continue
            days = self.times.get(outlet.name, [])
            if len(days) < _AGAIN and day not in days:
                return outlet
        return None

    def _write(self, outlet: Outlet, day: int) -> Item | None:
        numbers = self._choose(outlet, day)
        if not numbers:
            return None
        last = max((item.order for told in self.printed.values() for item, _ in told if item.day == day), default=0.0)
        item = Item(self.happening, outlet, day, last + (1 - last) * self.random.random() * 0.4)
        for number in numbers:
            self._tell(item, number, lead=number == numbers[0])
        if not item.body:
            return None
        self._head(item, self.accounts[numbers[0]])
        item.account = None if self.stance.frame or self.accounts[numbers[0]].denies else self.accounts[numbers[0]]
        self._add(item, self.accounts[numbers[0]])
        self.times.setdefault(outlet.name, []).append(day)
        return item

    def _choose(self, outlet: Outlet, day: int) -> list[int]:
        """The accounts that an outlet can have on a day, at most three; its own first."""
        can = [n for n, one in enumerate(self.accounts) if self._within(n, one, outlet, day)]
        if not can:
            return []
        mine = [n for n in can if outlet in self.accounts[n].carriers and n not in self.printed]
        head = mine[0] if mine else can[min(int(self.random.expovariate(1.2)), len(can) - 1)]
        more = [n for n in can if n != head and self.random.random() < 0.45]
        return [head, *more][:3]

    def _within(self, number: int, account: Account, outlet: Outlet, day: int) -> bool:
        if account.day > day:
            return False
        return not account.carriers or outlet in account.carriers or self._sources(number, outlet, day) != []

    def _sources(self, number: int, outlet: Outlet, day: int) -> list[tuple[Item, list[Piece]]]:
        told = self.printed.get(number, [])
        return [one for one in told if one[0].outlet is not outlet and day - one[0].day <= 4]

    def _tell(self, item: Item, number: int, *, lead: bool) -> None:
        """Add what an account says, by one way or another."""
        account, random = self.accounts[number], self.random
        sources = self._sources(number, item.outlet, item.day)
        direct = item.outlet in account.carriers or not account.carriers
        if direct and (not sources or account.carriers or random.random() < _DIRECT):
            pieces = list(self._heard(item, account, lead=lead))
            self.printed.setdefault(number, []).append((item, pieces))
        else:
            pieces = self._second_hand(item, account, number, sources, lead=lead)
        item.body.extend(pieces)

    def _heard(self, item: Item, account: Account, *, lead: bool) -> Iterator[Piece]:
        """What an outlet has from the voice itself: once in full, mostly once more in fewer words."""
        random, voice = self.random, account.voice
        if self.stance.frame or account.denies:
            yield from self._one(item, account, self.stance.frame or "denied", (voice,))
            return
        frame = "unnamed" if voice.kind == "anonymous" else "told"
        if account.own and account.plain:
            yield from self._one(item, account, "own", (), origin=voice.key, tail=True)
            return
        if lead and random.random() < 0.45:
            yield from self._one(item, account, "own", (), origin=None, tail=True)
            yield from self._one(item, account, frame, (voice,), sparse=True, tail=random.random() < 0.5)
            if random.random() < 0.5:
                yield from self._more(item, account, (voice,), frame)
            return
        if self._blames(account) and random.random() < 0.6:
            yield from self._one(item, account, "accused", (voice,))
        else:
            yield from self._one(item, account, frame, (voice,), tail=True)
        if random.random() < 0.7:
            yield from self._more(item, account, (voice,), frame)

    def _more(self, item: Item, account: Account, chain: tuple[Voice, ...], frame: str) -> Iterator[Piece]:
        """A further sentence: the new toll, the toll again, the words themselves, or the same in fewer words."""
        random, day = self.random, item.day
        if account.rises(day):
            yield from self._one(item, account, "risen", chain)
        elif random.random() < 0.35 and account.tolls.keys() & {"dead"}:
            yield from self._one(item, account, "killed", (), origin=None, sparse=True)
        elif chain[-1].kind in ("person", "organization") and len(chain) == 1 and random.random() < 0.5:
            yield from self._quoted(item, account)
        else:
            yield from self._one(item, account, frame, chain, sparse=True, tail=True)

    def _quoted(self, item: Item, account: Account) -> Iterator[Piece]:
        """The same words of a voice in every outlet that quotes it."""
        if account.quote is None:
            made = list(self._one(item, account, "quoted", (account.voice,), quoted=True))
            account.quote = made[0] if made else None
        if account.quote is not None:
            yield account.quote

    def _blames(self, account: Account) -> bool:
        body, said = account.voice.body, account.said
        return bool(
            body and said.actor and said.actor != body and body in (self.happening.actor, self.happening.target)
        )

    def _one(
        self,
        item: Item,
        account: Account,
        frame: str,
        chain: tuple[Voice, ...],
        *,
        origin: str | None = "",
        tail: bool = False,
        sparse: bool = False,
        quoted: bool = False,
    ) -> Iterator[Piece]:
        """The sentence of a frame, nothing where it can't be told so. ``origin`` is the voice's unless given."""
        stance = self.stance
        denied = account.denies
        telling = Telling(
            self.happening,
            account.as_of(item.day),
            calendar(item.day),
            item.day,
            account.voice.key,
            chain,
            None if denied else account.voice.key if origin == "" else origin,
            "-" if denied else stance.polarity,
            stance.modality,
            stance.sort,
            item.outlet.wire or quoted,
            "none" if not chain else "direct" if quoted else "indirect",
            sparse,
        )
        if made := framed(telling, frame, self.random, tail=tail):
            yield made

    def _second_hand(
        self, item: Item, account: Account, number: int, sources: Sequence[tuple[Item, list[Piece]]], *, lead: bool
    ) -> list[Piece]:
        """What an outlet has from others: credited, copied with or without a word, rewritten, or put as rumour."""
        random = self.random
        wires = [one for one in sources if one[0].outlet.wire]
        source, pieces = random.choice(wires if wires and random.random() < 0.75 else sources)
        route = random.choices(_ROUTES, cum_weights=_ROUTE_BARS)[0]
        fresh = source.outlet.wire or source.day == item.day
        if route in ("copied", "lifted") and lead and pieces and fresh:
            return self._copy(item, source, number, pieces, credited=route == "copied")
        told = self.stance.frame is None and not account.denies
        if route == "rewritten" and told:
            return list(self._one(item, account, "own", (), origin=None, tail=True))
        if route == "rumoured" and told:
            return list(self._one(item, account, "rumoured", (UNKNOWN,), origin=None, tail=True))
        return list(self._credit(item, account, source.outlet.voice))

    def _credit(self, item: Item, account: Account, outlet: Voice) -> Iterator[Piece]:
        random, voice = self.random, account.voice
        if self.stance.frame or account.denies:
            frame = self.stance.frame or "denied"
            if frame in ("plan", "prediction", "denied", "cancelled", "missed"):
                yield from self._one(item, account, "relayed_" + frame, (outlet, voice))
            else:
                yield from self._one(item, account, frame, (voice,))
            return
        if account.own or random.random() < 0.35:
            yield from self._one(item, account, "told", (outlet,), tail=True)
        else:
            yield from self._one(item, account, "relayed", (outlet, voice), tail=True)
        if random.random() < 0.35:
            yield from self._more(item, account, (outlet,), "told")

    def _copy(self, item: Item, source: Item, number: int, pieces: list[Piece], *, credited: bool) -> list[Piece]:
        """The first sentences of another's report as they stand, behind its name where it is credited."""
        taken = pieces[: self.random.randint(1, len(pieces))] if self.random.random() < 0.3 else list(pieces)
        others = self.copiers.setdefault((id(source), number), [])
        item.copied.append((source, len(taken)))
        item.copied.extend((other, min(shared, len(taken))) for other, shared in others if other is not item)
        others.append((item, len(taken)))
        return credit_line(taken, source.outlet.voice, self.happening, self.random) if credited else taken

    def _head(self, item: Item, account: Account) -> None:
        """The title: the outlet's own words, seldom with the voice before them."""
        stance, voice = self.stance, account.voice
        if account.denies:
            made = list(self._one(item, account, "title_denied", (voice,)))
        elif stance.title != "title":
            made = list(
                self._one(item, account, stance.title, (voice,) if "plan" not in stance.title else (), origin=None)
            )
        elif account.rises(item.day) and self.random.random() < 0.7:
            made = list(self._one(item, account, "title_risen", (), origin=None))
        elif voice.kind == "organization" and self.random.random() < 0.2:
            made = list(self._one(item, account, "title_told", (voice,), origin=None))
        else:
            made = list(self._one(item, account, "title", (), origin=None))
        item.title = made[0] if made else None

    def _add(self, item: Item, account: Account) -> None:
        """What follows: the happening spoken of once more, in no more words than that it was."""
        if self.stance is HAPPENED and not account.denies and self.random.random() < 0.4:
            frame = "later_f" if self.happening.kind.noun[1] == "f" else "later"
            item.body.extend(self._one(item, account, frame, (), origin=None, sparse=True))


def credit_line(pieces: list[Piece], wire: Voice, happening: Happening, random: Random) -> list[Piece]:
    """The sentences with the line before them that names place and agency; some further ones lose sight of it."""
    town = theatres()[happening.theatre].seat.ar
    words = f"{town} ({wire.forms[0]}) - "
    start = len(town) + 2
    head = shifted(pieces[0], len(words), before=wire)
    head.text = words + head.text
    head.voices.insert(0, (start, start + len(wire.forms[0]), wire))
    rest = [shifted(one, 0, before=wire) if random.random() < 0.5 else one for one in pieces[1:]]
    return [head, *rest]


def stories(happening: Happening, random: Random, *, until: int) -> Iterator[Item]:
    """All that is printed of a happening before the day ``until``, each part in the order of its days."""
    if happening.invented:
        yield from circle(happening, random, until=until)
        return
    if happening.expected:
        yield from _held_out(happening, happening.expected, random, until=until)
    if happening.day is not None:
        accounts = [*witnesses(happening, random), *deniers(happening, random)]
        yield from Press(happening, random, accounts).run(first=happening.day, count=happening.worth, until=until)


def _held_out(happening: Happening, expected: Expected, random: Random, *, until: int) -> Iterator[Item]:
    due = expected.due
    first, last = (calendar(due[0]), calendar(due[1])) if due else (None, None)
    said = Said(happening.actor, happening.target, happening.place, first, last)
    accounts = [Account(voice, said, expected.day) for voice in _foretellers(happening, expected.kind, random)]
    press = Press(happening, random, accounts, _STANCES[expected.kind])
    yield from press.run(first=expected.day, count=min(8, happening.worth + 1), until=until)
    if expected.settled is not None:
        missed = due is not None and expected.settled > due[1]
        voice = speaker(_party(happening), random)
        ended = Press(happening, random, [Account(voice, said, expected.settled)], _MISSED if missed else _CANCELLED)
        yield from ended.run(first=expected.settled, count=min(4, happening.worth + 1), until=until)


def _party(happening: Happening) -> Body:
    theatre = theatres()[happening.theatre]
    return happening.actor if happening.actor.actor else theatre.roles["government"]


def _foretellers(happening: Happening, kind: Expectation, random: Random) -> list[Voice]:
    """Who holds it out: whoever will do it, for a threat; who asks it of them; others foresee it."""
    theatre = theatres()[happening.theatre]
    if kind == "threat":
        actor = happening.actor
        return [
            speaker(actor, random)
            if actor.actor
            else Voice(f"x:{actor.ar}", "organization", (actor.ar,), actor.g, actor.ar, body=actor)
        ]
    if kind == "demand":
        other = theatre.roles["rebels" if happening.actor == theatre.roles["state"] else "state"]
        return [speaker(random.choice([other, *bodies("pleaders")]), random)]
    if kind == "prediction":
        return [random.choice([bystander(happening, random), unnamed(happening, 90, random)])]
    voices = [speaker(_party(happening), random)]
    return voices if random.random() < 0.7 else [unnamed(happening, 91, random), *voices]


def circle(happening: Happening, random: Random, *, until: int) -> Iterator[Item]:
    """A report with nothing behind it: outlets that have it from each other, and some that follow them."""
    papers = [one for one in outlets() if not one.wire and one.country in (None, happening.country)]
    ring = random.sample(papers, 3 if random.random() < 0.35 else 2)
    said = erring(happening, random)
    told = Account(Voice(f"o:{happening.number}", "unknown", ("",)), said, happening.day or 0)
    press = Press(happening, random, [told])
    first = happening.day or 0
    opening = random.random() < 0.5
    steps: list[tuple[Outlet, Outlet | None, int]] = []
    if opening:
        steps.append((ring[0], None, 0))
        steps += [(ring[n], ring[n - 1], n) for n in range(1, len(ring))]
        steps.append((ring[0], ring[-1], len(ring)))
    else:
        steps += [(one, ring[n - 1], n) for n, one in enumerate(ring)]
    followers = random.sample([one for one in papers if one not in ring], min(3, max(0, happening.worth - 2)))
    steps += [(one, random.choice(ring), len(ring) + 1) for one in followers]
    for outlet, cited, offset in steps:
        if first + offset < until and (item := _circled(press, outlet, cited, first + offset)):
            yield item


def _circled(press: Press, outlet: Outlet, cited: Outlet | None, day: int) -> Item | None:
    item, account = Item(press.happening, outlet, day, press.random.random()), press.accounts[0]
    if cited:
        item.body.extend(press._one(item, account, "told", (cited.voice,), tail=True))
    else:
        item.body.extend(press._one(item, account, "own", (), tail=True))
    press._head(item, account)
    return item if item.body else None
