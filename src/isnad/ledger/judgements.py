"""Judgements in a ledger: testimony like the readings, never changed and never taken back but by another."""

import json
import time
from collections.abc import Sequence

from isnad.errors import BadLedger
from isnad.ledger.connection import Connection
from isnad.ledger.rows import Row
from isnad.model import JUDGEMENTS, Judgement, JudgementKind
from isnad.model.ids import judgement_id


class Judgements:
    """Adds and lists what people decided."""

    def __init__(self, file: Connection) -> None:
        self._file = file

    def add(
        self,
        kind: JudgementKind,
        subject: Sequence[str],
        *,
        author: str,
        reason: str,
        against: Sequence[str] = (),
        grade: str | None = None,
    ) -> Judgement:
        """Write a decision down as made now, later than all before it."""
        with self._file.transaction() as sql:
            (last,) = sql.execute("SELECT ifnull(max(at), 0) FROM judgements").fetchone()
            at = max(time.time_ns() // 1000, last + 1)
            id = judgement_id(at, author, kind, subject, *against, grade or "", reason)
            made = Judgement(id, at, author, kind, tuple(subject), reason, tuple(against), grade)
            body = {"reason": reason, "against": list(against), "grade": grade}
            row = (id, at, author, kind, json.dumps(list(subject)), json.dumps(body, ensure_ascii=False))
            sql.execute("INSERT INTO judgements VALUES (?, ?, ?, ?, ?, ?)", row)
        return made

    def all(self) -> list[Judgement]:
        """Every judgement, undone ones and undoings included, in the order of their time."""
        return [self._judgement(row) for row in self._file.rows("SELECT * FROM judgements ORDER BY at, id")]

    def _judgement(self, row: Row) -> Judgement:
        id, at, author, kind, subject, body = row
        if kind not in JUDGEMENTS:
            raise BadLedger(f"{self._file.path}: the judgement {id} is of a kind that this program does not know")
        said = json.loads(body)
        return Judgement(
            id, at, author, kind, tuple(json.loads(subject)), said["reason"], tuple(said["against"]), said["grade"]
        )
