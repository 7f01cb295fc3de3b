"""Who tells of a happening, how they err, and who denies it or tells it the other way round."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from isnad.evaluate.simulator.nouns import Body, Happening, Range, Said, Spot, Voice
from isnad.evaluate.simulator.stage import Outlet, Theatre, printing, theatres
from isnad.evaluate.simulator.words import VAGUE, bars, data
from isnad.evaluate.simulator.world import FEWEST
from isnad.model import Count

BEGINNING = date(2024, 1, 1)
"""The first day of every simulation; a Monday."""
_ORIGINS_BARS = bars([46, 31, 12, 6, 3, 2])
_EXACT, _OFF, _VAGUE = 0.76, 0.93, 0.96
"""How often a witness counts right, is off by a little, says tens; else it gives no figure."""
_WRONG_DAY, _WRONG_PLACE, _WIDER_PLACE, _NO_PLACE = 0.025, 0.015, 0.07, 0.02
_LEVEL, _BLAMES, _DENIES = 0.08, 0.5, 0.25
_RISES = 0.45


@dataclass(slots=True)
class Account:
    """One origin: a voice and what it says, as of each day.

    ``carriers`` are the outlets that heard an unnamed voice or sent their own people, empty where all may hear it.
    ``day`` is when it first speaks. ``own``: an outlet's own people saw it. ``quote`` are the words it is quoted with.
    """

    voice: Voice
    said: Said
    day: int
    tolls: Mapping[Count, tuple[Range, ...]] = field(default_factory=dict)
    carriers: tuple[Outlet, ...] = ()
    own: bool = False
    plain: bool = False
    denies: bool = False
    quote: Any = None

    def as_of(self, day: int) -> Said:
        """What it says on a day: tolls rise."""
        counts = {name: steps[min(max(day - self.day, 0), len(steps) - 1)] for name, steps in self.tolls.items()}
        return replace(self.said, counts=counts) if counts else self.said

    def rises(self, day: int) -> bool:
        """Whether its count of the dead on a day is higher than the one before."""
        steps, since = self.tolls.get("dead", ()), day - self.day
        return 0 < since < len(steps) and steps[since] > steps[since - 1]


def calendar(day: int) -> date:
    """The date of a day of the simulation."""
    return BEGINNING + timedelta(days=day)


def witnesses(happening: Happening, random: Random) -> list[Account]:
    """The accounts of what happened; the first is the one most printed. Each is another origin."""
    assert happening.day is not None
    most = min(6, happening.worth + (random.random() < 0.4))
    count = min(most, random.choices(range(1, 7), cum_weights=_ORIGINS_BARS)[0] + (happening.worth > 8))
    rising = random.random() < _RISES
    voices = _voices(happening, count, random)
    return [_account(happening, heard, random, rising=rising, first=not n) for n, heard in enumerate(voices)]


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice and who alone could hear it."""

    voice: Voice
    carriers: tuple[Outlet, ...] = ()
    own: bool = False
    plain: bool = False


def _voices(happening: Happening, count: int, random: Random) -> list[Heard]:
    found: dict[str, Heard] = {}
    for _ in range(count * 4):
        heard = _heard(happening, len(found), random)
        found.setdefault(heard.voice.key, heard)
        if len(found) == count:
            break
    return list(found.values())


def _heard(happening: Happening, number: int, random: Random) -> Heard:
    draw, theatre = random.random(), theatres()[happening.theatre]
    if draw < 0.36:
        return Heard(public_voice(happening, theatre, random))
    if draw < 0.50:
        return Heard(bystander(happening, random))
    if draw < 0.86:
        return unnamed_heard(happening, number, random)
    outlet = _carrier(happening, random)
    words = f"مراسل {outlet.voice.forms[0]}"
    voice = Voice(f"c:{outlet.name}", "media", (words,), "m", words)
    return Heard(voice, (outlet,), own=True, plain=random.random() < 0.25)


def _carrier(happening: Happening, random: Random) -> Outlet:
    chosen, heaped = printing(happening.country)
    outlet = random.choices(chosen, cum_weights=heaped)[0]
    again = random.choices(chosen, cum_weights=heaped)[0]
    return outlet if outlet.wire else again


def unnamed(happening: Happening, number: int, random: Random) -> Voice:
    """An unnamed voice of this happening alone."""
    return unnamed_heard(happening, number, random).voice


def unnamed_heard(happening: Happening, number: int, random: Random) -> Heard:
    """An unnamed voice; now and then one and the same person spoke to two outlets."""
    rows = data("voices")["unnamed" if happening.country else "envoys"]
    row = random.choice(rows)
    carriers = [_carrier(happening, random)]
    if happening.worth > 2 and random.random() < 0.15:
        carriers.append(_carrier(happening, random))
    reason = random.choice(data("voices")["reasons"]) if row["g"] == "m" and random.random() < 0.15 else None
    key = f"u:{happening.number}:{number}"
    many = row.get("many", False)
    forms = (f"{row['ar']} {reason}", row["ar"]) if reason else (row["ar"],)
    voice = Voice(key, "anonymous", forms, row["g"], side=row["side"], many=many, reason=reason)
    return Heard(voice, tuple(dict.fromkeys(carriers)))


