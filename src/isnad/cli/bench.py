"""`isnad bench`."""

from pathlib import Path
from typing import Annotated

import typer

from isnad import desk
from isnad.cli.options import Exit
from isnad.cli.progress import Progress
from isnad.evaluate.bench import Bench


def bench(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Documents in any form that `isnad read` takes.")],
    limit: Annotated[int, typer.Option("--limit", min=0, help="Read at most so many documents; 0 for all.")] = 0,
) -> None:
    """Measure the reader: words a second from text to claims, the share of each stage, memory, failures."""
    with Progress("bench") as progress:

        def seen(made: Bench) -> None:
            progress.claims = made.claims
            progress.step()

        made = desk.bench(desk.documents([file]), limit=limit or None, seen=seen)
    report(made)
    raise typer.Exit(Exit.SOME if made.failed else Exit.OK)


def report(made: Bench) -> None:
    """Figures, one a line."""
    typer.echo(f"{made.documents} documents, {made.words} words, {made.claims} claims in {made.seconds:.1f} s")
    typer.echo(f"{made.words_per_second:.0f} words/s from text to claims")
    typer.echo(f"{made.peak_mib:.0f} MiB of memory at most")
    typer.echo(f"{len(made.failed)} exceptions")
    for failure in made.failed:
        typer.echo(f"  {failure}")
    typer.echo(f"{sum(made.turned_away.values())} drafts turned away at the gate")
    for reason, count in made.turned_away.most_common():
        typer.echo(f"  {reason:32}{count:8}")
    typer.echo("stages:")
    stages = sorted(made.stages.items(), key=lambda stage: -stage[1])
    for label, seconds in [*stages, ("the rest", made.elsewhere)]:
        typer.echo(f"  {label:32}{seconds:8.2f} s {100 * seconds / made.seconds if made.seconds else 0:5.1f}%")
