"""Where the chains of an event begin: voices of one document each, media that say it themselves, outlets' own words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from isnad.weighing.accounts import Account, Told, Voice
from isnad.weighing.media import VAGUE, Media, media
from isnad.weighing.namings import Lore, Naming

Key = tuple[str, str, str]
"""What a start is (voice, medium, own), its document or medium, its voice in the document."""
Credits = Mapping[str, tuple[str, ...]]


@dataclass(slots=True)
class Telling:
    """A claim and the media and voices through which it came, outermost first, without where it begins."""

    account: Account
    told: Told
    via: tuple[str, ...]


@dataclass(slots=True)
class Start:
    """Where chains begin. ``naming`` is None for an outlet's own word and a medium, whose key is ``medium``."""

    key: Key
    naming: Naming | None
    medium: str | None
    tellings: list[Telling]

    @property
    def published(self) -> int:
        """The day that it was first told on."""
        return self.tellings[0].account.published

    @property
    def document(self) -> str:
        """The document that told it first."""
        return self.tellings[0].account.document

    @property
    def unnamed(self) -> bool:
        """Whether it is a protected voice."""
        return self.naming is not None and self.naming.unnamed


@dataclass(slots=True)
class Field:
    """All starts of an event. ``attributed`` are those that a document names, in the order of its text.

    ``printed`` are the documents of each outlet in the order of their days. ``labels`` are the names of outer voices
    that are no media.
    """

    media: Media
    starts: dict[Key, Start] = field(default_factory=dict)
    attributed: dict[str, list[Key]] = field(default_factory=dict)
    own: dict[str, Key] = field(default_factory=dict)
    printed: dict[str, list[Account]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    def first_of(self, document: str) -> Key | None:
        """The start that a document rests on: the first that it names, else its outlet's own word."""
        named = self.attributed.get(document)
        return named[0] if named else self.own.get(document)

    def shown(self, start: Start) -> str:
        """The words that a start goes by."""
        return start.naming.shown if start.naming else self.media.shown.get(start.medium or "", "")


def day_order(account: Account) -> tuple[int, str, str]:
    """By day of publication, those without one last."""
    return account.published or 1 << 30, account.document, account.id


def holds(told: Told, *, expected: bool) -> bool:
    """Whether a claim says that it is so; of an expected event, that it will or should be."""
    return told.polarity == "+" and (expected or told.modality == "actual")


def gather(accounts: Sequence[Account], credits: Credits, lore: Lore) -> Field:
    """The starts of all claims that say it is so. ``accounts`` in `day_order`."""
    found = Field(media(accounts, credits, lore))
    expected = all(account.expected for account in accounts)
    for account in accounts:
        key = found.media.outlet(account.outlet) or account.document
        documents = found.printed.setdefault(key, [])
        if not documents or documents[-1].document != account.document:
            documents.append(account)
        for told in account.told:
            if holds(told, expected=expected):
                _begin(found, account, told, key, credits.get(account.document, ()), lore)
    return found


def _begin(found: Field, account: Account, told: Told, outlet: str, credited: Iterable[str], lore: Lore) -> None:
    wires = [found.media.outlet(name) for name in credited]
    via = [wire for wire in wires[:1] if wire != outlet]
    for voice in told.voices[:-1]:
        label = _label(found, account, voice, lore)
        if label and label != outlet and label not in via:
            via.append(label)
    if not told.voices:
        if via:
            _medium(found, account, told, via.pop(), via)
        else:
            _add(found, ("own", account.document, ""), None, outlet, Telling(account, told, ()))
            found.own[account.document] = ("own", account.document, "")
        return
    _attribute(found, account, told, told.voices[-1], outlet, via, lore)


def _attribute(
    found: Field, account: Account, told: Told, voice: Voice, outlet: str, via: list[str], lore: Lore
) -> None:
    naming = lore.naming(voice)
    medium = _medium_of(found, account, voice, naming, lore)
    if medium and medium != outlet:
        return _medium(found, account, told, medium, [one for one in via if one != medium])
    key = ("voice", account.document, voice.id)
    _add(found, key, naming, medium or None, Telling(account, told, tuple(via)))
    _name(found, account.document, key)


def _medium(found: Field, account: Account, told: Told, medium: str, via: list[str]) -> None:
    key = ("medium", medium, "")
    _add(found, key, None, medium, Telling(account, told, tuple(via)))
    _name(found, account.document, key)


def _add(found: Field, key: Key, naming: Naming | None, medium: str | None, telling: Telling) -> None:
    start = found.starts.get(key)
    if start is None:
        found.starts[key] = Start(key, naming, medium, [telling])
    else:
        start.tellings.append(telling)


def _name(found: Field, document: str, key: Key) -> None:
    named = found.attributed.setdefault(document, [])
    if key not in named:
        named.append(key)


def _label(found: Field, account: Account, voice: Voice, lore: Lore) -> str | None:
    """What an outer voice is known by: a medium's key, a name; None for one that is not named."""
    naming = lore.naming(voice)
    medium = _medium_of(found, account, voice, naming, lore)
    if medium is not None:
        return medium or None
    if naming.unnamed:
        return None
    found.labels.setdefault(label_of(naming), naming.shown)
    return label_of(naming)


def label_of(naming: Naming) -> str:
    """A key of a named voice by its id, or by the last words of its name."""
    return f"={naming.actor or ' '.join(naming.name[-2:]) or naming.shown}"


def _medium_of(found: Field, account: Account, voice: Voice, naming: Naming, lore: Lore) -> str | None:
    """The medium that a voice is; one without a name is the only other one that the document cites."""
    medium = found.media.cited(voice, naming)
    if medium != VAGUE:
        return medium
    outlet = found.media.outlet(account.outlet)
    others = {
        cited
        for told in account.told
        for one in told.voices
        if (cited := found.media.cited(one, lore.naming(one))) and cited != outlet
    }
    return others.pop() if len(others) == 1 else VAGUE