def public_voice(happening: Happening, theatre: Theatre, random: Random) -> Voice:
    """A body or its spokesman: whichever is heard, it is one voice."""
    if happening.country is None or happening.actor.actor is None:
        parties = [happening.actor, *([happening.target] if happening.target else [])]
        pool = [one for one in parties if one.actor] or [theatre.roles["government"], theatre.roles["police"]]
    else:
        pool = [
            happening.actor,
            *(theatre.roles[role] for role in ("state", "rebels", "health", "watch", "government")),
        ]
        if not happening.counts.keys() & {"dead", "injured"}:
            pool = [one for one in pool if one not in (theatre.roles["health"],)]
    return speaker(random.choice(pool), random)


def speaker(body: Body, random: Random) -> Voice:
    """The body under its own name, or the one who speaks for it."""
    if random.random() < 0.55:
        return Voice(f"b:{body.name}", "organization", (body.ar,), body.g, body.name, body.actor, body)
    return spokesman(body)


@cache
def spokesman(body: Body) -> Voice:
    """The person who speaks for a body, always the same one. The name is as the article prints it."""
    random, rows = Random(body.name), data("voices")
    name = f"{random.choice(rows['given'])} {random.choice(rows['family'])}"
    army = body.ar.startswith(("الجيش", "قوات", "جماعة", "حركة", "تنظيم", "الشرطة"))
    ranked = f"{random.choice(rows['ranks'])} {name}" if army else name
    office = f"{random.choice(rows['spokesman'])} {body.ar}"
    return Voice(f"b:{body.name}", "person", (f"{office} {ranked}", office, ranked), "m", body=body)


def bystander(happening: Happening, random: Random) -> Voice:
    """A named person who speaks for nobody else."""
    rows = data("voices")
    name = f"{random.choice(rows['given'])} {random.choice(rows['family'])}"
    full = f"{random.choice(rows['bystanders'])} {name}"
    return Voice(f"p:{happening.country}:{name}", "person", (full, name), "m")


def _account(happening: Happening, heard: Heard, random: Random, *, rising: bool, first: bool) -> Account:
    day = happening.day or 0
    spoke = day if first else day + min(3, int(random.expovariate(1.3)))
    said = erring(happening, random)
    own = heard.voice.body
    if own and happening.target and _hurts(happening) and own == happening.actor and random.random() < _BLAMES:
        said = replace(said, actor=happening.target, target=happening.actor)
    tolls = {
        name: _tolls(count, FEWEST.get(name, 1), random, rising=rising) for name, count in happening.counts.items()
    }
    tolls = {name: steps for name, steps in tolls.items() if steps}
    return Account(heard.voice, said, spoke, tolls, heard.carriers, heard.own, heard.plain)


def _hurts(happening: Happening) -> bool:
    return happening.kind.type in ("ASSAULT", "COERCE")


def erring(happening: Happening, random: Random) -> Said:
    draw, actor = random.random(), happening.actor
    said_actor: Body | None = actor
    if draw < happening.kind.unsigned:
        said_actor = None
    elif draw < happening.kind.unsigned + _LEVEL and actor.level:
        said_actor = actor.level
    day = calendar(happening.day or 0)
    if random.random() < _WRONG_DAY:
        day -= timedelta(days=1)
    return Said(said_actor, happening.target, _place(happening, random), day, day, {}, happening.topic)


def _place(happening: Happening, random: Random) -> Spot | None:
    """Where a witness says it was. Seats of governments are never mistaken."""
    place, theatre, draw = happening.place, theatres()[happening.theatre], random.random()
    if place is None or place.name not in theatre.wider:
        return place
    if draw < _WRONG_PLACE:
        return random.choices(theatre.towns, cum_weights=theatre.bars)[0]
    if draw < _WRONG_PLACE + _WIDER_PLACE:
        return theatre.wider[place.name]
    return None if draw < _WRONG_PLACE + _WIDER_PLACE + _NO_PLACE else place


def _tolls(true: int, least: int, random: Random, *, rising: bool) -> tuple[Range, ...]:
    """A witness's figure day by day, empty where it gives none."""
    if true <= 0:
        return ()
    draw = random.random()
    told = true
    if draw > _EXACT:
        told = max(least, round(true * random.choice((0.6, 0.8, 0.9, 1.1, 1.25, 1.5))))
        told += told == true
    if draw > _VAGUE:
        return ()
    if draw > _OFF:
        return (VAGUE,) if true >= VAGUE[0] else ()
    steps = [max(least, round(told * share)) for share in (0.6, 0.85, 1.0)] if rising and told >= 5 else [told]
    return tuple((step, step) for step in steps)


def deniers(happening: Happening, random: Random) -> list[Account]:
    """The accused who deny it."""
    actor, body = happening.actor, happening.actor.actor
    if not (body and _hurts(happening) and happening.worth > 1 and random.random() < _DENIES):
        return []
    said = replace(erring(happening, random), actor=actor)
    if said.place is None and happening.place is not None:
        said = replace(said, place=happening.place)
    return [Account(speaker(actor, random), said, (happening.day or 0) + random.randint(0, 1), denies=True)]
