"""Sentences: clauses in the frame that says on whose word, with the claims that a reader finds in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any, Literal

from isnad.evaluate.simulator.nouns import Body, Happening, Range, Said, Spot, Voice
from isnad.evaluate.simulator.template import Clause, Template, Word, compile, fill, usable
from isnad.evaluate.simulator.words import counted, data, dated
from isnad.model import Count, Modality, Polarity, Quote

Sort = Literal["actual", "expected", "possible", "act", "state"]
At = tuple[int, int]
Parties = tuple[tuple[int, int, Body | None], ...]
"""Spans with the party that they name; None: whoever the words say."""


@dataclass(slots=True)
class Draft:
    """A claim of a sentence, spans counted from the sentence's beginning.

    ``of`` is the id of the happening; ``origin`` the key of who stands behind it, None where nobody new does.
    ``teller`` is whose account it is, whether or not it stands behind this sentence anew, and ``stated`` the day whose
    state of knowledge its counts give.
    """

    of: str
    type: str
    trigger: At
    actors: Parties = ()
    targets: Parties = ()
    time: tuple[int, int, date, date] | None = None
    place: tuple[int, int, Spot] | None = None
    counts: Mapping[Count, Range] | None = None
    polarity: Polarity = "+"
    modality: Modality = "actual"
    chain: tuple[Voice, ...] = ()
    quote: Quote = "none"
    origin: str | None = None
    sort: Sort = "actual"
    stated: int = 0
    teller: str = ""


@dataclass(slots=True)
class Piece:
    """A sentence with its claims and the voices it cites."""

    text: str
    drafts: list[Draft]
    voices: list[tuple[int, int, Voice]]


@dataclass(frozen=True, slots=True)
class Telling:
    """How a sentence tells: on whose word, with what stance, on which day of publication."""

    happening: Happening
    said: Said
    day: date
    stated: int
    teller: str
    chain: tuple[Voice, ...] = ()
    origin: str | None = None
    polarity: Polarity = "+"
    modality: Modality = "actual"
    sort: Sort = "actual"
    plain: bool = False
    quote: Quote = "none"
    sparse: bool = False


def filling(one: Telling, random: Random) -> dict[str, Any]:
    """The slots that a telling can fill; some of what is known is left out at random, more where it is ``sparse``."""
    said, kind, less = one.said, one.happening.kind, 3 if one.sparse else 1
    filled: dict[str, Any] = {"noun": Word(kind.noun[0])}
    if said.actor:
        filled["actor"] = _called(said.actor, random)
    if said.target:
        filled["target"] = _called(said.target, random)
    if said.topic:
        filled["topic"] = Word(said.topic)
    if said.place:
        town = said.place.radius == 10.0
        words = f"{data('words')['town']} {said.place.ar}"
        filled["place"] = Word(words if town and random.random() < 0.4 else said.place.ar, said.place)
        if town:
            filled["town"] = Word(words, said.place)
    if said.first and said.last and random.random() > 0.08 * less:
        part = random.randint(1, 14) if said.first == said.last else 0
        written = _when(said.first, said.last, one, part)
        if written:
            filled["time"] = Word(written, (said.first, said.last))
    _fill_counts(filled, said.counts, kind.people, random)
    return filled


def _called(body: Body, random: Random) -> Word:
    """A party by one of its names."""
    name, g = body.also if body.also and random.random() < _ALSO else (body.ar, body.g)
    return Word(name, body, g)


def _when(first: date, last: date, one: Telling, part: int) -> str | None:
    if first == last:
        return dated(first, one.day, plain=one.plain, part=part)
    ahead = (first - one.day).days
    return (
        str(data("words")["next_week"])
        if 0 < ahead <= 7 and (last - first).days == 6 and first.weekday() == 0
        else None
    )


def _fill_counts(filled: dict[str, Any], counts: Mapping[Count, Range], people: str, random: Random) -> None:
    for name, count in counts.items():
        digits = random.random() < 0.5
        if name == "dead":
            filled["dead"] = Word(counted(count, "person", digits=digits), count)
            filled["dead_who"] = Word(counted(count, "person", subject=True, digits=digits), count)
            filled["dead_n"] = Word(counted(count, "killed", digits=True), count)
        elif name == "injured":
            filled["injured"] = Word(counted(count, "person", digits=digits), count)
            filled["injured_too"] = Word(counted(count, "other", digits=digits), count)
            filled["injured_who"] = Word(counted(count, "other", subject=True, digits=digits), count)
        else:
            filled[name] = Word(counted(count, people, digits=digits), count)


def clause(one: Telling, form: str, filled: Mapping[str, Any], random: Random) -> Clause | None:
    """The happening told in a clause of a form of its kind; None where too much is unknown."""
    templates = usable(one.happening.kind.clauses[form], filled)
    return fill(random.choice(templates), filled, g=_gender(filled)) if templates else None


def _gender(filled: Mapping[str, Any]) -> str:
    actor = filled.get("actor")
    return actor.g if isinstance(actor, Word) else "m"


_ALSO, _LEADS, _TRAILS = 0.3, 0.25, 0.65
_BARE = ("quoted", "later", "later_f", "background", "standing")
"""Frames whose sentences stay as they are."""
_COLOURED: Template = compile("{lead}{one}{trail}")
_FORMS = ("say", "that", "deed", "plan", "head")


def framed(one: Telling, frame: str, random: Random, *, tail: bool = False) -> Piece | None:
    """A sentence in a frame of `frames.yaml`, with its toll where ``tail``; None where too much is unknown."""
    filled = filling(one, random) | _named(one.chain, random)
    made = _framed(one, frame, filled, random, tail)
    if made is None or frame.startswith("title"):
        return piece(one, made, stop="") if made else None
    return piece(one, made if frame in _BARE else coloured(made, random), stop=".")


def coloured(made: Clause, random: Random) -> Clause:
    """A sentence with what no fact hangs on before and after it, so that two writers seldom write the same."""
    rows = data("frames")
    told: dict[str, Word | Clause] = {"one": made, "lead": Word(""), "trail": Word("")}
    if random.random() < _LEADS:
        told["lead"] = Word(f"{random.choice(rows['leads'])}، ")
    if random.random() < _TRAILS:
        told["trail"] = Word(f"، {random.choice(rows['trails'])}")
    return fill(_COLOURED, told, g="m")


def _framed(one: Telling, frame: str, filled: dict[str, Any], random: Random, tail: bool) -> Clause | None:
    texts = list(data("frames")[frame])
    random.shuffle(texts)
    outermost = one.chain[0].g if one.chain else _gender(filled)
    for template in map(compile, texts):
        for form in _FORMS:
            if form in template.needs and (made := clause(one, form, filled, random)):
                filled[form] = with_tail(one, made, filled, random) if tail and form in ("say", "that") else made
        if template.needs <= filled.keys():
            return fill(template, filled, g=outermost)
    return None


def _named(chain: Sequence[Voice], random: Random) -> dict[str, Word]:
    slots = ("voice",) if len(chain) == 1 else ("outer", "voice")
    return {slot: Word(form(voice, random), voice) for slot, voice in zip(slots, chain, strict=False)}


def form(voice: Voice, random: Random) -> str:
    """The words that a voice is cited by; the fullest mostly."""
    return voice.forms[0] if len(voice.forms) == 1 or random.random() < 0.6 else random.choice(voice.forms[1:])


def with_tail(one: Telling, made: Clause, filled: Mapping[str, Any], random: Random) -> Clause:
    """The clause with what it cost, where that is known."""
    name = "tolls" if "dead" in filled else "wounded" if "injured" in filled else None
    if name is None or any(label in ("dead", "injured") for label, _, _ in made.triggers):
        return made
    tail = fill(compile(random.choice(data("frames")[name])), filled, g="m")
    return fill(_JOINED, {"one": made, "two": tail}, g="m")


_JOINED: Template = compile("{one}{two}")


def piece(one: Telling, made: Clause, *, stop: str) -> Piece:
    """The sentence of a filled frame, with a claim for each of its triggers."""
    voices = [(start, end, of) for _, start, end, of in made.marks if isinstance(of, Voice)]
    return Piece(made.text + stop, list(_drafts(one, made)), voices)


def _drafts(one: Telling, made: Clause) -> Iterator[Draft]:
    marks = {name: (start, end, of) for name, start, end, of in made.marks}
    own = {label for label, _, _ in made.triggers}
    for label, start, end in made.triggers:
        if label in ("CONTROLS", "PRESENT"):
            yield _state(label, (start, end), marks)
        elif label in ("ACCUSE", "THREATEN", "REQUEST"):
            yield _act(one, label, (start, end), marks)
        else:
            yield _draft(one, label, (start, end), marks, own)


def _draft(one: Telling, label: str, at: At, marks: Mapping[str, Any], labels: set[str]) -> Draft:
    time, place = marks.get("time"), marks.get("place") or marks.get("town")
    draft = Draft(
        one.happening.id,
        one.happening.kind.type,
        at,
        time=(time[0], time[1], *time[2]) if time else None,
        place=place,
        polarity=one.polarity,
        modality=one.modality,
        chain=one.chain,
        quote=one.quote,
        origin=one.origin,
        sort=one.sort,
        stated=one.stated,
        teller=one.teller,
    )
    found = {name: marks[slot] for slot, name in _SLOTS.items() if slot in marks}
    draft.actors = (marks["actor"],) if "actor" in marks else ()
    if label:
        name = _SLOTS[label]
        start, end, count = found[name]
        draft.counts = {name: count}
        draft.targets = ((start, end, None),)
        return draft
    draft.counts = {name: mark[2] for name, mark in found.items() if name not in labels}
    draft.actors = draft.actors or _denier(one, marks)
    draft.targets = (marks["target"],) if "target" in marks else ()
    return draft


_SLOTS: dict[str, Count] = {
    "dead": "dead",
    "dead_who": "dead",
    "dead_n": "dead",
    "injured": "injured",
    "injured_too": "injured",
    "injured_who": "injured",
    "detained": "detained",
    "size": "size",
}


def _denier(one: Telling, marks: Mapping[str, Any]) -> Parties:
    """Whoever speaks of a deed without a doer speaks of its own."""
    voice = marks.get("voice")
    deed = one.polarity == "-" or one.modality == "planned"
    if not (deed and voice and voice[2].kind == "organization" and voice[2].body == one.said.actor):
        return ()
    return ((voice[0], voice[1], voice[2].body),)


def _act(one: Telling, label: str, at: At, marks: Mapping[str, Any]) -> Draft:
    """The speech act itself: told by the outlet, done by the voice."""
    voice, actor = marks["voice"], marks.get("actor")
    chain = one.chain[:-1]
    done_by = ((voice[0], voice[1], voice[2].body if voice[2].kind == "organization" else None),)
    of = f"{one.happening.id}.{label.lower()}.{one.chain[-1].key}"
    return Draft(of, label, at, done_by, (actor,) if actor else (), chain=chain, sort="act", stated=one.stated)


def _state(label: str, at: At, marks: Mapping[str, Any]) -> Draft:
    actor, place = marks["actor"], marks["place"]
    of = f"s.{label.lower()}.{actor[2].name}.{place[2].name}"
    return Draft(of, label, at, (actor,), place=place, sort="state")


def standing(happening: Happening, actor: Body, place: Spot, day: date, random: Random) -> Piece:
    """A sentence on how things stand in a place: no happening, and told by everyone."""
    said = Said(actor, None, place)
    made = framed(Telling(happening, said, day, 0, "", sort="state"), "standing", random)
    assert made is not None
    return made


def shifted(one: Piece, by: int, *, before: Voice | None = None) -> Piece:
    """The piece after so many signs more, told through another voice first where there is one."""
    drafts = [_shifted(draft, by, before) for draft in one.drafts]
    return Piece(one.text, drafts, [(start + by, end + by, voice) for start, end, voice in one.voices])


def _shifted(draft: Draft, by: int, before: Voice | None) -> Draft:
    chain = (before, *draft.chain) if before and before not in draft.chain else draft.chain
    return replace(
        draft,
        trigger=(draft.trigger[0] + by, draft.trigger[1] + by),
        actors=tuple((start + by, end + by, of) for start, end, of in draft.actors),
        targets=tuple((start + by, end + by, of) for start, end, of in draft.targets),
        time=(draft.time[0] + by, draft.time[1] + by, *draft.time[2:]) if draft.time else None,
        place=(draft.place[0] + by, draft.place[1] + by, draft.place[2]) if draft.place else None,
        chain=chain,
        quote=draft.quote if draft.quote != "none" or not chain else "indirect",
    )
