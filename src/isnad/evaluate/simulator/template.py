"""Clauses with slots: compiled once, filled often, with the spans of what was filled in.

The signs are those of `data/kinds.yaml`: `{slot}`, `<trigger>`, `(masculine|feminine)`, `[left out where not told]`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

_PARTS = re.compile(r"\{(\w+)\}|<(?:(\w+):)?([^>]*)>|\(([^()|]*)\|([^()|]*)\)|\[([^\]]*)\]")


@dataclass(slots=True)
class Clause:
    """A filled text. ``marks``: slot, start, end and what filled it; ``triggers``: label, start, end."""

    text: str
    marks: list[tuple[str, int, int, Any]] = field(default_factory=list)
    triggers: list[tuple[str, int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Word:
    """What fills a slot: the words, what they stand for, and their gender."""

    ar: str
    of: Any = None
    g: str = "m"


Filling = Mapping[str, "Word | Clause"]
Piece = tuple[str, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Template:
    """The pieces of a text and the slots that it cannot do without."""

    pieces: tuple[Piece, ...]
    needs: frozenset[str]


@cache
def compile(text: str) -> Template:
    """The template of a text."""
    pieces: list[Piece] = []
    needs: set[str] = set()
    place = 0
    for found in _PARTS.finditer(text):
        if found.start() > place:
            pieces.append(("text", text[place : found.start()], None, None))
        place = found.end()
        slot, label, trigger, his, her, optional = found.groups()
        if slot:
            pieces.append(("slot", slot, None, None))
            needs.add(slot)
        elif trigger is not None:
            he, _, she = trigger.partition("|")
            pieces.append(("trigger", label or "", he, she or he))
            needs.update(re.findall(r"\{(\w+)\}", trigger))
        elif optional is not None:
            inner = compile(optional)
            pieces.append(("optional", inner, None, None))
        else:
            pieces.append(("agree", None, his, her))
    if place < len(text):
        pieces.append(("text", text[place:], None, None))
    return Template(tuple(pieces), frozenset(needs))


def fill(template: Template, filling: Filling, *, g: str) -> Clause:
    """The template filled; its verbs agree with the gender ``g``. KeyError: a slot that it needs is missing."""
    made: list[str] = []
    clause = Clause("")
    _fill(template, filling, g, made, 0, clause)
    clause.text = "".join(made)
    return clause


def _fill(template: Template, filling: Filling, g: str, made: list[str], at: int, clause: Clause) -> int:
    for kind, first, his, her in template.pieces:
        if kind == "text":
            made.append(first)
            at += len(first)
        elif kind == "slot":
            at = _fill_slot(first, filling[first], made, at, clause)
        elif kind == "trigger":
            text = her if g == "f" else his
            if text[0] == "{":
                text = filling[text[1:-1]].ar  # type: ignore[union-attr]
            made.append(text)
            clause.triggers.append((first, at, at + len(text)))
            at += len(text)
        elif kind == "agree":
            text = her if g == "f" else his
            made.append(text)
            at += len(text)
        elif first.needs <= filling.keys():
            at = _fill(first, filling, g, made, at, clause)
    return at


def _fill_slot(slot: str, value: "Word | Clause", made: list[str], at: int, clause: Clause) -> int:
    if isinstance(value, Clause):
        made.append(value.text)
        clause.marks += [(name, start + at, end + at, of) for name, start, end, of in value.marks]
        clause.triggers += [(label, start + at, end + at) for label, start, end in value.triggers]
        return at + len(value.text)
    made.append(value.ar)
    clause.marks.append((slot, at, at + len(value.ar), value.of))
    return at + len(value.ar)


def usable(texts: Sequence[str], told: Filling) -> list[Template]:
    """The templates that do without what is not told."""
    return [made for made in map(compile, texts) if made.needs <= told.keys()]
