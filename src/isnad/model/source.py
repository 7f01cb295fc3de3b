"""The voices that a text cites."""

from dataclasses import dataclass
from typing import Literal

from isnad.model.span import Span

SourceKind = Literal["person", "organization", "media", "document", "anonymous", "unknown"]
Number = Literal["one", "many"]


@dataclass(frozen=True, slots=True)
class Source:
    """One voice of one document, with the words that name it.

    ``id`` has a meaning inside its document only: an anonymous voice has no other identity. ``name`` is None where
    the text names nobody. ``reason`` is why the voice asks not to be named, as printed.
    """

    id: str
    kind: SourceKind
    mentions: tuple[Span, ...]
    name: str | None = None
    affiliation: str | None = None
    number: Number = "one"
    actor: str | None = None
    reason: str | None = None
