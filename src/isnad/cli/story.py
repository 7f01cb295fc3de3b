"""`isnad story`."""

from dataclasses import replace
from functools import cache

import typer

from isnad import desk
from isnad.cli import options
from isnad.cli.filters import query
from isnad.cli.groups import takes
from isnad.cli.options import Exit
from isnad.cli.output import Printing, console, opened, tabling, write_records, write_rows
from isnad.cli.weigh import weighed
from isnad.config import LEDGER


@takes(asked=query, how=tabling)
def story(asked: desk.Query, *, ledger: options.LedgerPath = LEDGER, how: Printing) -> None:
    """Tell who said what on whose word, day by day, with what is in dispute and what came of it."""
    from isnad.export.hiding import hidden_event
    from isnad.export.story_records import STORY_COLUMNS, story_records, story_row
    from isnad.export.story_table import StoryTable

    with weighed(ledger) as file, opened(how) as out:
        made, read = desk.story(file, asked), cache(file.reading)
        if how.redact:
            made = replace(made, events=tuple(hidden_event(one, map(read, one.documents)) for one in made.events))
        if how.form == "jsonl":
            write_records(story_records(made, redact=how.redact), out)
        elif how.form == "csv":
            write_rows(map(story_row, story_records(made, redact=how.redact)), out, columns=STORY_COLUMNS)
        else:
            StoryTable(console(out), how.labels).story(made, read=read, redact=how.redact)
    raise typer.Exit(Exit.OK if made.told or made.back else Exit.SOME)
