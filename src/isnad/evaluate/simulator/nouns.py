"""What a simulated world is made of: bodies, spots, voices, happenings, and what is said of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from isnad.model import Count, Expectation, SourceKind, Status

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Body:
    """A party by the words and the gender that articles use; ``actor`` None where the knowledge base has nobody.

    ``level``: the body under whose name its deeds may be put; ``also``: another name of it with its gender.
    """

    ar: str
    g: str
    name: str
    actor: str | None = None
    level: "Body | None" = None
    also: "tuple[str, str] | None" = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as it is written, and as the gazetteer has it."""

    ar: str
    name: str
    lat: float
    lon: float
    radius: float
    country: str | None
    geonames: int | None


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever is cited. ``key`` is the voice itself, whatever it is called.

    ``forms`` are the words that it may be cited by, the fullest first; ``body`` is whom it speaks for.
    """

    key: str
    kind: SourceKind
    forms: tuple[str, ...]
    g: str = "m"
    name: str | None = None
    actor: str | None = None
    body: Body | None = None
    side: str = "none"
    many: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of a happening; what is None or missing is left out."""

    actor: Body | None = None
    target: Body | None = None
    place: Spot | None = None
    first: date | None = None
    last: date | None = None
    counts: Mapping[Count, Range] = field(default_factory=dict)
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening, with the clauses that tell it: see `data/kinds.yaml`."""

    name: str
    type: str
    share: float
    series: float
    who: tuple[tuple[str, str | None], ...]
    place: str | None
    counts: Mapping[Count, float]
    people: str
    noun: tuple[str, str]
    held: float
    unsigned: float
    speech: bool
    topics: tuple[str, ...]
    clauses: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Expected:
    """What was held out before: by whom, on which day, until when, and what came of it by the end of the simulation."""

    kind: Expectation
    day: int
    due: tuple[int, int] | None
    status: Status
    settled: int | None


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened, or was held out and never did (``day`` None). Days count from the first of the simulation."""

    number: int
    kind: Kind
    theatre: int
    country: str | None
    actor: Body
    target: Body | None
    place: Spot | None
    day: int | None
    counts: Mapping[Count, int]
    topic: str | None
    worth: int
    expected: Expected | None = None
    invented: bool = False

    @property
    def id(self) -> str:
        """The id that truth gives it."""
        return f"h{self.number}"
