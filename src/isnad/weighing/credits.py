"""Whose text a document prints, by its own word.

Only forms that credit the text as a whole count: a line that holds nothing but a place and a name ("دبي - رويترز"), a
dateline ("القاهرة (د ب أ) - "), a name in brackets after the last stop of the first paragraph or of the text, a line
that says where the text was taken from. "قالت رويترز" or "نقلا عن" in a sentence credit what that sentence says: they
are links of a chain.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from isnad.knowledge.gazetteer import load_gazetteer
from isnad.languages.ar.credit_words import credit_words, letters
from isnad.model import Document
from isnad.text.normal import fold, key, normalise
from isnad.weighing.outlets import outlet_id, outlets

_HEAD = 3
_TAIL = 2
_WORDS = 9
_SIGNS = r"\-–—_ـ/"
_PARTS = re.compile(rf"[{_SIGNS}:،,|+()\[\]*.]*(?:[{_SIGNS}:،|+()\[\]*])[{_SIGNS}:،,|+()\[\]*\s]*")
_AND = re.compile(r"\sو\s*")
_PLACE = r"\s*[^\n()\[\]:«»\"]{0,45}?\s*(?:\([^()\n]{2,30}\)\s*)?"
_BRACKETED = re.compile(rf"(?P<place>{_PLACE})\((?P<name>[^()\n]{{2,30}})\)\s*(?P<sign>[{_SIGNS}]+|:)")
_BARE = re.compile(rf"{_PLACE}[{_SIGNS}]+\s*(?P<name>[^()\n:{_SIGNS}]{{2,30}}?)\s*(?:[{_SIGNS}]+|:)")
_FIRST = re.compile(rf"\s*\(?(?P<name>[^()\n:{_SIGNS}]{{2,30}}?)\)?\s*[{_SIGNS}]+")
_SIGNED = re.compile(r"(?:^|[.!?؟…\"»”])\s*[(\[](?P<name>[^()\[\]\n]{2,30})[)\]]\s*\.?\s*$")
_LAST = re.compile(r"[.!?؟]\s*(?P<name>[^\W\d][^()\[\]\n.!?؟]{1,25})\.?\s*$")
_MARKS = re.compile("[\"«»“”'*]")
_NAME_WORDS = 3
_PLACE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Credits:
    """Whom a document credits for its text, itself left out; each in alphabetical order.

    ``wires`` and ``outlets`` are ids of actors, the first of agencies; ``names``, as printed, are of nobody known.
    ``many``: agencies that are not named.
    """

    wires: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    many: bool = False


NOBODY = Credits()


def credits(document: Document) -> Credits:
    """Whom the document credits for its text as a whole; nobody where it has no such form."""
    return credits_of(normalise(document.text).text, outlet=document.outlet, titled=bool(document.title))


def credits_of(text: str, *, outlet: str | None, titled: bool) -> Credits:
    """The same of a text in normal form, whose first line is its title where it is ``titled``."""
    lines = [line for line in text.split("\n") if line.strip()][titled:]
    found = {_MARKS.sub("", name).strip(" .،:*") for name in _found(lines)}
    words, known, own = credit_words(), outlets(), outlet_id(outlet) or ""
    ids = {known.ids[letters(name)] for name in found if letters(name) in known.ids}
    ids |= {actor for line in lines[-1:] for actor in _services(line)}
    unknown = {name for name in found if letters(name) not in known.ids and letters(name) not in words.many}
    # cnnarabic is CNN.
    ids = {actor for actor in ids if actor != own and not own.startswith(letters(actor))}
    return Credits(
        wires=tuple(sorted(ids & known.wires)),
        outlets=tuple(sorted(ids - known.wires)),
        names=tuple(sorted(name for name in unknown if letters(name) != own)),
        many=any(letters(name) in words.many for name in found),
    )


def is_credit(line: str) -> bool:
    """Whether a line in normal form holds nothing but a credit."""
    return len(line.split()) <= _WORDS and any(True for _ in _whole(line))


def _found(lines: list[str]) -> Iterator[str]:
    first = next((place for place, line in enumerate(lines) if len(line.split()) > _WORDS), None)
    for place, line in enumerate(lines):
        if place >= _HEAD and place < len(lines) - _TAIL and place != first:
            continue
        if len(line.split()) <= _WORDS:
            found = list(_whole(line))
            # A paper's name over a paragraph heads what a review of the press says of it.
            between = 0 < place < len(lines) - _TAIL
            yield from (name for name in found if not between or _is_wire(name))
        if place < _HEAD or place == first:
            yield from _dateline(line)
        if place in (first, len(lines) - 1):
            yield from _signature(line, last=place == len(lines) - 1)


def _whole(line: str) -> Iterator[str]:
    """Names in a line that holds nothing but a place, a credit and signs."""
    words = credit_words()
    folded = fold(line)
    if taken := words.taken.match(folded):
        label = words.labels.match(folded, taken.end())
        name = line[label.end() if label else taken.end() :]
        if len(name.split()) <= _NAME_WORDS + 1:
            yield _without_adjective(name)
        return
    parts = _PARTS.split(line)
    if any(len(part.split()) > _PLACE_WORDS for part in parts):
        return
    for part in parts:
        pieces = [part] if _is_known(part) else _AND.split(part)
        if all(map(_is_known, pieces)):
            yield from pieces


def _without_adjective(name: str) -> str:
    """The name without "السعودية" and the like where it is known so."""
    shorter = name.strip().rpartition(" ")[0].strip(' "«»“”')
    return shorter if not _is_known(name) and _is_known(shorter) else name


def _dateline(line: str) -> Iterator[str]:
    """The name in a dateline; one that nobody knows only in brackets, after a place and before a dash."""
    if found := _BRACKETED.match(line):
        may_be_new = found["sign"] != ":" and 0 < len(found["place"].split()) <= _PLACE_WORDS
        if _is_known(found["name"]) or (may_be_new and _may_be_agency(found["name"])):
            yield found["name"]
            return
    yield from (found["name"] for form in (_BARE, _FIRST) if (found := form.match(line)) and _is_known(found["name"]))


def _signature(line: str, *, last: bool) -> Iterator[str]:
    """The name that a paragraph is signed with; one that nobody knows only in brackets at the end of the text."""
    if found := _SIGNED.search(line):
        if _is_known(found["name"]) or (last and _may_be_agency(found["name"])):
            yield found["name"]
    elif (found := _LAST.search(line)) and _is_known(found["name"]):
        yield found["name"]


def _services(line: str) -> Iterator[str]:
    folded = key(line) if len(line.split()) <= _WORDS else ""
    yield from (actor for words, actor in credit_words().services.items() if words in folded)


def _is_known(name: str) -> bool:
    return (plain := letters(name)) in outlets().ids or plain in credit_words().many


def _is_wire(name: str) -> bool:
    return (plain := letters(name)) in credit_words().many or outlets().ids.get(plain) in outlets().wires


def _may_be_agency(name: str) -> bool:
    """Whether a name that stands where an agency's does is of nothing else that we know."""
    plain = letters(name)
    if not plain or len(name.split()) > _NAME_WORDS or any(letter.isdigit() for letter in plain):
        return False
    if plain in credit_words().no_names or plain in outlets().others:
        return False
    return not load_gazetteer().candidates(key(name))
