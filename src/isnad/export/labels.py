"""What types, stances, kinds and the rest are called in the language of the interface."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from isnad.config import Lang
from isnad.model import Claim
from isnad.ontology import Label, load_ontology

Strings = Mapping[str, Mapping[str, Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class Shade:
    """The family of a type, and its hue in degrees."""

    family: str
    hue: int


@dataclass(frozen=True, slots=True)
class Labels:
    """The interface's words in one language. KeyError for a word that `interface.yaml` does not have."""

    lang: Lang

    def __call__(self, key: str, *, section: str = "label", **values: object) -> str:
        """A string of the interface with its values filled in."""
        return interface()[section][key][self.lang].format(**values)

    def of(self, label: Label) -> str:
        """The ontology's label."""
        return label.ar if self.lang == "ar" else label.en

    def type(self, name: str) -> str:
        """The label of a type; a name that the ontology does not have stands for itself."""
        types = load_ontology().types
        return self.of(types[name].label) if name in types else name

    def mode(self, claim: Claim) -> str | None:
        """The label of the claim's mode."""
        if claim.mode is None:
            return None
        types = load_ontology().types
        mode = types[claim.type].mode(claim.mode) if claim.type in types else None
        return self.of(mode.label) if mode else claim.mode

    def stance(self, claim: Claim) -> str:
        """The stance in words."""
        return self(f"{claim.polarity}{claim.modality}", section="stance")

    def note(self, code: str) -> str:
        """What a reading's note says; an unknown code stands for itself."""
        return self(code, section="note") if code in interface()["note"] else code

    def day(self, day: date, *, weekday: bool = False) -> str:
        """`2 March 2024`, after its weekday if asked for."""
        printed = f"{day.day} {self(str(day.month), section='month')} {day.year}"
        return f"{self(str(day.weekday()), section='weekday')} {printed}" if weekday else printed

    def days(self, first: date, last: date) -> str:
        """One day, or the first and the last of several, what they share said once."""
        if first == last:
            return self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{self.day(last)}"
        shown = self.day(first) if first.year != last.year else self.day(first).rpartition(" ")[0]
        return f"{shown} – {self.day(last)}"


@cache
def interface() -> Strings:
    """Section, key, language: the strings of `interface.yaml`."""
    loaded: Strings = yaml.load(files(__package__).joinpath("interface.yaml").read_bytes(), yaml.CSafeLoader)
    return loaded


@cache
def palette() -> Mapping[str, Shade]:
    """The shade of every type of the ontology."""
    loaded = yaml.load(files(__package__).joinpath("palette.yaml").read_bytes(), yaml.CSafeLoader)
    return {name: Shade(**row) for name, row in loaded.items()}


def check() -> list[str]:
    """What the interface's files lack: a language of a string, a type without a shade."""
    strings = ((f"{section} {key}", said) for section, rows in interface().items() for key, said in rows.items())
    problems = [
        f"interface.yaml: {key}: no {lang}" for key, said in strings for lang in ("en", "ar") if not said.get(lang)
    ]
    return problems + [f"palette.yaml: {name} is missing" for name in load_ontology().names if name not in palette()]
