"""A story as JSON objects and rows, a statement each."""

from typing import Any

from isnad.export.csv import cell
from isnad.export.redact import redacted
from isnad.export.story import Story, Told

Record = dict[str, Any]
STORY_COLUMNS = (
    *("number", "day", "document", "outlet", "voice", "voice_kind", "voices", "cited", "sentence"),
    *("denial", "background", "claims", "types", "events", "again"),
)


def story_records(story: Story, *, redact: bool = False) -> list[Record]:
    """The statements in the order of their numbers; each with its voices, claims and events."""
    disputed = {story.told[place].number for place in story.dispute.others} if story.dispute else set()
    back = {one.number for one in story.back}
    return [
        _record(one, story, redact=redact) | {"disputed": one.number in disputed, "background": one.number in back}
        for one in (*story.told, *story.back)
    ]


def story_row(record: Record) -> Record:
    """The row of a record: the innermost voice, the others joined by `; `."""
    voices = record["voices"]
    inner = (voices[0] if record["cited"] else voices[-1]) if voices else {"name": record["outlet"], "kind": "outlet"}
    made = {name: record.get(name) for name in STORY_COLUMNS} | {
        "voice": inner["name"],
        "voice_kind": inner["kind"],
        "voices": "; ".join(one["name"] or one["words"] or one["kind"] for one in voices),
        "claims": "; ".join(one["id"] for one in record["claims"]),
        "types": "; ".join(dict.fromkeys(one["type"] for one in record["claims"])),
        "events": "; ".join(record["events"]),
        "again": "; ".join(record["again"]),
    }
    return {name: cell(value) for name, value in made.items()}


def _record(one: Told, story: Story, *, redact: bool) -> Record:
    statement = one.statement
    reading = redacted(statement.reading) if redact else statement.reading
    known = {source.id: source for source in reading.sources}
    text, document = reading.document.text, reading.document
    return {
        "number": one.number,
        "day": document.published.isoformat() if document.published else None,
        "document": document.id,
        "outlet": document.outlet,
        "voices": [
            {
                "kind": source.kind,
                "name": source.name,
                "side": source.affiliation,
                "words": " ".join(max((span.of(text) for span in source.mentions), key=len, default="").split())
                or None,
            }
            for source in (known[id] for id in statement.voices if id in known)
        ],
        "cited": statement.cited,
        "sentence": " ".join(statement.sentence.of(text).split()),
        "denial": statement.denies,
        "claims": [
            {"id": claim.id, "type": claim.type, "polarity": claim.polarity, "modality": claim.modality}
            for claim in statement.claims
        ],
        "events": [event.id for event in story.events if not set(event.claims).isdisjoint(one.claims)],
        "again": [other.reading.document.id for other in one.again],
    }
