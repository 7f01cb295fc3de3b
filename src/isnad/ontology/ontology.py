"""The ontology as frozen values, read once from `types.yaml` and `modes.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

import yaml

Kind = Literal["event", "state"]


@dataclass(frozen=True, slots=True)
class Label:
    """The same thing said in English and in Arabic."""

    en: str
    ar: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of ours and the word of it that triggers the type."""

    text: str
    trigger: str


@dataclass(frozen=True, slots=True)
class Mode:
    """A way of doing an event of one type; `name` is unique within the type only."""

    name: str
    label: Label
    example: str


@dataclass(frozen=True, slots=True)
class ClaimType:
    """One type of claim; `weight` runs from -10, conflict, to 10, cooperation."""

    name: str
    kind: Kind
    label: Label
    definition: Label
    symmetric: bool
    weight: float
    examples: tuple[Example, ...]
    modes: tuple[Mode, ...]

    def mode(self, name: str) -> Mode | None:
        """The mode of that name, None if the type has none such."""
        return next((mode for mode in self.modes if mode.name == name), None)


@dataclass(frozen=True, slots=True)
class Ontology:
    """All types by name, in the order of the file: events first, then states."""

    types: Mapping[str, ClaimType]

    def __getitem__(self, name: str) -> ClaimType:
        return self.types[name]

    def __contains__(self, name: object) -> bool:
        return name in self.types

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all types, in order."""
        return tuple(self.types)

    def admits(self, type_name: str, *, mode: str | None = None) -> bool:
        """True if the type exists and the mode, where given, is one of its own."""
        found = self.types.get(type_name)
        return found is not None and (mode is None or found.mode(mode) is not None)


@cache
def load_ontology() -> Ontology:
    """The ontology of the package."""
    modes = read_rows("modes.yaml")
    types = (claim_type(row, modes=modes.get(row["name"], [])) for row in read_rows("types.yaml"))
    return Ontology(MappingProxyType({found.name: found for found in types}))


def claim_type(row: Mapping[str, Any], *, modes: list[Mapping[str, str]]) -> ClaimType:
    """A type from its row in `types.yaml` and its rows in `modes.yaml`."""
    return ClaimType(
        name=row["name"],
        kind=row["class"],
        label=Label(row["en"], row["ar"]),
        definition=Label(**row["definition"]),
        symmetric=row["symmetric"],
        weight=float(row["weight"]),
        examples=tuple(Example(**example) for example in row["examples"]),
        modes=tuple(Mode(mode["name"], Label(mode["en"], mode["ar"]), mode["example"]) for mode in modes),
    )


def read_rows(name: str) -> Any:
    """The parsed content of one of the two files; keys as written there."""
    return yaml.load(files(__package__).joinpath(name).read_bytes(), yaml.CSafeLoader)
