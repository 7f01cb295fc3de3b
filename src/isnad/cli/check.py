"""`isnad check`."""

import typer

from isnad import desk
from isnad.cli.options import Exit


def check() -> None:
    """Check lexicons, knowledge, ontology and interface as an editor would; list what to mend."""
    problems = desk.check()
    for problem in problems:
        typer.echo(problem)
    typer.echo(f"{len(problems)} problems" if problems else "nothing to mend", err=True)
    raise typer.Exit(Exit.SOME if problems else Exit.OK)
