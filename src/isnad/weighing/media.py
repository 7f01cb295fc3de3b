"""Which medium a name means among those that an event has to do with: outlets, papers that are cited, agencies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from isnad.languages.ar.credit_words import letters
from isnad.languages.ar.speakers import speakers, spoken
from isnad.weighing.accounts import Account, Voice
from isnad.weighing.namings import Lore, Naming
from isnad.weighing.outlets import outlet_id, outlets

Core = tuple[str, ...]
VAGUE = ""
"""Stands for a medium that is not named: "the newspaper"."""


@dataclass(slots=True)
class Media:
    """The media of one event. ``shown`` leads from a medium's key to its name, as printed first."""

    lore: Lore
    shown: dict[str, str] = field(default_factory=dict)
    _cores: dict[Core, str] = field(default_factory=dict)

    def outlet(self, name: str) -> str:
        """The key of a publisher or of an agency that is credited."""
        key, core = _outlet(name)
        if key not in self.shown:
            actor = self.lore.actors.by_id.get(key)
            self.shown[key] = actor.name if actor and name == key else name
            if core:
                self._cores.setdefault(core, key)
        return key

    def cited(self, voice: Voice, naming: Naming) -> str | None:
        """The key of a medium that is cited, `VAGUE` for one without a name, None for a voice that is no medium."""
        if naming.unnamed:
            return None
        if naming.kind != "media":
            return self._cores.get(naming.name) if naming.name else None
        actor = voice.actor or _known(naming.shown)
        if actor:
            self.shown.setdefault(actor, naming.shown)
            return actor
        return self._by_core(naming) if naming.name else VAGUE

    def _by_core(self, naming: Naming) -> str:
        """The one whose whole name stands in these words, or in whose name they stand."""
        name = naming.name
        for core, key in sorted(self._cores.items(), key=lambda item: (-len(item[0]), item[0])):
            if _within(core, name) or _within(name, core):
                return key
        key = " ".join(name)
        self.shown.setdefault(key, naming.shown)
        self._cores[name] = key
        return key


def media(accounts: Iterable[Account], credits: Mapping[str, tuple[str, ...]], lore: Lore) -> Media:
    """The media of an event: who publishes, who is credited; then who is cited, the shortest names first."""
    made, cited = Media(lore), dict[str, tuple[Voice, Naming]]()
    for account in accounts:
        made.outlet(account.outlet)
        for name in credits.get(account.document, ()):
            made.outlet(name)
        for told in account.told:
            for voice in told.voices:
                if voice.kind == "media":
                    naming = lore.naming(voice)
                    cited[naming.shown] = voice, naming
    for _, found in sorted(cited.items(), key=lambda item: (len(item[1][1].name), item[0])):
        made.cited(*found)
    return made


@lru_cache(1 << 12)
def _outlet(name: str) -> tuple[str, Core]:
    told, idle = spoken(name), speakers().media
    core = tuple(word for word, stem in zip(told.plain, told.stems, strict=True) if stem not in idle)
    return outlet_id(name) or "", core


@lru_cache(1 << 12)
def _known(name: str) -> str | None:
    return outlets().ids.get(letters(name))


def _within(short: Core, long: Core) -> bool:
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))
