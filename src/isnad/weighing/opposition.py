"""Whether those who tell are at odds, and who speaks against his own side."""

from collections.abc import Sequence

from isnad.languages.ar.content_words import content_words
from isnad.ontology.ontology import load_ontology
from isnad.weighing.accounts import Account, Told
from isnad.weighing.namings import Lore, Naming
from isnad.weighing.parties import ABOVE, KNOWN, Parties, agreement, id_of
from isnad.weighing.voices import body_words

_ENOUGH = 2.0
"""What a voice's words and a party's must have in common, in tens of rarity, for the voice to be the party's."""
_HARM = frozenset({"ASSAULT", "COERCE"})
_HOSTILE = frozenset(name for name, type in load_ontology().types.items() if type.weight < 0)


class Sides:
    """Whose party each voice is of, by its own words and the knowledge base; for one event, asked once each."""

    def __init__(self, lore: Lore) -> None:
        """Over one knowledge base."""
        self.lore = lore
        self._parties: dict[int, Parties] = {}
        self._members: dict[tuple[int, tuple[str, ...]], bool] = {}
        self._allied: dict[tuple[int, int], bool] = {}

    def member(self, voice: Naming, parties: Parties) -> bool:
        """Whether a voice is of one of the parties."""
        key = id(voice), tuple(parties)
        if key not in self._members:
            self._members[key] = bool(parties) and agreement(parties, self._party(voice)) >= _ENOUGH
        return self._members[key]

    def allied(self, a: Naming, b: Naming) -> bool:
        """Whether two voices are of one party. Unnamed ones described alike are of one only if they say of which."""
        if a is b and not a.unnamed:
            return True
        key = id(a), id(b)
        if key not in self._allied:
            self._allied[key] = agreement(self._party(a), self._party(b)) >= _ENOUGH
        return self._allied[key]

    def _party(self, naming: Naming) -> Parties:
        found = self._parties.get(id(naming))
        if found is None:
            ids = {id_of(body): KNOWN for body in naming.bodies} | {f"^{body}": ABOVE for body in naming.above}
            found = ids or content_words(" ".join(sorted(body_words(naming))))
            self._parties[id(naming)] = found
        return found


def opposed(origins: Sequence[Sequence[Naming]], accounts: Sequence[Account], sides: Sides) -> bool:
    """Whether two origins stand on two sides of what they tell: of the one who does it and of the one it is done to.

    Where each is blamed by somebody, they are of two sides too. ``origins`` are the voices of each.
    """
    if len(origins) < 2 or accounts[0].type not in _HOSTILE:
        return False
    told = [one for account in accounts for one in account.told]
    doers = list({tuple(one.actors): one.actors for one in told if one.actors}.values())
    struck = list({tuple(one.targets): one.targets for one in told if one.targets}.values())
    doing = [_places(voices, doers, sides) for voices in origins]
    hit = [_places(voices, struck, sides) for voices in origins]
    pairs = ((a, b) for a in range(len(origins)) if doing[a] for b in range(len(origins)) if a != b)
    return any((hit[b] or doing[b]) and doing[a].isdisjoint(doing[b]) for a, b in pairs)


def _places(voices: Sequence[Naming], parties: Sequence[Parties], sides: Sides) -> frozenset[int]:
    return frozenset(n for n, one in enumerate(parties) if any(sides.member(voice, one) for voice in voices))


def admissions(accounts: Sequence[Account], sides: Sides) -> tuple[str, ...]:
    """Claims of an assault or of force that a voice makes against its own side, by id.

    Either its side denied it, or its side blamed another and the voice says it was its own. That a party tells what it
    did to its enemy is no admission.
    """
    if accounts[0].type not in _HARM:
        return ()
    told = [one for account in accounts for one in account.told if one.voices and one.modality == "actual"]
    said = [(sides.lore.naming(one.voices[-1]), one) for one in told]
    lines = {(id(voice), one.polarity, *map(tuple, (one.actors, one.targets))): (voice, one) for voice, one in said}
    if len(lines) < 2:
        return ()
    admitting = {key for key, line in lines.items() if _admits(*line, list(lines.values()), sides)}
    keys = ((id(voice), one.polarity, *map(tuple, (one.actors, one.targets))) for voice, one in said)
    return tuple(sorted(one.claim for key, (_, one) in zip(keys, said, strict=True) if key in admitting))


def _admits(voice: Naming, told: Told, lines: Sequence[tuple[Naming, Told]], sides: Sides) -> bool:
    if told.polarity == "-":
        return False
    mine = sides.member(voice, told.actors)
    for other, line in lines:
        if line is told or not sides.allied(voice, other):
            continue
        if line.polarity == "-" and not sides.member(voice, line.targets):
            return True
        if mine and line.polarity == "+" and line.actors and not sides.member(voice, line.actors):
            return True
    return False
