"""The entries of the actor files, as written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from isnad.errors import BadData

ACTORS = Path(__file__).parent / "actors"


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping of a file. ``made``: by a template, and not written by anybody."""

    file: str
    fields: Mapping[str, Any]
    made: bool = False

    @property
    def id(self) -> str:
        return str(self.fields.get("id"))

    @property
    def at(self) -> str:
        """Where to mend it: file and id."""
        return f"{self.file}: {self.id}"

    @property
    def is_template(self) -> bool:
        return "{state}" in self.id

    def text(self, field: str) -> str | None:
        """The scalar under ``field``, or None."""
        value = self.fields.get(field)
        return None if value is None else str(value)

    def words(self, field: str) -> tuple[str, ...]:
        """The words under ``field``: one or a list; absent is empty. Raises BadData for anything else."""
        value = self.fields.get(field)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value,)
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            return tuple(value)
        raise BadData(f"{self.at}: {field} must be words, not {value!r}")


def read_entries(folder: Path = ACTORS) -> list[Entry]:
    """All entries of the folder's YAML files, in the order of file names. Raises BadData naming the file."""
    return [entry for path in sorted(folder.glob("*.yaml")) for entry in _entries_of(path)]


def _entries_of(path: Path) -> Iterator[Entry]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise BadData(f"{path.name}: {error}") from error
    for number, fields in enumerate(content or [], start=1):
        if not isinstance(fields, dict) or not isinstance(fields.get("id"), str):
            raise BadData(f"{path.name}: entry {number} has no id")
        yield Entry(path.name, fields)
