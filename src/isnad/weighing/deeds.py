"""What an event says of who did what to whom, as far as anyone says that it is so, will be or should be."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from isnad.knowledge.known import Actors
from isnad.model import Modality
from isnad.weighing.accounts import Account, Told
from isnad.weighing.parties import id_of, known

STANCE: dict[Modality, float] = {"actual": 1.0, "planned": 0.5, "possible": 0.4, "predicted": 0.25, "wanted": 0.25}
"""How much of a type's weight stands; of what is denied nothing does."""
_PARTIES = 8


@dataclass(frozen=True, slots=True)
class Deed:
    """What one event says of some parties, by the stance that stands most. Parties are ``@`` and an id, or words."""

    event: str
    type: str
    day: date
    modality: Modality
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    origins: int
    claims: tuple[str, ...]


def deeds(accounts: Sequence[Account], origins_low: int, *, event: str, actors: Actors) -> list[Deed]:
    """The deeds of an event, one for each naming of its parties; none where no day is known.

    ``origins_low`` is how many independent origins the event has at least. Denied claims make no deed.
    """
    day = _day(accounts)
    rows = sorted(_rows(accounts, actors)) if day else []
    made = ((who, list(some)) for who, some in groupby(rows, lambda row: row[0]))
    return [
        Deed(
            event, accounts[0].type, date.fromordinal(day), _strongest(some), who[0], who[1], origins_low, _claims(some)
        )
        for who, some in made
    ]


_Who = tuple[tuple[str, ...], tuple[str, ...]]
_Row = tuple[_Who, Modality, str]


def _rows(accounts: Iterable[Account], actors: Actors) -> Iterator[_Row]:
    for account in accounts:
        for one in account.told:
            if one.polarity == "+" and any(one.names):
                yield _who(one, actors), one.modality, one.claim


def _who(told: Told, actors: Actors) -> _Who:
    return _parties(told.names[0], told.actors, actors), _parties(told.names[1], told.targets, actors)


def _parties(names: Iterable[str], keys: dict[str, float], actors: Actors) -> tuple[str, ...]:
    ids = {actors.by_id[id].name: id_of(id) for id in sorted(known(keys)) if id in actors.by_id}
    return tuple(sorted({ids.get(name, name) for name in names})[:_PARTIES])


def _day(accounts: Iterable[Account]) -> int:
    """The finest day that is given, else the first of publication."""
    given = [(one.last - one.first, one.first) for one in accounts if one.first]
    return min(given)[1] if given else min((one.published for one in accounts if one.published), default=0)


def _strongest(rows: Iterable[_Row]) -> Modality:
    return max((row[1] for row in rows), key=lambda modality: (STANCE[modality], modality))


def _claims(rows: Iterable[_Row]) -> tuple[str, ...]:
    return tuple(sorted({row[2] for row in rows}))
