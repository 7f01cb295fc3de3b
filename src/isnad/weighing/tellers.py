"""Who tells a claim: of two figures on one voice's word the later corrects the earlier and does not contradict it."""

from collections.abc import Sequence

from isnad.knowledge.known import Actors
from isnad.weighing.accounts import Account, Told
from isnad.weighing.namings import Naming, lore
from isnad.weighing.outlets import outlet_id
from isnad.weighing.voices import same_voice


class Tellers:
    """A number for each teller of an event; an unnamed voice is a teller in its own document alone."""

    def __init__(self, accounts: Sequence[Account], actors: Actors) -> None:
        """Over the accounts of one event."""
        self._lore = lore(actors)
        self._named: dict[int, Naming] = {}
        for account in accounts:
            for told in account.told:
                naming = self._lore.naming(told.voices[-1]) if told.voices else None
                if naming is not None and not naming.unnamed and not naming.nothing:
                    self._named[id(naming)] = naming
        self._same = self._merged()

    def of(self, account: Account, told: Told) -> object:
        """Whose word a claim is: equal for two claims of one teller."""
        if not told.voices:
            return outlet_id(account.outlet) or account.document
        naming = self._lore.naming(told.voices[-1])
        if naming.kind == "media" and not naming.nothing:
            return outlet_id(naming.shown)
        return self._same.get(id(naming), (account.document, told.voices[-1].id))

    def _merged(self) -> dict[int, str]:
        """The least name of each group of namings that are surely one voice."""
        ordered = sorted(self._named.values(), key=lambda one: (one.shown, one.kind))
        group = {id(one): [one] for one in ordered}
        for place, a in enumerate(ordered):
            for b in ordered[:place]:
                same = same_voice(a, b)
                if same and not same.short and group[id(a)] is not group[id(b)]:
                    joined = group[id(a)] + group[id(b)]
                    group |= {id(one): joined for one in joined}
        return {key: min(f"{one.shown}|{one.kind}" for one in some) for key, some in group.items()}
