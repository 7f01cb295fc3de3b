"""Articles of a simulated world and the truth behind them, for runs from end to end."""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from isnad.evaluate.simulator.simulation import Simulation, simulate
from isnad.evaluate.simulator.truth import Truth
from isnad.model import Reading

_PARTS = {"articles": "articles.jsonl", "truth": "truth.json"}


def article_record(reading: Reading) -> dict[str, Any]:
    """An article as a line of JSON Lines."""
    one = reading.document
    day = one.published.isoformat() if one.published else None
    return {"id": one.id, "text": one.text, "title": one.title, "outlet": one.outlet, "published": day, "url": one.url}


def truth_record(truth: Truth, readings: Iterable[Reading]) -> dict[str, Any]:
    """The truth as one JSON object; each claim with its place in its document."""
    claims = [_claim_record(truth, reading) for reading in readings]
    return {
        "claims": [record for records in claims for record in records],
        "happenings": {
            id: {
                "type": one.type,
                "origins": one.origins,
                "circular": one.circular,
                "conflicts": sorted(one.conflicts),
                "documents": one.documents,
                "outlets": one.outlets,
            }
            for id, one in truth.happenings.items()
        },
        "copies": [
            {"documents": list(one.documents), "sentences": one.sentences, "containment": round(one.containment, 3)}
            for one in truth.copies
        ],
    }


def _claim_record(truth: Truth, reading: Reading) -> list[dict[str, Any]]:
    made = []
    for claim in reading.claims:
        behind = truth.claims[claim.id]
        record: dict[str, Any] = {"id": claim.id, "document": reading.document.id, "type": claim.type}
        record |= {"trigger": [claim.trigger.start, claim.trigger.end], "happening": behind.happening}
        record |= {"sort": behind.sort, "origin": behind.origin, "status": truth.statuses.get(claim.id)}
        made.append(record)
    return made


def write(simulation: Simulation, folder: Path) -> None:
    """`articles.jsonl` and `truth.json` in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _PARTS["articles"]).open("w", encoding="utf-8") as out:
        for reading in simulation.readings():
            out.write(json.dumps(article_record(reading), ensure_ascii=False) + "\n")
    record = truth_record(simulation.truth(), simulation.readings())
    (folder / _PARTS["truth"]).write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m isnad.evaluate.simulator", description=__doc__)
    parser.add_argument("--claims", type=int, default=1000, help="about how many claims (default 1000)")
    parser.add_argument("--seed", type=int, default=1, help="of the chance that all is drawn from (default 1)")
    parser.add_argument("--out", type=Path, required=True, help="folder for articles.jsonl and truth.json")
    given = parser.parse_args(arguments)
    write(simulate(claims=given.claims, seed=given.seed), given.out)


if __name__ == "__main__":
    main()
