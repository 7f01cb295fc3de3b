"""Which reader made a reading: its name, the package's version, and a digest of all that it knows."""

from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from isnad.model import Provenance

READER = "isnad.network"
_CODE = (".py", ".pyc")


@cache
def provenance() -> Provenance:
    """The provenance of the shipped reader. The same lexicons, knowledge and weights have the same digest."""
    root = Path(str(files("isnad")))
    made = blake2b(digest_size=6)
    for room in ("languages", "knowledge", "ontology"):
        for path in sorted((root / room).rglob("*")):
            if path.is_file() and path.suffix not in _CODE:
                made.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return Provenance(READER, version("isnad"), made.hexdigest())
