"""The `isnad` command."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from isnad.cli.add import add
from isnad.cli.bench import bench
from isnad.cli.check import check
from isnad.cli.demo import demo
from isnad.cli.eval import eval
from isnad.cli.judge import judge
from isnad.cli.options import Exit
from isnad.cli.read import read
from isnad.cli.search import search
from isnad.cli.show import show
from isnad.cli.story import story
from isnad.cli.weigh import weigh
from isnad.errors import BadData, BadInput, BadLedger, IsnadError

CODES: dict[type[IsnadError], Exit] = {BadInput: Exit.SOME, BadData: Exit.DATA, BadLedger: Exit.LEDGER}


class Commands(TyperGroup):
    """Commands whose errors end in a line and an exit code, not in a traceback."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except IsnadError as error:
            typer.echo(f"isnad: {error}", err=True)
            raise typer.Exit(CODES.get(type(error), Exit.SOME)) from error
        except KeyboardInterrupt:
            raise typer.Exit(Exit.INTERRUPTED) from None


app = typer.Typer(
    cls=Commands,
    name="isnad",
    help="A ledger of claims from Arabic news: who did, plans, wants or denies what, and on whose word.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def version(asked: bool) -> None:
    """Print the version and leave."""
    if asked:
        from importlib.metadata import version as installed

        typer.echo(f"isnad {installed('isnad')}")
        raise typer.Exit


@app.callback()
def main(
    _: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """A ledger of claims from Arabic news: who did, plans, wants or denies what, and on whose word."""


for command in (read, add, weigh, search, story, eval, check, demo, bench):
    app.command()(command)
app.add_typer(show, name="show")
app.add_typer(judge, name="judge")

if __name__ == "__main__":
    app()
