"""Settings, read once at the door from the environment and passed down."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Lang = Literal["ar", "en"]

LEDGER = "ISNAD_LEDGER"
LANG = "ISNAD_LANG"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the ledger lies (``$ISNAD_LEDGER``) and the language of labels (``$ISNAD_LANG``)."""

    ledger: Path = Path("isnad.db")
    lang: Lang = "en"


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of an environment; a language that is not `ar` is English."""
    named = environment.get(LEDGER)
    return Settings(Path(named) if named else Settings.ledger, "ar" if environment.get(LANG) == "ar" else "en")
