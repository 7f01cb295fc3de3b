"""How fast documents are read, and where the time goes."""

import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from isnad.model import Reading


@dataclass(frozen=True, slots=True)
class Stage:
    """A function that does a stage's work: the attribute ``name`` of the module or class ``owner``."""

    label: str
    owner: Any
    name: str


@dataclass(slots=True)
class Bench:
    """What reading some documents took: wall seconds, by stage as well, and the process's peak memory in MiB."""

    documents: int = 0
    words: int = 0
    claims: int = 0
    seconds: float = 0.0
    stages: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    failed: list[str] = field(default_factory=list)
    turned_away: Counter[str] = field(default_factory=Counter)

    @property
    def words_per_second(self) -> float:
        """From text as published to claims."""
        return self.words / self.seconds if self.seconds else 0.0

    @property
    def elsewhere(self) -> float:
        """Seconds that belong to no stage."""
        return max(0.0, self.seconds - sum(self.stages.values()))

    @property
    def peak_mib(self) -> float:
        """The most memory that this process has held since its start."""
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(readings: Iterable[Reading | object], stages: Sequence[Stage], *, seen: Callable[[Bench], None]) -> Bench:
    """The cost of drawing all readings; what comes and is no reading counts as failed. ``seen`` is told after each."""
    made = Bench()
    with timed(stages, made.stages):
        start = time.perf_counter()
        for one in readings:
            made.seconds = time.perf_counter() - start
            made.documents += 1
            if isinstance(one, Reading):
                made.words += len(one.document.text.split())
                made.claims += len(one.claims)
                made.turned_away.update(draft.reason for draft in one.turned_away)
            else:
                made.failed.append(str(one))
            seen(made)
    return made


@contextmanager
def timed(stages: Sequence[Stage], spent: dict[str, float]) -> Iterator[None]:
    """Inside, each stage's own seconds (without those of stages that it calls) go to ``spent`` under its label."""
    originals = [getattr(stage.owner, stage.name) for stage in stages]
    running: list[float] = []
    try:
        for stage, original in zip(stages, originals, strict=True):
            setattr(stage.owner, stage.name, _clocked(original, stage.label, spent, running))
        yield
    finally:
        for stage, original in zip(stages, originals, strict=True):
            setattr(stage.owner, stage.name, original)


def _clocked(work: Callable[..., Any], label: str, spent: dict[str, float], running: list[float]) -> Callable[..., Any]:
    """The same function; ``running`` holds, for every stage under way, the seconds that inner stages took of it."""

    @wraps(work)
    def clocked(*values: Any, **named: Any) -> Any:
        running.append(0.0)
        start = time.perf_counter()
        try:
            return work(*values, **named)
        finally:
            took = time.perf_counter() - start
            spent[label] += took - running.pop()
            if running:
                running[-1] += took

    return clocked
