"""What happens: a world of conflicts, talks and protests, day after day, of which everything is known."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from isnad.evaluate.simulator.nouns import Body, Expected, Happening, Kind, Spot
from isnad.evaluate.simulator.stage import Theatre, bodies, kinds, nations, theatres
from isnad.evaluate.simulator.words import bars, data, heavy
from isnad.model import Count, Expectation, Status

_QUIET = 14
"""So many days around an expectation nothing else of its kind happens between the same parties in the same place."""
_GRACE = 10
"""A day that was said and passed nearer to the end than this leaves it open whether more is to come."""
_WORTH, _MOST = 1.0, 60
_STATUSES: tuple[Status, ...] = ("fulfilled", "late", "broken", "lapsed", "open")
_STATUS_BARS = bars([40, 15, 19, 20, 6])
_FORMS: dict[str, tuple[Expectation, ...]] = {
    "ASSAULT": ("threat", "threat", "prediction"),
    "COERCE": ("threat", "plan"),
    "PROTEST": ("threat", "plan"),
    "SANCTION": ("threat", "prediction", "plan"),
    "RETREAT": ("demand", "plan", "prediction"),
    "CONCEDE": ("demand", "plan"),
    "CONSULT": ("plan", "plan", "prediction"),
    "AGREE": ("plan", "prediction"),
    "AID": ("plan",),
    "MOBILIZE": ("plan", "prediction"),
}
_INVENTED = 0.05
_PUBLIC = ("CONSULT", "AGREE")
"""What nobody makes up, because all can see whether it was."""
Key = tuple[str, str, str]


class World:
    """Happenings by day, drawn from a seeded source of chance."""

    def __init__(self, random: Random, *, days: int, rate: float) -> None:
        self.random, self.days, self.rate = random, days, rate
        self._number = 0
        self._waiting: dict[int, list[Happening]] = defaultdict(list)
        self._taken: dict[Key, int] = {}
        self._busy: set[tuple[str, str, int]] = set()
        self._kind_bars = bars([kind.share for kind in kinds()])
        self._theatre_bars = bars([row["share"] for row in data("theatres")])

    def day(self, day: int) -> list[Happening]:
        """What begins on a day: happens, or is held out."""
        wanted = self.rate * (0.6 + 0.8 * self.random.random())
        count = int(wanted) + (self.random.random() < wanted % 1)
        begun = self._waiting.pop(day, [])
        for _ in range(max(0, count - len(begun))):
            begun.extend(self._begin(day))
        self._busy = {one for one in self._busy if one[2] >= day}
        return begun

    def _begin(self, day: int) -> Iterator[Happening]:
        for _ in range(20):
            made = self._draw(day)
            key = key_of(made)
            if self._taken.get(key, -1) >= day or (made.kind.name, key[2], day) in self._busy:
                continue
            if made.place and made.kind.type not in _PUBLIC and self.random.random() < _INVENTED:
                yield replace(self._note(made, day), invented=True)
            elif self.random.random() < made.kind.series:
                yield self._series(made, day)
            elif self.random.random() < made.kind.held:
                yield self._hold_out(made, day, key)
            else:
                yield self._note(made, day)
            return

    def _note(self, made: Happening, day: int) -> Happening:
        key = key_of(made)
        self._busy.add((made.kind.name, key[2], day))
        self._taken[key] = max(self._taken.get(key, -1), day - 1)
        return replace(made, day=day)

    def _series(self, made: Happening, day: int) -> Happening:
        """The first of a row of days on which the same is done to the same place."""
        last = min(self.days - 1, day + 1 + heavy(self.random, 1.0, 10))
        for later in range(day + 1, last + 1):
            if self.random.random() < 0.8:
                again = self._anew(made)
                self._waiting[later].append(replace(again, day=later))
                self._busy.add((made.kind.name, key_of(made)[2], later))
        return self._note(made, day)

    def _anew(self, made: Happening) -> Happening:
        self._number += 1
        counts = {name: self._size(name, mean) for name, mean in made.kind.counts.items()}
        return replace(made, number=self._number, counts=counts, worth=heavy(self.random, 1.6, 12))

    def _hold_out(self, made: Happening, day: int, key: Key) -> Happening:
        expected, happens = self._expect(made.kind, day)
        self._taken[key] = max(expected.due[1] if expected.due else day, happens or day, day) + _QUIET
        self._busy.add((made.kind.name, key[2], day))
        return replace(made, day=happens, expected=expected)

    def _expect(self, kind: Kind, day: int) -> tuple[Expected, int | None]:
        """What is held out on a day, and the day it happens on, None for never."""
        random, form = self.random, self.random.choice(_FORMS[kind.type])
        due = self._due(day)
        status = random.choices(_STATUSES, cum_weights=_STATUS_BARS)[0]
        if due and due[1] > self.days - _GRACE:
            due, status = (due, "open") if due[0] >= self.days else (None, "open")
        if due is None and status in ("late", "lapsed"):
            status = "open"
        if status == "open" and due:
            due = due if due[0] >= self.days else None
        happens = settled = None
        if status == "fulfilled":
            happens = random.randint(*due) if due else day + random.randint(2, 12)
        elif status == "late" and due:
            happens = due[1] + random.randint(1, 6)
        elif status == "broken":
            settled = random.randint(day + 1, due[1] + 1) if due else day + random.randint(1, 8)
        if max(happens or 0, settled or 0) >= self.days:
            return Expected(form, day, None, "open", None), None
        return Expected(form, day, due, status, settled), happens

    def _due(self, day: int) -> tuple[int, int] | None:
        draw = self.random.random()
        if draw < 0.25:
            return None
        if draw < 0.38:
            monday = day + 7 - day % 7
            return monday, monday + 6
        ahead = day + 2 + heavy(self.random, 0.9, 12)
        return ahead, ahead

    def _draw(self, day: int) -> Happening:
        """A happening that may begin on a day, whose own day is still to be set."""
        random = self.random
        kind = random.choices(kinds(), cum_weights=self._kind_bars)[0]
        number = random.choices(range(len(theatres())), cum_weights=self._theatre_bars)[0]
        theatre = theatres()[number]
        doer, other = random.choice(kind.who)
        actor = self._party(doer, theatre)
        target = self._party(other, theatre, apart=actor) if other else None
        abroad = "nation" in (doer, other) and kind.place != "town"
        place = self._where(kind, theatre, abroad=abroad)
        self._number += 1
        counts = {name: self._size(name, mean) for name, mean in kind.counts.items()}
        return Happening(
            self._number,
            kind,
            number,
            None if abroad else theatre.country,
            actor,
            target,
            place,
            day,
            counts,
            random.choice(kind.topics) if kind.topics else None,
            heavy(random, _WORTH, _MOST),
        )

    def _party(self, role: str, theatre: Theatre, *, apart: Body | None = None) -> Body:
        if role in theatre.roles:
            return theatre.roles[role]
        pool = [one for one, _ in nations()] if role == "nation" else list(bodies(f"{role}s"))
        pool = [one for one in pool if one != apart]
        return pool[min(heavy(self.random, 0.6, len(pool)), len(pool)) - 1]

    def _where(self, kind: Kind, theatre: Theatre, *, abroad: bool) -> Spot | None:
        if kind.place is None:
            return None
        if kind.place == "seat" or (kind.place == "any" and abroad and self.random.random() < 0.6):
            return nations()[heavy(self.random, 0.5, len(nations())) - 1][1]
        return self.random.choices(theatre.towns, cum_weights=theatre.bars)[0]

    def _size(self, name: Count, mean: float) -> int:
        """A count around its mean, of which a few are large; people held, lorries and crowds are three at least."""
        size = int(mean * (0.3 + self.random.expovariate(1.4)))
        if self.random.random() < 0.04:
            size *= 6
        return max(FEWEST.get(name, 0), size)


FEWEST: dict[Count, int] = {"detained": 3, "size": 3}


def key_of(made: Happening) -> Key:
    """What makes two happenings of one day hard to tell apart: type, doer, and place or who it is done to."""
    where = made.place.name if made.place else made.target.name if made.target else ""
    return made.kind.type, made.actor.name, where
