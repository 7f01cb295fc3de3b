"""Settings: what holds where no option says otherwise, and the environment variables that are options too."""

from pathlib import Path
from typing import Literal

Lang = Literal["ar", "en"]

LEDGER = Path("isnad.db")
LEDGER_VARIABLE = "ISNAD_LEDGER"
LANG_VARIABLE = "ISNAD_LANG"
AUTHOR_VARIABLE = "ISNAD_AUTHOR"
