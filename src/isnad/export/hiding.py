"""What was weighed, for other eyes: of an unnamed voice, its kind and its side alone."""

from collections.abc import Iterable
from dataclasses import replace

from isnad.export.redact import BLOCK, pattern_of, redacted, secrets
from isnad.model import Claim, Conflict, Event, Origin, Origins, Reading, Reason, Side


def hidden_event(event: Event, readings: Iterable[Reading]) -> Event:
    """The event with the words of unnamed voices blacked out; names that only they bear are left out.

    ``readings`` are those of the event's documents, as they are.
    """
    read, held = list(readings), set(event.claims)
    hide = Hiding(words_to_hide(event, read))
    shown = [claim for one in map(redacted, read) for claim in one.claims if claim.id in held]
    place = event.place if event.place in {one.place.name for one in shown if one.place} else None
    return replace(
        event,
        actors=_left(event.actors, hide, shown),
        targets=_left(event.targets, hide, shown),
        place=place,
        lat=event.lat if place else None,
        lon=event.lon if place else None,
        origins=hide.origins(event.origins),
        conflicts=tuple(hide.conflict(one) for one in event.conflicts),
    )


def words_to_hide(event: Event, readings: Iterable[Reading]) -> set[str]:
    """The words for unnamed voices, those among the event's origins too."""
    words = {word for one in readings for word in secrets(one)}
    return words | {one.name for one in event.origins.origins if one.kind == "anonymous" and one.name}


class Hiding:
    """Blacks out words wherever they stand."""

    def __init__(self, words: Iterable[str]) -> None:
        self._pattern = pattern_of(words)

    def text(self, text: str) -> str:
        """The text with a block for each letter of the words."""
        return self._pattern.sub(lambda found: BLOCK * len(found[0]), text)

    def reading(self, one: Reading) -> Reading:
        """The reading, redacted, without the words wherever they stand; all offsets stay true."""
        shown = redacted(one)
        title = shown.document.title
        document = replace(shown.document, text=self.text(shown.document.text), title=title and self.text(title))
        return replace(
            shown,
            document=document,
            sources=tuple(replace(each, name=each.name and self.text(each.name)) for each in shown.sources),
            claims=tuple(self._claim(claim) for claim in shown.claims),
        )

    def reason(self, one: Reason) -> Reason:
        """The reason without the words."""
        return Reason(one.code, tuple(map(self.text, one.values)))

    def origins(self, found: Origins) -> Origins:
        """Unnamed origins keep kind and side; the words are gone from the reasons and the circles too."""
        return replace(
            found,
            origins=tuple(self._origin(one) for one in found.origins),
            reasons=tuple(map(self.reason, found.reasons)),
            common_link=self.text(found.common_link) if found.common_link else None,
            circular=tuple(tuple(map(self.text, circle)) for circle in found.circular),
        )

    def conflict(self, one: Conflict) -> Conflict:
        """The conflict without the words."""
        return replace(one, sides=tuple(self._side(side) for side in one.sides))

    def _claim(self, claim: Claim) -> Claim:
        actors, targets = (
            [replace(one, name=self.text(one.name)) for one in some] for some in (claim.actors, claim.targets)
        )
        return replace(claim, actors=tuple(actors), targets=tuple(targets))

    def _side(self, side: Side) -> Side:
        return replace(side, value=self.text(side.value))

    def _origin(self, one: Origin) -> Origin:
        side = one.side and self.text(one.side)
        return replace(one, name="" if one.kind == "anonymous" else self.text(one.name), side=side)


def _left(names: tuple[str, ...], hide: Hiding, claims: list[Claim]) -> tuple[str, ...]:
    """The names that some claim still shows."""
    kept = {one.name for claim in claims for one in (*claim.actors, *claim.targets)}
    return tuple(hide.text(name) for name in names if name in kept)
