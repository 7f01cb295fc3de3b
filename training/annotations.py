"""Annotated articles as the repository keeps them: offsets and labels by document id, without the text.

A line an article, fields that say nothing left out, every span ``[start, end]``; the text is in a corpus that whoever
trains has. An article of a corpus without ids is known by the corpus's name and its line, ``press-35982``.
"""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from isnad.model import COUNTS

Record = dict[str, Any]
FOLDER = Path(__file__).with_name("annotations")


def packed(record: Record) -> Record:
    """A record in the form of `isnad.model.wire`, less what goes without saying."""
    document = record["document"]
    return {
        "id": document["id"],
        "published": document["published"][:10],
        "sources": [[s["kind"], s["number"], s["affiliation"], _spans(s["mentions"])] for s in record["sources"]],
        "claims": [_packed_claim(claim, record["sources"]) for claim in record["claims"]],
    }


def _packed_claim(claim: Record, sources: list[Record]) -> Record:
    places = {source["id"]: place for place, source in enumerate(sources)}
    time, place = claim["time"], claim["place"]
    said: Record = {"trigger": _span(claim["trigger"]), "type": claim["type"]}
    said |= {role: _spans(claim[role]) for role in ("actors", "targets")}
    said["chain"] = [places[key] for key in claim["chain"]]
    said["direct"] = claim["quote"] == "direct"
    said["denied"] = claim["polarity"] == "-"
    said["modality"] = "" if claim["modality"] == "actual" else claim["modality"]
    said["time"] = [*_span(time), time["first"], time["last"]] if time else None
    said["place"] = [*_span(place), place["name"], place["lat"], place["lon"]] if place else None
    return {name: value for name, value in said.items() if value} | {n: claim[n] for n in COUNTS if n in claim}


def unpacked(kept: Record, article: Record) -> Record:
    """The record that was packed, with the text of its article.

    Raises ValueError where an offset lies outside the text: it is another article.
    """
    text = article["text"]
    if any(claim["trigger"][1] > len(text) for claim in kept["claims"]):
        raise ValueError(f"{kept['id']}: an offset lies outside the text")
    sources = [
        {"id": f"s{n}", "kind": kind, "name": None, "affiliation": of, "number": number, "mentions": _named(spans)}
        for n, (kind, number, of, spans) in enumerate(kept["sources"])
    ]
    document = {name: article.get(name) for name in ("outlet", "title", "text")}
    return {
        "document": document | {"id": kept["id"], "published": kept["published"]},
        "sources": sources,
        "claims": [_unpacked_claim(n, claim) for n, claim in enumerate(kept["claims"])],
    }


def _unpacked_claim(number: int, said: Record) -> Record:
    chain = [f"s{place}" for place in said.get("chain", [])]
    time, place = said.get("time"), said.get("place")
    made: Record = {"id": f"c{number}", "trigger": _named([said["trigger"]])[0], "type": said["type"], "chain": chain}
    made |= {role: _named(said.get(role, [])) for role in ("actors", "targets")}
    made["quote"] = "direct" if said.get("direct") else "indirect" if chain else "none"
    made["polarity"] = "-" if said.get("denied") else "+"
    made["modality"] = said.get("modality", "actual")
    made["time"] = dict(zip(("start", "end", "first", "last"), time, strict=True)) if time else None
    made["place"] = dict(zip(("start", "end", "name", "lat", "lon"), place, strict=True)) if place else None
    return made | {name: said[name] for name in COUNTS if name in said}


def _span(one: Record) -> list[int]:
    return [one["start"], one["end"]]


def _spans(many: Iterable[Record]) -> list[list[int]]:
    return [_span(one) for one in many]


def _named(spans: Iterable[list[int]]) -> list[Record]:
    return [{"start": start, "end": end} for start, end in spans]


def articles(corpus: Path, wanted: set[str]) -> dict[str, Record]:
    """The articles of a gzipped or plain JSON Lines file that have one of the ids."""
    name = corpus.name.partition(".")[0]
    with gzip.open(corpus) if corpus.suffix == ".gz" else corpus.open("rb") as lines:
        numbered = enumerate(map(json.loads, lines), 1)
        found = ({"id": f"{name}-{number}"} | record for number, record in numbered)
        return {one["id"]: one for one in found if one["id"] in wanted}


def annotated(corpora: Iterable[Path], *, folder: Path = FOLDER) -> Iterator[Record]:
    """The annotated articles whose text is in one of the corpora, with their text."""
    kept = {
        one["id"]: one
        for path in sorted(folder.glob("*.jsonl"))
        for one in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    }
    for corpus in corpora:
        for key, article in articles(corpus, set(kept)).items():
            yield unpacked(kept[key], article)


def write(records: Iterable[Record], path: Path) -> None:
    """Keep records, one a line."""
    lines = [json.dumps(packed(one), ensure_ascii=False, separators=(",", ":")) for one in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
