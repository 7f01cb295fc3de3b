"""`isnad eval`: how good the reader is."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal

import typer

from isnad import desk
from isnad.evaluate.score import ROWS, Record, Scores, Tally, reliability

Figures = Literal["table", "json"]


def eval(
    gold: Annotated[
        Path | None,
        typer.Argument(metavar="[GOLD]", help="A gold file; its texts may lie in documents.jsonl beside it."),
    ] = None,
    system: Annotated[
        Path | None, typer.Option("--system", help="Score this file of readings instead of reading.")
    ] = None,
    errors: Annotated[
        int, typer.Option("--errors", min=0, help="Print so many missed and so many spurious claims.")
    ] = 0,
    trust: Annotated[
        bool, typer.Option("--reliability", help="Print how often claims are right, by the confidence they have.")
    ] = False,
    form: Annotated[Figures, typer.Option("--format", "-f", help="table, or json for F1 alone.")] = "table",
    gsr: Annotated[
        Path | None, typer.Option("--gsr", help="The folder of arabic_event_gsr: finds of events by judgement.")
    ] = None,
    least: Annotated[
        float, typer.Option("--least", min=0, max=1, help="With --gsr: pass over claims of less confidence.")
    ] = 0.0,
    simulated: Annotated[
        int | None, typer.Option("--simulated", min=100, help="Weigh simulated worlds of about so many claims each.")
    ] = None,
    seeds: Annotated[int, typer.Option("--seeds", min=1, help="With --simulated: so many worlds.")] = 5,
) -> None:
    """Score the reader against gold claims or judged sentences, or the weighing against simulated worlds."""
    if [gold, gsr, simulated].count(None) != 2:
        raise typer.BadParameter("give either a gold file, or --gsr with its folder, or --simulated with a number")
    if simulated:
        worlds(simulated, seeds)
    if gsr:
        sentences(gsr, form, least=least)
    elif gold:
        scores = desk.evaluate(gold, system=system)
        figures(scores, form)
        if trust:
            promises(scores)
        for name, claims in (("missed", scores.missed), ("spurious", scores.spurious)):
            for document, claim in claims[:errors]:
                typer.echo(f"{name} {in_short(claim)} {document}")


def figures(scores: Scores, form: Figures) -> None:
    """All rows, then the same by type, those with most gold claims first."""
    for key in scores.absent:
        typer.echo(f"{key}: not read: every claim of it counts as missed", err=True)
    if form == "json":
        typer.echo(json.dumps({name: round(scores.rows[name].f1, 4) for name in ROWS}))
        return
    typer.echo(f"{'':20}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'system':>8}")
    rows(scores.rows, list(ROWS))
    typer.echo()
    rows(scores.types, sorted(scores.types, key=lambda name: -scores.types[name].gold))


def worlds(claims: int, seeds: int) -> None:
    """A line for every measure of the weighing, over all worlds, with what simpler ways get beside it."""
    made = [desk.simulated(claims=claims, seed=seed) for seed in range(1, seeds + 1)]
    for number, first in enumerate(made[0].rows.rows):
        same = [one.rows.rows[number] for one in made]
        size = sum(row.of for row in same)
        typer.echo(f"{first.measure:44}{mean((row.value, row.of) for row in same):7.3f}{size:8}")
        for name in first.baselines:
            typer.echo(f"    {name:40}{mean((row.baselines[name], row.of) for row in same):7.3f}")
    for seed, one in enumerate(made, 1):
        typer.echo(
            f"seed {seed}: {one.claims} claims, stored in {one.stored_s:.0f} s, weighed in {one.weighed_s:.0f} s"
        )


def mean(values: Iterable[tuple[float, int]]) -> float:
    """The mean of values that each stand for so many things."""
    known = list(values)
    return sum(value * of for value, of in known) / max(1, sum(of for _, of in known))


def rows(tallies: Mapping[str, Tally], names: list[str]) -> None:
    """A line for every name."""
    for name in names:
        one = tallies[name]
        typer.echo(f"{name:20}{one.precision:7.3f}{one.recall:7.3f}{one.f1:7.3f}{one.gold:7}{one.system:8}")


def promises(scores: Scores) -> None:
    """A line for every tenth of confidence that claims have."""
    typer.echo(f"\n{'confidence':14}{'claims':>7}{'mean':>7}{'right':>7}")
    for one in reliability(scores.trust):
        span = f"{one.low:.1f} to {one.high:.1f}"
        typer.echo(f"{span:14}{one.claims:7}{one.confidence:7.3f}{one.right:7.3f}")


def sentences(folder: Path, form: Figures, *, least: float) -> None:
    """A line for every type and judgement."""
    found = desk.gsr(folder, least=least)
    if form == "json":
        typer.echo(json.dumps({f"{row.event_type} {row.label}": round(row.share, 4) for row in found}))
        return
    typer.echo(f"{'':10}{'judged':16}{'sentences':>10}{'found':>7}{'share':>7}")
    for row in found:
        typer.echo(f"{row.event_type:10}{row.label:16}{row.sentences:10}{row.found:7}{row.share:7.3f}")


def in_short(claim: Record) -> str:
    """Type, words and stance."""
    trigger = claim["trigger"]
    return f"{claim['type']} {trigger.get('text', trigger)} {claim['modality']} {claim['polarity']}"
