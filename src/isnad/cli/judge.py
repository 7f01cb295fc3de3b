"""`isnad judge`: what a person decides about the weighing."""

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from isnad import desk
from isnad.cli import options
from isnad.cli.missing import missing
from isnad.config import LEDGER
from isnad.model import GRADES, Judgement, JudgementKind

judge = typer.Typer(
    help="Overrule the weighing: a decision is kept with author, time and reason, and undone only by another.",
    no_args_is_help=True,
)
Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of events, or of claims in them.")]
Claims = Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Ids of claims.")]
Reason = Annotated[str, typer.Option("--reason", "-r", help="Why; it is kept and shown.")]
Author = Annotated[
    str | None, typer.Option("--author", envvar="ISNAD_AUTHOR", help="Who decides; else the user's name.")
]


@judge.command()
def merge(ids: Ids, reason: Reason, ledger: options.LedgerPath = LEDGER, author: Author = None) -> None:
    """These events are one happening."""
    with desk.open_ledger(ledger) as file:
        claims = [claim for id in ids for claim in _event_claims(file, id)]
        if len(set(claims)) < 2:
            raise typer.BadParameter("give two events at least")
        _decide(file, "merge", list(dict.fromkeys(claims)), reason=reason, author=author)


@judge.command()
def split(claims: Claims, reason: Reason, ledger: options.LedgerPath = LEDGER, author: Author = None) -> None:
    """These claims are of another happening than the rest of their event."""
    with desk.open_ledger(ledger) as file:
        whole = _event_claims(file, claims[0])
        if strangers := [claim for claim in claims if claim not in whole]:
            raise typer.BadParameter(f"{strangers[0]} is not in the event of {claims[0]}")
        rest = [claim for claim in whole if claim not in claims]
        if not rest:
            raise typer.BadParameter("nothing would be left of the event")
        _decide(file, "split", claims, reason=reason, author=author, against=rest)


@judge.command()
def confirm(ids: Ids, reason: Reason, ledger: options.LedgerPath = LEDGER, author: Author = None) -> None:
    """These events, or claims, were looked at and are right; a rejected claim counts again."""
    with desk.open_ledger(ledger) as file:
        claims = [claim for id in ids for claim in _claims(file, id)]
        _decide(file, "confirm", list(dict.fromkeys(claims)), reason=reason, author=author)


@judge.command()
def reject(claims: Claims, reason: Reason, ledger: options.LedgerPath = LEDGER, author: Author = None) -> None:
    """These claims were misread: the weighing leaves them out."""
    with desk.open_ledger(ledger) as file:
        for claim in claims:
            _known(file, claim)
        _decide(file, "reject", claims, reason=reason, author=author)


@judge.command("one-voice")
def one_voice(claims: Claims, reason: Reason, ledger: options.LedgerPath = LEDGER, author: Author = None) -> None:
    """The claims stand on one voice. A voice that the texts leave unnamed is never joined to a name."""
    with desk.open_ledger(ledger) as file:
        _voices(file, "one-voice", claims, reason=reason, author=author)


@judge.command("two-voices")
def two_voices(claims: Claims, reason: Reason, ledger: options.LedgerPath = LEDGER, author: Author = None) -> None:
    """The first claim stands on another voice than the others."""
    with desk.open_ledger(ledger) as file:
        _voices(file, "two-voices", claims, reason=reason, author=author)


@judge.command()
def grade(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Name or id of a source.")],
    letter: Annotated[str, typer.Argument(metavar="GRADE", help="A, completely reliable, to E; F: cannot be judged.")],
    reason: Reason,
    ledger: options.LedgerPath = LEDGER,
    author: Author = None,
) -> None:
    """Set the reliability of a named source, after the Admiralty code. Grades are never averaged."""
    if len(letter) != 1 or letter.upper() not in GRADES:
        raise typer.BadParameter(f"{letter!r} is no grade; give a letter from A to F")
    with desk.open_ledger(ledger) as file:
        _decide(file, "grade", [source], reason=reason, author=author, grade=letter.upper())


@judge.command()
def undo(
    id: Annotated[str, typer.Argument(metavar="ID", help="Id of a judgement.")],
    reason: Reason,
    ledger: options.LedgerPath = LEDGER,
    author: Author = None,
) -> None:
    """The judgement no longer holds; undoing an undoing puts it in force again."""
    with desk.open_ledger(ledger) as file:
        with missing(f"{ledger}: no judgement {id}"):
            {one.id: one for one in file.judgements.all()}[id]
        _decide(file, "undo", [id], reason=reason, author=author)


@judge.command("list")
def listed(ledger: options.LedgerPath = LEDGER) -> None:
    """All judgements in the order of their time, those undone too."""
    with desk.open_ledger(ledger) as file:
        for one in file.judgements.all():
            typer.echo(_line(one))


def _decide(
    file: desk.Ledger,
    kind: JudgementKind,
    subject: list[str],
    *,
    reason: str,
    author: str | None,
    against: list[str] | None = None,
    grade: str | None = None,
) -> None:
    if not reason.strip():
        raise typer.BadParameter("a judgement needs a reason")
    who = author or getpass.getuser()
    typer.echo(_line(desk.judge(file, kind, subject, author=who, reason=reason, against=against or (), grade=grade)))


def _voices(file: desk.Ledger, kind: JudgementKind, claims: list[str], *, reason: str, author: str | None) -> None:
    if len(set(claims)) < 2:
        raise typer.BadParameter("give two claims at least")
    for claim in claims:
        _known(file, claim)
    _decide(file, kind, claims, reason=reason, author=author)


def _event_claims(file: desk.Ledger, id: str) -> list[str]:
    claims: tuple[str, ...] = ()
    with missing(f"{file.path}: no event or claim {id}"):
        claims = desk.weighed(file).event(id).claims
    return list(claims)


def _claims(file: desk.Ledger, id: str) -> list[str]:
    """The claim itself, or those of the event."""
    try:
        file.claim(id)
    except KeyError:
        return _event_claims(file, id)
    return [id]


def _known(file: desk.Ledger, claim: str) -> None:
    with missing(f"{file.path}: no claim {claim}"):
        file.claim(claim)


def _line(one: Judgement) -> str:
    at = datetime.fromtimestamp(one.at / 1e6, tz=UTC).strftime("%Y-%m-%d %H:%M")
    what = " ".join([one.kind, *([one.grade] if one.grade else []), *one.subject[:3]])
    more = f" and {len(one.subject) - 3} more" if len(one.subject) > 3 else ""
    return f"{one.id}  {at}  {one.author}: {what}{more}: {one.reason}"
