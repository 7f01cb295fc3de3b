"""What a person decided about the weighing: testimony, with author, time and reason."""

from dataclasses import dataclass
from typing import Literal, get_args

JudgementKind = Literal["merge", "split", "confirm", "reject", "one-voice", "two-voices", "grade", "undo"]
JUDGEMENTS: tuple[JudgementKind, ...] = get_args(JudgementKind)
GRADES = "ABCDEF"
"""Reliability of a source after the Admiralty code; F: cannot be judged."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision, made at ``at``, in microseconds since 1970.

    ``subject`` are claim ids: for `merge` all that are of one happening, for `split` those taken out, for `reject`
    those that were misread, for `one-voice` and `two-voices` two claims by whose voices it goes, for `confirm` those
    that were looked at. For `grade` it is the name or id of a source, for `undo` the id of another judgement.
    ``against`` are the claims that a `split` leaves behind; ``grade`` is a letter.
    """

    id: str
    at: int
    author: str
    kind: JudgementKind
    subject: tuple[str, ...]
    reason: str
    against: tuple[str, ...] = ()
    grade: str | None = None
