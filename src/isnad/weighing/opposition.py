"""Whether those who tell are at odds, and who speaks against his own side."""

from collections.abc import Iterable, Sequence

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
    """Whose party each voice is of, by what its own words and the knowledge base say; None of unnamed ones is kept."""

    def __init__(self, lore: Lore) -> None:
        """Over one knowledge base."""
        self._lore = lore
        self._made: dict[int, Parties] = {}

    def of(self, naming: Naming) -> Parties:
        """The keys of the voice's party, as those of participants."""
        found = self._made.get(id(naming))
        if found is None:
            found = self._made[id(naming)] = self._parties(naming)
        return found

    def _parties(self, naming: Naming) -> Parties:
        ids = {id_of(body): KNOWN for body in naming.bodies} | {f"^{body}": ABOVE for body in naming.above}
        return ids or content_words(" ".join(sorted(body_words(naming))))


def opposed(namings: Sequence[Sequence[Naming]], accounts: Sequence[Account], sides: Sides) -> bool:
    """Whether two origins stand on two sides of what they tell: of the one who does it and of the one it is done to.

    Where each is blamed by somebody, they are of two sides too. ``namings`` are the voices of each origin.
    """
    if len(namings) < 2 or accounts[0].type not in _HOSTILE:
        return False
    told = [one for account in accounts for one in account.told]
    doing = [_places(told, voices, sides, "actors") for voices in namings]
    hit = [_places(told, voices, sides, "targets") for voices in namings]
    pairs = [(a, b) for a in range(len(namings)) for b in range(len(namings)) if a != b]
    return any(doing[a] and (hit[b] or doing[b]) and not (doing[a] & doing[b]) for a, b in pairs)


def _places(told: Sequence[Told], voices: Iterable[Naming], sides: Sides, role: str) -> frozenset[int]:
    """The places of the claims in which the voices' party has the role."""
    parties = [sides.of(voice) for voice in voices]
    return frozenset(
        place for place, one in enumerate(told) for party in parties if agreement(getattr(one, role), party) >= _ENOUGH
    )


def admissions(accounts: Sequence[Account], lore: Lore, sides: Sides) -> tuple[str, ...]:
    """Claims of an assault or of force that a voice makes against its own side, by id.

    Either its side denied it, or its side blamed another and the voice says it was its own. That a party tells what it
    did to its enemy is no admission.
    """
    if not accounts or accounts[0].type not in _HARM:
        return ()
    told = [(lore.naming(one.voices[-1]), one) for account in accounts for one in account.told if one.voices]
    said = [(sides.of(naming), one) for naming, one in told if one.modality == "actual"]
    return tuple(sorted({one.claim for party, one in said if one.polarity == "+" and _admits(party, one, said)}))


def _admits(party: Parties, told: Told, said: Sequence[tuple[Parties, Told]]) -> bool:
    for other, line in said:
        if line.claim != told.claim and agreement(party, other) >= _ENOUGH:
            if line.polarity == "-" and not _is(told.targets, party):
                return True
            blames_other = line.actors and not _is(line.actors, party)
            if line.polarity == "+" and blames_other and _is(told.actors, party):
                return True
    return False


def _is(parties: Parties, party: Parties) -> bool:
    return agreement(parties, party) >= _ENOUGH
