"""Compiled lexicons and knowledge, kept in the user's cache folder so that a start takes a moment."""

import gc
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
FOLDER = "ISNAD_CACHE"


def folder() -> Path:
    """Where compiled files lie: ``$ISNAD_CACHE``, else ``isnad`` in the user's cache folder."""
    named = os.environ.get(FOLDER)
    base = os.environ.get("XDG_CACHE_HOME")
    return Path(named) if named else (Path(base) if base else Path.home() / ".cache") / "isnad"


def compiled(name: str, sources: Iterable[Path], build: Callable[[], T]) -> T:
    """What ``build`` makes of the source files, from the cache where they have not changed since.

    A cache that cannot be found, read or written is passed over: the answer is the same, the start slower.
    """
    path: Path | None = None
    # A damaged pickle raises whatever its bytes happen to mean, and a user without a home a RuntimeError.
    with suppress(Exception):
        path = folder() / f"{name}-{_digest(sources)}.pickle"
        with _without_collecting():
            stored: T = pickle.loads(path.read_bytes())
        return stored
    made = build()
    if path:
        with suppress(OSError):
            _store(path, made)
    return made


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Inside, no garbage is looked for: a pickle being read has none, and looking takes longer than reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _digest(sources: Iterable[Path]) -> str:
    made = blake2b(f"{sys.version_info[:2]}".encode(), digest_size=10)
    for source in sorted(sources):
        state = source.stat()
        made.update(f"{source}|{state.st_size}|{state.st_mtime_ns}".encode("utf-8", "surrogateescape"))
    return made.hexdigest()


def _store(path: Path, made: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob(f"{path.name.rpartition('-')[0]}-*.pickle"):
        old.unlink(missing_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}")
    temporary.write_bytes(pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))
    temporary.replace(path)
